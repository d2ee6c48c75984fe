"""Sentence by sentence inside paragraphs that are already paired."""

from collections.abc import Callable, Sequence
from itertools import accumulate, chain

from reviewer.alignment.link import Link, holes


def align_sentences(
    source: Sequence[Sequence[str]],
    target: Sequence[Sequence[str]],
    links: Sequence[Link],
    *,
    source_pivot: Sequence[Sequence[str]] | None = None,
    target_pivot: Sequence[Sequence[str]] | None = None,
    languages: tuple[str, str] = ("und", "und"),
    progress: Callable[[float], None] | None = None,
) -> list[Link]:
    """Return the links between the sentences of two texts, numbered through; none leaves its paragraphs.

    `source` and `target` hold each paragraph's sentences, `links` are those of the paragraphs. What the
    whole text teaches about words and lengths serves each pair of paragraphs, however short. Pivots are
    translations of the sentences, in the same shape; `languages` are BCP 47 tags of both texts.
    """
    ours, theirs = list(chain.from_iterable(source)), list(chain.from_iterable(target))
    if not ours or not theirs:
        return holes(range(len(ours)), range(len(theirs)), 1.0)
    first = [0, *accumulate(map(len, source))], [0, *accumulate(map(len, target))]
    walls: list[tuple[int, int]] = []
    i = j = 0
    for link in links[:-1]:
        i += len(link.source)
        j += len(link.target)
        wall = first[0][i], first[1][j]
        if wall != (walls[-1] if walls else (0, 0)):
            walls.append(wall)
    if len(ours) == len(theirs) == len(walls) + 1 == len(links):
        return [Link((k,), (k,), link.score) for k, link in enumerate(links)]
    # numpy comes in only where there is something to compute: the start of the program does not pay.
    from reviewer.alignment.passes import aligned, prepared

    work = prepared(
        ours,
        theirs,
        source_pivot=None if source_pivot is None else list(chain.from_iterable(source_pivot)),
        target_pivot=None if target_pivot is None else list(chain.from_iterable(target_pivot)),
        languages=languages,
        progress=progress,
    )
    return aligned(work, walls)
