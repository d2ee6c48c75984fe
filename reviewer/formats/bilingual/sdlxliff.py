"""SDLXLIFF: XLIFF 1.2 as Trados Studio writes it, with states and locks beside the segments."""

from collections.abc import Iterator, Mapping

from reviewer.formats.bilingual.bilingual_xml import NOWHERE, Change, Site, UnitScanner, tag_at
from reviewer.formats.bilingual.xliff1 import Xliff1, Xliff1Scanner
from reviewer.formats.format import UnitEdit
from reviewer.formats.markup import Xml, with_attribute
from reviewer.model.segment import State

# Values of `conf` on `sdl:seg`; a segment without one is not translated.
_STATES = {
    "": State.INITIAL,
    "Draft": State.TRANSLATED,
    "Translated": State.TRANSLATED,
    "RejectedTranslation": State.NEEDS_WORK,
    "RejectedSignOff": State.NEEDS_WORK,
    "ApprovedTranslation": State.REVIEWED,
    "ApprovedSignOff": State.FINAL,
}
_STATE_NAMES = {
    State.INITIAL: "Draft",
    State.TRANSLATED: "Translated",
    State.NEEDS_WORK: "RejectedTranslation",
    State.REVIEWED: "ApprovedTranslation",
    State.FINAL: "ApprovedSignOff",
}


class _Scanner(Xliff1Scanner):
    def __init__(self, data: bytes, options: Mapping[str, str]) -> None:
        super().__init__(data, options)
        self._definitions: dict[str, tuple[int, Mapping[str, str]]] = {}

    def within_unit(self, name: str, attributes: dict[str, str]) -> None:
        if name == "seg-defs":
            self._definitions = {}
        elif name == "seg":
            self._definitions[attributes.get("id", "")] = (self.at, attributes)

    def leave_unit(self) -> None:
        # What is not to be translated is the document's frame; Studio does not show it either.
        if self.source_marks or self.attributes.get("translate") != "no":
            super().leave_unit()
        self._definitions = {}

    def state(self, mid: str) -> State | None:
        if mid not in self._definitions:
            return None
        return _STATES.get(self._definitions[mid][1].get("conf", ""))

    def state_tag(self, mid: str) -> int:
        return self._definitions[mid][0] if mid in self._definitions else NOWHERE

    def locked(self, mid: str) -> bool:
        return mid in self._definitions and self._definitions[mid][1].get("locked") == "true"


class SdlXliff(Xliff1):
    """SDLXLIFF."""

    id = "sdlxliff"
    title = "SDLXLIFF (Trados Studio)"
    extensions = ("sdlxliff",)
    scanner: type[UnitScanner] = _Scanner

    def marks(self, head: str) -> float:
        """Studio declares its name space in the first element."""
        return 0.95 if "http://sdl.com/FileTypes/SdlXliff" in head else 0.0

    def state_changes(self, xml: Xml, site: Site, edit: UnitEdit) -> Iterator[Change]:
        """Set `conf` in the segment's definition."""
        if edit.state is None or site.state == NOWHERE:
            return
        tag, attributes = tag_at(xml, site.state)
        if _STATES.get(attributes.get("conf", "")) is not edit.state:
            changed = with_attribute(tag, "conf", _STATE_NAMES[edit.state])
            yield site.state, site.state + len(tag.encode()), changed.encode()


FORMAT = SdlXliff()
