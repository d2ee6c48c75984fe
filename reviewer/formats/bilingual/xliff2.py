"""XLIFF 2.0, 2.1 and 2.2 (OASIS, ISO 21720)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reviewer.formats.bilingual.bilingual_xml import (
    ABSENT,
    NOWHERE,
    BilingualXml,
    Change,
    Site,
    UnitScanner,
    beside,
    name_of,
    tag_at,
    xliff_version,
)
from reviewer.formats.codes import STYLES
from reviewer.formats.format import UnitEdit
from reviewer.formats.inline import Dialect
from reviewer.formats.markup import Xml, unescape, with_attribute, without_attribute
from reviewer.model.segment import State

_NEEDS_WORK = "reviewer:needs-work"
"""Sub-state (4.3.1.28): the standard has no state for a translation that was sent back."""


def _label(name: str, attributes: Mapping[str, str], content: str) -> tuple[str, str]:
    """Name a code by its type (`subType="xlf:b"`), by the markup it stands for, or by its number."""
    kind = attributes.get("subType", "").removeprefix("xlf:")
    if kind == "lb":
        return "br", ""
    shown = next((attributes[key] for key in ("disp", "dispStart", "equiv", "equivStart") if attributes.get(key)), "")
    if kind in STYLES:
        return shown or kind, STYLES[kind]
    if name == "cp":
        return f"U+{attributes.get('hex', '').lstrip('0') or '0'}", ""
    words = content.strip().strip("<>/{}[]").split()
    if words and words[0].isalnum():
        return words[0], STYLES.get(words[0].lower(), "")
    return shown or attributes.get("id") or attributes.get("startRef") or name, STYLES.get(shown.lower(), "")


class _Scanner(UnitScanner):
    dialect = Dialect(
        opening=frozenset({"sc", "sm"}),
        closing=frozenset({"ec", "em"}),
        identity=("id", "startRef", "hex"),
        label=_label,
    )

    def __init__(self, data: bytes, options: Mapping[str, str]) -> None:
        super().__init__(data, options)
        self.dialect = replace(self.dialect, label=self._label)
        self._prefix = ""
        self._content = 0
        """Depth of the source or target being read, 0 outside."""
        self._fixed: list[int] = []
        """Depths of the files, groups and units that are not to be translated."""
        self._unit: Mapping[str, str] | None = None
        self._data: dict[str, str] = {}
        self._notes: list[str] = []

    def _label(self, name: str, attributes: Mapping[str, str], content: str) -> tuple[str, str]:
        reference = attributes.get("dataRef") or attributes.get("dataRefStart") or ""
        return _label(name, attributes, self._data.get(reference, content))

    def enter(self, name: str, attributes: dict[str, str]) -> None:
        if self._content:
            return
        if name == "xliff":
            self._prefix = self.stack[-1][: -len("xliff")]
            self.languages = (attributes.get("srcLang"), attributes.get("trgLang"))
        elif self.stack[-1] != self._prefix + name:
            # Modules and extensions have sources and targets of their own.
            self.skip()
        elif name in ("source", "target"):
            self._at, self._inner = self.opened()
            self._content = len(self.stack)
        elif name in ("note", "data"):
            self._at, self._inner = self.opened()
            self._id = attributes.get("id", "")
        elif name == "segment":
            self._segment_at = self.at
            self._attributes = attributes
            self._source = self._target = ABSENT
        elif name == "unit":
            self._unit, self._data, self._notes = attributes, {}, []
        if attributes.get("translate") == "no" and name in ("file", "group", "unit"):
            self._fixed.append(len(self.stack))
        elif attributes.get("translate") == "yes" and name in ("file", "group", "unit"):
            self._fixed.append(-len(self.stack))

    def leave(self, name: str) -> None:
        if self._content:
            if len(self.stack) < self._content:
                self._content = 0
                stretch = self.closed(self._at, self._inner)
                if name == "source":
                    self._source = stretch
                else:
                    self._target = stretch
        elif name == "segment":
            self._add()
        elif name in ("note", "data"):
            found = self.closed(self._at, self._inner)
            content = unescape(self.data[found.inner : found.end].decode())
            if name == "data":
                self._data[self._id] = content
            elif self._unit is not None:
                self._notes.append(content.strip())
        elif name == "unit":
            self._unit = None
        if self._fixed and len(self.stack) < abs(self._fixed[-1]):
            self._fixed.pop()

    def _add(self) -> None:
        if self._source is ABSENT:
            return
        unit, segment = (self._unit or {}).get("id", ""), self._attributes.get("id", "")
        site = Site(
            self._segment_at,
            self._source.inner,
            self._source.end,
            self._target,
            self._source.after,
            NOWHERE,
            bool(self._fixed) and self._fixed[-1] > 0,
        )
        self.add(f"{unit}/{segment}" if segment else unit, site, _state(self._attributes), "\n".join(self._notes))


def _state(attributes: Mapping[str, str]) -> State | None:
    if attributes.get("subState") == _NEEDS_WORK:
        return State.NEEDS_WORK
    value = attributes.get("state", "")
    return State(value) if value in ("initial", "translated", "reviewed", "final") else None


class Xliff2(BilingualXml):
    """XLIFF 2.x."""

    id = "xliff2"
    title = "XLIFF 2"
    extensions = ("xlf", "xliff")
    root = "xliff"
    scanner = _Scanner

    def marks(self, head: str) -> float:
        """Version 2 says so."""
        return 0.95 if xliff_version(head) == "2" else 0.0

    def state_changes(self, xml: Xml, site: Site, edit: UnitEdit) -> Iterator[Change]:
        """Set `state` of the segment."""
        if edit.state is None:
            return
        tag, attributes = tag_at(xml, site.unit)
        if (_state(attributes) or State.TRANSLATED) is edit.state:
            return
        if edit.state is State.NEEDS_WORK:
            changed = with_attribute(with_attribute(tag, "state", "translated"), "subState", _NEEDS_WORK)
        else:
            changed = with_attribute(without_attribute(tag, "subState"), "state", edit.state.value)
        yield site.unit, site.unit + len(tag.encode()), changed.encode()

    def new_targets(self, xml: Xml, missing: Sequence[tuple[Site, UnitEdit, str]]) -> Iterator[Change]:
        """Put a `target` behind the source."""
        for site, _, inner in missing:
            opening = xml.data.rfind(b"<", 0, site.source)
            tag, attributes = tag_at(xml, opening)
            name = name_of(tag)[: -len("source")] + "target"
            space = ' xml:space="preserve"' if attributes.get("xml:space") == "preserve" else ""
            yield site.insert, site.insert, beside(xml, opening, f"<{name}{space}>{inner}</{name}>").encode()


FORMAT = Xliff2()
