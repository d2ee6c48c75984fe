"""Rows stand where they should, and only those in view are ever measured."""

import itertools

import pytest

from reviewer.ui.bitext.rows.row_window import RowPlace, RowWindow, common_shift


class Heights:
    """Rows of differing height that note which were measured."""

    def __init__(self) -> None:
        self.measured: set[int] = set()

    def __call__(self, row: int) -> int:
        self.measured.add(row)
        return 40 + row % 3 * 30


@pytest.fixture
def heights() -> Heights:
    return Heights()


def window(heights: Heights, count: int = 1_000_000, height: int = 600) -> RowWindow:
    made = RowWindow(heights)
    made.count, made.height = count, height
    return made


def test_a_jump_measures_no_more_than_a_screenful(heights: Heights) -> None:
    rows = window(heights)
    rows.put(765_432, 180)
    place = rows.place_of(765_432)
    assert place is not None
    assert place.top == 180
    assert len(heights.measured) < 30


def test_the_first_row_never_leaves_a_gap_above(heights: Heights) -> None:
    rows = window(heights)
    rows.put(1, 180)
    assert rows.places[0].top == 0


def test_the_last_row_never_leaves_a_gap_below(heights: Heights) -> None:
    rows = window(heights)
    rows.put(rows.count - 1, 0)
    last = list(rows.places)[-1]
    assert (last.row, last.bottom) == (rows.count - 1, 600)


def test_a_short_document_stands_at_the_top(heights: Heights) -> None:
    rows = window(heights, count=3)
    rows.put(2, 300)
    assert [place.top for place in rows.places] == [0, 40, 110]


def test_scrolling_there_and_back_changes_nothing(heights: Heights) -> None:
    rows = window(heights)
    rows.put(5000, 100)
    before = list(rows.places)
    for step in (333, -1000, 667):
        rows.scroll(step)
    assert list(rows.places) == before


def test_rows_follow_one_another_without_gap(heights: Heights) -> None:
    rows = window(heights)
    rows.put(500, -20)
    places = list(rows.places)
    assert all(upper.bottom == lower.top for upper, lower in itertools.pairwise(places))
    assert places[0].top <= 0 < places[0].bottom
    assert places[-1].bottom >= 600


def test_a_page_is_about_a_window(heights: Heights) -> None:
    rows = window(heights)
    down = rows.page_from(1000, 1)
    assert 4 <= down - 1000 <= 15
    assert rows.page_from(0, -1) == 0
    assert rows.page_from(rows.count - 1, 1) == rows.count - 1


def test_a_row_taller_than_the_window_does_not_stop_paging() -> None:
    rows = RowWindow(lambda row: 2000)
    rows.count, rows.height = 10, 600
    assert rows.page_from(3, 1) == 4
    assert rows.page_from(3, -1) == 2


def test_nothing_to_show(heights: Heights) -> None:
    rows = window(heights, count=0)
    rows.put(0, 100)
    assert list(rows.places) == []
    assert rows.row_at(10) is None


def test_rows_that_moved_together_can_be_moved_on_the_screen() -> None:
    before = (RowPlace(3, 0, 40), RowPlace(4, 40, 60), RowPlace(5, 100, 80))
    assert common_shift(before, (RowPlace(4, -10, 60), RowPlace(5, 50, 80), RowPlace(6, 130, 30))) == -50
    assert common_shift(before, before) == 0
    assert common_shift(before, (RowPlace(4, -10, 61), RowPlace(5, 51, 80))) is None
    assert common_shift(before, (RowPlace(90, 0, 40),)) is None
