"""`reviewer export`: write the corrected translation."""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.host.files import digest
from reviewer.session.exporting import exported, write_export
from reviewer.session.rows import Rows
from reviewer.storage.sqlite import SqliteStore


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("project", metavar="FILE.review")
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="where to (- for standard output); without it the translation itself is replaced and a backup kept",
    )


def _run(arguments: Namespace) -> int:
    # Only replacing the translation itself leaves a note in the project.
    store = SqliteStore(arguments.project, writable=arguments.output is None)
    try:
        project = store.load()
        data = exported(project.bitexts[0], Rows(project.rows), store.original(0))
        if arguments.output == "-":
            sys.stdout.buffer.write(data)
            return 0
        path, backup = write_export(project.bitexts[0], data, arguments.output)
        if arguments.output is None:
            store.describe({0: replace(project.bitexts[0], exported=digest(data))})
    finally:
        store.close()
    print(path + (f" (what stood there: {backup})" if backup else ""))
    return 0


SUBCOMMAND = Subcommand("export", "write the corrected translation", _arguments, _run)
