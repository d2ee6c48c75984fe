"""Reads a project's terms from TBX or CSV and finds them in texts, inflected or not."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from reviewer.model.errors import InputError
from reviewer.model.span import Span
from reviewer.text.inflection import bases
from reviewer.text.languages import primary, script
from reviewer.text.scripts import UNSPACED
from reviewer.text.tokens import Token, tokens

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Status(StrEnum):
    """Whether a form may be used (ISO 30042, administrativeStatus)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


class Form(NamedTuple):
    """One way to say a concept in a language."""

    text: str
    language: str
    """BCP 47 tag."""
    status: Status = Status.PREFERRED


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept with its forms by language (ISO 30042, concept entry)."""

    id: str
    forms: tuple[Form, ...]
    note: str = ""

    def said_in(self, lang: str) -> tuple[Form, ...]:
        """Return the forms of a language, those to prefer first."""
        order = list(Status)
        own = (form for form in self.forms if primary(form.language) == primary(lang))
        return tuple(sorted(own, key=lambda form: (form.language != lang, order.index(form.status))))


class Match(NamedTuple):
    """A concept met in a text."""

    concept: Concept
    form: Form
    span: Span


class Termbase:
    """The terms of a project, ready to be looked for."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._starts: dict[str, dict[str, list[tuple[tuple[str, ...], Concept, Form]]]] = {}

    def __len__(self) -> int:
        return len(self.concepts)

    def matches(self, text: str, lang: str) -> tuple[Match, ...]:
        """Return the concepts a text mentions, longest forms first where several begin together."""
        if script(lang) in UNSPACED:
            return tuple(self._within(text, lang))
        index = self._index(lang)
        if not index:
            return ()
        words = tokens(text, lang)
        found: list[Match] = []
        end = 0
        for at, word in enumerate(words):
            if word.start < end:
                continue
            for key, concept, form in index.get(word.key[:3], ()):
                last = at + len(key)
                if last <= len(words) and all(map(_is_form_in(lang), words[at:last], key)):
                    if form.text.isupper() and not text[word.start : words[last - 1].end].isupper():
                        continue
                    end = words[last - 1].end
                    found.append(Match(concept, form, Span(word.start, end)))
                    break
        return tuple(found)

    def _within(self, text: str, lang: str) -> Iterator[Match]:
        for concept in self.concepts:
            for form in concept.said_in(lang):
                start = text.find(form.text)
                if start >= 0:
                    yield Match(concept, form, Span(start, start + len(form.text)))
                    break

    def _index(self, lang: str) -> dict[str, list[tuple[tuple[str, ...], Concept, Form]]]:
        """Return the forms of a language by the first letters of their first word, long ones first."""
        if lang not in self._starts:
            index: dict[str, list[tuple[tuple[str, ...], Concept, Form]]] = defaultdict(list)
            for concept in self.concepts:
                for form in concept.said_in(lang):
                    key = tuple(token.key for token in tokens(form.text, lang))
                    if key:
                        index[key[0][:3]].append((key, concept, form))
            for forms in index.values():
                forms.sort(key=lambda item: -len(item[0]))
            self._starts[lang] = dict(index)
        return self._starts[lang]


@lru_cache(maxsize=64)
def _is_form_in(lang: str) -> "_Inflected":
    return _Inflected(lang)


class _Inflected:
    """Says whether a word of a text is a form of a term's word."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def __call__(self, word: Token, key: str) -> bool:
        if word.key == key or key in bases(word.key, self._lang):
            return True
        if set(bases(word.key, self._lang)) & set(bases(key, self._lang)):
            return True
        # Plurals and cases of languages without rules here: the same but for an ending.
        ending = len(word.key) - len(key)
        return len(key) >= 4 and 0 < ending <= 3 and word.key.startswith(key)


def read_termbase(path: Path) -> Termbase:
    """Read a TBX or CSV file.

    A CSV file has a header of language tags; other columns but `note` and `status` are left alone.
    Several forms in one cell are parted by `|`, and one that begins with `!` must not be used.

    Raises:
        InputError: the file cannot be read, or holds no terms.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"The termbase {path.name} cannot be opened: {error.strerror}.") from error
    head = data[:2000].lstrip(b"\xef\xbb\xbf").lstrip()
    concepts = list(_read_tbx(data, path.name) if head.startswith(b"<") else _read_csv(data, path.name))
    if not concepts:
        raise InputError(f"The termbase {path.name} holds no terms in two languages.")
    return Termbase(concepts)


_STATUS = {
    "preferredterm-admn-sts": Status.PREFERRED,
    "preferred": Status.PREFERRED,
    "admittedterm-admn-sts": Status.ADMITTED,
    "admitted": Status.ADMITTED,
    "deprecatedterm-admn-sts": Status.DEPRECATED,
    "deprecated": Status.DEPRECATED,
    "supersededterm-admn-sts": Status.DEPRECATED,
    "superseded": Status.DEPRECATED,
    "forbidden": Status.DEPRECATED,
}


def _read_tbx(data: bytes, name: str) -> Iterator[Concept]:
    """Read TBX of 2008 (`termEntry`, `langSet`, `tig`/`ntig`) and of 2019 (`conceptEntry`, `langSec`, `termSec`)."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise InputError(f"The termbase {name} is damaged: {error}. Please export it again.") from error
    for number, entry in enumerate(_named(root, "termEntry", "conceptEntry"), 1):
        forms = []
        for section in _named(entry, "langSet", "langSec"):
            language = section.get(_XML_LANG) or section.get("lang", "")
            for group in _named(section, "tig", "ntig", "termSec"):
                term = next(_named(group, "term"), None)
                text = "".join(term.itertext()).strip() if term is not None else ""
                notes = [note for note in _named(group, "termNote") if note.get("type") == "administrativeStatus"]
                notes += _named(group, "administrativeStatus")
                status = _STATUS.get((notes[0].text or "").strip().lower()) if notes else None
                if text and language:
                    forms.append(Form(text, language, status or Status.PREFERRED))
        if len({primary(form.language) for form in forms}) > 1:
            definition = next(_named(entry, "descrip", "note"), None)
            yield Concept(
                entry.get("id", str(number)), tuple(forms), (definition.text or "") if definition is not None else ""
            )


def _named(element: ElementTree.Element, *names: str) -> Iterator[ElementTree.Element]:
    """Yield the descendants of some names, whatever their namespace."""
    for child in element.iter():
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in names:
            yield child


def _read_csv(data: bytes, name: str) -> Iterator[Concept]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"The termbase {name} is not in UTF-8. Please save it as CSV in UTF-8.") from error
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    for number, row in enumerate(rows, 1):
        status = _STATUS.get((row.get("status") or "").strip().lower(), Status.PREFERRED)
        forms = []
        for column, cell in row.items():
            if not column or column.strip().lower() in ("note", "status", "id") or not isinstance(cell, str):
                continue
            for place, form in enumerate(filter(None, (part.strip() for part in cell.split("|")))):
                if form.startswith("!"):
                    forms.append(Form(form[1:].strip(), column.strip(), Status.DEPRECATED))
                else:
                    forms.append(Form(form, column.strip(), status if place == 0 else Status.ADMITTED))
        if len({primary(form.language) for form in forms}) > 1:
            yield Concept(row.get("id") or str(number), tuple(forms), row.get("note") or "")


@lru_cache(maxsize=16)
def _loaded(path: Path, changed: int) -> Termbase:
    """Read a file once for each time it changed."""
    return read_termbase(path)


def termbase(setting: object) -> Termbase | None:
    """Return the termbase a project's setting names: a `Termbase`, the path of a file, or nothing.

    A file that has changed on disk is read again.

    Raises:
        InputError: the file cannot be read, or holds no terms.
    """
    if isinstance(setting, Termbase):
        return setting
    if not isinstance(setting, (str, Path)) or not str(setting):
        return None
    path = Path(setting)
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise InputError(f"The termbase {path.name} cannot be opened: {error.strerror}.") from error
    return _loaded(path, changed)
