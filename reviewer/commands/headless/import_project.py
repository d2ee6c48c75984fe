"""`reviewer import`: make a project without a window."""

import sys
from argparse import ArgumentParser, Namespace

from reviewer.commands.headless.subcommand import SEVERAL, Subcommand, add_languages, add_reading, reading_of
from reviewer.session.opening.finding_documents import name_documents
from reviewer.session.opening.opening import open_documents
from reviewer.storage.sqlite import SqliteStore


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help=SEVERAL)
    add_languages(parser)
    add_reading(parser)
    parser.add_argument("-o", "--output", required=True, metavar="FILE.review", help="the project to make")


def _run(arguments: Namespace) -> int:
    languages = arguments.source_lang, arguments.target_lang
    pairs, told = name_documents(arguments.files, *languages, reading_of(arguments))
    opened = open_documents(pairs, *languages, count_words=True)
    SqliteStore.create(arguments.output, opened.bitexts, opened.rows, opened.originals, {}).close()
    for warning in (*opened.warnings, *told):
        print(f"reviewer: {warning}", file=sys.stderr)
    bitext = opened.bitexts[0]
    count = f"{len(opened.bitexts)} documents, " if len(opened.bitexts) > 1 else ""
    print(f"{count}{len(opened.rows)} rows, {bitext.source.language} → {bitext.target.language}")
    for name, arrived in opened.arrivals:
        print(f"reviewer: {name}: {arrived.read:,} of {arrived.words:,} words read", file=sys.stderr)
    return 0


SUBCOMMAND = Subcommand("import", "make a project of two files, or of many", _arguments, _run)
