"""Reading and writing text in the encoding a file came in."""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reviewer.formats.splice import splice
from reviewer.model.errors import InputError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_NEWLINES = {"crlf": "\r\n", "lf": "\n", "cr": "\r"}
# Codecs of Python that are no character encodings of files.
_NOT_FOR_FILES = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, with what it takes to write it back."""

    text: str
    """Without the byte-order mark."""
    body: bytes
    """What `text` was decoded from."""
    encoding: str
    """Name of a Python codec."""
    mark: bytes = b""
    """The byte-order mark."""

    @property
    def options(self) -> dict[str, str]:
        """What a reader reports about the text: `encoding`, `bom` (`yes` or `no`), `newline`."""
        return {
            "encoding": self.encoding,
            "bom": "yes" if self.mark else "no",
            "newline": newline_name(self.text),
        }

    def spliced(self, replacements: Iterable[tuple[int, int, str]]) -> bytes:
        """Return the file with stretches of its text replaced and the bytes of all others as they were.

        Raises:
            InputError: a replacement has a character the encoding does not.
        """
        changes = list(replacements)
        for _, _, new in changes:
            encode(new, self.encoding)
        if not changes:
            return self.mark + self.body
        offsets = self._offsets({at for start, end, _ in changes for at in (start, end)})
        if offsets is None:
            return self.mark + encode(splice(self.text, changes), self.encoding)
        return self.mark + splice(
            self.body,
            [(offsets[start], offsets[end], encode(new, self.encoding)) for start, end, new in changes],
        )

    def _faithful(self) -> bool:
        """Say whether decoding and encoding again gives the bytes there were.

        Some double-byte encodings (cp932, ISO-2022) have several byte sequences for one character.
        """
        try:
            return self.text.encode(self.encoding) == self.body
        except UnicodeEncodeError:
            return False

    def _offsets(self, wanted: set[int]) -> dict[int, int] | None:
        """Return where in `body` those places of `text` are.

        None where that need not be known, because encoding the whole text gives the bytes there were, or
        cannot be told, because a shift state reaches over a line end.
        """
        if self.encoding == "utf-8" or self.encoding in _WIDE or self._faithful():
            return None
        found: dict[int, int] = {}
        chars = at = 0
        missing = sorted(wanted, reverse=True)
        for line in self.body.splitlines(keepends=True):
            text = _attempt(line, self.encoding)
            if text is None:
                return None
            while missing and missing[-1] <= chars + len(text):
                place = missing.pop()
                found[place] = at + _prefix(line, place - chars, self.encoding)
            chars += len(text)
            at += len(line)
        return found if chars == len(self.text) else None


def _prefix(line: bytes, chars: int, encoding: str) -> int:
    """Return how many bytes of the line the first `chars` characters take."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for at in range(len(line)):
        if chars <= 0:
            return at
        chars -= len(decoder.decode(line[at : at + 1]))
    return len(line)


def encode(text: str, encoding: str) -> bytes:
    """Encode a text.

    Raises:
        InputError: the encoding has no such character; names it and the way out.
    """
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        char = text[error.start]
        name = unicodedata.name(char, "")
        named = f"U+{ord(char):04X}" + (f" {name}" if name else "")
        shown = f"“{char}” ({named})" if char.isprintable() else named
        if encoding.startswith("utf"):
            raise InputError(f"The character {named} stands for nothing and cannot be saved. Remove it.") from None
        raise InputError(
            f"The file is in {encoding}, which has no {shown}. Replace that character, "
            "or save a copy of the file as UTF-8 and open that."
        ) from None


def decode(data: bytes, options: Mapping[str, str], declared: str = "", binding: bool = False) -> Decoded:
    """Decode a text file: as `options["encoding"]` says, else by what the bytes themselves tell.

    The order is byte-order mark, the file's own declaration, strict UTF-8, then chardet's statistics.
    A declaration that is not `binding` gives way where the bytes are UTF-8 beyond chance: it was copied
    from another file then.

    Raises:
        InputError: the bytes are no text, or the encoding cannot be told or does not fit.
    """
    chosen = options.get("encoding", "")
    for mark, encoding in _MARKS:
        if data.startswith(mark) and (not chosen or _normal(chosen) in (encoding, encoding[:6])):
            return _strict(data[len(mark) :], encoding, mark)
    if chosen:
        return _strict(data, _normal(chosen), b"")
    if declared and (binding or data.isascii() or _attempt(data, "utf-8") is None):
        name = _normal(declared) if binding or _known(declared) else ""
        text = _attempt(data, name) if name else None
        if text is not None:
            return Decoded(text, data, name)
    if b"\0" in data:
        return _without_mark(data)
    text = _attempt(data, "utf-8")
    if text is not None:
        return Decoded(text, data, "utf-8")
    _refuse_binary(data)
    return _guessed(data)


def looks_like_text(data: bytes) -> bool:
    """Say whether the beginning of a file is text in some encoding; cheap, for sniffing."""
    head = data[:4096]
    if any(head.startswith(mark) for mark, _ in _MARKS):
        return True
    if b"\0" in head:
        return any(_plausible(head, encoding) for encoding in _WIDE)
    return len(head.translate(None, _CONTROLS)) > 0.99 * len(head) or not head


def head_of(data: bytes, size: int = 4096) -> str:
    """Return the beginning of a file as text, unreadable bytes left out; for sniffing."""
    head = data[:size]
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore")
    if b"\0" in head[:64]:
        return head.decode("utf-16-le" if head[1:2] == b"\0" else "utf-16-be", "ignore")
    return head.decode("utf-8", "ignore")


def newline_name(text: str) -> str:
    """Return `lf`, `crlf` or `cr`, `mixed` where there are several, `none` where there is none."""
    counts = _newline_counts(text)
    return "mixed" if len(counts) > 1 else next(iter(counts), "none")


def usual_newline(text: str, options: Mapping[str, str] | None = None) -> str:
    """Return the line end most lines of a text have, or the one `options["newline"]` asks for."""
    chosen = _NEWLINES.get((options or {}).get("newline", ""))
    if chosen:
        return chosen
    counts = _newline_counts(text)
    return _NEWLINES[max(counts, key=lambda name: counts[name])] if counts else "\n"


def _newline_counts(text: str) -> dict[str, int]:
    if "\r" not in text:
        return {"lf": text.count("\n")} if "\n" in text else {}
    both = text.count("\r\n")
    counts = {"crlf": both, "lf": text.count("\n") - both, "cr": text.count("\r") - both}
    return {name: count for name, count in counts.items() if count}


def _normal(encoding: str) -> str:
    """Return the codec's own name.

    Raises:
        InputError: there is no such encoding.
    """
    try:
        name = codecs.lookup(encoding.strip()).name
    except (LookupError, ValueError):
        name = ""
    if not name or name in _NOT_FOR_FILES:
        raise InputError(f"There is no encoding named “{encoding}”. Choose one such as utf-8 or windows-1252.")
    return {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(name, name)


def _known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name not in _NOT_FOR_FILES
    except (LookupError, ValueError):
        return False


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    # Looking for the byte is much the faster of the two, and rules the character out.
    return None if b"\0" in data and "\0" in text else text


def _strict(data: bytes, encoding: str, mark: bytes) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"The file is not in {encoding}: byte {len(mark) + error.start}, line {line}, does not fit. "
            "Choose another encoding."
        ) from None
    except (UnicodeError, LookupError):
        raise InputError(f"The file is not in {encoding}. Choose another encoding.") from None
    if b"\0" in data and "\0" in text:
        raise InputError(_BINARY)
    return Decoded(text, data, encoding, mark)


_BINARY = "This is not a text file: it holds binary data. Open the document it was made from."


def _refuse_binary(data: bytes) -> None:
    head = data[:65536]
    if len(head.translate(None, _CONTROLS)) < 0.99 * len(head):
        raise InputError(_BINARY)


def _without_mark(data: bytes) -> Decoded:
    """Decode UTF-16 or UTF-32 that has no byte-order mark."""
    for encoding in reversed(_WIDE):
        if _plausible(data[:4096], encoding):
            return _strict(data, encoding, b"")
    raise InputError(_BINARY)


def _plausible(head: bytes, encoding: str) -> bool:
    """Say whether these bytes, which have zeros among them, read as text: the zeros come from ASCII."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    return any(char <= "~" for char in text) and not any(
        unicodedata.category(char) in ("Cn", "Co", "Cs") or (char < " " and char not in "\t\n\v\f\r\x1a\x1b")
        for char in text
    )


def _guessed(data: bytes) -> Decoded:
    # Imported here: its tables take 35 ms to load, and few files need them.
    import chardet

    # DOS and mainframe code pages are rarer in today's files than short texts that look like them.
    eras = chardet.EncodingEra.ALL & ~chardet.EncodingEra.DOS & ~chardet.EncodingEra.MAINFRAME
    guess = chardet.detect(
        data, prefer_superset=True, compat_names=False, no_match_encoding="ascii", encoding_era=eras
    )["encoding"]
    text = _attempt(data, guess) if guess else None
    if not guess or text is None:
        raise InputError("The encoding of the file cannot be told. Choose one, such as windows-1252.")
    return Decoded(text, data, _normal(guess))


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


def lines_of(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield each line as (start, end without line end, end), the last one only where it has characters."""
    for match in _LINE.finditer(text):
        start, end = match.span()
        if start == end:
            return
        stop = end
        while stop > start and text[stop - 1] in "\r\n":
            stop -= 1
        yield start, stop, end
