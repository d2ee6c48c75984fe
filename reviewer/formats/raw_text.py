"""The running text of a file taken from its raw contents, without what the readers know: to count what they missed."""

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from reviewer.formats.encoding import decode
from reviewer.formats.markup import open_xml, root_of
from reviewer.formats.package import Package
from reviewer.model.errors import InputError

# What is never closed must not be looked for again from each place where it is opened: `<` ends what `<` begins.
_TAG = re.compile(r"<[^<>]*>")
_XML_ASIDE = re.compile(
    r"<!--.*?-->|<(?P<name>(?:\w+:)?(?:alt-trans|matches|bpt|ept|ph|it|ut|internal-file|data))\b[^>]*?"
    r"(?:/>|>.*?</(?P=name)\s*>)",
    re.DOTALL,
)
_GONE = re.compile(r"<message\b(?:(?!</message>).)*?type=\"(?:vanished|obsolete)\".*?</message>", re.DOTALL)
_HTML_UNSEEN = re.compile(r"<!--|<(script|style|template|svg|math)\b", re.IGNORECASE)
_HTML_ASIDE = re.compile(r"<!\[CDATA\[|\]\]>|<[?!][^<>]*>")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|"
    r"var|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
_WORD_PARAGRAPH = re.compile(r"<(?:w|a):p(?:\s[^>]*)?(?<!/)>(.*?)</(?:w|a):p>", re.DOTALL)
_WORD_TEXT = re.compile(r"<(?:w|a):t(?:\s[^>]*)?(?<!/)>([^<]*)</(?:w|a):t>|<w:(?:tab|br|cr)\b")
_WORD_ASIDE = re.compile(
    r"<(?P<name>mc:Fallback|w:del|w:instrText|w:moveFrom)\b(?:\s[^>]*)?(?<!/)>.*?</(?P=name)>", re.DOTALL
)
_WORD_PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|diagrams/data\d*|charts/chart\d*)\.xml"
)
_ODT_ASIDE = re.compile(r"<(?P<name>text:tracked-changes|office:annotation)\b.*?</(?P=name)>", re.DOTALL)
_ODT_PARAGRAPH = re.compile(r"<text:(?:p|h)\b[^>]*(?<!/)>(.*?)</text:(?:p|h)>", re.DOTALL)
_ODT_FIELD = re.compile(r"<(?P<name>text:(?!(?:p|h|span|a)\b)[a-z-]+)\b[^>]*>[^<]*</(?P=name)>")
_PO_STRING = re.compile(
    r'^(msgid|msgid_plural|msgstr(?:\[\d+\])?)[ \t]+((?:"(?:[^"\\]|\\.)*"\s*)+)(?=(msgid_plural)?)', re.MULTILINE
)
_FENCE = re.compile(r"^[ \t>]*(```+|~~~+).*?(?:^[ \t>]*\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---$", re.DOTALL | re.MULTILINE)
_MARKDOWN_ASIDE = re.compile(r"`[^`]*`|\]\([^)\]]*\)|\{[%{][^{}\n]*[%}]\}|^[ \t]*\[[^\[\]\n]+\]:.*$", re.MULTILINE)
_CUE_ASIDE = re.compile(
    r"^(?:\ufeff?WEBVTT.*|\d+[ \t]*|.*-->.*|(?:NOTE|STYLE|REGION)\b(?:.*\n?)+?)$|<[^<>]*>|\{\\[^{}]*\}", re.MULTILINE
)
_STRINGS_VALUE = re.compile(r'=\s*"((?:[^"\\]|\\.)*)"\s*;')
_ESCAPED = re.compile(r"\\[uU][0-9a-fA-F]{4}|\\.")


_Taker = Callable[[bytes, Mapping[str, str]], Iterable[str]]


def raw_text(format: str, data: bytes, options: Mapping[str, str]) -> list[str] | None:
    """Return the stretches of running text in a file, None where no independent way to them is known."""
    taker = _TAKERS.get(format)
    try:
        return list(taker(data, options)) if taker else None
    except (InputError, ValueError, LookupError):
        return None


def _decoded(data: bytes, options: Mapping[str, str]) -> str:
    return decode(data, options).text


def _lines(data: bytes, options: Mapping[str, str]) -> Iterable[str]:
    return _decoded(data, options).splitlines()


def _bilingual_xml(*elements: str) -> _Taker:
    """Return what takes the contents of these elements, of the prefix that the first element has."""
    inner = "|".join(elements)

    def take(data: bytes, options: Mapping[str, str]) -> Iterator[str]:
        text = open_xml(data, options).data.decode("utf-8", "replace")
        prefix, colon, _ = root_of(text[:8192]).partition(":")
        names = rf"{prefix}:(?:{inner})" if colon else rf"(?:{inner})"
        pattern = re.compile(rf"<(?P<name>{names})(?:\s[^>]*?)?(?<!/)>(?P<text>.*?)</(?P=name)\s*>", re.DOTALL)
        for match in pattern.finditer(_GONE.sub("", _XML_ASIDE.sub("", text))):
            yield html.unescape(_TAG.sub("", match["text"]))

    return take


def _html(data: bytes, options: Mapping[str, str]) -> Iterator[str]:
    text = _HTML_ASIDE.sub(" ", _without_unseen(_without_front_matter(_decoded(data, options))))
    return map(html.unescape, _TAG.split(_INLINE.sub("", text)))


def _without_unseen(text: str) -> str:
    """Return a page without comments and elements that a browser does not show as text, as far as they are closed."""
    lower = text.lower()
    if len(lower) != len(text):
        # A few letters become two; none of what is looked for has them.
        lower = text
    pieces = []
    unclosed: set[str] = set()
    done = at = 0
    while match := _HTML_UNSEEN.search(text, at):
        at = match.end()
        closing = f"</{match[1].lower()}" if match[1] else "-->"
        end = -1 if closing in unclosed else lower.find(closing, at)
        if end < 0:
            unclosed.add(closing)
            continue
        at = text.find(">", end) + 1 or len(text)
        pieces.append(text[done : match.start()])
        done = at
    return " ".join((*pieces, text[done:]))


def _docx(data: bytes, options: Mapping[str, str]) -> Iterator[str]:
    package = Package(data)
    for name in package.names:
        if _WORD_PARTS.fullmatch(name):
            part = _WORD_ASIDE.sub("", package.read(name).decode("utf-8", "replace"))
            for paragraph in _WORD_PARAGRAPH.findall(part):
                yield html.unescape("".join(match[1] or " " for match in _WORD_TEXT.finditer(paragraph)))


def _odt(data: bytes, options: Mapping[str, str]) -> Iterator[str]:
    package = Package(data)
    content = _ODT_ASIDE.sub("", package.read("content.xml").decode("utf-8", "replace"))
    for paragraph in _ODT_PARAGRAPH.findall(content):
        spaced = re.sub(r"<text:(?:s|tab|line-break)\b[^>]*>", " ", _ODT_FIELD.sub("", paragraph))
        yield html.unescape(_TAG.sub("", spaced))


def _po(data: bytes, options: Mapping[str, str]) -> Iterator[str]:
    header = False
    for match in _PO_STRING.finditer(_decoded(data, options).replace("\r\n", "\n")):
        keyword, strings, plural = match.groups()
        text = _ESCAPED.sub(" ", "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', strings)))
        if keyword == "msgid":
            header = not text
        # A language with one form has it for the plural, so that the singular stands nowhere on the desk.
        if not header and not plural:
            yield text


def _markdown(data: bytes, options: Mapping[str, str]) -> Iterable[str]:
    text = _FENCE.sub("", _without_front_matter(_decoded(data, options)))
    return html.unescape(_TAG.sub(" ", _MARKDOWN_ASIDE.sub(" ", text))).splitlines()


def _without_front_matter(text: str) -> str:
    return _FRONT_MATTER.sub("", text.replace("\r\n", "\n"))


def _cues(data: bytes, options: Mapping[str, str]) -> Iterable[str]:
    text = _decoded(data, options).replace("\r\n", "\n").replace("\r", "\n")
    return html.unescape(_CUE_ASIDE.sub("", text)).splitlines()


def _json(data: bytes, options: Mapping[str, str]) -> Iterator[str]:
    return _values(json.loads(_decoded(data, options)))


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        # An extension of a browser has its texts in `message`, with notes for the translator beside it.
        texts = {"message": value["message"]} if isinstance(value.get("message"), str) else value
        for key, inner in texts.items():
            if not key.startswith("@"):
                yield from _values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner)


def _apple_strings(data: bytes, options: Mapping[str, str]) -> Iterator[str]:
    for value in _STRINGS_VALUE.findall(_decoded(data, options)):
        yield _ESCAPED.sub(" ", value)


_TAKERS: dict[str, _Taker] = {
    "txt": _lines,
    "markdown": _markdown,
    "html": _html,
    "docx": _docx,
    "odt": _odt,
    "srt": _cues,
    "vtt": _cues,
    "xliff1": _bilingual_xml("source", "target"),
    "xliff2": _bilingual_xml("source", "target"),
    "sdlxliff": _bilingual_xml("source", "target"),
    "mqxliff": _bilingual_xml("source", "target"),
    "tmx": _bilingual_xml("seg"),
    "ts": _bilingual_xml("source", "translation"),
    "po": _po,
    "json": _json,
    "arb": _json,
    "strings": _apple_strings,
}
