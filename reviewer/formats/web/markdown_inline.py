"""Inline markup of Markdown (CommonMark 0.31, 6): emphasis, code, links, images, HTML, template tags."""

import html
import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reviewer.formats.codes import CodeTable, Token, check_pairs
from reviewer.model.segment import CODE_BASE, CodeKind

_LEX = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<ticks>`+)
    |(?P<template>\{\{[^{}]{0,300}\}\}|\{%[^%]{0,300}%\}|\{:[^{}\n]{0,200}\})
    |(?P<address><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}>|<[\w.+-]{1,64}@[\w.-]{1,200}>)
    |(?P<html></?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,2000})?/?>|<!--[^<>]{0,2000}-->)
    |(?P<reference>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    |(?P<note>\[\^[^\]\s]{1,80}\]:?)
    |(?P<open>!?\[)
    |(?P<close>\])
    |(?P<run>\*+|_+|~~)
    """,
    re.VERBOSE,
)
_DESTINATION = re.compile(
    r"""\([ \t\r\n]*(?:<[^<>\r\n]{0,2000}>|[^\s()<]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,2000}){0,8})
    (?:[ \t\r\n]+(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^()]{0,1000}\)))?[ \t\r\n]*\)""",
    re.VERBOSE,
)
_LABEL = re.compile(r"\[[^\[\]]{0,300}\]")
_SPECIAL = re.compile(r"[\\`*_\[\]<>{}&~|#]|!(?=\[)")
_TAGS = {"**": "strong", "__": "strong", "*": "em", "_": "em", "~~": "del"}
_NEAR = 100
"""How many runs of stars a closing one is compared with."""


@dataclass(slots=True)
class _Lexeme:
    start: int
    end: int
    sort: str
    """`text`, `shown`, `code`, `run`, `open`."""
    shown: str = ""
    label: str = ""
    style: str = ""
    kind: CodeKind = CodeKind.STANDALONE
    spelled: str = ""
    """What to write instead where the text before it may have changed: a link named by its own text."""


@dataclass(slots=True)
class _Run:
    """A run of stars or underscores whose ends may be taken for emphasis."""

    start: int
    end: int
    char: str
    opens: bool
    closes: bool


class MarkdownCodes(CodeTable):
    """The codes of a block.

    `breaks` are the line ends inside it, each with the markers before the next line's text; `references`
    the names of link definitions, in lower case; `newline` is what to write for a new line end.
    """

    def __init__(self, breaks: Mapping[int, int], references: frozenset[str], newline: str) -> None:
        super().__init__()
        self.breaks = breaks
        self._references = references
        self.newline = newline
        self.escaping = False
        """Whether to write a backslash before characters that may be markup, and links in full."""

    def split(self, inner: str) -> Iterator[Token]:
        """Yield text, line ends, markup."""
        for lexeme in _with_emphasis(self._lexemes(inner), inner):
            raw = written = inner[lexeme.start : lexeme.end]
            if self.escaping and lexeme.spelled:
                written = lexeme.spelled
            if lexeme.sort == "shown":
                yield Token(self.literal(lexeme.shown, raw), raw)
            elif lexeme.sort == "code":
                shown = self.add(f"{lexeme.kind}{raw}", written, lexeme.kind, lexeme.label, lexeme.style)
                yield Token(shown, written)
            elif raw:
                yield Token(self.literal(raw), raw)

    def _lexemes(self, inner: str) -> list[_Lexeme]:
        found: list[_Lexeme] = []
        brackets: list[int] = []
        missing: set[int] = set()
        """Lengths of runs of backticks that nothing closes."""
        at = 0
        starts = deque(sorted(self.breaks))
        match = _LEX.search(inner)
        while at < len(inner):
            if match is not None and match.start() < at:
                match = _LEX.search(inner, at)
            next_special = match.start() if match else len(inner)
            while starts and starts[0] < at:
                starts.popleft()
            if starts and starts[0] <= next_special:
                start = starts.popleft()
                found += (_Lexeme(at, start, "text"), _Lexeme(start, self.breaks[start], "shown", "\n"))
                at = self.breaks[start]
                continue
            found.append(_Lexeme(at, next_special, "text"))
            if match is None:
                break
            at = self._take(inner, match, found, brackets, missing)
        return found

    def _take(
        self, inner: str, match: re.Match[str], found: list[_Lexeme], brackets: list[int], missing: set[int]
    ) -> int:
        """Add what begins with a special character; return where it ends."""
        start, end = match.span()
        raw = match.group()
        sort = match.lastgroup
        if sort == "escape":
            found.append(_Lexeme(start, end, "shown", raw[1]))
        elif sort == "reference" and html.unescape(raw) not in (raw, "\n", "\r", "\t", " "):
            found.append(_Lexeme(start, end, "shown", html.unescape(raw)))
        elif sort == "ticks":
            length = len(raw)
            closing = None if length in missing else re.compile(rf"(?<!`)`{{{length}}}(?!`)").search(inner, end)
            if closing:
                label = inner[end : closing.start()].strip()
                found.append(_Lexeme(start, closing.end(), "code", label=label, style="code"))
                return closing.end()
            missing.add(length)
            found.append(_Lexeme(start, end, "text"))
        elif sort == "open":
            brackets.append(len(found))
            found.append(_Lexeme(start, end, "text"))
        elif sort == "close":
            return self._close_bracket(inner, start, found, brackets)
        elif sort == "run":
            found.append(_Lexeme(start, end, "run"))
        elif sort == "html":
            found.append(_html(raw, start, end))
        elif sort in ("template", "address", "note"):
            label = {"template": "{}", "note": raw.strip("[]^:")}.get(sort, "url")
            found.append(_Lexeme(start, end, "code", label=label))
        else:
            found.append(_Lexeme(start, end, "text"))
        return end

    def _close_bracket(self, inner: str, at: int, found: list[_Lexeme], brackets: list[int]) -> int:
        end = at + 1
        if brackets:
            opening = found[brackets.pop()]
            rest = _DESTINATION.match(inner, end) or _LABEL.match(inner, end)
            text = inner[opening.end : at]
            if rest and rest.group()[0] == "[" and not self._defined(rest.group()[1:-1] or text):
                rest = None
            if rest or self._defined(text):
                end = rest.end() if rest else end
                image = inner[opening.start] == "!"
                label = "img" if image else "a"
                if image and opening.end == at:
                    found.append(_Lexeme(opening.start, end, "code", label=label))
                    opening.end = opening.start
                    return end
                opening.sort, opening.kind, opening.label = "code", CodeKind.OPEN, label
                closing = _Lexeme(at, end, "code", label=label, kind=CodeKind.CLOSE)
                if rest is None or rest.group() == "[]":
                    closing.spelled = f"][{text}]"
                found.append(closing)
                return end
        found.append(_Lexeme(at, end, "text"))
        return end

    def _defined(self, label: str) -> bool:
        return bool(self._references) and " ".join(label.lower().split()) in self._references

    def escape(self, text: str) -> str:
        """Write plain text, with backslashes where it would be taken for markup."""
        if self.escaping:
            text = _SPECIAL.sub(r"\\\g<0>", text)
        return text.replace("\n", self.newline)

    def tidied(self, text: str) -> str:
        """Return an edited text as Markdown can hold it: stars around nothing, or with a space inside, are
        no emphasis (CommonMark 6.2), so the first go and the second come to stand inside the space."""
        kinds = {CodeKind.OPEN: "", CodeKind.CLOSE: ""}
        for number, (code, raw) in enumerate(zip(self.codes, self.raws, strict=True)):
            if not raw.strip("*_~"):
                kinds[code.kind] += chr(CODE_BASE + number)
        opening, closing = kinds.values()
        if not opening:
            return text
        before = ""
        while text != before:
            before = text
            text = re.sub(rf"[{opening}](\s*)[{closing}]", r"\1", text)
            text = re.sub(rf"([{opening}]+)(\s+)", r"\2\1", text)
            text = re.sub(rf"(\s+)([{closing}]+)", r"\2\1", text)
        return text

    def with_tags(self, text: str) -> str:
        """Return the source of a text with HTML tags for emphasis, for where stars would be taken for text:
        `**Note:**x` is not bold, because the stars stand between punctuation and a letter."""
        for number, (code, raw) in enumerate(zip(self.codes, self.raws, strict=True)):
            name = _TAGS.get(raw)
            if name:
                self.raws[number] = f"<{name}>" if code.kind is CodeKind.OPEN else f"</{name}>"
        return self.markup(text)

    def check(self, text: str) -> None:
        """Make sure that links and emphasis are closed in order."""
        check_pairs(text, self.codes, lambda one, other: self.codes[one].label == self.codes[other].label)


def _html(raw: str, start: int, end: int) -> _Lexeme:
    name = (re.findall(r"[A-Za-z0-9-]+", raw) or ["!"])[0]
    if raw.startswith("<br"):
        return _Lexeme(start, end, "code", label="br")
    kind = CodeKind.STANDALONE
    if raw.startswith("</"):
        kind = CodeKind.CLOSE
    elif name.lower() not in ("img", "br", "wbr", "input", "hr") and not raw.endswith(("/>", "-->")):
        kind = CodeKind.OPEN
    return _Lexeme(start, end, "code", label=name.lower(), kind=kind)


def _with_emphasis(lexemes: list[_Lexeme], inner: str) -> list[_Lexeme]:
    """Return the pieces with runs of stars cut into what opens, what closes, and what is text."""
    runs = [_run(lexeme, inner) for lexeme in lexemes if lexeme.sort == "run"]
    if not runs:
        return lexemes
    tags: list[_Lexeme] = []
    openers: list[_Run] = []
    for run in runs:
        while run.closes and run.start < run.end:
            place = next(
                (n for n in range(len(openers) - 1, max(-1, len(openers) - _NEAR), -1) if _matches(openers[n], run)),
                None,
            )
            if place is None:
                break
            opener = openers[place]
            del openers[place + 1 :]
            size = 2 if opener.end - opener.start >= 2 and run.end - run.start >= 2 else 1
            label, style = ("s", "strike") if run.char == "~" else ("b", "bold") if size == 2 else ("i", "italic")
            tags.append(_Lexeme(opener.end - size, opener.end, "code", "", label, style, CodeKind.OPEN))
            tags.append(_Lexeme(run.start, run.start + size, "code", "", label, style, CodeKind.CLOSE))
            opener.end -= size
            run.start += size
            if opener.start == opener.end:
                openers.pop()
        if run.opens and run.start < run.end:
            openers.append(run)
    result = [lexeme for lexeme in lexemes if lexeme.sort != "run"]
    taken = {tag.start: tag for tag in tags}
    for lexeme in lexemes:
        at = lexeme.start
        while lexeme.sort == "run" and at < lexeme.end:
            tag = taken.get(at)
            result.append(tag or _Lexeme(at, at + 1, "text"))
            at = tag.end if tag else at + 1
    return sorted(result, key=lambda each: (each.start, each.end))


def _run(lexeme: _Lexeme, inner: str) -> _Run:
    """Say what a run may do (CommonMark 6.2, left- and right-flanking delimiter runs).

    Ideographs have no spaces around them and are taken for such a border, as many renderers do by now.
    """
    before = inner[lexeme.start - 1] if lexeme.start else " "
    after = inner[lexeme.end] if lexeme.end < len(inner) else " "
    left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
    right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
    char = inner[lexeme.start]
    if char == "_":
        left, right = left and (not right or _punctuation(before)), right and (not left or _punctuation(after))
    return _Run(lexeme.start, lexeme.end, char, left, right)


def _matches(opener: _Run, closer: _Run) -> bool:
    if opener.char != closer.char:
        return False
    one, other = opener.end - opener.start, closer.end - closer.start
    both = opener.closes or closer.opens
    return not (both and (one + other) % 3 == 0 and (one % 3 or other % 3))


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS" or "\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3"
