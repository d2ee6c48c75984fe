"""From two files (or one bilingual file) to a project."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.alignment.align import align, first_pass
from reviewer.alignment.link import Link
from reviewer.formats.arrival import Arrival, arrival
from reviewer.formats.detect import by_id, detect
from reviewer.formats.format import Content, Unit
from reviewer.host.files import digest, read_file
from reviewer.model.bitext import Bitext, Document
from reviewer.model.errors import InputError
from reviewer.model.segment import Kind, Lead, Segment, State, without_codes
from reviewer.session.keyed_pairing import pair_by_key
from reviewer.session.origin import Origin
from reviewer.session.pairing import Side
from reviewer.session.regrouping import confidence_of, joined
from reviewer.session.rows import RANK_GAP
from reviewer.session.timed_pairing import pair_by_time
from reviewer.storage.packing import PackedSegment, pack
from reviewer.text.languages import UNDETERMINED, guess

_SAMPLE_UNITS = 200
_QUICKLY_COUNTED = 1 << 19
"""Bytes of a file whose words are counted in a tenth of a second."""

_PLAIN = Unit("", "")[2:]
"""What a unit of a monolingual file has besides its id and text, if it has nothing."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A new project, not stored yet."""

    bitext: Bitext
    rows: list[PackedSegment]
    originals: Mapping[str, bytes]
    """The bytes that an export starts from: those of the `target` file."""
    warnings: tuple[str, ...]
    """Sentences for the editor: what was left out, what is doubtful."""
    arrivals: tuple[tuple[str, Arrival], ...] = ()
    """How many words of each file were read, by file name, where that was counted."""
    pairs_from: Origin = Origin.FILES


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    data: bytes
    digest: str
    format: str
    content: Content
    arrival: Arrival | None

    @property
    def warnings(self) -> list[str]:
        """What the editor should know about the file."""
        name = Path(self.path).name
        said = [f"{name}: {warning}" for warning in self.content.warnings]
        if self.arrival and not self.arrival.complete:
            said.append(f"{name}: {self.arrival.sentence}")
        return said

    @property
    def counted(self) -> list[tuple[str, Arrival]]:
        """The file's name with its words, where they were counted."""
        return [(Path(self.path).name, self.arrival)] if self.arrival else []


def open_files(
    source: str,
    target: str | None = None,
    source_lang: str | None = None,
    target_lang: str | None = None,
    options: tuple[Mapping[str, str], Mapping[str, str]] | None = None,
    *,
    count_words: bool = False,
    hasty: bool = False,
) -> Opened:
    """Read a source and its translation, or one bilingual file, and pair their paragraphs.

    Languages that are not given are taken from the files, or guessed from the texts. Whether every word of a
    file arrived is looked into where that takes a moment only, or with `count_words` however long it takes.
    `options` say how source and translation are to be read, see `formats.format.Format.read`.
    With `hasty` a long document gets a first pass only, so that it is on the desk at once.

    Raises:
        InputError: a file cannot be read, or one file is given that holds one language only.
    """
    source_options, target_options = options or ({}, {})
    first = _read(source, source_options, count_words)
    if target is None:
        if not first.content.bilingual:
            raise InputError(f"{source} holds one language only. Name the translation too.")
        return _one_file(first, source_lang, target_lang)
    # A long document is large: what is not needed again is let go of before the next comes.
    first = replace(first, data=b"")
    second = _read(target, target_options, count_words)
    return _two_files(first, second, source_lang, target_lang, hasty)


def open_source(
    source: str,
    source_lang: str | None = None,
    target_lang: str | None = None,
    *,
    options: Mapping[str, str] | None = None,
    count_words: bool = False,
) -> Opened:
    """Read a source that has no translation yet: every row has an empty target to be filled.

    There is no target file; an export is the source with its paragraphs replaced, under another name. A
    bilingual file is read as `open_files` does.

    Raises:
        InputError: the file cannot be read.
    """
    file = _read(source, options or {}, count_words)
    if file.content.bilingual:
        return _one_file(file, source_lang, target_lang)
    language = source_lang or _language(file.content)
    bitext = Bitext(Path(source).stem, _document(file, language), _no_file(file, target_lang))
    rows = [pack(_untranslated(n, unit)) for n, unit in enumerate(file.content.units)]
    return Opened(bitext, rows, {"target": file.data}, tuple(file.warnings), tuple(file.counted))


def _read(path: str, options: Mapping[str, str], count_words: bool) -> _File:
    data = read_file(path)
    try:
        format = detect(data, os.path.basename(path))
        content = format.read(data, options)
        counted = count_words or len(data) <= _QUICKLY_COUNTED
        arrived = arrival(format.id, data, content.options, content) if counted else None
        return _File(os.path.abspath(path), data, digest(data), format.id, content, arrived)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def _one_file(file: _File, source_lang: str | None, target_lang: str | None) -> Opened:
    units = file.content.units
    source = source_lang or file.content.languages[0] or guess(" ".join(u.source or "" for u in units[:_SAMPLE_UNITS]))
    target = target_lang or file.content.languages[1] or guess(" ".join(u.text for u in units[:_SAMPLE_UNITS]))
    bitext = Bitext(Path(file.path).stem, _document(file, source), _document(file, target))
    rows = [
        PackedSegment((n + 1) * RANK_GAP, str(n + 1), unit.source or "", unit.text, None, _state(unit).value, 0, None)
        if unit._replace(state=None)[3:] == _PLAIN[1:]
        else pack(_bilingual_segment(n, unit))
        for n, unit in enumerate(units)
    ]
    return Opened(bitext, rows, {"target": file.data}, tuple(file.warnings), tuple(file.counted))


def _two_files(source: _File, target: _File, source_lang: str | None, target_lang: str | None, hasty: bool) -> Opened:
    from_lang = source_lang or _language(source.content)
    to_lang = target_lang or _language(target.content)
    ours, theirs = source.content.units, target.content.units
    links, pairs_from = _links(source.content, target.content, from_lang, to_lang, hasty)
    rows = [_row(n, link, ours, theirs) for n, link in enumerate(links)]
    bitext = Bitext(Path(target.path).stem, _document(source, from_lang), _document(target, to_lang))
    warnings = source.warnings + target.warnings
    if pairs_from is not Origin.GLANCE and (lonely := sum(link.hole for link in links)):
        warnings.append(f"{lonely} of {len(links)} rows have text on one side only.")
    if not by_id(target.format).writable:
        warnings.append(f"{Path(target.path).name} can be read only: corrections go out as a list (File › Report…).")
    counted = tuple(source.counted + target.counted)
    return Opened(bitext, rows, {"target": target.data}, tuple(warnings), counted, pairs_from)


def _links(
    source: Content, target: Content, source_lang: str, target_lang: str, hasty: bool
) -> tuple[list[Link], Origin]:
    """Return the pairs, and what they come from."""
    ours, theirs = source.units, target.units
    if (links := pair_by_key(source, target) or pair_by_time(source, target)) is not None:
        return links, Origin.FILES
    ours_text, theirs_text = (
        [without_codes(unit.text) if unit.codes else unit.text for unit in side] for side in (ours, theirs)
    )
    kinds = _kinds(ours), _kinds(theirs)
    if hasty:
        links, final = first_pass(ours_text, theirs_text, source_lang, target_lang, kinds=kinds)
        return links, Origin.TEXTS if final else Origin.GLANCE
    return align(ours_text, theirs_text, source_lang, target_lang, kinds=kinds), Origin.TEXTS


def _kinds(units: Sequence[Unit]) -> list[tuple[Kind, int]]:
    """Return kind and level of each unit; there are few, which a long document holds once each."""
    known: dict[tuple[Kind, int], tuple[Kind, int]] = {}
    return [known.setdefault(kind, kind) for kind in ((unit.kind, unit.level) for unit in units)]


def _row(number: int, link: Link, ours: Sequence[Unit], theirs: Sequence[Unit]) -> PackedSegment:
    if len(link.source) == len(link.target) == 1 and confidence_of(link) == 1.0:
        one, other = ours[link.source[0]], theirs[link.target[0]]
        if one[2:] == other[2:] == _PLAIN:
            # Nearly every row of a long document: worth a way round building a Segment.
            return PackedSegment(
                (number + 1) * RANK_GAP, str(number + 1), one.text, other.text, None, State.TRANSLATED.value, 0, None
            )
    sources, targets = [ours[i] for i in link.source], [theirs[j] for j in link.target]
    lead_unit = (sources or targets)[0]
    target, source = _joined(targets), _joined(sources)
    return pack(
        Segment(
            id=str(number + 1),
            rank=(number + 1) * RANK_GAP,
            source=source.text,
            target=target.text,
            delivered=target.text,
            state=_state(targets[0]) if len(targets) == 1 else State.TRANSLATED if targets else State.INITIAL,
            locked=any(unit.locked for unit in targets),
            about="\n".join(unit.note for unit in targets or sources if unit.note),
            kind=lead_unit.kind,
            level=lead_unit.level,
            source_lead=source.lead,
            target_lead=target.lead,
            source_codes=source.codes,
            target_codes=target.codes,
            confidence=confidence_of(link),
        )
    )


def _joined(units: Sequence[Unit]) -> Side:
    return joined([Side(u.text, Lead.UNIT, u.codes, u.text) for u in units])


def _bilingual_segment(number: int, unit: Unit) -> Segment:
    return Segment(
        id=str(number + 1),
        rank=(number + 1) * RANK_GAP,
        source=unit.source or "",
        target=unit.text,
        delivered=unit.text,
        state=_state(unit),
        kind=unit.kind,
        level=unit.level,
        locked=unit.locked,
        about=unit.note,
        source_codes=unit.source_codes,
        target_codes=unit.codes,
    )


def _untranslated(number: int, unit: Unit) -> Segment:
    row = _bilingual_segment(number, unit)
    return replace(row, source=unit.text, target="", delivered="", state=State.INITIAL, source_codes=unit.codes)


def _state(unit: Unit) -> State:
    return unit.state or (State.TRANSLATED if unit.text else State.INITIAL)


def _no_file(source: _File, language: str | None) -> Document:
    """Return the translation there will be of a file: written in its format, but nowhere yet."""
    return replace(_document(source, language or UNDETERMINED), path="")


def _document(file: _File, language: str) -> Document:
    return Document(file.path, file.format, language, file.digest, dict(file.content.options))


def _language(content: Content) -> str:
    """Return the language of a file's texts; a bilingual one's are its translations."""
    declared = content.languages[1 if content.bilingual else 0]
    return declared or guess("\n".join(unit.text for unit in content.units[:_SAMPLE_UNITS]))
