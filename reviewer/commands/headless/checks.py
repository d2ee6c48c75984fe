"""`reviewer checks`: list the checks there are."""

import json
import sys
from argparse import ArgumentParser, Namespace

from reviewer.checks.check import all_checks
from reviewer.commands.headless.subcommand import Subcommand
from reviewer.commands.plugins import disabled_plugins


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "json"], default="text")


def _run(arguments: Namespace) -> int:
    for kind, broken in disabled_plugins():
        print(f"reviewer: the {kind} “{broken.name}” could not be loaded: {broken.error}", file=sys.stderr)
    checks = sorted(all_checks(), key=lambda check: (check.category, check.id))
    if arguments.format == "json":
        names = ("id", "title", "category", "severity", "description", "languages")
        print(json.dumps([{name: getattr(check, name) for name in names} for check in checks], indent=1))
        return 0
    for check in checks:
        print(f"{check.id:24} {check.severity.value:9} {check.category.value:42} {check.title}")
    return 0


SUBCOMMAND = Subcommand("checks", "list the checks there are", _arguments, _run)
