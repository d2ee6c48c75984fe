"""A stretch of text selected with the mouse while reading, to be copied."""

from reviewer.model.span import Span
from reviewer.ui.bitext.rows.pointing import Hit
from reviewer.ui.bitext.rows.row_painter import Lit


class TextSelection:
    """What is selected in one text of one row."""

    def __init__(self) -> None:
        self.id: str | None = None
        """The segment it is in; None where nothing is selected."""
        self.lit: Lit | None = None
        self.pressed: Hit | None = None
        """Where the button went down; None while it is up."""

    def drag_to(self, hit: Hit) -> None:
        """Select from where the button went down to a position in the same text."""
        if self.pressed is None:
            return
        first, last = sorted((self.pressed.position, hit.position))
        self.id, self.lit = (hit.id, Lit(hit.side, Span(first, last))) if first < last else (None, None)

    def clear(self) -> None:
        """Select nothing."""
        self.id = self.lit = self.pressed = None

    def of(self, id: str) -> Lit | None:
        """Return what is selected in a segment."""
        return self.lit if id == self.id else None
