"""Texts that ran in step, disturbed as real pairs are, with the links that are then right."""

import random
import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence
from itertools import accumulate
from typing import NamedTuple

from reviewer.alignment.link import Link

Pair = tuple[tuple[int, ...], tuple[int, ...]]
Row = tuple[str, Hashable]
"""A segment and what it is."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"»”')]*\s+(?=\S)|(?<=[。！？])(?=[^」』）])")


class Disturbed(NamedTuple):
    """Two texts that no longer run in step."""

    source: list[Row]
    target: list[Row]
    right: list[Pair]


def disturbed(
    source: Sequence[Row], target: Sequence[Row], rate: float, seed: int, strange: tuple[Sequence[Row], Sequence[Row]]
) -> Disturbed:
    """Omit, insert, split and merge each so large a share of the rows, on a side drawn by lot.

    What is inserted is drawn from `strange`.
    """
    choice = random.Random(seed)
    out: list[tuple[list[Row], list[Row]]] = []
    k = 0
    while k < len(source):
        one, other = [source[k]], [target[k]]
        lot, left = choice.random(), choice.random() < 0.5
        if lot < rate:
            out.append((one, []) if left else ([], other))
        elif lot < 2 * rate:
            added = choice.choice(strange[0 if left else 1])
            out += [([added], []) if left else ([], [added]), (one, other)]
        elif lot < 3 * rate:
            out.append((_split(one, choice), other) if left else (one, _split(other, choice)))
        elif lot < 4 * rate and k + 1 < len(source):
            k += 1
            both = [*one, source[k]], [*other, target[k]]
            out.append((_merged(both[0]), both[1]) if left else (both[0], _merged(both[1])))
        else:
            out.append((one, other))
        k += 1
    i = list(accumulate((len(ours) for ours, _ in out), initial=0))
    j = list(accumulate((len(theirs) for _, theirs in out), initial=0))
    right = [(tuple(range(i[k], i[k + 1])), tuple(range(j[k], j[k + 1]))) for k in range(len(out))]
    return Disturbed([row for ours, _ in out for row in ours], [row for _, theirs in out for row in theirs], right)


def _split(rows: list[Row], choice: random.Random) -> list[Row]:
    text, kind = rows[0]
    parts = [part for part in _SENTENCE_END.split(text) if part and part.strip()]
    if len(parts) < 2:
        return rows
    at = choice.randrange(1, len(parts))
    return [(" ".join(parts[:at]), kind), (" ".join(parts[at:]), kind)]


def _merged(rows: list[Row]) -> list[Row]:
    return [(" ".join(text for text, _ in rows), rows[0][1])]


def f1(right: Collection[Pair], links: Sequence[Link]) -> tuple[float, float]:
    """Return strict and lax F1 as the Vecalign paper (Thompson and Koehn 2019) defines them.

    Precision counts every link, recall those of `right` that have both sides. Lax is a link that shares
    a segment of each side with a right one.
    """
    found = {(link.source, link.target) for link in links}
    precision, recall = _shares(found, set(right)), _shares(_full(right), _full(found))
    return _mean(precision[0], recall[0]), _mean(precision[1], recall[1])


def _full(pairs: Collection[Pair]) -> set[Pair]:
    return {pair for pair in pairs if pair[0] and pair[1]}


def _shares(asked: set[Pair], given: set[Pair]) -> tuple[float, float]:
    """Return which shares of the pairs asked for are given exactly, and nearly."""
    reached: dict[int, set[int]] = defaultdict(set)
    for ours, theirs in given:
        for i in ours:
            reached[i].update(theirs)
    strict = len(asked & given)
    near = sum(any(not reached[i].isdisjoint(theirs) for i in ours if i in reached) for ours, theirs in asked - given)
    return strict / max(1, len(asked)), (strict + near) / max(1, len(asked))


def _mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
