"""`reviewer history`: list every correction in order."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.storage.sqlite import SqliteStore


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("project", metavar="FILE.review")
    parser.add_argument("--format", choices=["text", "json", "jsonl"], default="text")


def _run(arguments: Namespace) -> int:
    store = SqliteStore(arguments.project, writable=False)
    corrections = [asdict(correction) for correction in store.history()]
    store.close()
    if arguments.format == "json":
        print(json.dumps(corrections, ensure_ascii=False, indent=1))
        return 0
    for correction in corrections:
        if arguments.format == "jsonl":
            print(json.dumps(correction, ensure_ascii=False))
            continue
        print(f"{correction['number']}  {correction['time']}  {correction['author']}  {correction['verb']}")
        for change in correction["changes"]:
            for name in (change["after"] or change["before"]).keys() & {"target", "state"}:
                before, after = (change["before"] or {}).get(name, ""), (change["after"] or {}).get(name, "")
                print(f"    {change['segment']} {name}: {before} → {after}")
    return 0


SUBCOMMAND = Subcommand("history", "list every correction in order", _arguments, _run)
