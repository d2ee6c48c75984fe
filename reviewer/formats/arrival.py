"""How much of a file's text arrived in its units, and what did not."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reviewer.formats.format import Content
from reviewer.formats.raw_text import raw_text
from reviewer.model.segment import UNIT_BREAK, without_codes

ENOUGH = 0.98
"""Share of the words below which an editor is told what was left out."""

_WORD = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""A run of letters and digits; ideographs and syllables count alone."""
_EXAMPLES = 3
_EXAMPLE = 60
"""Characters of an example of what was left out."""


class Arrival(NamedTuple):
    """What became of a file's words."""

    words: int
    """In the raw file."""
    read: int
    left_out: tuple[str, ...]
    """Beginnings of the longest stretches that were not read, longest first."""

    @property
    def complete(self) -> bool:
        """Whether nothing need be said."""
        return self.read >= ENOUGH * self.words

    @property
    def sentence(self) -> str:
        """What to tell the editor of words left out."""
        share = (
            f"{100 * self.read / max(1, self.words):.1f} % of its words were read ({self.read:,} of {self.words:,})."
        )
        examples = ", ".join(f"“{each}”" for each in self.left_out)
        return f"{share} Left out: {examples}." if examples else share


def arrival(format: str, data: bytes, options: Mapping[str, str], content: Content) -> Arrival | None:
    """Return how many of a file's words its units hold; None where nobody can tell.

    Words are compared, not only counted: a text read twice does not make up for one left out.
    """
    found = Counter(words_of(UNIT_BREAK.join(unit.text for unit in content.units)))
    found.update(words_of(UNIT_BREAK.join(unit.source or "" for unit in content.units)))
    stretches = raw_text(format, data, options)
    if stretches is None:
        if content.words_in_file is None:
            return None
        return Arrival(content.words_in_file, min(content.words_in_file, found.total()), ())
    held = Counter(words_of(UNIT_BREAK.join(stretches)))
    arrived = Arrival(held.total(), (held & found).total(), ())
    return arrived if arrived.complete else arrived._replace(left_out=_left_out(stretches, found))


def _left_out(stretches: Sequence[str], found: Counter[str]) -> tuple[str, ...]:
    """Return examples of stretches most of whose words are not among those found; takes them from `found`."""
    missing: list[tuple[int, str]] = []
    for stretch in stretches:
        words = words_of(stretch)
        lost = 0
        for word in words:
            if found[word] > 0:
                found[word] -= 1
            else:
                lost += 1
        if 2 * lost > len(words):
            missing.append((lost, stretch))
    missing.sort(key=lambda each: -each[0])
    return tuple(_example(stretch) for _, stretch in missing[:_EXAMPLES])


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are counted here."""
    return _WORD.findall(without_codes(text))


def _example(stretch: str) -> str:
    text = " ".join(stretch.split())
    return text if len(text) <= _EXAMPLE else text[:_EXAMPLE].rstrip() + "…"
