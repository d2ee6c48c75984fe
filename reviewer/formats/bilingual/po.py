"""PO: message catalogues of GNU gettext."""

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewer.formats.bilingual.recent import Recent
from reviewer.formats.encoding import Decoded, decode, head_of, usual_newline
from reviewer.formats.format import Content, Unit
from reviewer.formats.private_use import has_own, hide, show
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.model.errors import InputError
from reviewer.model.segment import Code, Kind, State

_WIDTH = 79
"""Columns at which gettext wraps."""

_END = r"(?:\r\n|\n|\r)"
_STRING = r'"[^"\\\r\n]*+(?>(?:\\[^\r\n][^"\\\r\n]*+)*)"'
_STATEMENT = re.compile(
    rf"""(?P<comment>(?>(?:[ \t]*+\#[^\r\n]*+(?:{_END}|\Z))+))
    |[ \t]*+(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?>(?:\[[ \t]*+\d{{1,3}}[ \t]*+\])?))[ \t]*+
     (?P<strings>{_STRING}(?>(?:\s*+{_STRING})*))[ \t]*+(?:{_END}|\Z)
    |(?P<blank>\s++)
    |(?P<domain>domain[ \t]++{_STRING})
    """,
    re.VERBOSE,
)
_STRINGS = re.compile(_STRING)
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = str.maketrans({"\\": "\\\\", '"': '\\"'} | {char: f"\\{name}" for name, char in _ESCAPES.items()})
_CHARSET = re.compile(rb'"Content-Type:[^"\r\n]*charset=([A-Za-z0-9._:-]+)', re.IGNORECASE)
_LANGUAGE = re.compile(r"^Language:[ \t]*([A-Za-z0-9_@.-]+)", re.MULTILINE)
_FLAGS = re.compile(r"^[ \t]*#,[^\r\n]*", re.MULTILINE)
_PREVIOUS = re.compile(rf"^[ \t]*#\|[^\r\n]*(?:{_END}|\Z)", re.MULTILINE)


class _Message(NamedTuple):
    """Where a translation is, in characters."""

    comment: int
    """Where the comments of its entry begin, or would."""
    entry: int
    """Where the entry itself begins."""
    start: int
    end: int


class Po(WritableFormat):
    """PO and POT."""

    id = "po"
    title = "gettext (PO)"
    extensions = ("po", "pot")
    bilingual = True
    no_inserts = "A PO file has its messages from its source; none can be added."

    def __init__(self) -> None:
        self._recent: Recent[array[int]] = Recent("encoding")

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: entries begin with `msgid` and a quoted string."""
        head = head_of(data, 65536)
        return 0.9 if re.search(r'^[ \t]*(?:msgid|#~ msgid)[ \t]*"', head, re.MULTILINE) else 0.0

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return the messages; each plural form is a unit, and obsolete ones are left out."""
        decoded = _decoded(data, options)
        reader = _Reader(decoded)
        reader.read()
        content = Content(
            tuple(reader.units),
            bilingual=True,
            languages=(None, reader.language),
            options=decoded.options,
            warnings=(f"{reader.obsolete} obsolete messages were left out.",) if reader.obsolete else (),
        )
        for known in (options, content.options):
            self._recent.put(data, known, reader.places)
        return content

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the file with those translations changed; a finished one is no longer fuzzy."""
        decoded = _decoded(data, options)
        places = self._recent.get(data, options)
        if places is None:
            reader = _Reader(decoded)
            reader.read()
            places = reader.places
        wrap = bool(re.search(rf'[^n]"{_END}"', decoded.text[:200_000]))
        newline = usual_newline(decoded.text[:65536], options)
        changes: dict[tuple[int, int], str] = {}
        for edit in edits.texts:
            message = _Message(*places[4 * edit.index : 4 * edit.index + 4])
            strings = decoded.text[message.start : message.end]
            old = _unquoted(strings)
            new = show(edit.text, old)
            if new != old:
                changes[message.start, message.end] = _quoted(new, strings, wrap, newline)
            if edit.state is not None:
                changes |= {
                    (start, end): changed
                    for start, end, changed in _flagged(decoded.text, message, edit.state, newline)
                }
        return decoded.spliced((start, end, new) for (start, end), new in changes.items())


class _Reader:
    def __init__(self, decoded: Decoded) -> None:
        self._text = decoded.text
        self._guard = has_own(decoded)
        self.units: list[Unit] = []
        self.places = array("q")
        self.language: str | None = None
        self.obsolete = 0
        self._number = 0

    def read(self) -> None:
        """Walk the file, one statement after another."""
        at, comment, size = 0, -1, len(self._text)
        entry: dict[str, str] = {}
        entry_at, comment_at, comments = 0, 0, ""
        forms: list[tuple[str, int, int]] = []
        while at < size:
            match = _STATEMENT.match(self._text, at)
            if match is None:
                raise _not_understood(self._text, at)
            keyword = match["keyword"]
            if keyword is None:
                if match["comment"] is not None:
                    comment = at
                    if "#~" in match["comment"]:
                        self.obsolete += len(re.findall(r"#~[ \t]*msgid[ \t]", match["comment"]))
                elif match["blank"] is None:
                    entry = {}
            elif keyword.startswith("msgstr"):
                forms.append((keyword, match.start("strings"), match.end("strings")))
            else:
                if forms:
                    self._add(entry, forms, comment_at, entry_at, comments)
                    entry, forms = {}, []
                if not entry:
                    entry_at = at
                    comment_at, comments = (comment, self._text[comment:at]) if comment >= 0 else (at, "")
                    comment = -1
                entry[keyword] = match["strings"]
            at = match.end()
        if forms:
            self._add(entry, forms, comment_at, entry_at, comments)

    def _add(
        self, entry: Mapping[str, str], forms: Sequence[tuple[str, int, int]], comment: int, at: int, comments: str
    ) -> None:
        source = _unquoted(entry.get("msgid", '""'))
        if not source and "msgctxt" not in entry:
            header = _unquoted(self._text[forms[0][1] : forms[0][2]])
            language = _LANGUAGE.search(header)
            self.language = language.group(1).replace("_", "-") if language else self.language
            return
        self._number += 1
        plural = _unquoted(entry["msgid_plural"]) if "msgid_plural" in entry else source
        fuzzy = "fuzzy" in comments and any("fuzzy" in line for line in _FLAGS.findall(comments))
        note = _note(comments, entry)
        for number, (_, start, end) in enumerate(forms):
            text = _unquoted(self._text[start:end])
            # A language with one form has it for any number.
            original = source if number == 0 and len(forms) != 1 else plural
            state = State.INITIAL if not text else State.NEEDS_WORK if fuzzy else State.TRANSLATED
            id = f"{self._number}[{number}]" if "msgid_plural" in entry else str(self._number)
            codes: tuple[Code, ...] = ()
            source_codes: tuple[Code, ...] = ()
            if self._guard:
                text, codes = hide(text)
                original, source_codes = hide(original)
            self.units.append(Unit(id, text, original, Kind.STRING, 0, state, note, False, codes, source_codes))
            self.places.extend((comment, at, start, end))


def _decoded(data: bytes, options: Mapping[str, str]) -> Decoded:
    declared = _CHARSET.search(data[:65536])
    name = declared.group(1).decode("ascii") if declared else ""
    return decode(data, options, declared="" if name == "CHARSET" else name)


def _unquoted(strings: str) -> str:
    """Return the text of one or several quoted strings."""
    if strings.count('"') == 2:
        inner = strings[1:-1]
    else:
        inner = "".join([string[1:-1] for string in _STRINGS.findall(strings)])
    return _ESCAPE.sub(_unescaped, inner) if "\\" in inner else inner


def _unescaped(match: re.Match[str]) -> str:
    octal, hexadecimal, char = match.groups()
    if char is not None:
        return _ESCAPES.get(char, char)
    return chr(int(octal, 8) if octal else int(hexadecimal, 16))


def _quoted(text: str, old: str, wrap: bool, newline: str) -> str:
    """Return a text as quoted strings, one for each of its lines, wrapped where the file wraps."""
    lines = [line.translate(_WRITTEN) for line in re.split(r"(?<=\n)", text) if line]
    if wrap:
        lines = [piece for line in lines for piece in _wrapped(line)]
    first = _WIDTH - len('msgstr ""')
    if len(lines) <= 1 and (not wrap or len("".join(lines)) <= first) and not old.startswith('""\n'):
        return f'"{"".join(lines)}"'
    return newline.join(('""', *(f'"{line}"' for line in lines)))


def _wrapped(line: str) -> Iterator[str]:
    """Break an escaped line behind spaces."""
    piece = ""
    for word in re.findall(r"\S*\s*", line):
        if piece and len(piece) + len(word) > _WIDTH - 2:
            yield piece
            piece = ""
        piece += word
    if piece:
        yield piece


def _flagged(text: str, message: _Message, state: State, newline: str) -> Iterator[tuple[int, int, str]]:
    """Yield what sets or removes the flag `fuzzy`, and the previous source that goes with it."""
    comments = text[message.comment : message.entry]
    flags = _FLAGS.search(comments)
    names = [name.strip() for name in flags.group().partition(",")[2].split(",")] if flags else []
    if state is State.NEEDS_WORK and "fuzzy" not in names:
        if flags:
            at = message.comment + flags.end()
            yield at, at, ", fuzzy"
        else:
            yield message.entry, message.entry, f"#, fuzzy{newline}"
    elif state not in (State.NEEDS_WORK, State.INITIAL) and flags and "fuzzy" in names:
        kept = [name for name in names if name != "fuzzy"]
        start, end = flags.span()
        if kept:
            yield message.comment + start, message.comment + end, "#, " + ", ".join(kept)
        else:
            line_end = re.compile(_END).match(comments, end)
            yield message.comment + start, message.comment + (line_end.end() if line_end else end), ""
        for previous in _PREVIOUS.finditer(comments):
            yield message.comment + previous.start(), message.comment + previous.end(), ""


def _note(comments: str, entry: Mapping[str, str]) -> str:
    lines = [_unquoted(entry["msgctxt"])] if "msgctxt" in entry else []
    if comments:
        for line in comments.splitlines():
            line = line.strip()
            if line.startswith("#.") or line[:2] in ("# ", "#"):
                lines.append(line[2:].strip())
    return "\n".join(line for line in lines if line)


def _not_understood(text: str, at: int) -> InputError:
    line = text.count("\n", 0, at) + 1
    return InputError(
        f"Line {line} of the PO file is not understood: “{text[at : at + 40].splitlines()[0]}”. "
        "Check it with `msgfmt -c`, mend it and open it again."
    )


FORMAT = Po()
