"""`reviewer segments`: print the rows of a project."""

import json
from argparse import ArgumentParser, Namespace

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.session.rows import Rows
from reviewer.storage.sqlite import SqliteStore


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("project", metavar="FILE.review")
    parser.add_argument("--format", choices=["jsonl", "tsv"], default="jsonl")


def _run(arguments: Namespace) -> int:
    store = SqliteStore(arguments.project, writable=False)
    rows = Rows(store.load().rows)
    store.close()
    for segment in rows:
        row = {"id": segment.id, "source": segment.source, "target": segment.target, "state": segment.state.value}
        if arguments.format == "jsonl":
            print(json.dumps(row, ensure_ascii=False))
        else:
            print("\t".join(" ".join(value.split()) for value in row.values()))
    return 0


SUBCOMMAND = Subcommand("segments", "print the rows of a project", _arguments, _run)
