"""XLIFF 2.1 (OASIS, 2018): every row as a unit, with its state, note and inline codes."""

import re
from collections.abc import Iterator, Sequence

from reviewer.model.segment import Code, CodeKind, Segment, State
from reviewer.reports.inline import having_codes, marked_up
from reviewer.reports.markup import HEAD, attributes, content
from reviewer.reports.report import Report, Review, Written

_TOKEN = re.compile(r"[\w.:-]+")
"""NMTOKEN, which ids are (4.3.1.19)."""
_TYPES = {"bold": "xlf:b", "italic": "xlf:i", "underline": "xlf:u"}
"""4.3.1.31, `subType`: those the standard itself names."""


def _write(review: Review) -> Written:
    ids = [row.id for row in review.rows]
    renamed = sum(not _TOKEN.fullmatch(id) for id in ids)
    lost = (f"{renamed} ids XLIFF 2 cannot hold became names; the units are numbered.",) if renamed else ()
    return Written("".join(_lines(review)).encode(), lost)


def _lines(review: Review) -> Iterator[str]:
    languages = attributes(srcLang=review.source_lang, trgLang=review.target_lang)
    yield f'{HEAD}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1"{languages}>\n'
    taken = {row.id for row in review.rows}
    number = 0
    for file, (original, rows) in enumerate(review.by_document(), 1):
        yield f'<file id="f{file}"{attributes(original=original)}>\n'
        for row in rows:
            number += 1
            id, name = row.id, ""
            if not _TOKEN.fullmatch(id):
                id, name = str(number), row.id
                while id in taken:
                    id = f"u{id}"
            yield _unit(row, id, name)
        yield "</file>\n"
    yield "</xliff>\n"


def _unit(row: Segment, id: str, name: str) -> str:
    note = f"<notes><note>{content(row.note)}</note></notes>\n" if row.note.strip() else ""
    state, detail = row.state.value, ""
    if row.state is State.NEEDS_WORK:
        # The standard has no state for a translation that was sent back.
        state, detail = State.TRANSLATED.value, "reviewer:needs-work"
    source = _side("source", row.source, row.source_codes)
    absent = not row.target and row.state is State.INITIAL
    target = "" if absent else _side("target", row.target, row.target_codes)
    return (
        f"<unit{attributes(id=id, name=name, translate='no' if row.locked else '')}>\n{note}"
        f"<segment{attributes(state=state, subState=detail)}>\n{source}\n"
        f"{target}{'' if absent else chr(10)}</segment>\n</unit>\n"
    )


def _side(element: str, text: str, codes: Sequence[Code]) -> str:
    inner = marked_up(text, codes, content, _tag) if having_codes((text,)) else content(text)
    return f'<{element} xml:space="preserve">{inner}</{element}>'


def _tag(code: Code, number: int, paired: bool) -> str:
    kind = {"type": "fmt", "subType": _TYPES[code.style]} if code.style in _TYPES else {}
    if code.kind is CodeKind.STANDALONE:
        return f"<ph{attributes(id=str(number), disp=code.label, **kind)}/>"
    if paired and code.kind is CodeKind.CLOSE:
        return "</pc>"
    if paired:
        # What is bold or not depends on the label alone where the standard has no type for it.
        return f"<pc{attributes(id=str(number), dispStart=code.label, dispEnd=code.label, **kind)}>"
    if code.kind is CodeKind.OPEN:
        return f"<sc{attributes(id=str(number), disp=code.label, isolated='yes', **kind)}/>"
    return f"<ec{attributes(id=str(number), disp=code.label, isolated='yes', **kind)}/>"


REPORT = Report("xliff2", "XLIFF 2.1, every row", "xlf", True, _write)
