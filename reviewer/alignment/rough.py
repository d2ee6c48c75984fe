"""A first pass over two long texts: usable at once, to be done over at leisure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reviewer.alignment.chain import Point, chain, supported
from reviewer.alignment.evident import mean, misfits
from reviewer.alignment.link import Link, holes

_NUMBER = re.compile(r"\d\d+")
_WORD = re.compile(r"\d\d+|[^\W\d_]{5,}")
"""What may stand in both texts alike: numbers, names, borrowed words."""
_RARE = 2
"""Rows in which such a word may stand on either side."""
_APART = 500
"""Rows to a number that both texts have; with fewer, words may be looked at too."""
_MUCH = 50
"""A text lacks something large where it has fewer rows by one in so many."""
_BLOCK = 24
"""Rows looked at together."""
_ASTRAY = 6
"""Rows by which the pace of one text may differ from the other's within a block."""
_FIT, _TAIL_FIT = 0.75, 1.2
"""Nats of length misfit a row, up to which a block and its last rows run in step."""
_TAIL = 6
_LOST = 3
"""A stretch so many times longer than its counterpart has lost its middle."""
_IN_STEP, _BY_LENGTH, _GUESSED = 0.9, 0.7, 0.2
"""Scores of links: of rows in step, of those paired by length, and of others."""
_STEPS = ((1, 1, 0.0), (1, 0, 4.0), (0, 1, 4.0), (1, 2, 2.0), (2, 1, 2.0))
"""Source and target rows of a link, and what it costs."""


def rough(source: Sequence[str], target: Sequence[str]) -> list[Link]:
    """Return the links of two texts after a glance at them: some seconds at most for 100,000 rows.

    Rows that share rare words hold the texts together, between them lengths decide. Needs no
    third-party library.
    """
    found: list[Link] = []
    a, b = list(map(len, source)), list(map(len, target))
    corner = (0, 0)
    for point in [*_points(source, target), (len(source), len(target))]:
        found += [link.moved(*corner) for link in _stretch(a[corner[0] : point[0]], b[corner[1] : point[1]])]
        corner = point
    return found


def _points(source: Sequence[str], target: Sequence[str]) -> list[Point]:
    points = _meetings(source, target, _NUMBER)
    # Reading all words takes long; lengths alone find the way where no chapter is missing.
    one_lacks = abs(len(source) - len(target)) * _MUCH > max(len(source), len(target))
    return _meetings(source, target, _WORD) if one_lacks and len(points) * _APART < len(source) else points


def _meetings(source: Sequence[str], target: Sequence[str], telling: re.Pattern[str]) -> list[Point]:
    ours, theirs = _rows(source, telling), _rows(target, telling)
    # Rows of a word met equally often belong together in order.
    met = {
        pair
        for word, rows in ours.items()
        if len(rows) <= _RARE and len(others := theirs.get(word, ())) == len(rows)
        for pair in zip(rows, others, strict=True)
    }
    return supported(chain(met))


def _rows(texts: Sequence[str], telling: re.Pattern[str]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for word in set(telling.findall(text)):
            rows[word].append(number)
    return rows


def _stretch(a: Sequence[int], b: Sequence[int]) -> Iterator[Link]:
    """Yield the links of a stretch by the lengths of its rows."""
    if min(len(a), len(b)) * _LOST + _BLOCK < max(len(a), len(b)):
        yield from _without_middle(len(a), len(b))
        return
    pace = (sum(b) / max(1, sum(a))) ** 0.5
    x, y = [n * pace for n in a], [n / max(pace, 1e-9) for n in b]
    i = j = 0
    while min(len(x) - i, len(y) - j) > 3 * _BLOCK:
        block = misfits(x[i : i + _BLOCK], y[j : j + _BLOCK])
        step = 0
        if mean(block) <= _FIT and mean(block[-_TAIL:]) <= _TAIL_FIT:
            yield from (Link((i + k,), (j + k,), _IN_STEP) for k in range(_BLOCK))
        else:
            ahead = x[i + _BLOCK : i + 2 * _BLOCK]
            starts = {o: j + _BLOCK + o for o in sorted(range(-_ASTRAY, _ASTRAY + 1), key=abs)}
            step = min(starts, key=lambda o: mean(misfits(ahead, y[starts[o] : starts[o] + _BLOCK])))
            yield from (k.moved(i, j) for k in _by_length(x[i : i + _BLOCK], y[j : j + _BLOCK + step]))
        i, j = i + _BLOCK, j + _BLOCK + step
    if len(x) - i == len(y) - j and mean(misfits(x[i:], y[j:]) or [0.0]) <= _FIT:
        yield from (Link((i + k,), (j + k,), _IN_STEP) for k in range(len(x) - i))
    elif abs((len(x) - i) - (len(y) - j)) <= 3 * _BLOCK:
        yield from (k.moved(i, j) for k in _by_length(x[i:], y[j:]))
    else:
        yield from (k.moved(i, j) for k in _without_middle(len(x) - i, len(y) - j))


def _without_middle(high: int, wide: int) -> Iterator[Link]:
    """Yield links from both ends inwards, and holes for what one side has more."""
    head = min(high, wide) // 2
    tail = min(high, wide) - head
    yield from (Link((k,), (k,), _GUESSED) for k in range(head))
    yield from holes(range(head, high - tail), range(head, wide - tail), _GUESSED)
    yield from (Link((high - k,), (wide - k,), _GUESSED) for k in range(tail, 0, -1))


def _by_length(a: Sequence[float], b: Sequence[float]) -> list[Link]:
    """Return the cheapest way of one to one, holes, and one to two (after Gale and Church 1993)."""
    high, wide = len(a), len(b)
    band = 3 + abs(high - wide)
    best: dict[Point, tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(high + 1):
        middle = i * wide // max(1, high)
        for j in range(max(0, middle - band) if i < high else 0, min(wide, middle + band) + 1):
            here = best.get((i, j))
            if here is None:
                continue
            for m, n, price in _STEPS:
                if i + m > high or j + n > wide:
                    continue
                cost = here[0] + price
                if m and n:
                    x, y = sum(a[i : i + m]), sum(b[j : j + n])
                    cost += (x - y) * (x - y) / (8.0 * (x + y + 4.0))
                there = best.get((i + m, j + n))
                if there is None or cost < there[0]:
                    best[i + m, j + n] = cost, m, n
    links: list[Link] = []
    i, j = high, wide
    while i or j:
        _, m, n = best[i, j]
        links.append(Link(tuple(range(i - m, i)), tuple(range(j - n, j)), _BY_LENGTH))
        i, j = i - m, j - n
    return links[::-1]
