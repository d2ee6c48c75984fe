"""ZIP packages (DOCX, ODT, XLSX, EPUB), opened with care and rewritten member by member."""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reviewer.formats.markup import attributes_of
from reviewer.model.errors import InputError

MAX_MEMBERS = 20_000
MAX_UNPACKED = 1 << 30
"""Bytes of all members together."""
MAX_PART = 256 << 20
"""Bytes of one member that is read."""
MAX_RATIO = 200
_RATIO_FROM = 10 << 20

_RELATIONSHIP = re.compile(r"<(?:[\w.-]+:)?Relationship\b[^>]*>")
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ENCRYPTED = 0x1
_SIZES_FOLLOW = 0x8
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Package:
    """A ZIP file whose directory was checked; members are read one at a time, none onto the disk."""

    def __init__(self, data: bytes) -> None:
        """Open a package.

        Raises:
            InputError: it is damaged, protected by a password, or made to do harm when unpacked.
        """
        self._data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OSError):
            raise _damaged("its directory cannot be read") from None
        self._members = {info.filename: info for info in self._zip.infolist()}
        self._check()

    def _check(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MAX_MEMBERS:
            raise _suspicious(f"it has {len(infos):,} parts")
        if len(self._members) != len(infos):
            raise _suspicious("it has two parts of the same name")
        if sum(info.file_size for info in infos) > MAX_UNPACKED:
            raise _suspicious("it is too large when unpacked")
        for info in infos:
            if info.file_size > _RATIO_FROM and info.file_size > MAX_RATIO * max(1, info.compress_size):
                raise _suspicious("one of its parts is too large when unpacked")
            path = info.filename.replace("\\", "/")
            if path.startswith("/") or ".." in path.split("/") or ":" in path.split("/")[0]:
                raise _suspicious("one of its parts has a path that leads out of it")

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the members, in the order of the directory."""
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Return a member's contents.

        Raises:
            InputError: it is missing, damaged, too large or encrypted.
        """
        info = self._members.get(name)
        if info is None:
            raise _damaged(f"the part “{name}” is missing")
        if info.flag_bits & _ENCRYPTED:
            raise InputError("The document is protected by a password. Save a copy without one and open that.")
        if info.file_size > MAX_PART:
            raise _suspicious("one of its parts is too large when unpacked")
        try:
            with self._zip.open(info) as member:
                return member.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
            raise _damaged(f"the part “{name}” cannot be unpacked") from None

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the package with members replaced and all others as they are packed now."""
        changed = {name: new for name, new in parts.items() if self.read(name) != new}
        if not changed:
            return self._data
        infos = sorted(self._zip.infolist(), key=lambda info: info.header_offset)
        directory = self._zip.start_dir
        ends = [info.header_offset for info in infos[1:]] + [directory]
        if infos[0].header_offset != 0 or b"PK\x06\x06" in self._data[directory:]:
            return self._rewritten(changed)
        if any(self._members[name].compress_type not in _PACKINGS for name in changed):
            return self._rewritten(changed)
        pieces: list[bytes] = []
        moved: dict[int, tuple[int, _Packed | None]] = {}
        at = 0
        for info, end in zip(infos, ends, strict=True):
            packed = _packed(info, changed[info.filename]) if info.filename in changed else None
            member = self._member(info, packed) if packed else self._data[info.header_offset : end]
            moved[info.header_offset] = at, packed
            pieces.append(member)
            at += len(member)
        central = self._directory(moved)
        end_record = self._data[self._data.rindex(b"PK\x05\x06") :]
        fields = list(_END.unpack_from(end_record))
        fields[5], fields[6] = len(central), at
        return b"".join((*pieces, central, _END.pack(*fields), end_record[_END.size :]))

    def _member(self, info: zipfile.ZipInfo, packed: "_Packed") -> bytes:
        """Return a member with new contents behind its own header."""
        fields = list(_LOCAL.unpack_from(self._data, info.header_offset))
        names = info.header_offset + _LOCAL.size
        fields[2] &= ~_SIZES_FOLLOW
        fields[6:9] = packed.checksum, len(packed.data), packed.size
        return _LOCAL.pack(*fields) + self._data[names : names + fields[9] + fields[10]] + packed.data

    def _directory(self, moved: Mapping[int, tuple[int, "_Packed | None"]]) -> bytes:
        """Return the central directory with new places, and sizes of what was replaced."""
        pieces = []
        at = self._zip.start_dir
        while self._data[at : at + 4] == b"PK\x01\x02":
            fields = list(_CENTRAL.unpack_from(self._data, at))
            end = at + _CENTRAL.size + fields[10] + fields[11] + fields[12]
            fields[16], packed = moved[fields[16]]
            if packed:
                fields[3] &= ~_SIZES_FOLLOW
                fields[7:10] = packed.checksum, len(packed.data), packed.size
            pieces.append(_CENTRAL.pack(*fields) + self._data[at + _CENTRAL.size : end])
            at = end
        return b"".join(pieces)

    def _rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """Return the package packed anew: ZIP64, or something stands before the first member."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as writer:
            writer.comment = self._zip.comment
            for info in self._zip.infolist():
                new = changed.get(info.filename)
                writer.writestr(info, self.read(info.filename) if new is None else new, info.compress_type)
        return out.getvalue()


class Relation(NamedTuple):
    """What a part says of another one (ISO/IEC 29500-2, Open Packaging Conventions)."""

    id: str
    type: str
    """The last word of the type's address: `footnotes`, `worksheet`."""
    target: str
    """Name of the other part."""


def related(package: Package, part: str = "") -> Iterator[Relation]:
    """Yield the parts inside the package that a part refers to, or the package itself does."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package:
        return
    for tag in _RELATIONSHIP.findall(package.read(relations).decode("utf-8", "replace")):
        attributes = attributes_of(tag)
        if attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/" + folder, attributes.get("Target", "")))
            yield Relation(attributes.get("Id", ""), attributes.get("Type", "").rpartition("/")[2], target.lstrip("/"))


class _Packed(NamedTuple):
    data: bytes
    size: int
    checksum: int


def _packed(info: zipfile.ZipInfo, new: bytes) -> _Packed:
    """Return contents packed as the member was."""
    if info.compress_type == zipfile.ZIP_STORED:
        return _Packed(new, len(new), zlib.crc32(new))
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return _Packed(packer.compress(new) + packer.flush(), len(new), zlib.crc32(new))


def _damaged(what: str) -> InputError:
    return InputError(
        f"The document is damaged: {what}. Open it in the program that made it, save it again and open that."
    )


def _suspicious(what: str) -> InputError:
    return InputError(f"The document was not opened because {what}, which no real document does.")
