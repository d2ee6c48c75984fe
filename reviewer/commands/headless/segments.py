"""`reviewer segments`: print the rows of a project."""

import json
from argparse import ArgumentParser, Namespace
from contextlib import closing

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("project", metavar="FILE.review")
    parser.add_argument("--format", choices=["jsonl", "tsv"], default="jsonl", help="how they are printed")


def _run(arguments: Namespace) -> int:
    with closing(SqliteStore(arguments.project, writable=False)) as store:
        session = Session(store)
    several = len(session.bitexts) > 1
    for segment in session.rows:
        row = {"id": segment.id, "source": segment.source, "target": segment.target, "state": segment.state.value}
        if several:
            row["document"] = session.documents.names[session.rows.document_of(segment.id)]
        if arguments.format == "jsonl":
            print(json.dumps(row, ensure_ascii=False))
        else:
            print("\t".join(" ".join(value.split()) for value in row.values()))
    return 0


SUBCOMMAND = Subcommand("segments", "print the rows of a project", _arguments, _run)
