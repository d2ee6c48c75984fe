"""`reviewer checks`: list the checks there are."""

import json
import sys
from argparse import ArgumentParser, Namespace

from reviewer.checks.check import Check, all_checks
from reviewer.checks.precision import is_poor, pairs_of
from reviewer.commands.headless.subcommand import Subcommand
from reviewer.commands.plugins import disabled_plugins


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "json"], default="text", help="how they are printed")


def _run(arguments: Namespace) -> int:
    for kind, broken in disabled_plugins():
        print(f"reviewer: the {kind} “{broken.name}” could not be loaded: {broken.error}", file=sys.stderr)
    checks = sorted(all_checks(), key=lambda check: (check.category, check.id))
    if arguments.format == "json":
        names = ("id", "title", "category", "severity", "description", "languages")
        rows = [{name: getattr(check, name) for name in names} | {"measured": _measured(check)} for check in checks]
        print(json.dumps(rows, indent=1))
        return 0
    for check in checks:
        print(f"{check.id:24} {check.severity.value:9} {check.category.value:42} {check.title}")
    return 0


def _measured(check: Check) -> list[dict[str, object]]:
    """Return what was measured of a check, one row a pair of languages; see `Measured` for what the figures mean."""
    return [
        {
            "source": source,
            "target": target,
            "precision": measured.precision,
            "recall": measured.recall,
            "false_alarms": measured.false_alarms,
            "wrong": measured.wrong,
            "right": measured.right,
            "hint": is_poor(check.id, source, target),
        }
        for (source, target), measured in sorted(pairs_of(check.id).items())
    ]


SUBCOMMAND = Subcommand("checks", "list the checks there are", _arguments, _run)
