"""A pair set by hand stays, and its neighbours follow."""

from collections.abc import Sequence

import pytest

from reviewer.alignment.align import align
from reviewer.alignment.link import Link
from reviewer.alignment.repair import realign
from reviewer.model.errors import InputError

COUNT = 60
SOURCE = [f"Absatz {n * 37 % 1000} handelt von " + "Wörtern " * (3 + n * 7 % 11) + "." for n in range(COUNT)]
TARGET = [f"Paragraph {n * 37 % 1000} deals with " + "words " * (3 + n * 7 % 11) + "." for n in range(COUNT)]


def shifted() -> list[Link]:
    """Return an alignment that goes wrong by one row from row 20 to row 30."""
    rows = [Link((i,), (i,), 0.9) for i in range(20)]
    rows += [Link((20,), (), 0.4), *(Link((i,), (i - 1,), 0.4) for i in range(21, 31)), Link((), (30,), 0.4)]
    return rows + [Link((i,), (i,), 0.9) for i in range(31, COUNT)]


def repaired(links: Sequence[Link], new: Link, pins: list[Link] | None = None) -> list[Link]:
    where, put = realign(SOURCE, TARGET, links, new, pins or [])
    return [*links[: where.start], *put, *links[where.stop :]]


def sides(links: Sequence[Link]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.source, link.target) for link in links]


def test_one_right_pair_puts_the_stretch_right() -> None:
    assert sides(repaired(shifted(), Link((25,), (25,)))) == [((i,), (i,)) for i in range(COUNT)]


def test_the_pair_stays_however_odd() -> None:
    links = repaired(align(SOURCE, TARGET, "de", "en"), Link((10, 11), (10,)))
    assert Link((10, 11), (10,), 1.0) in links
    assert [i for link in links for i in link.source] == list(range(COUNT))
    assert [j for link in links for j in link.target] == list(range(COUNT))


def test_a_segment_can_be_set_alone() -> None:
    links = repaired(align(SOURCE, TARGET, "de", "en"), Link((10,), ()))
    assert ((10,), ()) in sides(links)
    assert ((12,), (12,)) in sides(links)


def test_pins_stay() -> None:
    links = shifted()
    pins = [links[22], links[28]]
    done = repaired(links, Link((25,), (25,)), pins)
    assert all(pin in done for pin in pins)


def test_no_pair_crosses_a_pin() -> None:
    links = shifted()
    with pytest.raises(InputError, match="pinned"):
        realign(SOURCE, TARGET, links, Link((22,), (24,)), [links[23]])
