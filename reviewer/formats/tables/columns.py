"""Which columns of a table hold the source, the translation, the names of rows and remarks."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reviewer.model.errors import InputError
from reviewer.text.language_names import LANGUAGE_NAMES

_SOURCE = frozenset(
    """source src original source_text source_segment sourcetext quelle quelltext ausgangstext origen origine""".split()
)
_TARGET = frozenset(
    """target tgt translation translated target_text target_segment targettext ziel zieltext übersetzung traduction
    traducción""".split()
)
_ID = frozenset("id key name identifier string_id context_id segment_id schlüssel".split())
_NOTE = frozenset("comment comments note notes remark remarks kommentar bemerkung commentaire comentario".split())
_ROLES = ("source", "target", "id", "note", "state")
_STATE = frozenset("status state segment_status".split())
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?", re.IGNORECASE)

_OWN_NAMES = {
    "deutsch": "de", "français": "fr", "español": "es", "italiano": "it", "português": "pt", "nederlands": "nl",
    "polski": "pl", "čeština": "cs", "svenska": "sv", "dansk": "da", "suomi": "fi", "türkçe": "tr", "русский": "ru",
    "українська": "uk", "ελληνικά": "el", "magyar": "hu", "română": "ro", "العربية": "ar", "עברית": "he", "中文": "zh",
    "日本語": "ja", "한국어": "ko",
}  # fmt: skip
_TAGS = frozenset(tag.partition("-")[0] for tag in LANGUAGE_NAMES)
_NAMED = {name.lower(): tag for tag, name in LANGUAGE_NAMES.items()} | _OWN_NAMES


class Columns(NamedTuple):
    """Columns from 0; `source` is None where a table holds one language only, `id` and `note` where there are none."""

    target: int
    source: int | None = None
    id: int | None = None
    header: bool = False
    languages: tuple[str | None, str | None] = (None, None)
    guessed: bool = False
    """Whether nothing in the table says so."""
    note: int | None = None
    state: int | None = None

    @property
    def options(self) -> dict[str, str]:
        """What a reader reports, columns from 1."""
        found = {"target": str(self.target + 1), "header": "yes" if self.header else "no"}
        others = {"source": self.source, "id": self.id, "note": self.note, "state": self.state}
        found |= {role: str(place + 1) for role, place in others.items() if place is not None}
        return found


EVERY_CELL: Mapping[str, str] = {"columns": "none"}
"""Options of a table that is read cell by cell: it stays so, whatever an editor makes of the cells."""


def choose(rows: Sequence[Sequence[str]], options: Mapping[str, str]) -> Columns | None:
    """Return the columns that options name, or what the header says.

    Options are `source`, `target`, `id`, `note`, `state` and `header` (`yes` or `no`). A column is named by its
    number from 1, its letter or its heading. None where nothing tells and the table has fewer than two
    columns of text, or where no column is named and `EVERY_CELL` says that it was so when the table was first read.

    Raises:
        InputError: there is no such column; lists those there are.
    """
    first = [cell.strip() for cell in rows[0]] if rows else []
    chosen = {role: options[role] for role in _ROLES if options.get(role)}
    if not chosen and EVERY_CELL.items() <= options.items():
        return None
    if chosen:
        places = {role: _place(name, first) for role, name in chosen.items()}
        if "target" not in places:
            raise InputError("Say which column holds the translation: option `target`, a number, letter or heading.")
        named = any(not name.isdecimal() and name.lower() in map(str.lower, first) for name in chosen.values())
        header = options.get("header", "yes" if named else "no") == "yes"
        languages = _languages(first, places)
        source, _, id, note, state = (places.get(role) for role in _ROLES)
        return Columns(places["target"], source, id, header, languages, note=note, state=state)
    return by_header(first) or _by_content(rows)


def by_header(first: Sequence[str]) -> Columns | None:
    """Return the columns that the headings of a table name, None where they name none."""
    names = [re.sub(r"[\s-]+", "_", cell.lower()) for cell in first]
    id = next((place for place, name in enumerate(names) if name in _ID), None)
    source = next((place for place, name in enumerate(names) if name in _SOURCE), None)
    target = next((place for place, name in enumerate(names) if name in _TARGET), None)
    note = next((place for place, name in enumerate(names) if name in _NOTE), None)
    state = next((place for place, name in enumerate(names) if name in _STATE), None)
    tongues = [place for place, cell in enumerate(first) if place != id and _language(cell)]
    if source is None and target is None and len(tongues) > 1:
        source, target = tongues[:2]
    if target is None or source is None:
        return None
    languages = _languages(first, {"source": source, "target": target})
    return Columns(target, source, id, True, languages, note=note, state=state)


def _by_content(rows: Sequence[Sequence[str]]) -> Columns | None:
    width = max(map(len, rows), default=0)
    texts = [
        column
        for column in range(min(width, 50))
        if sum(any(map(str.isalpha, row[column])) for row in rows if column < len(row)) * 2 > len(rows)
    ]
    return Columns(texts[1], texts[0], guessed=True) if len(texts) == 2 else None


def _place(name: str, first: Sequence[str]) -> int:
    wanted = name.strip()
    if wanted.isdecimal() and int(wanted[:6]) > 0:
        return int(wanted[:6]) - 1
    headings = [heading.lower() for heading in first]
    if wanted.lower() in headings:
        return headings.index(wanted.lower())
    if re.fullmatch(r"[A-Za-z]{1,3}", wanted):
        return number_of(wanted)
    listed = ", ".join(f"“{heading}”" for heading in first[:20])
    raise InputError(f"The table has no column “{name}”. It has {listed}.")


def number_of(letters: str) -> int:
    """Return the number from 0 of a column named by letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def letters_of(number: int) -> str:
    """Return the letters of a column numbered from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _language(heading: str) -> str | None:
    """Return the language a heading is a tag or a name of."""
    named = _NAMED.get(heading.strip().lower())
    if named:
        return named
    tag = heading.replace("_", "-")
    # Words of two or three letters are tags only where they are known ones.
    is_tag = _LANGUAGE.fullmatch(heading) and heading.lower() not in _ID and ("-" in tag or tag.lower() in _TAGS)
    return tag if is_tag else None


def _languages(first: Sequence[str], places: Mapping[str, int]) -> tuple[str | None, str | None]:
    def tag(role: str) -> str | None:
        place = places.get(role, len(first))
        cell = first[place] if place < len(first) else ""
        return _language(cell)

    source, target = tag("source"), tag("target")
    return (source, target) if "source" in places else (target, None)
