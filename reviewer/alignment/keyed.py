"""Strings that carry keys: what has the same key belongs together."""

from collections.abc import Sequence

from reviewer.alignment.chain import chain
from reviewer.alignment.link import Link, holes


def align_keys(source: Sequence[str], target: Sequence[str]) -> list[Link]:
    """Return the links between the strings of two files by their keys.

    Links keep the order of both files, so of keys that the files have in another order only the most
    that stand in one order are paired; the others, and keys of one file only, are holes.
    """
    theirs = {key: j for j, key in enumerate(target)}
    links: list[Link] = []
    i = j = 0
    for i2, j2 in chain((i, theirs[key]) for i, key in enumerate(source) if key in theirs):
        links += [*holes(range(i, i2), range(j, j2), 1.0), Link((i2,), (j2,), 1.0)]
        i, j = i2 + 1, j2 + 1
    return links + holes(range(i, len(source)), range(j, len(target)), 1.0)
