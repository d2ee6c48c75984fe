"""Pairing two subtitle files by when their cues are shown, whatever their texts."""

import re
from collections.abc import Iterator, Sequence

from reviewer.alignment.link import Link
from reviewer.formats.format import Content, Unit
from reviewer.model.segment import Kind

_TIME = re.compile(r"(?:(\d+):)?(\d+):(\d+)[,.:](\d+)")
_SHARED = 0.5
"""Cues belong together if they are shown together for so much of the shorter one's time."""
_ENOUGH = 0.8
"""Share of the shorter file's cues that must find a counterpart; below it the files keep different times."""

_Shown = tuple[float, float]
"""From when to when, in seconds."""


def pair_by_time(source: Content, target: Content) -> list[Link] | None:
    """Return the cues of two subtitle files paired by time; one may belong to several.

    None where the files are no subtitles, or their times say little about each other.
    """
    ours, theirs = _times(source.units), _times(target.units)
    if not ours or not theirs:
        return None
    links = list(_links(ours, theirs))
    paired = [link for link in links if not link.hole]
    fewest = min(sum(len(link.source) for link in paired), sum(len(link.target) for link in paired))
    return links if fewest >= _ENOUGH * min(len(ours), len(theirs)) else None


def _times(units: Sequence[Unit]) -> list[_Shown]:
    """Return when each unit is shown; nothing where one is no cue, or they are not in order."""
    shown = []
    for unit in units:
        times = [
            int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")
            for hours, minutes, seconds, fraction in _TIME.findall(unit.note)
        ]
        if unit.kind is not Kind.CUE or len(times) != 2 or times[1] <= times[0]:
            return []
        shown.append((times[0], times[1]))
    return shown if shown == sorted(shown) else []


def _links(ours: Sequence[_Shown], theirs: Sequence[_Shown]) -> Iterator[Link]:
    i = j = 0
    while i < len(ours) or j < len(theirs):
        first, second = i, j
        if i < len(ours) and j < len(theirs) and _together(ours[i], theirs[j]):
            i, j = i + 1, j + 1
            while True:
                if i < len(ours) and _together(ours[i], theirs[j - 1]):
                    i += 1
                elif j < len(theirs) and _together(ours[i - 1], theirs[j]):
                    j += 1
                else:
                    break
        elif j == len(theirs) or (i < len(ours) and sum(ours[i]) <= sum(theirs[j])):
            i += 1
        else:
            j += 1
        yield Link(tuple(range(first, i)), tuple(range(second, j)))


def _together(one: _Shown, other: _Shown) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= _SHARED * min(one[1] - one[0], other[1] - other[0])
