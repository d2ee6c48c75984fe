"""The quick way for documents that evidently run in step, row against row."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest
from operator import sub
from typing import overload

from reviewer.alignment.link import Link
from reviewer.model.packed_texts import lengths

_NUMBER = re.compile(r"\d\d+")
_WORD = re.compile(r"\w{3,}|\d+|[\u3040-\u30ff\u3400-\u9fff]")
_STEM = 5
"""Letters of a word that are compared."""
_SAMPLE = 1000
"""Rows whose numbers or words are compared in a long document."""
_REACH = 3
"""Rows by which a translation may be found astray."""
_LONG = 600
"""Rows from which on texts of equal count are taken to run in step where nothing speaks against it; shorter
ones are soon looked at closely."""
_CONTRADICTION = 0.9
"""Nats, times the logarithm of the row count, by which a stretch may speak against pairing by row:
the worst stretch of noise grows like that."""
_MISFIT = 2.6
"""Nats of length misfit of a row; above the usual of pairs, below that of unrelated rows."""
_GROUP = 4
"""Rows of which only the last is compared at first in a long document: that may rule a shift out."""
_ODDS = 0.004
"""Odds that a link of usual lengths is wrong."""


class Steps(Sequence[Link]):
    """The links of two texts that run in step, each made when it is asked for."""

    def __init__(self, misfits: Sequence[float]) -> None:
        """`misfits` are those of the lengths, row for row."""
        self._misfits = misfits

    def below(self, score: float) -> list[int]:
        """Return the rows whose links have a lower score than the one given, between 0 and 1."""
        most = math.log((1.0 / score - 1.0) / _ODDS)
        return [row for row, misfit in enumerate(self._misfits) if misfit > most]

    def __len__(self) -> int:
        return len(self._misfits)

    @overload
    def __getitem__(self, index: int) -> Link: ...

    @overload
    def __getitem__(self, index: slice) -> list[Link]: ...

    def __getitem__(self, index: int | slice) -> Link | list[Link]:
        if isinstance(index, slice):
            return [self[row] for row in range(*index.indices(len(self)))]
        row = range(len(self))[index]
        return Link((row,), (row,), 1.0 / (1.0 + _ODDS * math.exp(self._misfits[row])))


def evident(source: Sequence[str], target: Sequence[str]) -> Steps | None:
    """Return one link a row where two texts evidently run in step, otherwise None.

    They do when the counts are equal, the lengths go together in every stretch, no stretch fits better
    when shifted by one or two rows, and numbers stand in the same rows. Where all rows are of about one
    length, which tells nothing, words that both languages share speak instead; in a long document it is
    enough that they do not speak against. Takes some microseconds a row and no third-party library.
    """
    n = len(source)
    if n != len(target) or not n:
        return None
    if n == 1:
        return Steps([0.0 if source[0] and target[0] else -math.log(_ODDS)])
    ours, theirs = lengths(source), lengths(target)
    total = sum(ours), sum(theirs)
    if not total[0] or not total[1] or not _numbers_agree(source, target):
        return None
    # Lengths are compared on a common scale: each side's own characters are stretched to the mean.
    stretch = math.sqrt(total[1] / total[0])
    a = [x * stretch for x in ours]
    b = [y / stretch for y in theirs]
    tolerated = _CONTRADICTION * math.log(n)
    here = misfits(a, b)
    if _worst(here, _MISFIT) > tolerated:
        return None
    telling = _in_step(a, b, here, tolerated)
    if telling is None or (not telling and (n < _LONG or _words_disagree(source, target))):
        return None
    return Steps(here)


def _in_step(a: Sequence[float], b: Sequence[float], here: Sequence[float], tolerated: float) -> bool | None:
    """Say whether the lengths tell that the rows run in step; None where they tell of a shift.

    `here` is how ill the lengths `a` and `b` fit row by row.
    """
    telling = True
    usual = mean(here)
    parts = (here[start::_GROUP] for start in range(_GROUP))
    most = list(map(sum, zip_longest(*parts, fillvalue=0.0)))
    for shift in range(1, min(3, len(here))):
        for x, y in ((a[shift:], b[:-shift]), (a[:-shift], b[shift:])):
            if len(here) >= _LONG:
                some = misfits(x[_GROUP - 1 :: _GROUP], y[_GROUP - 1 :: _GROUP])
                if mean(some) >= 1.2 * usual and _most_gained(most, some) <= tolerated:
                    continue
            there = misfits(x, y)
            # The row may be either end of the shifted stretch, so each is taken once.
            gains = list(map(sub, here, there))
            slack = 0.0
            if mean(there) < 1.2 * usual:
                # Lengths that tell nothing wander: with this slack, the more rows the further, but no faster
                # than is tolerated (the maximum of a random walk with drift).
                telling = False
                slack = mean([gain * gain for gain in gains]) / (2 * _CONTRADICTION)
            if _worst(gains, slack) > tolerated:
                return None
    return telling


def misfits(a: Sequence[float], b: Sequence[float]) -> list[float]:
    """Return, row for row, the negative log likelihood (Student's t, 4 degrees) of the two lengths."""
    log1p = math.log1p
    return [2.5 * log1p((x - y) * (x - y) / (8.0 * (x + y + 4.0))) for x, y in zip(a, b, strict=True)]


def mean(values: Sequence[float]) -> float:
    """Return the mean; the library that has one takes longer to load than a text to align."""
    return sum(values) / len(values)


def _worst(values: Iterable[float], slack: float) -> float:
    """Return the largest sum of a run of consecutive values (Kadane), each lessened by `slack`."""
    best = run = 0.0
    for v in values:
        run += v - slack
        if run < 0.0:
            run = 0.0
        elif run > best:
            best = run
    return best


def _most_gained(here: Sequence[float], there: Sequence[float]) -> float:
    """Return what no run of rows can gain more than by a shift.

    `here` is how ill each group of rows fits, `there` how ill the last of each would after the shift; the others
    are taken to fit perfectly there.
    """
    best = run = 0.0
    for before, after in zip_longest(here, there, fillvalue=0.0):
        # A run may end before the last row of a group.
        run += before
        if run > best:
            best = run
        run -= after
        if run < 0.0:
            run = 0.0
    return best


def _numbers_agree(source: Sequence[str], target: Sequence[str]) -> bool:
    """Say whether numbers stand in the same rows rather than in neighbouring ones."""
    n = len(source)
    step = max(1, n // _SAMPLE)
    together = apart = 0
    for i in range(0, n, step):
        wanted = set(_NUMBER.findall(source[i]))
        if not wanted:
            continue
        if wanted & set(_NUMBER.findall(target[i])):
            together += 1
            continue
        near = range(max(0, i - 3), min(n, i + 4))
        # A number that stands a row further on, and is not also the source's there, has been moved.
        apart += any(wanted & set(_NUMBER.findall(target[j])) - set(_NUMBER.findall(source[j])) for j in near)
    return apart * 50 <= together


def _words_disagree(source: Sequence[str], target: Sequence[str]) -> bool:
    """Say whether in some stretch of sampled rows more words are shared with a row further on or back.

    A word counts where it stands in one row only of those around.
    """
    n = len(source)
    offsets = range(-_REACH, _REACH + 1)
    shared: dict[int, list[int]] = {offset: [] for offset in offsets}
    for i in range(_REACH, n - _REACH, max(1, n // _SAMPLE)):
        words = _words(source[i])
        around = [words & _words(target[i + offset]) for offset in offsets]
        often = Counter(chain.from_iterable(around))
        for offset, met in zip(offsets, around, strict=True):
            shared[offset].append(sum(often[word] == 1 for word in met))
    here = shared.pop(0)
    chance = mean([mean(gains) for gains in shared.values()])
    tolerated = 2 + math.log(len(here))
    gains = ([o - h - chance for h, o in zip(here, there, strict=True)] for there in shared.values())
    return any(_worst(gain, 0.0) > tolerated for gain in gains)


def _words(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())}
