"""`reviewer import`: make a project without a window."""

import sys
from argparse import ArgumentParser, Namespace

from reviewer.commands.headless.subcommand import Subcommand, add_languages, add_reading, reading_of
from reviewer.session.opening import open_files, open_source
from reviewer.storage.sqlite import SqliteStore


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="the source text, or one bilingual file")
    parser.add_argument("target", metavar="TARGET", nargs="?", help="its translation (none: it is still to be made)")
    add_languages(parser)
    add_reading(parser)
    parser.add_argument("-o", "--output", required=True, metavar="FILE.review", help="the project to make")


def _run(arguments: Namespace) -> int:
    languages = arguments.source_lang, arguments.target_lang
    if arguments.target:
        opened = open_files(arguments.source, arguments.target, *languages, reading_of(arguments), count_words=True)
    else:
        opened = open_source(arguments.source, *languages, options=reading_of(arguments)[0], count_words=True)
    SqliteStore.create(arguments.output, opened.bitexts, opened.rows, opened.originals, {}).close()
    for warning in opened.warnings:
        print(f"reviewer: {warning}", file=sys.stderr)
    bitext = opened.bitexts[0]
    print(f"{len(opened.rows)} rows, {bitext.source.language} → {bitext.target.language}")
    for name, arrived in opened.arrivals:
        print(f"reviewer: {name}: {arrived.read:,} of {arrived.words:,} words read", file=sys.stderr)
    return 0


SUBCOMMAND = Subcommand("import", "make a project of two files", _arguments, _run)
