"""Inline markup of OpenDocument text (ODF 1.3, part 3, 6.1): spans, spaces, tabs, notes."""

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from reviewer.formats.codes import Token
from reviewer.formats.inline import Dialect, FoldedCodes
from reviewer.formats.markup import attributes_of, escape, local

_PIECE = re.compile(r"( {2,}|\t|\n)")
_UNSEEN = re.compile(
    r"soft-page-break|(?:bookmark|reference-mark|change|toc-mark|alphabetical-index-mark|user-index-mark)(?:-start|-end)?\Z"
)
_LABELS = {"note": "fn", "frame": "img", "annotation": "note", "annotation-end": "note"}
_MAX_SPACES = 1000
"""As many as a `text:s` may stand for; a hostile one could claim a billion."""


class OdtCodes(FoldedCodes):
    """The codes of a paragraph; `styles` gives the label and style of text styles that can be seen."""

    def __init__(self, styles: Mapping[str, tuple[str, str]]) -> None:
        super().__init__(Dialect(label=self._label))
        self._styles = styles
        self._spans: list[bool] = []
        """For each open span or link whether it is shown."""

    def split(self, inner: str) -> Iterator[Token]:
        """Yield what XML has, white space folded as ODF says (part 3, 6.1.2)."""
        self._spans = []
        return super().split(inner)

    def shown(self, match: re.Match[str], raw: str) -> str:
        """Return what a piece of markup shows as."""
        name = local(match["name"] or "")
        if name == "s":
            count = attributes_of(match.group()).get("text:c", "1")
            return " " * min(int(count) if count.isdecimal() and len(count) < 6 else 1, _MAX_SPACES)
        if name in ("tab", "line-break"):
            return "\t" if name == "tab" else "\n"
        if match["close"]:
            return super().shown(match, raw) if not self._spans or self._spans.pop() else ""
        if name in ("span", "a") and not raw.endswith("/>"):
            style = attributes_of(match.group()).get("text:style-name", "")
            self._spans.append(name == "a" or style in self._styles)
            return super().shown(match, raw) if self._spans[-1] else ""
        return "" if _UNSEEN.match(name) else super().shown(match, raw)

    def is_opaque(self, name: str) -> bool:
        """Only spans and links have text of the paragraph in them."""
        return name not in ("span", "a")

    def _label(self, name: str, attributes: Mapping[str, str], content: str) -> tuple[str, str]:
        if name == "span":
            return self._styles.get(attributes.get("text:style-name", ""), ("f", ""))
        return _LABELS.get(name, name), ""

    def escape(self, text: str) -> str:
        """Write plain text; spaces beyond one, tabs and line breaks are elements."""
        return "".join(
            "<text:tab/>"
            if piece == "\t"
            else "<text:line-break/>"
            if piece == "\n"
            else f' <text:s text:c="{len(piece) - 1}"/>'
            if piece.startswith("  ")
            else escape(piece)
            for piece in _PIECE.split(text)
        )

    def write(self, inner: str, text: str) -> str:
        """Return `inner` changed so that it reads as `text`."""
        new = super().write(inner, text)
        if _well_formed(new) and self.read(new) == text:
            return new
        # A space met another one, or an end of something that is not shown: all of it is written anew.
        return re.sub(r"\A((?>(?:<[^>]*>)*)) ", r"\1<text:s/>", self.markup(text))


def _well_formed(inner: str) -> bool:
    parser = expat.ParserCreate()
    try:
        parser.Parse(f"<x>{inner}</x>".encode(), True)
    except expat.ExpatError:
        return False
    return True
