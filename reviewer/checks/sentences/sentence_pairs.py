"""Pairs the sentences of a paragraph with those of its translation.

Dynamic programming over groups of neighbouring sentences (Gale and Church 1993), with costs from lengths
and from what both languages share: figures, look-alike words, question marks. Translators merge and split
sentences freely, so a sentence counts as left without counterpart only when every way to merge it with a
neighbour is far less likely.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

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


class _Table:
    """The costs of all groups of one paragraph pair."""

    def __init__(
        self, source: Reading, target: Reading, ours: tuple[Span, ...], theirs: tuple[Span, ...], pace: float
    ) -> None:
        self.n, self.m = len(ours), len(theirs)
        self.pace = pace
        self.known: dict[tuple[int, int, int, int], float] = {}
        self.noise = _noise(source.lang, target.lang)
        texts = [span.of(source.text) for span in ours]
        others = [span.of(target.text) for span in theirs]
        self.ours = [weighed_length(text, source.lang) for text in texts]
        self.theirs = [weighed_length(text, target.lang) for text in others]
        here, there = [_marks(text) for text in texts], [_marks(text) for text in others]
        common = _shared(here, there)
        self.our_marks = [marks & common.keys() for marks in here]
        self.their_marks = [marks & common.keys() for marks in there]
        self.weight = common
        self.our_questions = [bool(_QUESTION.search(text)) for text in texts]
        self.their_questions = [bool(_QUESTION.search(text)) for text in others]

    def best(self, leaving: bool) -> tuple[float, tuple[tuple[range, range], ...]]:
        """Return the cheapest pairing and its cost; with `leaving`, sentences may stay alone."""
        shapes = [(shape, cost) for shape, cost in _SHAPES.items() if leaving or all(shape)]
        if not leaving:
            # Whatever the counts, some pairing must exist to compare with.
            shapes += [((1, k), 2.0 * k) for k in range(4, _MOST)] + [((k, 1), 2.0 * k) for k in range(4, _MOST)]
        costs = {(0, 0): 0.0}
        back: dict[tuple[int, int], tuple[int, int]] = {}
        for i in range(self.n + 1):
            for j in range(self.m + 1):
                if not i and not j:
                    continue
                cheapest = _NEVER
                for (a, b), rarity in shapes:
                    if a > i or b > j or (i - a, j - b) not in costs:
                        continue
                    cost = costs[i - a, j - b] + rarity + self._cost(i - a, i, j - b, j)
                    if cost < cheapest:
                        cheapest = cost
                        back[i, j] = (a, b)
                if cheapest < _NEVER:
                    costs[i, j] = cheapest
        i, j = self.n, self.m
        groups = []
        while i or j:
            a, b = back[i, j]
            groups.append((range(i - a, i), range(j - b, j)))
            i, j = i - a, j - b
        return costs[self.n, self.m], tuple(reversed(groups))

    def _cost(self, i: int, i_end: int, j: int, j_end: int) -> float:
        key = (i, i_end, j, j_end)
        if key not in self.known:
            self.known[key] = self._reckon(i, i_end, j, j_end)
        return self.known[key]

    def _reckon(self, i: int, i_end: int, j: int, j_end: int) -> float:
        if i == i_end:
            return _lone(self.theirs[j], self.their_marks[j], self.weight)
        if j == j_end:
            return _lone(self.ours[i], self.our_marks[i], self.weight)
        ours, theirs = sum(self.ours[i:i_end]), sum(self.theirs[j:j_end])
        cost = _misfit(ours, theirs, self.pace, self.noise)
        mine = set().union(*self.our_marks[i:i_end])
        other = set().union(*self.their_marks[j:j_end])
        cost += sum(self.weight[mark] for mark in mine ^ other)
        asked = any(self.our_questions[i:i_end]) != any(self.their_questions[j:j_end])
        return cost + (1.5 / self.noise / self.noise if asked else 0.0)


_NEVER = float("inf")


def _lone(length: float, marks: set[str], weight: dict[str, float]) -> float:
    """Return what it costs to leave a sentence alone: marks that the other side has, speak against it."""
    return sum(weight[mark] for mark in marks) + (2.0 if length < 20 else 0.0)


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
