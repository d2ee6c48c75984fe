"""`reviewer align`: pair two separately written texts."""

import json
import os
import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import NamedTuple

from reviewer.alignment.align import align
from reviewer.alignment.link import Link
from reviewer.alignment.sentences import align_sentences
from reviewer.commands.headless.subcommand import Subcommand, add_languages
from reviewer.formats.detect import detect
from reviewer.formats.encoding import decode
from reviewer.formats.format import Content
from reviewer.host.files import read_file
from reviewer.model.errors import InputError
from reviewer.model.segment import Kind, Segment, State, without_codes
from reviewer.reports import tmx, xliff2
from reviewer.reports.report import Review
from reviewer.session.opening.keyed_pairing import pair_by_key
from reviewer.session.opening.timed_pairing import pair_by_time
from reviewer.text.languages import guess
from reviewer.text.sentences import sentences

_LINE_END = re.compile("\r\n|\r|\n")


class _Text(NamedTuple):
    """A file's paragraphs (or lines) and the language they are in."""

    path: str
    paragraphs: list[str]
    kinds: list[tuple[Kind, int]]
    language: str
    content: Content | None = None
    """What the file's format found in it; None where it was read by lines."""

    def sentences(self) -> list[list[str]]:
        return [[span.of(text) for span in sentences(text, self.language)] for text in self.paragraphs]


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE")
    parser.add_argument("target", metavar="TARGET")
    add_languages(parser)
    parser.add_argument("--unit", choices=["paragraph", "sentence", "line"], default="paragraph", help="what is paired")
    parser.add_argument(
        "--format",
        choices=["jsonl", "tsv", "tmx", "xliff"],
        default="jsonl",
        help="jsonl: one link a line, as zero-based numbers of paragraphs, sentences or lines",
    )
    parser.add_argument("--source-mt", metavar="FILE", help="a machine translation of SOURCE, unit for unit, as a help")
    parser.add_argument("--target-mt", metavar="FILE", help="a machine translation of TARGET, unit for unit, as a help")


def _run(arguments: Namespace) -> int:
    lines = arguments.unit == "line"
    source = _read(arguments.source, arguments.source_lang, lines)
    target = _read(arguments.target, arguments.target_lang, lines)
    source_pivot = _pivot(arguments.source_mt, target.language, source, lines)
    target_pivot = _pivot(arguments.target_mt, source.language, target, lines)
    links = _links(source, target, source_pivot, target_pivot, ordered=arguments.unit == "sentence")
    ours, theirs = source.paragraphs, target.paragraphs
    if arguments.unit == "sentence":
        cut = source.sentences(), target.sentences()
        links = align_sentences(
            *cut,
            links,
            source_pivot=source_pivot and _in_step(source_pivot.sentences(), cut[0]),
            target_pivot=target_pivot and _in_step(target_pivot.sentences(), cut[1]),
            languages=(source.language, target.language),
        )
        ours, theirs = ([text for paragraph in side for text in paragraph] for side in cut)
    if arguments.format == "jsonl":
        sys.stdout.writelines(
            json.dumps({"source": link.source, "target": link.target, "score": round(link.score, 4)}) + "\n"
            for link in links
        )
        return 0
    rows = [_row(number, link, ours, theirs) for number, link in enumerate(links, 1)]
    if arguments.format == "tsv":
        sys.stdout.write("source\ttarget\tscore\n")
        sys.stdout.writelines(
            f"{' '.join(row.source.split())}\t{' '.join(row.target.split())}\t{row.confidence:.3f}\n" for row in rows
        )
        return 0
    if arguments.format == "tmx":
        # A memory has no use for what has no counterpart.
        rows = [row for row in rows if row.source and row.target]
    report = tmx.REPORT if arguments.format == "tmx" else xliff2.REPORT
    sys.stdout.write(report.write(Review("", source.language, target.language, rows)).data.decode())
    return 0


def _links(
    source: _Text, target: _Text, source_pivot: _Text | None, target_pivot: _Text | None, *, ordered: bool
) -> Sequence[Link]:
    """Return the links of paragraphs; with `ordered`, none that cross."""
    if source.content and target.content:
        links = pair_by_key(source.content, target.content) or pair_by_time(source.content, target.content)
        if links is not None and not (ordered and _crossing(links)):
            return links
        if both := next((text.path for text in (source, target) if text.content and text.content.bilingual), None):
            raise InputError(f"{both} holds both languages, so it is paired already.")
    return align(
        source.paragraphs,
        target.paragraphs,
        source.language,
        target.language,
        kinds=(source.kinds, target.kinds),
        source_pivot=source_pivot and source_pivot.paragraphs,
        target_pivot=target_pivot and target_pivot.paragraphs,
    )


def _crossing(links: Sequence[Link]) -> bool:
    order = [i for link in links for i in link.source]
    return order != sorted(order)


def _read(path: str, language: str | None, lines: bool) -> _Text:
    data = read_file(path)
    try:
        if lines:
            texts = _LINE_END.split(decode(data, {}).text)
            texts = texts[:-1] if not texts[-1] else texts
            return _Text(path, texts, [(Kind.PARAGRAPH, 0)] * len(texts), language or guess("\n".join(texts[:200])))
        content = detect(data, os.path.basename(path)).read(data, {})
    except InputError as error:
        hint = " Only text files have lines: pair paragraphs or sentences instead." if lines else ""
        raise InputError(f"{path}: {error}{hint}") from error
    texts = [without_codes(unit.text) for unit in content.units]
    known = language or content.languages[content.bilingual] or guess("\n".join(texts[:200]))
    return _Text(path, texts, [(unit.kind, unit.level) for unit in content.units], known, content)


def _pivot(path: str | None, language: str, of: _Text, lines: bool) -> _Text | None:
    if path is None:
        return None
    read = _read(path, language, lines)
    if len(read.paragraphs) != len(of.paragraphs):
        raise InputError(
            f"A machine translation must have one {'line' if lines else 'paragraph'} for each: "
            f"{path} has {len(read.paragraphs)}, {of.path} has {len(of.paragraphs)}."
        )
    return read


def _in_step(pivot: list[list[str]], of: list[list[str]]) -> list[list[str]]:
    """Return the translations of sentences; none where a paragraph's translation has other sentences."""
    return [own if len(own) == len(cut) else [""] * len(cut) for own, cut in zip(pivot, of, strict=True)]


def _row(number: int, link: Link, source: Sequence[str], target: Sequence[str]) -> Segment:
    text = " ".join(target[j] for j in link.target)
    return Segment(
        str(number),
        number,
        " ".join(source[i] for i in link.source),
        text,
        text,
        State.TRANSLATED if text else State.INITIAL,
        confidence=link.score,
    )


SUBCOMMAND = Subcommand("align", "pair two separately written texts", _arguments, _run)
