"""`reviewer report`: write what was corrected, or every row, for people and other programs."""

import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.host.files import write_file
from reviewer.reports.report import all_reports, report_for
from reviewer.session.export.reporting import reported
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore

_STANDARD_OUTPUT = "-"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("project", metavar="FILE.review")
    parser.add_argument("--format", choices=[report.id for report in all_reports()], help="if not as OUT ends")
    parser.add_argument(
        "-o", "--output", required=True, metavar="OUT", help="where to (- for standard output, HTML if nothing is said)"
    )


def _run(arguments: Namespace) -> int:
    format = arguments.format or (
        "html" if arguments.output == _STANDARD_OUTPUT else report_for(arguments.output, all_reports()).id
    )
    with closing(SqliteStore(arguments.project, writable=False)) as store:
        written = reported(format, Session(store))
    for sentence in written.lost:
        print(f"reviewer: {sentence}", file=sys.stderr)
    if arguments.output == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(written.data)
        return 0
    write_file(arguments.output, written.data)
    print(arguments.output)
    return 0


SUBCOMMAND = Subcommand("report", "write what was corrected, as a list or with every row", _arguments, _run)
