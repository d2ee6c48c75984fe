"""Inline markup of XML documents of any vocabulary."""

import re
from collections.abc import Iterator, Mapping

from reviewer.formats.codes import STYLES, Token
from reviewer.formats.inline import Codes, Dialect, FoldedCodes, element_end
from reviewer.formats.markup import escape, escape_value, local
from reviewer.model.segment import CodeKind

_LABELS = {
    "footnote": "fn",
    "note": "fn",
    "indexterm": "index",
    "emphasis": "i",
    "emph": "i",
    "superscript": "sup",
    "subscript": "sub",
}
_STYLES = {
    **STYLES,
    **dict.fromkeys(("emphasis", "emph", "firstterm", "citetitle", "foreignphrase"), "italic"),
    **dict.fromkeys(("command", "filename", "literal", "codeph", "userinput", "computeroutput", "filepath"), "code"),
}
_ROLES = ("role", "rend", "rendition", "font-style", "style-type")
"""Attributes in which vocabularies say how a piece of text looks."""


def _label(name: str, attributes: Mapping[str, str], content: str) -> tuple[str, str]:
    looks = next(
        (STYLES[attributes[role].lower()] for role in _ROLES if attributes.get(role, "").lower() in STYLES), ""
    )
    label = {"bold": "b", "italic": "i", "underline": "u"}.get(looks, "") or _LABELS.get(name, name)
    return label, looks or _STYLES.get(name, "")


_DIALECT = Dialect(identity=(), label=_label)


class XmlCodes(FoldedCodes):
    """The codes of a text.

    `whole` are the start tags of elements that are one code with all that is in them; `distinct` those of elements
    that hold other texts, each a code of its own though it be written like another, because it may come to differ.
    `preserved` where white space stands as it is; `quoted` for the value of an attribute.
    """

    def __init__(
        self,
        whole: frozenset[str] = frozenset(),
        distinct: frozenset[str] = frozenset(),
        preserved: bool = False,
        quoted: bool = False,
    ) -> None:
        super().__init__(_DIALECT)
        self._whole = whole
        self._distinct = distinct
        self._preserved = preserved
        self._quoted = quoted
        self._met = 0
        self._guarded = False
        """Whether each space that could be taken for none is written as a reference."""

    def split(self, inner: str) -> Iterator[Token]:
        """Yield text, white space, references, elements; comments and instructions show as nothing."""
        self._met = 0
        return Codes.split(self, inner) if self._preserved else super().split(inner)

    def shown(self, match: re.Match[str], raw: str) -> str:
        """Return what a piece of markup shows as."""
        if match["comment"]:
            return ""
        tag = match.group()
        if not match["name"] or match["close"] or tag not in self._distinct:
            return super().shown(match, raw)
        self._met += 1
        key = f"\0{self._met}"
        label, style = _label(local(match["name"]), {}, "")
        if raw != tag or tag.endswith("/>"):
            return self.add(key, raw, CodeKind.STANDALONE, label, style)
        shown = self.add(key, raw, CodeKind.OPEN, label, style)
        self._open.append(key)
        return shown

    def whole(self, inner: str, match: re.Match[str]) -> int:
        """Return where a piece of markup ends: with the tag, or with its element."""
        return element_end(inner, match) if match.group() in self._whole else match.end()

    def escape(self, text: str) -> str:
        """Escape what XML has a use for; white space that would be folded is written as references."""
        text = escape_value(text) if self._quoted else escape(text)
        if self._preserved:
            return re.sub(r"\A\s|\s\Z", _reference, text) if self._guarded else text
        text = text.replace("\n", "&#10;").replace("\t", "&#9;")
        return re.sub(r"(?<= ) |\A | \Z" if self._guarded else "(?<= ) ", "&#32;", text)

    def write(self, inner: str, text: str) -> str:
        """Return `inner` changed so that it reads as `text`, see `codes.CodeTable.write`."""
        new = super().write(inner, text)
        again = XmlCodes(self._whole, self._distinct, self._preserved, self._quoted)
        kept = new == new.strip(" \t\r\n")
        if kept and (self._preserved or again.markup(again.read(new)) == self.markup(text)):
            return new
        # A space met another one, or an end: all of it is written anew.
        self._guarded = True
        try:
            return self.markup(text)
        finally:
            self._guarded = False


def _reference(char: re.Match[str]) -> str:
    return f"&#{ord(char.group())};"


TAG_OF_PAGE = re.compile(
    r"<(?:p|br|a|b|i|u|em|strong|div|ul|ol|li|h[1-6]|img|span|table|blockquote|figure)\b[^<>]*>", re.IGNORECASE
)
"""By these tags the text of a CDATA section is taken for a page of HTML."""


class SectionCodes(Codes):
    """The text of a CDATA section, in which nothing is markup."""

    def __init__(self) -> None:
        super().__init__(_DIALECT)

    def split(self, inner: str) -> Iterator[Token]:
        """Yield the text, and line ends apart."""
        for piece in re.findall(r"\r\n?|[^\r]+", inner):
            yield Token("\n", piece) if piece[0] == "\r" else Token(self.literal(piece), piece)

    def escape(self, text: str) -> str:
        """Write text; the end of a section in it is spread over two."""
        escape(text)
        return text.replace("]]>", "]]]]><![CDATA[>")

    def write(self, inner: str, text: str) -> str:
        """Write the text; what would make it a page of HTML is spread over two sections as well."""
        return TAG_OF_PAGE.sub(lambda tag: f"<]]><![CDATA[{tag.group()[1:]}", super().write(inner, text))
