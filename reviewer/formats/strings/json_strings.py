"""JSON: string values of translation files, with the comments and trailing commas some tools allow."""

import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reviewer.formats.codes import CodeTable
from reviewer.formats.encoding import Decoded, head_of
from reviewer.formats.markup import MAX_DEPTH
from reviewer.formats.strings.escaped import EscapedCodes, is_escaping, utf16_escapes
from reviewer.formats.strings.keyed import Entry, KeyedFormat, line_of
from reviewer.model.errors import InputError

_SPACE = re.compile(r"(?>(?:[ \t\r\n\ufeff]+|//[^\r\n]*|/\*[^*]*+(?>(?:\*(?!/)[^*]*+)*)\*/)*)")
_STRING = re.compile(r'"([^"\\\x00-\x1f]*+(?>(?:\\[^\x00-\x1f][^"\\\x00-\x1f]*+)*))"')
_LITERAL = re.compile(r"-?[0-9][0-9.eE+-]*|true|false|null")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")

_BEGINNING = re.compile(
    _SPACE.pattern + r"""(?:\{""" + _SPACE.pattern + r"""["}]|\[""" + _SPACE.pattern + r"""["{\[])"""
)


class Value(NamedTuple):
    """A string value: the keys and positions that lead to it, and where it stands without its quotes."""

    path: tuple[str | int, ...]
    start: int
    end: int


def string_values(text: str) -> Iterator[Value]:
    """Yield the string values of a JSON text, without recursion.

    Raises:
        InputError: it is not JSON, or nested too deeply; says where.
    """
    path: list[str | int] = []
    at = _skip(text, 0)
    while True:
        # A value begins here; `path` leads to it.
        char = text[at : at + 1]
        if char == '"':
            string = _string(text, at)
            yield Value(tuple(path), *string.span(1))
            at = string.end()
        elif char and char in "{[":
            if len(path) >= MAX_DEPTH:
                raise InputError(f"Line {line_of(text, at)}: the file nests values more than {MAX_DEPTH} deep.")
            inside = _skip(text, at + 1)
            if text[inside : inside + 1] == ("}" if char == "{" else "]"):
                at = inside + 1
            else:
                path.append("" if char == "{" else -1)
                at = _next_member(text, inside, path)
                continue
        else:
            literal = _LITERAL.match(text, at)
            if literal is None:
                raise _broken(text, at, "a value")
            at = literal.end()
        # A value has ended: go on behind it, and out of what it ends.
        while True:
            at = _skip(text, at)
            if not path:
                if at != len(text):
                    raise _broken(text, at, "the end")
                return
            closing = "]" if isinstance(path[-1], int) else "}"
            char = text[at : at + 1]
            if char == ",":
                at = _skip(text, at + 1)
                char = text[at : at + 1]
                if char != closing:
                    at = _next_member(text, at, path)
                    break
            if char != closing:
                raise _broken(text, at, f"“,” or “{closing}”")
            path.pop()
            at += 1


def _next_member(text: str, at: int, path: list[str | int]) -> int:
    """Set the last step of `path` to the member that begins here; return where its value begins."""
    step = path[-1]
    if isinstance(step, int):
        path[-1] = step + 1
        return at
    key = _string(text, at)
    try:
        path[-1] = json.loads(key.group())
    except ValueError:
        raise _broken(text, at, "a key") from None
    at = _skip(text, key.end())
    if text[at : at + 1] != ":":
        raise _broken(text, at, "“:”")
    return _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _string(text: str, at: int) -> re.Match[str]:
    match = _STRING.match(text, at)
    if match is None:
        raise _broken(text, at, "a string in double quotes")
    return match


def _broken(text: str, at: int, expected: str) -> InputError:
    column = at - text.rfind("\n", 0, at)
    return InputError(
        f"The file is not JSON: line {line_of(text, at)}, column {column} should have {expected}. "
        "Mend it in the program that made it."
    )


def _read_escape(raw: str) -> str:
    try:
        shown: str = json.loads(f'"{raw}"')
    except ValueError:
        return raw[1:]
    return "\ufffd" if "\ud800" <= shown <= "\udfff" else shown


class JsonStrings(KeyedFormat):
    """JSON."""

    id = "json"
    title = "JSON strings"
    extensions: tuple[str, ...] = ("json", "jsonc", "i18n")

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: the file begins like an object with a key, or a list."""
        lines = name.lower().endswith((".jsonl", ".ndjson"))
        return 0.7 if _BEGINNING.match(head_of(data)) and not lines else 0.0

    def entries(self, text: str) -> Iterator[Entry]:
        """Yield string values under their paths; descriptions of messages become their notes."""
        values = list(string_values(text))
        paths = {value.path for value in values}
        notes = {
            value.path[:-1]: _text(text, value)
            for value in values
            if value.path[-1:] == ("description",) and (*value.path[:-1], "message") in paths
        }
        for value in values:
            # Chrome's format for extensions: {"key": {"message": …, "description": …, "placeholders": …}}.
            about = next((n for n in range(len(value.path)) if value.path[:n] in notes), None)
            if about is None:
                yield Entry(_key(value.path), value.start, value.end)
            elif value.path[about:] == ("message",):
                yield Entry(_key(value.path[:-1]), value.start, value.end, notes[value.path[:-1]])

    def coder(self, decoded: Decoded) -> Callable[[], CodeTable]:
        """Return what makes the reader of a string, which writes as many escapes as the file does."""
        ascii_only = is_escaping(decoded.text)
        return lambda: EscapedCodes(_ESCAPE, _read_escape, lambda text: _written(text, ascii_only))


def _written(text: str, ascii_only: bool) -> str:
    inner = json.dumps(text, ensure_ascii=False)[1:-1]
    return utf16_escapes(inner) if ascii_only else inner


def _text(text: str, value: Value) -> str:
    return _ESCAPE.sub(lambda match: _read_escape(match.group()), text[value.start : value.end])


def _key(path: tuple[str | int, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


FORMAT = JsonStrings()
