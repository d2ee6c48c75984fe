"""Pairs the sentences of a paragraph with those of its translation.

Dynamic programming over groups of neighbouring sentences (Gale and Church 1993), with costs from lengths
and from what both languages share: figures, look-alike words, question marks. Translators merge and split
sentences freely, so a sentence counts as left without counterpart only when every way to merge it with a
neighbour is far less likely.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from math import log, sqrt
from typing import NamedTuple

from reviewer.checks.sentences.length import weighed_length
from reviewer.model.span import Span
from reviewer.text.languages import script
from reviewer.text.reading import Reading
from reviewer.text.sentences import sentences

USUAL_PACE = 0.05
"""Logarithm of how long a translation usually is beside its source, in letters of English."""
_MOST = 14
"""Longer paragraphs are left alone: the table grows with the square."""
_SHAPES = {
    (1, 1): 0.0,
    (1, 2): 2.0,
    (2, 1): 2.0,
    (1, 3): 4.0,
    (3, 1): 4.0,
    (2, 2): 4.5,
    (1, 0): 3.0,
    (0, 1): 3.0,
}
"""Cost of each group shape in nats: how rare it is in edited translations."""
_ANCHOR = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]{4,}")
_GROUPING = re.compile(r"[.,](?=\d{3}(?!\d))")
_QUESTION = re.compile(r"[?？؟]|(?:か。)")
_DENSE_SCRIPTS = frozenset(("Hans", "Hant", "Jpan", "Kore"))


@dataclass(frozen=True, slots=True)
class Alignment:
    """Groups of source and target sentences, by index ranges, in order."""

    groups: tuple[tuple[range, range], ...]
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    margin: float
    """By how many nats the groups beat the best pairing that leaves no sentence alone."""


def aligned(source: Reading, target: Reading, pace: float = USUAL_PACE) -> Alignment | None:
    """Return how the sentences of two texts go together, None where there is nothing to tell.

    `pace` is the logarithm of how long the translations of this article are beside their sources.
    """
    ours, theirs = source.of(sentences), target.of(sentences)
    n, m = len(ours), len(theirs)
    if (n < 2 and m < 2) or not n or not m or max(n, m) > _MOST:
        return None
    if n == m and _in_step(source, target, ours, theirs, pace):
        return None
    table = _Table(source, target, ours, theirs, pace)
    cost, groups = table.best(leaving=True)
    if all(a and b for a, b in groups):
        return Alignment(groups, ours, theirs, 0.0)
    full, _ = table.best(leaving=False)
    return Alignment(groups, ours, theirs, full - cost)


def parallel(source: Reading, target: Reading) -> list[tuple[Span, Span]]:
    """Return the stretches of source and target that say the same, sentence by sentence where that is plain."""
    ours, theirs = source.of(sentences), target.of(sentences)
    if len(ours) == len(theirs) > 1 and _in_step(source, target, ours, theirs, USUAL_PACE):
        return list(zip(ours, theirs, strict=True))
    return [(Span(0, len(source.text)), Span(0, len(target.text)))]


def _in_step(source: Reading, target: Reading, ours: tuple[Span, ...], theirs: tuple[Span, ...], pace: float) -> bool:
    """Say whether lengths alone already pair the sentences one by one, as in most paragraphs."""
    noise = _noise(source.lang, target.lang)
    cost = 0.0
    for one, other in zip(ours, theirs, strict=True):
        first, second = (
            weighed_length(one.of(source.text), source.lang),
            weighed_length(other.of(target.text), target.lang),
        )
        cost += _misfit(first, second, pace, noise)
        if cost > _SHAPES[1, 0]:
            return False
    return True


@lru_cache(maxsize=256)
def _noise(source_lang: str, target_lang: str) -> float:
    """Return how much more lengths vary than between alphabetic scripts."""
    return 1.7 if _DENSE_SCRIPTS & {script(source_lang), script(target_lang)} else 1.0


def _misfit(ours: float, theirs: float, pace: float, noise: float) -> float:
    """Return how unlikely two lengths are for one text, in nats; large misfits count linearly.

    The spread is that of professional translations of news (WMT 2023 test sets) by length.
    """
    spread = noise * (0.08 + 0.9 / sqrt(max(min(ours, theirs), 4)))
    off = abs(log((theirs + 3) / (ours + 3)) - pace) / spread
    return 0.5 * off * off if off < 2 else 2 * off - 2


class _Group(NamedTuple):
    """Neighbouring sentences of one text."""

    length: float
    marks: frozenset[str]
    """Those that the other text has, too."""
    asks: bool
    alone: float
    """What it costs to leave a single sentence alone: marks that the other side has, speak against it."""


class _Table:
    """The costs of all groups of one paragraph pair."""

    def __init__(
        self, source: Reading, target: Reading, ours: tuple[Span, ...], theirs: tuple[Span, ...], pace: float
    ) -> None:
        self.pace = pace
        self.noise = _noise(source.lang, target.lang)
        texts = [span.of(source.text) for span in ours]
        others = [span.of(target.text) for span in theirs]
        here, there = [_marks(text) for text in texts], [_marks(text) for text in others]
        self.weight = _shared(here, there)
        self.ours = [*map(self._single, texts, here, repeat(source.lang))]
        self.theirs = [*map(self._single, others, there, repeat(target.lang))]

    def _single(self, text: str, marks: set[str], lang: str) -> _Group:
        length = weighed_length(text, lang)
        shared = self.weight.keys() & marks
        alone = self._weigh(shared) + (2.0 if length < 20 else 0.0)
        return _Group(length, frozenset(shared), _QUESTION.search(text) is not None, alone)

    def _weigh(self, marks: Iterable[str]) -> float:
        return sum(self.weight[mark] for mark in marks)

    def best(self, leaving: bool) -> tuple[float, tuple[tuple[range, range], ...]]:
        """Return the cheapest pairing and its cost; with `leaving`, sentences may stay alone."""
        shapes = [(*shape, cost) for shape, cost in _SHAPES.items() if leaving or all(shape)]
        if not leaving:
            # Whatever the counts, some pairing must exist to compare with.
            shapes += [(1, k, 2.0 * k) for k in range(4, _MOST + 1)] + [(k, 1, 2.0 * k) for k in range(4, _MOST + 1)]
        n, m = len(self.ours), len(self.theirs)
        ours = {size: _joined(self.ours, size) for size, _, _ in shapes}
        theirs = {size: _joined(self.theirs, size) for _, size, _ in shapes}
        costs = [[_NEVER] * (m + 1) for _ in range(n + 1)]
        costs[0][0] = 0.0
        back: dict[tuple[int, int], tuple[int, int]] = {}
        for i in range(n + 1):
            ways = [(a, b, rarity, costs[i - a], ours[a][i - a], theirs[b]) for a, b, rarity in shapes if a <= i]
            for j in range(m + 1):
                cheapest = costs[i][j]
                for a, b, rarity, row, group, others in ways:
                    # Most shapes are dearer by their rarity alone than what one cheap pairing costs.
                    if b > j or (so_far := row[j - b] + rarity) >= cheapest:
                        continue
                    cost = so_far + self._cost(group, others[j - b])
                    if cost < cheapest:
                        cheapest = costs[i][j] = cost
                        back[i, j] = (a, b)
        i, j = n, m
        groups = []
        while i or j:
            a, b = back[i, j]
            groups.append((range(i - a, i), range(j - b, j)))
            i, j = i - a, j - b
        return costs[n][m], tuple(reversed(groups))

    def _cost(self, ours: _Group | None, theirs: _Group | None) -> float:
        if ours is None or theirs is None:
            alone = ours or theirs
            return alone.alone if alone else _NEVER
        cost = _misfit(ours.length, theirs.length, self.pace, self.noise)
        if ours.marks != theirs.marks:
            cost += self._weigh(ours.marks ^ theirs.marks)
        return cost if ours.asks is theirs.asks else cost + 1.5 / self.noise / self.noise


def _joined(singles: Sequence[_Group], size: int) -> Sequence[_Group | None]:
    """Return the groups of so many sentences by where they begin; one without any stands at every place."""
    if not size:
        return [None] * (len(singles) + 1)
    if size == 1:
        return singles
    return [
        _Group(
            sum(group.length for group in row),
            frozenset().union(*(group.marks for group in row)),
            any(group.asks for group in row),
            _NEVER,
        )
        for start in range(len(singles) - size + 1)
        for row in [singles[start : start + size]]
    ]


_NEVER = float("inf")


def _marks(text: str) -> set[str]:
    """Return what may look alike in the other language: figures, and words by their first letters."""
    return {_key(word) for word in _ANCHOR.findall(text)}


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return _GROUPING.sub("", word) if word[0].isdigit() else word[:5].casefold()


def _shared(here: list[set[str]], there: list[set[str]]) -> dict[str, float]:
    """Return the marks that both texts hold, each with its weight: what stands in one place weighs most."""
    ours = Counter(mark for marks in here for mark in marks)
    theirs = Counter(mark for marks in there for mark in marks)
    return {
        mark: (2.5 if mark[0].isdigit() else 1.5) / max(count, theirs[mark])
        for mark, count in ours.items()
        if mark in theirs
    }
