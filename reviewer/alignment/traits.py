"""How segments begin and end and what they are: signs that two texts are cut at the same place."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reviewer.alignment.link import Link
from reviewer.alignment.side import Doubles, Floats, Ints

_STOPS = (".。．।۔", "?？؟", "!！", ":：", ";；؛", ",，、،", "…—–")
_ENDS = {mark: k for k, marks in enumerate(_STOPS, 1) for mark in marks}
_OTHER_END = len(_STOPS) + 1
_CLOSING = "\"'”’»«“)）]】」』›\u200f\u200e*_ \t\n\u00a0\u202f\u3000"
"""Signs that may stand behind a stop."""

_UNLEARNT = 0.5
"""Log likelihood ratio of equal classes, and less that of differing ones, before anything is learnt."""
_KIND = 1.0
"""Weight of what segments are: it stays in translation, where punctuation may change."""
_STRENGTH = 20.0
"""How many links what is believed beforehand counts for."""
_MOST = 3.0
"""A ratio never counts for more than this."""


@dataclass(frozen=True)
class Trait:
    """A class of every segment, and how far the classes speak for a link (log likelihood ratios)."""

    source: Ints
    target: Ints
    last: bool
    """Whether a link's trait is that of its last segments (how it ends) rather than of its first."""
    pair: Floats
    """`[source class, target class]` of the two sides of a link."""
    inner: tuple[Floats, Floats]
    """By class, source and target: of a segment whose neighbour at that end is in the same link."""
    weight: float = 0.5
    """Of the ratios: traits are not independent of each other."""


def traits(
    source: Sequence[str],
    target: Sequence[str],
    kinds: tuple[Sequence[Hashable], Sequence[Hashable]] | None,
) -> tuple[Trait, ...]:
    """Return how the segments of two texts end, begin and, where `kinds` are given, what they are."""
    ends = _unlearnt(list(map(_end, source)), list(map(_end, target)), _OTHER_END + 1, last=True)
    starts = _unlearnt(list(map(_start, source)), list(map(_start, target)), 6, last=False)
    if kinds is None:
        return ends, starts
    classes: dict[Hashable, int] = {}
    a, b = ([classes.setdefault(kind, len(classes)) for kind in side] for side in kinds)
    # One kind for all says nothing.
    if len(classes) < 2:
        return ends, starts
    # At both ends, for a heading goes with no paragraph before or behind it.
    kind = [replace(_unlearnt(a, b, len(classes), last=last), weight=_KIND) for last in (False, True)]
    return ends, starts, *kind


def _end(text: str) -> int:
    """Return the class of a text's last sign: which stop, something else, or nothing."""
    stripped = text.rstrip(_CLOSING)
    return _ENDS.get(stripped[-1], _OTHER_END) if stripped else 0


def _start(text: str) -> int:
    """Return the class of a text's first sign: capital, small or caseless letter, digit, other, nothing."""
    first = text.lstrip()[:1]
    if not first:
        return 0
    if first.isupper():
        return 1
    if first.islower():
        return 2
    if first.isdigit():
        return 3
    return 4 if first.isalpha() else 5


def _unlearnt(source: list[int], target: list[int], classes: int, *, last: bool) -> Trait:
    pair = np.full((classes, classes), -_UNLEARNT, np.float32)
    np.fill_diagonal(pair, _UNLEARNT)
    nothing = np.zeros(classes, np.float32)
    return Trait(np.array(source), np.array(target), last, pair, (nothing, nothing))


def learnt(trait: Trait, links: Sequence[Link]) -> Trait:
    """Return the trait with ratios estimated from links, each counted by its probability."""
    full = [link for link in links if not link.hole]
    if not full:
        return trait
    classes = len(trait.pair)
    weight = np.array([link.score for link in full])
    sides = (trait.source, [link.source for link in full]), (trait.target, [link.target for link in full])
    outer: list[Ints] = []
    inner: list[Floats] = []
    for kind, indexes in sides:
        outer.append(kind[[own[-1 if trait.last else 0] for own in indexes]])
        inside = [(i, w) for own, w in zip(indexes, weight, strict=True) for i in (own[:-1] if trait.last else own[1:])]
        within = (
            np.bincount(kind[[i for i, _ in inside]], [w for _, w in inside], classes) if inside else np.zeros(classes)
        )
        everywhere = np.bincount(outer[-1], weight, classes) + within + 1
        inner.append(_ratio(within, everywhere / everywhere.sum(), _STRENGTH / 2))
    met = np.bincount(outer[0] * classes + outer[1], weight, classes * classes).reshape(classes, classes)
    independent = np.outer(*(_shares(np.bincount(own, weight, classes)) for own in outer))
    before = independent * np.exp(_unlearnt([], [], classes, last=True).pair)
    believed = met + _STRENGTH * before / before.sum()
    pair = np.log(believed / believed.sum() / independent)
    return replace(trait, pair=np.clip(pair, -_MOST, _MOST).astype(np.float32), inner=(inner[0], inner[1]))


def _shares(counts: Ints | Doubles) -> Doubles:
    shares: Doubles = (counts + 1) / (counts.sum() + len(counts))
    return shares


def _ratio(counts: Ints | Doubles, expected: Doubles, strength: float) -> Floats:
    """Return the log ratio of observed shares, smoothed towards the expected ones, to those."""
    shares = (counts + strength * expected) / (counts.sum() + strength)
    ratio: Floats = np.clip(np.log(shares / expected), -_MOST, _MOST).astype(np.float32)
    return ratio
