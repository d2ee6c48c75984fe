"""Qt Linguist translation files (TS 2.1)."""

from collections.abc import Iterator, Mapping, Sequence

from reviewer.formats.bilingual.bilingual_xml import (
    ABSENT,
    NOWHERE,
    BilingualXml,
    Change,
    Site,
    UnitScanner,
    beside,
    tag_at,
)
from reviewer.formats.format import UnitEdit
from reviewer.formats.inline import Dialect
from reviewer.formats.markup import Stretch, Xml, unescape, with_attribute, without_attribute
from reviewer.model.segment import Kind, State

_IN_MESSAGE = ("source", "numerusform", "comment", "extracomment", "translatorcomment")


def _label(name: str, attributes: Mapping[str, str], content: str) -> tuple[str, str]:
    value = attributes.get("value", "")
    return (f"U+{value.lstrip('x').upper()}" if name == "byte" else name), ""


class _Scanner(UnitScanner):
    """Finds the messages still in use; each plural form of one is a unit."""

    dialect = Dialect(label=_label)

    def __init__(self, data: bytes, options: Mapping[str, str]) -> None:
        super().__init__(data, options)
        self._message = NOWHERE
        self._content = 0
        """Depth of the text being read, 0 outside."""
        self._context = ""
        self._number = 0
        self._gone = 0

    def enter(self, name: str, attributes: dict[str, str]) -> None:
        if self._content:
            return
        if name == "TS":
            self.languages = (attributes.get("sourcelanguage"), attributes.get("language"))
        elif name == "context":
            self._context = ""
        elif name == "message":
            self._message = self.at
            self._attributes = attributes
            self._source = self._translation = ABSENT
            self._type = ""
            self._forms: list[Stretch] = []
            self._notes: list[str] = []
            self._number += 1
        elif name == "translation" and self._message != NOWHERE:
            self._type = attributes.get("type", "")
            self._translation_at = self.opened()
            if self._attributes.get("numerus") != "yes":
                self._open()
        elif name == "name" or (self._message != NOWHERE and name in _IN_MESSAGE):
            self._open()

    def _open(self) -> None:
        self._at, self._inner = self.opened()
        self._content = len(self.stack)

    def leave(self, name: str) -> None:
        if self._content:
            if len(self.stack) >= self._content:
                return
            self._content = 0
            found = self.closed(self._at, self._inner)
            if name == "translation":
                self._translation = found
            elif name == "source":
                self._source = found
            elif name == "numerusform":
                self._forms.append(found)
            else:
                text = unescape(self.data[found.inner : found.end].decode()).strip()
                if name == "name":
                    self._context = text
                elif text:
                    self._notes.append(text)
        elif name == "translation" and self._message != NOWHERE:
            self._translation = self.closed(*self._translation_at)
        elif name == "message":
            self._leave_message()
            self._message = NOWHERE
        elif name == "TS" and self._gone:
            self.warnings.append(f"{self._gone} messages no longer in use were left out.")

    def _leave_message(self) -> None:
        if self._type in ("obsolete", "vanished"):
            self._gone += 1
        elif self._source is not ABSENT:
            id = self._attributes.get("id") or f"{self._context}/{self._number}"
            if self._attributes.get("numerus") == "yes":
                for number, form in enumerate(self._forms):
                    self._add(f"{id}[{number}]", form)
            else:
                self._add(id, self._translation)

    def _add(self, id: str, target: Stretch) -> None:
        source = self._source
        site = Site(self._message, source.inner, source.end, target, source.after, self._translation.at, False)
        self.add(id, site, _state(self._type, target.end > target.inner), "\n".join(self._notes), Kind.STRING)


def _state(type: str, filled: bool) -> State:
    if not filled:
        return State.INITIAL
    return State.NEEDS_WORK if type == "unfinished" else State.TRANSLATED


class QtTs(BilingualXml):
    """Qt TS."""

    id = "ts"
    title = "Qt Linguist (TS)"
    extensions = ("ts",)
    root = "TS"
    scanner = _Scanner

    def target_tag(self, tag: str, edit: UnitEdit) -> str:
        """Set or remove `type="unfinished"` where the translation is one form; see `state_changes`."""
        return tag if tag.startswith("<numerusform") else _marked(tag, edit.state)

    def state_changes(self, xml: Xml, site: Site, edit: UnitEdit) -> Iterator[Change]:
        """Set or remove `type="unfinished"` of a translation with several forms."""
        if site.state in (NOWHERE, site.target.at):
            return
        tag, _ = tag_at(xml, site.state)
        if _marked(tag, edit.state) != tag:
            yield site.state, site.state + len(tag.encode()), _marked(tag, edit.state).encode()

    def new_targets(self, xml: Xml, missing: Sequence[tuple[Site, UnitEdit, str]]) -> Iterator[Change]:
        """Put a `translation` behind the source."""
        for site, edit, inner in missing:
            tag = _marked("<translation>", edit.state)
            opening = xml.data.rfind(b"<", 0, site.source)
            yield site.insert, site.insert, beside(xml, opening, f"{tag}{inner}</translation>").encode()


def _marked(tag: str, state: State | None) -> str:
    if state is None:
        return tag
    if state in (State.INITIAL, State.NEEDS_WORK):
        return with_attribute(tag, "type", "unfinished")
    return without_attribute(tag, "type")


FORMAT = QtTs()
