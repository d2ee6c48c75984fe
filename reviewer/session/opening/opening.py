"""From files (a source and its translation, or one bilingual file; or many of them) to a project."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from reviewer.alignment.align import PATIENCE, align, first_pass
from reviewer.alignment.evident import Steps
from reviewer.alignment.link import Link
from reviewer.formats.arrival import Arrival, arrival
from reviewer.formats.detect import detect
from reviewer.formats.format import Content, Format, Unit
from reviewer.formats.plain.paragraphs import Paragraphs
from reviewer.host.files import digest, read_file
from reviewer.model.bitext import DOCUMENT_RANKS, MOST_DOCUMENTS, Bitext, Document, Origin
from reviewer.model.errors import InputError
from reviewer.model.segment import Kind, without_codes
from reviewer.session.documents import common_folder
from reviewer.session.opening.agreement import SAMPLE_UNITS, Languages, agreed
from reviewer.session.opening.keyed_pairing import pair_by_key
from reviewer.session.opening.new_rows import rows_of_both, rows_of_pairs, rows_to_translate
from reviewer.session.opening.request import FilePair
from reviewer.session.opening.timed_pairing import pair_by_time
from reviewer.session.rows import RANK_GAP
from reviewer.storage.packing import PackedSegment
from reviewer.storage.row_table import RowTable

_QUICKLY_COUNTED = 1 << 19
"""Bytes of a file whose words are counted in a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A new project, not stored yet."""

    bitexts: tuple[Bitext, ...]
    rows: RowTable
    originals: Mapping[int, bytes]
    """The bytes that an export starts from, by number of the document."""
    warnings: tuple[str, ...]
    """Sentences for the editor: what was left out, what is doubtful."""
    arrivals: tuple[tuple[str, Arrival], ...] = ()
    """How many words of each file were read, by file name, where that was counted."""


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    name: str
    """What to call it."""
    data: bytes
    digest: str
    format: Format
    content: Content
    arrival: Arrival | None

    @property
    def warnings(self) -> list[str]:
        """What the editor should know about the file."""
        said = [f"{self.name}: {warning}" for warning in self.content.warnings]
        if self.arrival and not self.arrival.complete:
            said.append(f"{self.name}: {self.arrival.sentence}")
        return said

    @property
    def counted(self) -> list[tuple[str, Arrival]]:
        """The file's name with its words, where they were counted."""
        return [(self.name, self.arrival)] if self.arrival else []


@dataclass(frozen=True, slots=True)
class _Read:
    """The files of one document, read."""

    source: _File
    target: _File | None

    @property
    def name(self) -> str:
        return (self.target or self.source).name

    @property
    def languages(self) -> Languages:
        """What the files say of their languages, and their texts."""
        source = self.source.content
        if self.target is not None:
            target = self.target.content
            # Of a bilingual file beside another it is the translations that count.
            declared = [side.languages[side.bilingual] for side in (source, target)]
            return Languages(self.name, (declared[0], declared[1]), (source.units, target.units))
        if source.bilingual:
            texts = [unit._replace(text=unit.source or "") for unit in source.units[:SAMPLE_UNITS]]
            return Languages(self.name, source.languages, (texts, source.units))
        return Languages(self.name, (source.languages[0], None), (source.units, ()))


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
    read = _read_pair(FilePair(source, target, options or ({}, {})), count_words)
    if not read.target and not read.source.content.bilingual:
        raise InputError(f"{source} holds one language only. Name the translation too.")
    languages, _, _ = agreed([read.languages], (source_lang, target_lang))
    return _opened(read, languages, PATIENCE if hasty else None)


def open_source(
    source: str,
    source_lang: str | None = None,
    target_lang: str | None = None,
    *,
    options: Mapping[str, str] | None = None,
) -> Opened:
    """Read a source that has no translation yet: every row has an empty target to be filled.

    There is no target file; an export is the source with its paragraphs replaced, under another name. A
    bilingual file is read as `open_files` does.

    Raises:
        InputError: the file cannot be read.
    """
    read = _read_pair(FilePair(source, None, (options or {}, {})), count_words=False)
    languages, _, _ = agreed([read.languages], (source_lang, target_lang))
    return _opened(read, languages, None)


def open_documents(
    pairs: Sequence[FilePair],
    source_lang: str | None = None,
    target_lang: str | None = None,
    *,
    count_words: bool = False,
    hasty: bool = False,
) -> Opened:
    """Read several documents into one project, each as `open_files` or (without a translation) `open_source` does.

    All get the same two languages: those given, else those that most of the texts are in. What cannot be read,
    is there twice, or says it is in another language is left out; the warnings name it.

    Raises:
        InputError: nothing could be read, or there are too many documents for one project.
    """
    if len(pairs) > MOST_DOCUMENTS:
        raise InputError(f"A project holds at most {MOST_DOCUMENTS:,} documents. Open the folders in it one by one.")
    read, told = _read_all(pairs, count_words)
    languages, kept, strangers = agreed([each.languages for each in read], (source_lang, target_lang))
    # What was read of a document goes when its rows are there.
    waiting = [read[number] for number in kept][::-1]
    del read
    opened = []
    patience = PATIENCE if hasty else None
    while waiting:
        opened.append(_opened(waiting.pop(), languages, patience))
        if patience is not None and opened[-1].bitexts[0].pairs_from is Origin.TEXTS:
            # The editor begins with the first documents, and should not have to wait for the last.
            patience = max(0, patience - len(opened[-1].rows))
    return _joined(opened, (*told, *strangers))


def _joined(opened: Sequence[Opened], warnings: Sequence[str]) -> Opened:
    """Return documents as one project; `warnings` are about those that are not among them."""
    return Opened(
        tuple(bitext for one in opened for bitext in one.bitexts),
        _behind_one_another([one.rows for one in opened]),
        {document: one.originals[0] for document, one in enumerate(opened)},
        (*warnings, *(warning for one in opened for warning in one.warnings)),
        tuple(arrival for one in opened for arrival in one.arrivals),
    )


def _behind_one_another(documents: Sequence[RowTable]) -> RowTable:
    """Return the rows of documents as those of one project."""
    gaps = [min(RANK_GAP, DOCUMENT_RANKS // (len(rows) + 2)) for rows in documents]
    if gaps == [RANK_GAP]:
        return documents[0]
    numbers = count(1)
    return RowTable.of(
        PackedSegment(document * DOCUMENT_RANKS + n * gap, str(next(numbers)), *row[2:])
        for document, (gap, rows) in enumerate(zip(gaps, documents, strict=True))
        for n, row in enumerate(rows, 1)
    )


def _read_all(pairs: Sequence[FilePair], count_words: bool) -> tuple[list[_Read], list[str]]:
    """Return documents as far as they can be read, and what to tell of the others.

    Raises:
        InputError: none can be read.
    """
    folder = common_folder([os.path.abspath(path) for pair in pairs for path in (pair.source, pair.target) if path])
    read: list[_Read] = []
    told: list[str] = []
    written: set[str] = set()
    for pair in pairs:
        place = os.path.realpath(pair.target or pair.source)
        if place in written:
            told.append(f"{pair.target or pair.source} is there twice; it was taken once.")
            continue
        try:
            read.append(_read_pair(pair, count_words, folder))
        except InputError as error:
            if len(pairs) == 1:
                raise
            told.append(f"Left out: {error}")
        else:
            written.add(place)
    if not read:
        raise InputError("\n".join(["None of the files could be read.", *told]))
    return read, told


def _read_pair(pair: FilePair, count_words: bool, folder: str = "") -> _Read:
    first = _read(pair.source, pair.options[0], count_words, folder)
    if pair.target is None:
        return _Read(first, None)
    # A long document is large: what is not needed again is let go of before the next comes.
    return _Read(replace(first, data=b""), _read(pair.target, pair.options[1], count_words, folder))


def _read(path: str, options: Mapping[str, str], count_words: bool, folder: str) -> _File:
    data = read_file(path)
    try:
        format = detect(data, os.path.basename(path))
        content = format.read(data, options)
        counted = count_words or len(data) <= _QUICKLY_COUNTED
        arrived = arrival(format.id, data, content.options, content) if counted else None
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    place = os.path.abspath(path)
    name = os.path.relpath(place, folder) if folder else os.path.basename(path)
    return _File(place, name, data, digest(data), format, content, arrived)


def _opened(read: _Read, languages: tuple[str, str], patience: int | None) -> Opened:
    """Return a document; one longer than `patience` gets a first pass only."""
    if read.target is not None:
        return _two_files(read.source, read.target, languages, patience)
    return (_one_file if read.source.content.bilingual else _no_translation)(read.source, languages)


def _one_file(file: _File, languages: tuple[str, str]) -> Opened:
    source, target = (_document(file, language) for language in languages)
    bitext = Bitext(Path(file.path).stem, source, target, Origin.FILES)
    rows = rows_of_both(file.content.units)
    return Opened((bitext,), rows, {0: file.data}, tuple(file.warnings), tuple(file.counted))


def _no_translation(file: _File, languages: tuple[str, str]) -> Opened:
    # There will be one: written in the source's format, but nowhere yet.
    target = replace(_document(file, languages[1]), path="")
    bitext = Bitext(Path(file.path).stem, _document(file, languages[0]), target, Origin.FILES)
    rows = rows_to_translate(file.content.units)
    return Opened((bitext,), rows, {0: file.data}, tuple(file.warnings), tuple(file.counted))


def _two_files(source: _File, target: _File, languages: tuple[str, str], patience: int | None) -> Opened:
    ours, theirs = source.content.units, target.content.units
    links, pairs_from = _links(source.content, target.content, *languages, patience)
    rows = rows_of_pairs(links, ours, theirs)
    documents = _document(source, languages[0]), _document(target, languages[1])
    bitext = Bitext(Path(target.path).stem, *documents, pairs_from)
    warnings = source.warnings + target.warnings
    in_step = isinstance(links, Steps)
    if not in_step and pairs_from is not Origin.GLANCE and (lonely := sum(link.hole for link in links)):
        warnings.append(f"{target.name}: {lonely} of {len(links)} rows have text on one side only.")
    if not target.format.writable:
        warnings.append(f"{target.name} can be read only: corrections go out as a list (File › Report…).")
    counted = tuple(source.counted + target.counted)
    return Opened((bitext,), rows, {0: target.data}, tuple(warnings), counted)


def _links(
    source: Content, target: Content, source_lang: str, target_lang: str, patience: int | None
) -> tuple[Sequence[Link], Origin]:
    """Return the pairs, and what they come from."""
    ours, theirs = source.units, target.units
    if (told := pair_by_key(source, target) or pair_by_time(source, target)) is not None:
        return told, Origin.FILES
    ours_text, theirs_text = _texts(ours), _texts(theirs)
    kinds = _kinds(ours), _kinds(theirs)
    if patience is not None:
        links, final = first_pass(ours_text, theirs_text, source_lang, target_lang, kinds=kinds, patience=patience)
        return links, Origin.TEXTS if final else Origin.GLANCE
    return align(ours_text, theirs_text, source_lang, target_lang, kinds=kinds), Origin.TEXTS


def _texts(units: Sequence[Unit]) -> Sequence[str]:
    """Return what units say."""
    if isinstance(units, Paragraphs):
        return units.texts
    return [without_codes(unit.text) if unit.codes else unit.text for unit in units]


def _kinds(units: Sequence[Unit]) -> list[tuple[Kind, int]]:
    """Return kind and level of each unit; there are few, which a long document holds once each."""
    if isinstance(units, Paragraphs):
        kinds = [(Kind.PARAGRAPH, 0)] * len(units)
        for place, level in units.headings.items():
            kinds[place] = Kind.HEADING, level
        return kinds
    known: dict[tuple[Kind, int], tuple[Kind, int]] = {}
    return [known.setdefault(kind, kind) for kind in ((unit.kind, unit.level) for unit in units)]


def _document(file: _File, language: str) -> Document:
    return Document(file.path, file.format.id, language, file.digest, dict(file.content.options))
