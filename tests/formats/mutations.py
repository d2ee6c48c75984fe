"""Damaged copies of files, the same for the same number."""

import io
import random
import re
import zipfile
from collections.abc import Callable

_ATTRIBUTE = re.compile(rb"""\s[\w:.-]+\s*=\s*("[^"<]*"|'[^'<]*')""")
_ODD = (
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xf3\xb0\x80\x80",
    b"\xe2\x80\xa9",
    b"\xed\xa0\x80",
    b"\r",
    b"\n\n",
    b"]]>",
    b"<!--",
    b"<![CDATA[",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;",
    b"&#0;",
    b"&#xD800;",
    b"&#99999999999;",
    b"<",
    b">",
    b"</",
    b'"',
    b"'",
    b"\\",
    b"\\u",
    b"{",
    b"}",
    b"[",
    b"```",
    b"-->",
    b"#~ ",
    b"9" * 400,
    b"-1",
)
_MEMBERS = 200
"""Largest archive, in members, that is taken apart."""


def mutated(data: bytes, other: bytes, number: int) -> bytes:
    """Return a damaged copy of a file; `other` is a file to take pieces from."""
    chance = random.Random(number)
    if data.startswith(b"PK") and chance.random() < 0.8:
        try:
            return _member_damaged(data, chance)
        except (zipfile.BadZipFile, ValueError):
            pass
    for _ in range(chance.choice((1, 1, 1, 2, 4, 12))):
        data = chance.choice(_WAYS)(data, other, chance)
    return data


def _member_damaged(data: bytes, chance: random.Random) -> bytes:
    """Damage what is inside an archive, which damage of the archive itself seldom reaches."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = [(info, package.read(info)) for info in package.infolist()[:_MEMBERS]]
    chosen = chance.randrange(len(members))
    how = chance.randrange(8)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for number, (info, content) in enumerate(members):
            if number == chosen and how == 0:
                continue
            if number == chosen and how == 1:
                content = chance.choice(members)[1]
            elif number == chosen or (how == 2 and info.filename.endswith("xml")):
                for _ in range(chance.choice((1, 1, 2, 6))):
                    content = chance.choice(_WAYS)(content, chance.choice(members)[1], chance)
            package.writestr(info.filename, content, info.compress_type)
    return out.getvalue()


def _cut(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _flip(data: bytes, other: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20))):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _insert(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    new = chance.choice(_ODD) if chance.random() < 0.7 else chance.randbytes(chance.randint(1, 8))
    return data[:at] + new + data[at:]


def _delete(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.choice((1, 1, 2, 10, 200)) :]


def _repeat(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    piece = data[at : at + chance.choice((1, 8, 60, 800))]
    return data[:at] + piece * chance.choice((1, 2, 50)) + data[at:]


def _graft(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at, there = chance.randrange(len(data) + 1), chance.randrange(len(other) + 1)
    size = chance.choice((4, 40, 400))
    return data[:at] + other[there : there + size] + data[at + chance.choice((0, size)) :]


def _move(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    piece = data[start : min(end, start + 400)]
    rest = data[:start] + data[start + len(piece) :]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + piece + rest[at:]


def _swap_attributes(data: bytes, other: bytes, chance: random.Random) -> bytes:
    found = list(_ATTRIBUTE.finditer(data, 0, 200_000))
    if len(found) < 2:
        return _flip(data, other, chance)
    first, second = sorted(chance.sample(found, 2), key=lambda match: match.start())
    (a, b), (c, d) = first.span(1), second.span(1)
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


_WAYS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    _cut,
    _flip,
    _insert,
    _insert,
    _delete,
    _repeat,
    _graft,
    _move,
    _swap_attributes,
)
