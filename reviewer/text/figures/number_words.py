"""Numbers in words: twenty-three, zweihundertfünf, два миллиона."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reviewer.text.figures.lexis import Lexis


class Spelt(NamedTuple):
    """A number in words, found at the start of a list of words."""

    value: float
    words: int
    """How many words it takes."""
    doubtful: bool
    """Whether it may be no number at all (French neuf: nine, or new)."""
    ordinal: bool


class _Part(NamedTuple):
    value: float
    words: int
    scale: bool
    doubtful: bool
    ordinal: bool
    linked: bool = False
    """Whether an "and" is written onto it, which adds and never multiplies."""


def spelt(words: Sequence[str], start: int, joined: Sequence[bool], lexis: Lexis) -> Spelt | None:
    """Read the number in words at `words[start]`.

    `words` are folded; `joined[i]` says whether only a space or a hyphen stands before word `i`.
    Returns None where no number stands.
    """
    if words[start] in lexis.leads and start + 1 < len(words) and joined[start + 1]:
        return _led(words, start, joined, lexis)
    first = _part(words, start, joined, lexis)
    if first is None:
        return None
    total = 0.0  # groups that are done: two million
    group = 0.0  # the last of them, which a greater scale may still multiply: mil millones
    current: float | None = None  # the group being read: three hundred and
    ordinal = False
    part: _Part | None = first
    at = start
    while part is not None:
        if not part.scale:
            if current is None and total and part.value >= 1000:
                break
            if current is not None and not _adds(current, part.value) and not _turned(current, part.value, lexis):
                break
            current = (current or 0) + part.value
        elif part.value < 1000:
            if current is not None and current >= part.value:
                break
            current = (current or 1) * part.value
        elif current is None and group:
            if part.value <= group:
                break
            total += group * (part.value - 1)
            group *= part.value
        else:
            scaled = (current or 1) * part.value
            if (group and scaled >= group) or (part.linked and current is not None):
                break  # "hundreds and thousands" is two numbers
            group, current = scaled, None
            total += group
        at += part.words
        if part.ordinal:
            ordinal = True
            part = _following(words, at, joined, lexis)
            if part is None:
                break
            # Both halves are ordinals: dwudziesty pierwszy, dvacátý první; Arabic: the fifth and the twenty
            added = part.ordinal and _adds(current or 0, part.value)
            if not added and not _turned(current or 0, part.value, lexis):
                break
            continue
        if half := half_at(words, at, joined, lexis):
            at += half
            if current is None:
                total += group / 2
            else:
                current += part.value / 2 if part.scale else 0.5  # a dozen and a half
        part = _following(words, at, joined, lexis)
    plain = at - start == first.words
    return Spelt(total + (current or 0), at - start, plain and first.doubtful, ordinal)


def _led(words: Sequence[str], start: int, joined: Sequence[bool], lexis: Lexis) -> Spelt | None:
    """Read a number behind a word that adds a part of one to it: sāṛhe tīn lākh is three and a half lakh."""
    first = _part(words, start + 1, joined, lexis)
    rest = spelt(words, start + 1, joined, lexis) if first else None
    if first is None or rest is None:
        return None
    one = first.value if first.scale or first.value >= 100 else rest.value / first.value if first.value else 0
    return rest._replace(value=rest.value + lexis.leads[words[start]] * one, words=rest.words + 1, doubtful=False)


def half_at(words: Sequence[str], at: int, joined: Sequence[bool], lexis: Lexis) -> int:
    """Return how many words at `at` add a half to what stands before: and a half, с половиной."""
    if at >= len(words) or not joined[at]:
        return 0
    for length in lexis.half_lengths.get(words[at], ()):
        if " ".join(words[at : at + length]) in lexis.and_half:
            return length
    return 0


def _following(words: Sequence[str], at: int, joined: Sequence[bool], lexis: Lexis) -> _Part | None:
    """Read the next part of a number that has begun: its link ("and", "of", Arabic wa-), then the part."""
    if at >= len(words) or not joined[at]:
        return None
    part = _part(words, at, joined, lexis)
    if part is None and at + 1 < len(words) and joined[at + 1]:
        linked = _part(words, at + 1, joined, lexis)
        if linked and words[at] in (lexis.partitives if linked.scale else lexis.links):
            return linked._replace(words=linked.words + 1)
    if part is None and words[at].startswith("و") and lexis.lang in ("ar", "fa", "ur"):
        return _part([words[at][1:], *words[at + 1 :]], 0, [True, *joined[at + 1 :]], lexis)
    return part


def _part(words: Sequence[str], at: int, joined: Sequence[bool], lexis: Lexis) -> _Part | None:
    """Read one part of a number: the longest phrase the tables know, or one long compound."""
    for length in lexis.number_lengths.get(words[at], ()):
        if length > 1 and not (at + length <= len(words) and all(joined[at + 1 : at + length])):
            continue
        key = " ".join(words[at : at + length])
        if scale := lexis.scales.get(key):
            if len(key) > 2:
                return _Part(scale, length, True, False, False)
        elif found := lexis.numbers.get(key):
            return _Part(found.value, length, False, found.doubtful, found.ordinal)
    for key in lexis.bare(words[at]) if lexis.prefixes else ():
        if found := lexis.numbers.get(key):
            return _Part(found.value, 1, False, found.doubtful, found.ordinal)
        if scale := lexis.scales.get(key):
            return _Part(scale, 1, True, False, False, words[at][0] in "וو")
    whole = compound(words[at], lexis)
    return _Part(whole, 1, False, False, False) if whole else None


def _adds(current: float, value: float) -> bool:
    """Say whether `value` can be added to a number that ends in `current`: a hundred + twenty + three."""
    if value <= 0:
        return False
    if current < 20:
        return False
    tail = current % 100
    return value < 100 if tail == 0 else tail >= 20 and tail % 10 == 0 and value < 10


def _turned(unit: float, tens: float, lexis: Lexis) -> bool:
    """Say whether the unit stands before the tens, as Arabic has it: five and twenty."""
    return lexis.lang == "ar" and 0 < unit < 10 and 20 <= tens < 100 and tens % 10 == 0


@cache
def _parts(lexis: Lexis) -> tuple[dict[str, float], re.Pattern[str]] | None:
    """The parts long words for numbers are made of, and a pattern of such words."""
    if not lexis.joined:
        return None
    parts = {key: word.value for key, word in lexis.numbers.items() if " " not in key}
    parts |= {key: scale for key, scale in lexis.scales.items() if " " not in key and len(key) > 2 and scale >= 100}
    parts |= dict.fromkeys(lexis.links, 0.0)
    parts.pop("", None)
    names = "|".join(sorted(map(re.escape, parts), key=len, reverse=True))
    return parts, re.compile(f"(?:{names})+")


def compound(word: str, lexis: Lexis) -> float | None:
    """Read a number written as one long word: zweihundertfünfzigtausend."""
    if len(word) < 7:
        return None
    known = _parts(lexis)
    if known is None or not known[1].fullmatch(word):
        return None
    return _sum(word, known[0], lexis)


def _sum(word: str, parts: dict[str, float], lexis: Lexis) -> float | None:
    """Read parts from the left, the longest first, trying shorter ones where the rest makes no number."""
    total, current = 0.0, None
    at = 0
    while at < len(word):
        for length in range(min(20, len(word) - at), 0, -1):
            piece = word[at : at + length]
            if piece in parts and (at + length == len(word) or _starts(word, at + length, parts)):
                break
        else:
            return None
        at += length
        if piece in lexis.links:
            if current is None:
                return None
            continue
        value = parts[piece]
        if (piece in lexis.scales and value >= 100) or (value == 100 and current):
            current = (current or 1) * value
            if value >= 1000:
                total, current = total + current, None
        elif current is None:
            current = value
        elif current < 10 and 20 <= value < 100 and value % 10 == 0:
            current += value  # ein-und-zwanzig
        elif _adds(current, value):
            current += value
        else:
            return None
    return total + (current or 0)


def _starts(word: str, at: int, parts: dict[str, float]) -> bool:
    return any(word.startswith(part, at) for part in parts)
