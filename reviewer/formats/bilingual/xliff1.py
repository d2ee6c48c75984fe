"""XLIFF 1.2 (OASIS, 2008)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

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
from reviewer.formats.codes import LONGEST_LABEL, STYLES
from reviewer.formats.format import UnitEdit
from reviewer.formats.inline import Dialect
from reviewer.formats.markup import Stretch, Xml, attributes_of, escape_value, unescape, with_attribute
from reviewer.formats.splice import splice
from reviewer.model.segment import State

_STATES = {
    "new": State.INITIAL,
    "needs-translation": State.INITIAL,
    "needs-adaptation": State.INITIAL,
    "needs-l10n": State.INITIAL,
    "needs-review-translation": State.NEEDS_WORK,
    "needs-review-adaptation": State.NEEDS_WORK,
    "needs-review-l10n": State.NEEDS_WORK,
    "translated": State.TRANSLATED,
    "signed-off": State.REVIEWED,
    "final": State.FINAL,
}
_STATE_NAMES = {
    State.INITIAL: "needs-translation",
    State.NEEDS_WORK: "needs-review-translation",
    State.TRANSLATED: "translated",
    State.REVIEWED: "signed-off",
    State.FINAL: "final",
}


def label_of(name: str, attributes: Mapping[str, str], content: str) -> tuple[str, str]:
    """Name a code by its type (`ctype`), by the markup it holds or stands for, or by its number."""
    kind = (attributes.get("ctype") or attributes.get("type") or "").removeprefix("x-").lower()
    if kind == "lb":
        return "br", ""
    held = content.strip() or attributes.get("equiv-text", "").strip()
    words = held.lstrip("<{[/").replace(">", " ").replace("}", " ").split()
    word = words[0].rstrip("/") if words else ""
    if word.isalnum():
        return word, STYLES.get(kind) or STYLES.get(word.lower(), "")
    if kind in STYLES:
        return kind[0], STYLES[kind]
    if 0 < len(held) <= LONGEST_LABEL and "equiv-text" in attributes:
        return held, ""
    return attributes.get("id") or attributes.get("mid") or name, ""


class Xliff1Scanner(UnitScanner):
    """Finds the units: each `trans-unit`, or in a segmented one each `mrk` of type `seg`."""

    dialect = Dialect(
        opaque=frozenset({"bpt", "ept", "ph", "it"}),
        opening=frozenset({"bpt", "bx"}),
        closing=frozenset({"ept", "ex"}),
        identity=("id", "mid"),
        label=label_of,
    )

    def __init__(self, data: bytes, options: Mapping[str, str]) -> None:
        super().__init__(data, options)
        self.in_unit = False
        self._content = 0
        """Depth of the source or target being read, 0 outside."""
        self._fixed: list[int] = []
        """Depths of the files and groups that are not to be translated."""

    def enter(self, name: str, attributes: dict[str, str]) -> None:
        if self._content:
            if name == "mrk" and attributes.get("mtype") == "seg":
                self._open_marks.append((attributes.get("mid", ""), *self.opened(), len(self.stack)))
        elif self.in_unit:
            self._enter_in_unit(name, attributes)
        elif name == "trans-unit":
            self.in_unit = True
            self._unit = self.at
            self.attributes = attributes
            self.target_attributes: Mapping[str, str] = {}
            self.source = self.segments = self.target = ABSENT
            self.source_marks: dict[str, Stretch] = {}
            self.target_marks: dict[str, Stretch] = {}
            self._notes: list[str] = []
        elif name in ("file", "group"):
            if name == "file" and self.languages == (None, None):
                self.languages = (attributes.get("source-language"), attributes.get("target-language"))
            if attributes.get("translate") == "no":
                self._fixed.append(len(self.stack))
        elif name == "bin-unit":
            self.skip()

    def _enter_in_unit(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("source", "target", "seg-source"):
            self._at, self._inner = self.opened()
            self._content = len(self.stack)
            self._open_marks: list[tuple[str, int, int, int]] = []
            self._marks: dict[str, Stretch] = {}
            if name == "target":
                self.target_attributes = attributes
        elif name == "note":
            self._at, self._inner = self.opened()
        elif name == "alt-trans":
            self.skip()
        else:
            self.within_unit(name, attributes)

    def leave(self, name: str) -> None:
        if self._content:
            if len(self.stack) < self._content:
                self._content = 0
                self._leave_content(name, self.closed(self._at, self._inner))
            elif name == "mrk" and self._open_marks and self._open_marks[-1][3] > len(self.stack):
                mid, at, inner, _ = self._open_marks.pop()
                self._marks.setdefault(mid, self.closed(at, inner))
        elif self.in_unit:
            if name == "note":
                note = self.closed(self._at, self._inner)
                self._notes.append(unescape(self.data[note.inner : note.end].decode()).strip())
            elif name == "trans-unit":
                self.in_unit = False
                if self.source is not ABSENT:
                    self.leave_unit()
        elif self._fixed and len(self.stack) < self._fixed[-1]:
            self._fixed.pop()

    def _leave_content(self, name: str, stretch: Stretch) -> None:
        if name == "source":
            self.source = stretch
        elif name == "seg-source":
            self.segments, self.source_marks = stretch, self._marks
        else:
            self.target, self.target_marks = stretch, self._marks

    def leave_unit(self) -> None:
        """Add the unit just left, or its segments."""
        id = self.attributes.get("id", "")
        whole = not self.source_marks or (self.target.end > self.target.inner and not self.target_marks)
        if whole:
            self._add(id, "", self.source, self.target)
        else:
            for mid, source in self.source_marks.items():
                self._add(f"{id}/{mid}", mid, source, self.target_marks.get(mid, ABSENT))

    def _add(self, id: str, mid: str, source: Stretch, target: Stretch) -> None:
        site = Site(
            self._unit,
            source.inner,
            source.end,
            target,
            max(self.source.after, self.segments.after),
            self.state_tag(mid),
            bool(self._fixed) or self.attributes.get("translate") == "no" or self.locked(mid),
        )
        self.add(id, site, self.state(mid), "\n".join(self._notes))

    def within_unit(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag inside a unit that has no meaning for XLIFF itself."""

    def state(self, mid: str) -> State | None:
        """Return the state of the unit, or of the segment `mid` of it."""
        state = _STATES.get(self.target_attributes.get("state", ""))
        return State.FINAL if state is None and self.attributes.get("approved") == "yes" else state

    def state_tag(self, mid: str) -> int:
        """Return where the tag is that holds the state, if not the unit's or the target's."""
        return NOWHERE

    def locked(self, mid: str) -> bool:
        """Say whether the translation must not be changed."""
        return False


class Xliff1(BilingualXml):
    """XLIFF 1.2."""

    id = "xliff1"
    title = "XLIFF 1.2"
    extensions: tuple[str, ...] = ("xlf", "xliff")
    root = "xliff"
    scanner: type[UnitScanner] = Xliff1Scanner

    def marks(self, head: str) -> float:
        """Any XLIFF but version 2 is read as 1.2; the dialects of tools are surer of theirs."""
        return 0.0 if xliff_version(head) == "2" else 0.8

    def target_tag(self, tag: str, edit: UnitEdit) -> str:
        """Set `state` on the target; a segment (`mrk`) of one has none of its own."""
        if edit.state is None or name_of(tag).endswith("mrk"):
            return tag
        known = _STATES.get(attributes_of(tag).get("state", ""), State.TRANSLATED)
        return tag if known is edit.state else with_attribute(tag, "state", _STATE_NAMES[edit.state])

    def state_changes(self, xml: Xml, site: Site, edit: UnitEdit) -> Iterator[Change]:
        """Keep `approved` of a unit that has it in step with the state."""
        if edit.state is None:
            return
        tag, attributes = tag_at(xml, site.unit)
        approved = "yes" if edit.state.done else "no"
        if attributes.get("approved", approved) != approved:
            yield site.unit, site.unit + len(tag.encode()), with_attribute(tag, "approved", approved).encode()

    def new_targets(self, xml: Xml, missing: Sequence[tuple[Site, UnitEdit, str]]) -> Iterator[Change]:
        """Put a `target` behind the source, or the segments into the target that lacks them."""
        for _, group in groupby(missing, key=lambda entry: entry[0].unit):
            entries = list(group)
            site, edit, inner = entries[0]
            opening = xml.data.rfind(b"<", 0, site.source)
            tag, attributes = tag_at(xml, opening)
            if name_of(tag).endswith("mrk"):
                segments = {
                    tag_at(xml, xml.data.rfind(b"<", 0, each.source))[1].get("mid", ""): new for each, _, new in entries
                }
                yield from self._segments(xml, site, segments)
            else:
                name = name_of(tag)[: -len("source")] + "target"
                space = ' xml:space="preserve"' if attributes.get("xml:space") == "preserve" else ""
                start = self.target_tag(f"<{name}{space}>", edit)
                yield site.insert, site.insert, beside(xml, opening, f"{start}{inner}</{name}>").encode()

    def _segments(self, xml: Xml, site: Site, segments: Mapping[str, str]) -> Iterator[Change]:
        """Put segments, by their `mid`, into the target, or a target with them behind the source."""
        unit = name_of(tag_at(xml, site.unit)[0])
        end = xml.data.index(f"</{unit}>".encode(), site.unit) + len(unit) + 3
        fragment = xml.data[site.unit : end]
        found = Xliff1Scanner(fragment, {})
        found.scan()
        target = found.target
        if target.end > target.inner:
            marks = "".join(
                f' <mrk mtype="seg" mid="{escape_value(mid)}">{inner}</mrk>' for mid, inner in segments.items()
            )
            at = site.unit + target.end
            yield at, at, marks.encode()
            return
        content = splice(
            fragment[: found.segments.end],
            [(mark.inner, mark.end, segments.get(mid, "").encode()) for mid, mark in found.source_marks.items()],
        )[found.segments.inner :]
        name = name_of(fragment[found.segments.at : found.segments.inner].decode())[: -len("seg-source")] + "target"
        element = f"<{name}>{content.decode()}</{name}>"
        if target is ABSENT:
            opening = site.unit + found.segments.at
            yield site.insert, site.insert, beside(xml, opening, element).encode()
        else:
            yield site.unit + target.at, site.unit + target.after, element.encode()


FORMAT = Xliff1()
