"""Subtitle files: cues with times, and texts with simple tags in them."""

import re
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reviewer.formats.codes import STYLES, CodeTable, Token
from reviewer.formats.encoding import decode, usual_newline
from reviewer.formats.format import Content, Unit
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.segment import CodeKind, Kind


class Cue(NamedTuple):
    """Where the text of a cue is, and when it is shown, as the file says it."""

    start: int
    end: int
    times: str


class CueCodes(CodeTable):
    """The codes of a cue: what `pattern` matches is a tag, or by its group `reference` a character."""

    def __init__(self, pattern: re.Pattern[str], references: Mapping[str, str], newline: str) -> None:
        super().__init__()
        self._pattern = pattern
        self._references = references
        self._newline = newline
        self._open: list[tuple[str, str]] = []

    def split(self, inner: str) -> Iterator[Token]:
        """Yield text, line ends, tags."""
        self._open = []
        at = 0
        for match in self._pattern.finditer(inner):
            start, end = match.span()
            yield from self._plain(inner[at:start])
            raw = match.group()
            if raw in self._references:
                yield Token(self._references[raw], raw)
            elif raw[0] in "\r\n":
                yield Token("\n", raw)
            else:
                yield Token(self._tag(raw), raw)
            at = end
        yield from self._plain(inner[at:])

    def _plain(self, text: str) -> Iterator[Token]:
        if text:
            yield Token(self.literal(text), text)

    def _tag(self, raw: str) -> str:
        match = re.match(r"<(/?)([A-Za-z]\w*)", raw)
        if match is None:
            return self.add(raw, raw, CodeKind.STANDALONE, raw.strip("{}<>\\"))
        name = match.group(2).lower()
        label, style = name, STYLES.get(name, "")
        if not match.group(1):
            self._open.append((name, raw))
            return self.add(raw, raw, CodeKind.OPEN, label, style)
        key = next((opened for other, opened in reversed(self._open[-20:]) if other == name), name)
        return self.add("/" + key, raw, CodeKind.CLOSE, label, style)

    def escape(self, text: str) -> str:
        """Write characters that would be taken for markup by their names, where the format has any."""
        for reference, char in self._references.items():
            if char in "&<>":
                text = text.replace(char, reference)
        return text.replace("\n", self._newline)


class CueFormat(WritableFormat):
    """A subtitle format; subclasses find the cues."""

    no_inserts = "A new subtitle needs times, which only a subtitle editor can give it. Merge the rows."
    tags: re.Pattern[str]
    references: Mapping[str, str] = MappingProxyType({})

    @abstractmethod
    def cues(self, text: str) -> Iterator[Cue]:
        """Yield the cues that have text."""

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the texts of the cues; the note of each says when it is shown."""
        decoded = decode(data, options)
        units = []
        for number, cue in enumerate(self.cues(decoded.text), 1):
            codes = self._codes("\n")
            text = codes.read(decoded.text[cue.start : cue.end])
            units.append(Unit(str(number), text, None, Kind.CUE, note=cue.times, codes=tuple(codes.codes)))
        return Content(tuple(units), options=decoded.options)

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the file with those texts changed; times and settings stay."""
        decoded = decode(data, options)
        cues = list(self.cues(decoded.text))
        newline = usual_newline(decoded.text, options)
        changes = []
        for edit in edits.texts:
            start, end, _ = cues[edit.index]
            codes = self._codes(newline)
            inner = decoded.text[start:end]
            if codes.read(inner) != edit.text:
                changes.append((start, end, self.fitted(codes.write(inner, edit.text), newline)))
        return decoded.spliced(changes)

    def fitted(self, text: str, newline: str) -> str:
        """Return a new text without what would end the cue."""
        return text

    def _codes(self, newline: str) -> CueCodes:
        return CueCodes(self.tags, self.references, newline)
