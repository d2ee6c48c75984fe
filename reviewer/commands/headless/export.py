"""`reviewer export`: write the corrected translation."""

import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.session.export.delivering import deliver, delivery
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("project", metavar="FILE.review")
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="where to (- for standard output; a folder for all of several documents); without it the translations "
        "themselves are replaced where something was corrected, and backups kept",
    )


def _run(arguments: Namespace) -> int:
    # Only replacing the translations themselves leaves a note in the project.
    in_place = arguments.output is None
    with closing(SqliteStore(arguments.project, writable=in_place)) as store:
        session = Session(store)
        ready = delivery(session, arguments.output)
        if arguments.output == "-":
            sys.stdout.buffer.write(ready.outputs[0].data)
            return 0
        done = deliver(session, ready)
        if in_place:
            store.describe(done.exported)
    for path, backup in done.files:
        print(path + (f" (what stood there: {backup})" if backup else ""))
    for sentence in done.refused:
        print(f"reviewer: {sentence}", file=sys.stderr)
    if not (done.files or done.refused):
        print("reviewer: nothing was corrected since, so nothing was written", file=sys.stderr)
    return int(bool(done.refused))


SUBCOMMAND = Subcommand("export", "write the corrected translation", _arguments, _run)
