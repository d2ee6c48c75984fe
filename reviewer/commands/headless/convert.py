"""`reviewer convert`: write a bilingual file anew in another bilingual format."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from reviewer.commands.headless.pairs import read_pairs
from reviewer.commands.headless.subcommand import Subcommand, add_languages
from reviewer.formats.detect import detect
from reviewer.formats.format import Unit
from reviewer.host.files import read_file, write_file
from reviewer.model.errors import InputError
from reviewer.model.segment import Segment, State
from reviewer.reports.report import Report, Review, all_reports, report_for
from reviewer.text.languages import guess

_PAIRS = ".jsonl"
_SAMPLE = 200


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="IN", help="XLIFF, TMX, PO, TS, CSV, TSV, JSONL and whatever holds both texts")
    parser.add_argument("output", metavar="OUT", help="its ending tells the format; .xlf is XLIFF 2")
    add_languages(parser)
    parser.add_argument("--format", choices=[report.id for report in _written()], help="format to write, if not as OUT")


def _run(arguments: Namespace) -> int:
    reports = {report.id: report for report in _written()}
    report = reports[arguments.format] if arguments.format else report_for(arguments.output, list(reports.values()))
    if os.path.exists(arguments.output) and os.path.samefile(arguments.file, arguments.output):
        raise InputError("IN and OUT are the same file. Name another to write to.")
    review, told = _read(arguments.file, arguments.source_lang, arguments.target_lang)
    written = report.write(review)
    write_file(arguments.output, written.data)
    for sentence in (*told, *written.lost):
        print(f"reviewer: {sentence}", file=sys.stderr)
    print(f"{len(review.rows)} segments, {review.source_lang} → {review.target_lang}")
    return 0


def _written() -> list[Report]:
    return [report for report in all_reports() if report.bilingual]


def _read(path: str, source_lang: str | None, target_lang: str | None) -> tuple[Review, Sequence[str]]:
    title = Path(path).stem
    if path.lower().endswith(_PAIRS):
        pairs = read_pairs(path, source_lang, target_lang)
        rows = [_segment(n, Unit(pair.id, pair.target, pair.source)) for n, pair in enumerate(pairs, 1)]
        languages = (pairs[0].source_lang, pairs[0].target_lang) if pairs else (source_lang or "", target_lang or "")
        return Review(title, *languages, rows), ()
    data = read_file(path)
    try:
        content = detect(data, os.path.basename(path)).read(data, {})
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    if not content.bilingual:
        raise InputError(f"{path} holds one language only. Pair it with its translation: reviewer align.")
    units = content.units
    source = source_lang or content.languages[0] or guess(" ".join(unit.source or "" for unit in units[:_SAMPLE]))
    target = target_lang or content.languages[1] or guess(" ".join(unit.text for unit in units[:_SAMPLE]))
    return Review(title, source, target, [_segment(n, unit) for n, unit in enumerate(units, 1)]), content.warnings


def _segment(rank: int, unit: Unit) -> Segment:
    return Segment(
        unit.id,
        rank,
        unit.source or "",
        unit.text,
        unit.text,
        unit.state or (State.TRANSLATED if unit.text else State.INITIAL),
        kind=unit.kind,
        locked=unit.locked,
        note=unit.note,
        source_codes=unit.source_codes,
        target_codes=unit.codes,
    )


SUBCOMMAND = Subcommand("convert", "write a bilingual file anew in another bilingual format", _arguments, _run)
