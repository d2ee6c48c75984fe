"""Which rows stand where on the screen: one anchored row, its neighbours measured only as far as they show."""

from collections.abc import Callable
from typing import NamedTuple


class RowPlace(NamedTuple):
    """A row on the screen, in pixels from the top of the view."""

    row: int
    top: int
    height: int

    @property
    def bottom(self) -> int:
        return self.top + self.height


class RowWindow:
    """A window onto rows of differing height, of which only those in view are ever measured.

    The top of row `first` stands `offset` pixels below the top of the window. What any movement
    costs depends on the window's height, not on the number of rows.
    """

    def __init__(self, height_of: Callable[[int], int]) -> None:
        self._height_of = height_of
        self.count = 0
        """How many rows there are."""
        self.height = 0
        """Height of the window in pixels."""
        self.first = 0
        self.offset = 0
        self.places: tuple[RowPlace, ...] = ()
        """The rows that show, from the top down, as of the last movement."""

    def place_of(self, row: int) -> RowPlace | None:
        """Return where a row stands; None where it does not show."""
        if self.places:
            index = row - self.places[0].row
            if 0 <= index < len(self.places):
                return self.places[index]
        return None

    def row_at(self, y: int) -> RowPlace | None:
        """Return the row at a height; None below the last."""
        return next((place for place in self.places if place.top <= y < place.bottom), None)

    def put(self, row: int, top: int) -> None:
        """Let a row stand at a height, or as near to it as the ends of the document allow."""
        self.first, self.offset = row, top
        self.settle()

    def scroll(self, down: int) -> None:
        """Move the window down by some pixels (up where negative)."""
        self.offset -= down
        self.settle()

    def settle(self) -> None:
        """Make the anchor the topmost row that shows, and leave no gap before the first or behind the last."""
        if not self.count:
            self.first = self.offset = 0
            self.places = ()
            return
        self.first = min(self.first, self.count - 1)
        self._anchor_topmost()
        self.places = self._measured()
        gap = self.height - self.places[-1].bottom
        if gap > 0 and self.places[-1].row == self.count - 1 and (self.first > 0 or self.offset < 0):
            self.offset += gap
            self._anchor_topmost()
            self.places = self._measured()

    def page_from(self, row: int, step: int) -> int:
        """Return the row about one window further on (`step` 1) or back (-1)."""
        left = self.height - self._height_of(row)
        at = row
        while 0 <= at + step < self.count:
            left -= self._height_of(at + step)
            if left < 0:
                break
            at += step
        return at if at != row else min(max(0, row + step), self.count - 1)

    def _measured(self) -> tuple[RowPlace, ...]:
        places = [RowPlace(self.first, self.offset, self._height_of(self.first))]
        while places[-1].bottom < self.height and places[-1].row < self.count - 1:
            row = places[-1].row + 1
            places.append(RowPlace(row, places[-1].bottom, self._height_of(row)))
        return tuple(places)

    def _anchor_topmost(self) -> None:
        while self.offset > 0 and self.first > 0:
            self.first -= 1
            self.offset -= self._height_of(self.first)
        if self.first == 0 and self.offset > 0:
            self.offset = 0
        while self.first < self.count - 1:
            height = self._height_of(self.first)
            if self.offset + height > 0:
                break
            self.first += 1
            self.offset += height


def common_shift(before: tuple[RowPlace, ...], after: tuple[RowPlace, ...]) -> int | None:
    """Return by how many pixels all rows shown both times moved together; None where they did not."""
    tops = {place.row: place for place in before}
    shifts = {
        place.top - tops[place.row].top if place.height == tops[place.row].height else None
        for place in after
        if place.row in tops
    }
    return shifts.pop() if len(shifts) == 1 else None
