"""Inline markup of HTML: elements, entities and white space as browsers read them."""

import html
import re
from collections.abc import Iterator

from reviewer.formats.codes import STYLES, CodeTable, Token, check_pairs
from reviewer.model.segment import CodeKind

# A `<` inside quotes is rare enough to be looked for only a little way, so that files full of
# unbalanced quotes do not take quadratic time.
_INSIDE = r"""(?>(?:"[^"<]*+"|'[^'<]*+'|[^>"'<]++)*)"""
_LOOSE = r"""[^<>"']*+(?=["'])(?>(?:"[^"]{0,300}+"|'[^']{0,300}+'|[^>"']{1,300}+){1,20})"""
TAG = re.compile(rf"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?:{_INSIDE}>|{_LOOSE}>|[^<>]*+>)")
_ATTRIBUTE = re.compile(r"""([^\s=/<>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_PLAIN = re.compile("[^<& \t\r\n\f\u2029\U000f0000-\U000ffffd]+")

_NEAR = 50
"""How many open elements an end tag is looked for among."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_UNCLOSED = frozenset("p li td th tr dt dd option".split())
OPAQUE = frozenset("svg math script style object video audio iframe canvas select template".split())
"""Elements inside a text whose content is none of it."""
RAW = frozenset(("script", "style"))
"""Elements in which a `<` begins nothing but their own end."""


class HtmlCodes(CodeTable):
    """The codes of a run of HTML; `preformatted` where white space stands as it is (`pre`)."""

    def __init__(self, preformatted: bool = False, break_tag: str = "<br>", space: str = "\u00a0") -> None:
        super().__init__()
        self._preformatted = preformatted
        self._break_tag = break_tag
        self._space = space
        self._open: list[tuple[str, str]] = []
        """Names and keys of the elements that are open."""

    def split(self, inner: str) -> Iterator[Token]:
        """Yield text, white space, entities, elements; a `br` takes the white space around it."""
        self._open = []
        held = Token("", "")
        """White space or a line break, which may take what comes next."""
        for token in self._pieces(inner):
            space = token.shown == " " and _SPACE.fullmatch(token.raw)
            if self._preformatted or not (space or token.shown == "\n"):
                if held.raw:
                    yield held
                    held = Token("", "")
                yield token
            elif space and held.shown == "\n":
                held = Token("\n", held.raw + token.raw)
            elif held.shown == "\n":
                yield held
                held = token
            else:
                held = Token(token.shown, held.raw + token.raw)
        if held.raw:
            yield held

    def _pieces(self, inner: str) -> Iterator[Token]:
        at = 0
        while at < len(inner):
            if match := _PLAIN.match(inner, at):
                yield Token(match.group(), match.group())
            elif match := _SPACE.match(inner, at):
                raw = match.group()
                yield from self._kept(raw) if self._preformatted else (Token(" ", raw),)
            elif match := _REFERENCE.match(inner, at):
                yield Token(self._reference(match.group()), match.group())
            elif inner.startswith("<", at) and (end := self._markup_end(inner, at)) > at:
                yield Token(self._element(inner[at:end]), inner[at:end])
                at = end
                continue
            else:
                yield Token(self.literal(inner[at]), inner[at])
                at += 1
                continue
            at = match.end()

    def _kept(self, raw: str) -> Iterator[Token]:
        for piece in re.findall(r"\r\n?|\n|[^\r\n]+", raw):
            yield Token("\n" if piece[0] in "\r\n" else piece, piece)

    def _reference(self, raw: str) -> str:
        shown = html.unescape(raw)
        if shown == raw or shown in "\t\r\n ":
            return self.add(raw, raw, CodeKind.STANDALONE, raw[1:-1])
        return self.literal(shown, raw)

    def _markup_end(self, inner: str, at: int) -> int:
        """Return where the comment, tag or element without text of its own ends; `at` where there is none."""
        if inner.startswith("<!--", at):
            end = inner.find("-->", at + 4)
            return len(inner) if end < 0 else end + 3
        if inner.startswith(("<!", "<?"), at):
            end = inner.find(">", at)
            return len(inner) if end < 0 else end + 1
        tag = TAG.match(inner, at)
        if tag is None:
            return at
        return tag.end() if tag["close"] else element_end(inner, tag)

    def _element(self, raw: str) -> str:
        tag = TAG.match(raw)
        if tag is None:
            return self.add(raw, raw, CodeKind.STANDALONE, "!")
        name = tag["name"].lower()
        if name == "br" and not tag["close"]:
            return "\n"
        if tag["close"]:
            key = name
            for number in range(len(self._open) - 1, max(-1, len(self._open) - _NEAR), -1):
                if self._open[number][0] == name:
                    key = self._open.pop(number)[1]
                    break
            return self.add("/" + key, raw, CodeKind.CLOSE, name, STYLES.get(name, ""))
        alone = name in VOID or tag.group().endswith("/>") or len(raw) > len(tag.group())
        if not alone:
            self._open.append((name, raw))
        return self.add(raw, raw, CodeKind.STANDALONE if alone else CodeKind.OPEN, name, STYLES.get(name, ""))

    def escape(self, text: str) -> str:
        """Escape what HTML has a use for; a line break is a `br`."""
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u00a0", self._space)
        return text if self._preformatted else text.replace("\n", self._break_tag)

    def check(self, text: str) -> None:
        """Make sure that elements are closed in order."""
        check_pairs(text, self.codes, lambda one, other: self.codes[one].label == self.codes[other].label)


def element_end(text: str, tag: re.Match[str]) -> int:
    """Return where an element without text of its own ends; for others, where the start tag does."""
    name = tag["name"].lower()
    if name in VOID or tag.group().endswith("/>"):
        return tag.end()
    if name not in OPAQUE and attributes_of_tag(tag.group()).get("translate") != "no":
        return tag.end()
    if name in RAW:
        closing = re.compile(rf"</{name}[^>]*>", re.IGNORECASE).search(text, tag.end())
        return closing.end() if closing else len(text)
    inside: list[str] = []
    at = tag.end()
    while (found := text.find("<", at)) >= 0:
        following = TAG.match(text, found)
        at = following.end() if following else found + 1
        if following is None or following.group().endswith("/>"):
            continue
        other = following["name"].lower()
        if not following["close"]:
            if other == name and not inside and name in _UNCLOSED:
                return found
            if other not in VOID:
                inside.append(other)
        elif other in inside[-_NEAR:]:
            while inside.pop() != other:
                pass
        elif other == name:
            return at
        else:
            # The end of something around it: this one's own end was left out.
            return found
    return len(text)


def attributes_of_tag(tag: str) -> dict[str, str]:
    """Return the attributes of a start tag by their names in lower case."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(re.sub(r"^<[^\s/>]*", "", tag)):
        found.setdefault(name.lower(), html.unescape(next(filter(None, values), "")))
    return found
