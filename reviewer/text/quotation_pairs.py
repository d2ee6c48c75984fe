"""Finds for each quotation of a text its counterpart in the translation."""

import re
from math import log

from reviewer.model.span import Span
from reviewer.text.quotations import Quotation

Pair = tuple[Quotation | None, Quotation | None]

_DENSE = re.compile(r"[\u3040-\u309f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_UNSPACED = re.compile(r"[\u30a0-\u30ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u0f00-\u0fff]")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_FIGURE = re.compile(r"\d+|[?？؟]")


def words(text: str) -> float:
    """Return about how many English words a text amounts to, also where no spaces part its words."""
    dense = len(_DENSE.findall(text))
    unspaced = len(_UNSPACED.findall(text))
    if not dense and not unspaced:
        return len(_WORD.findall(text))
    rest = _UNSPACED.sub(" ", _DENSE.sub(" ", text))
    return dense / 1.7 + unspaced / 5 + len(_WORD.findall(rest))


def paired(
    source: str,
    source_quotations: tuple[Quotation, ...],
    target: str,
    target_quotations: tuple[Quotation, ...],
) -> list[Pair]:
    """Return every quotation once, with its counterpart or with None, in source order.

    Two quotations are taken for each other when they fill a like share of their texts at a like place
    and hold the same figures; order may differ, as languages put the speaker first or last.
    """
    costs = sorted(
        (_cost(source, one, target, other), i, j)
        for i, one in enumerate(source_quotations)
        for j, other in enumerate(target_quotations)
    )
    left: dict[int, int] = {}
    right: set[int] = set()
    for cost, i, j in costs:
        if cost < _UNLIKE and i not in left and j not in right:
            left[i] = j
            right.add(j)
    pairs: list[Pair] = [
        (one, target_quotations[left[i]] if i in left else None) for i, one in enumerate(source_quotations)
    ]
    pairs += [(None, other) for j, other in enumerate(target_quotations) if j not in right]
    return pairs


_UNLIKE = 2.0


def _cost(source: str, one: Quotation, target: str, other: Quotation) -> float:
    """Return how unlike two quotations are: 0 for the same share and place, `_UNLIKE` for no chance."""
    if not (one.whole and other.whole):
        return _cost_by_one_end(source, one, target, other)
    first, second = share(source, one.inner), share(target, other.inner)
    ratio = abs(log((first + 0.01) / (second + 0.01)))
    if ratio > 1.8 and abs(first - second) > 0.2:
        return _UNLIKE
    begin, end = place(source, one.span), place(target, other.span)
    distance = abs((begin.start + begin.end) - (end.start + end.end)) / 200
    cost = 0.5 * ratio + distance + 0.3 * abs(one.depth - other.depth)
    figures = set(_FIGURE.findall(one.inner.of(source)))
    if figures:
        cost += 0.2 - 0.4 * len(figures & set(_FIGURE.findall(other.inner.of(target)))) / len(figures)
    return min(max(cost, 0.0), _UNLIKE - 0.01)


def _cost_by_one_end(source: str, one: Quotation, target: str, other: Quotation) -> float:
    """Return how unlike two quotations are of which one lacks an end, by where the other end stands."""
    begin, end = place(source, one.span), place(target, other.span)
    if one.opening and other.opening:
        return 0.3 + abs(begin.start - end.start) / 100
    if one.closing and other.closing:
        return 0.3 + abs(begin.end - end.end) / 100
    return _UNLIKE


def share(text: str, span: Span) -> float:
    """Return how much of a text a span covers, 0 to 1."""
    return (span.end - span.start) / max(len(text), 1)


def place(text: str, span: Span) -> Span:
    """Return where in a text a span stands, both ends in hundredths of the text's length."""
    size = max(len(text), 1)
    return Span(round(100 * span.start / size), round(100 * span.end / size))
