"""The way in: two texts, and the links between their segments."""

from collections.abc import Callable, Hashable, Sequence

from reviewer.alignment.chain import Point
from reviewer.alignment.evident import evident
from reviewer.alignment.link import Link, holes
from reviewer.alignment.rough import rough

PATIENCE = 1_500
"""Segments that are aligned in about a second and a half."""


def align(
    source: Sequence[str],
    target: Sequence[str],
    source_lang: str,
    target_lang: str,
    *,
    kinds: tuple[Sequence[Hashable], Sequence[Hashable]] | None = None,
    source_pivot: Sequence[str] | None = None,
    target_pivot: Sequence[str] | None = None,
    walls: Sequence[Point] = (),
    progress: Callable[[float], None] | None = None,
) -> Sequence[Link]:
    """Return the links between the segments of two texts, in order, every segment in exactly one.

    Nothing is needed but the texts; of the languages (BCP 47) some very common words are known, no model and no
    dictionary is read. `source_pivot` is a machine translation of every source segment into the target's language,
    `target_pivot` one of every target segment into the source's; each helps. `kinds` says of every segment of both
    sides what it is (a heading, a list item): what is of one kind goes together. Texts that evidently run in step
    take a short cut, unless there is something to look closer with.

    Walls are increasing points `(source, target)`; no link crosses them: both texts are cut before these
    segments. `progress` is told the share done, 0 to 1.
    """
    if not source or not target:
        return holes(range(len(source)), range(len(target)), 1.0)
    helped = source_pivot is not None or target_pivot is not None or bool(walls)
    if not helped and (links := evident(source, target)) is not None and (kinds is None or _alike(*kinds)):
        return links
    # numpy comes in only where there is something to compute: the start of the program does not pay.
    from reviewer.alignment.passes import aligned, prepared

    work = prepared(
        source,
        target,
        kinds=kinds,
        source_pivot=source_pivot,
        target_pivot=target_pivot,
        languages=(source_lang, target_lang),
        progress=progress,
    )
    return aligned(work, walls)


def first_pass(
    source: Sequence[str],
    target: Sequence[str],
    source_lang: str,
    target_lang: str,
    *,
    kinds: tuple[Sequence[Hashable], Sequence[Hashable]],
    patience: int = PATIENCE,
) -> tuple[Sequence[Link], bool]:
    """Return links that can be shown at once, and whether they are those of `align`.

    Short texts, of `patience` paragraphs at most, are aligned; of long ones that do not evidently run in step, a
    usable guess is made.
    """
    if max(len(source), len(target)) <= patience:
        return align(source, target, source_lang, target_lang, kinds=kinds), True
    if (links := evident(source, target)) is not None and _alike(*kinds):
        return links, True
    return rough(source, target), False


def _alike(source: Sequence[Hashable], target: Sequence[Hashable]) -> bool:
    """Say whether at most one row in twenty is of different kinds."""
    different = sum(1 for one, other in zip(source, target, strict=True) if one != other)
    return 20 * different <= len(source)
