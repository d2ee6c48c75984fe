"""Which columns of a table hold the source, the translation, the names of rows and remarks."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reviewer.model.errors import InputError

_SOURCE = frozenset("source src original source_text sourcetext quelle quelltext ausgangstext origen origine".split())
_TARGET = frozenset(
    "target tgt translation translated target_text targettext ziel zieltext übersetzung traduction traducción".split()
)
_ID = frozenset("id key name identifier string_id context_id schlüssel".split())
_NOTE = frozenset("comment comments note notes remark remarks kommentar bemerkung commentaire comentario".split())
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?", re.IGNORECASE)


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

    @property
    def options(self) -> dict[str, str]:
        """What a reader reports, columns from 1."""
        found = {"target": str(self.target + 1), "header": "yes" if self.header else "no"}
        if self.source is not None:
            found["source"] = str(self.source + 1)
        if self.id is not None:
            found["id"] = str(self.id + 1)
        if self.note is not None:
            found["note"] = str(self.note + 1)
        return found


def choose(rows: Sequence[Sequence[str]], options: Mapping[str, str]) -> Columns | None:
    """Return the columns that options `source`, `target`, `id`, `note` and `header` name, or what the header says.

    A column is named by its number from 1, its letter or its heading. None where nothing tells and the
    table has fewer than two columns of text.

    Raises:
        InputError: there is no such column; lists those there are.
    """
    first = [cell.strip() for cell in rows[0]] if rows else []
    chosen = {role: options[role] for role in ("source", "target", "id", "note") if options.get(role)}
    if chosen:
        places = {role: _place(name, first) for role, name in chosen.items()}
        if "target" not in places:
            raise InputError("Say which column holds the translation: option `target`, a number, letter or heading.")
        named = any(not name.isdecimal() and name.lower() in map(str.lower, first) for name in chosen.values())
        header = options.get("header", "yes" if named else "no") == "yes"
        languages = _languages(first, places)
        source, id, note = (places.get(role) for role in ("source", "id", "note"))
        return Columns(places["target"], source, id, header, languages, note=note)
    return _by_header(first) or _by_content(rows)


def _by_header(first: Sequence[str]) -> Columns | None:
    names = [re.sub(r"[\s-]+", "_", cell.lower()) for cell in first]
    id = next((place for place, name in enumerate(names) if name in _ID), None)
    source = next((place for place, name in enumerate(names) if name in _SOURCE), None)
    target = next((place for place, name in enumerate(names) if name in _TARGET), None)
    note = next((place for place, name in enumerate(names) if name in _NOTE), None)
    tongues = [place for place, cell in enumerate(first) if _LANGUAGE.fullmatch(cell) and place != id]
    if source is None and target is None and len(tongues) > 1:
        source, target = tongues[:2]
    if target is None or source is None:
        return None
    return Columns(target, source, id, True, _languages(first, {"source": source, "target": target}), note=note)


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


def _languages(first: Sequence[str], places: Mapping[str, int]) -> tuple[str | None, str | None]:
    def tag(role: str) -> str | None:
        place = places.get(role, len(first))
        cell = first[place] if place < len(first) else ""
        return cell.replace("_", "-") if _LANGUAGE.fullmatch(cell) and cell.lower() not in _ID else None

    source, target = tag("source"), tag("target")
    return (source, target) if "source" in places else (target, None)
