"""`reviewer export`: write the corrected translation."""

import sys
from argparse import ArgumentParser, Namespace

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.host.files import digest
from reviewer.session.exporting import EXPORTED, exported, write_export
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
        data = exported(project.bitext, Rows(project.rows), store.original("target"))
        if arguments.output == "-":
            sys.stdout.buffer.write(data)
            return 0
        path, backup = write_export(project.bitext, data, arguments.output, project.settings.get(EXPORTED, ""))
        if arguments.output is None:
            store.remember({EXPORTED: digest(data)})
    finally:
        store.close()
    print(path + (f" (what stood there: {backup})" if backup else ""))
    return 0


SUBCOMMAND = Subcommand("export", "write the corrected translation", _arguments, _run)
