"""MQXLIFF: XLIFF 1.2 as memoQ writes it, with states and locks on the units."""

from collections.abc import Iterator

from reviewer.formats.bilingual.bilingual_xml import Change, Site, UnitScanner, tag_at
from reviewer.formats.bilingual.xliff1 import Xliff1, Xliff1Scanner
from reviewer.formats.format import UnitEdit
from reviewer.formats.markup import Xml, with_attribute
from reviewer.model.segment import State

# Values of `mq:status`, as memoQ's documentation of its row states orders them.
_STATES = {
    "NotStarted": State.INITIAL,
    "PartiallyEdited": State.TRANSLATED,
    "Pretranslated": State.TRANSLATED,
    "AssembledFromFragments": State.TRANSLATED,
    "MachineTranslated": State.TRANSLATED,
    "ManuallyConfirmed": State.TRANSLATED,
    "Rejected": State.NEEDS_WORK,
    "Reviewer1Confirmed": State.REVIEWED,
    "Proofread": State.FINAL,
}
_STATE_NAMES = {
    State.INITIAL: "NotStarted",
    State.TRANSLATED: "ManuallyConfirmed",
    State.NEEDS_WORK: "Rejected",
    State.REVIEWED: "Reviewer1Confirmed",
    State.FINAL: "Proofread",
}


class _Scanner(Xliff1Scanner):
    def state(self, mid: str) -> State | None:
        return _STATES.get(self.attributes.get("mq:status", ""))

    def locked(self, mid: str) -> bool:
        return self.attributes.get("mq:locked", "no") not in ("no", "false")


class MqXliff(Xliff1):
    """MQXLIFF."""

    id = "mqxliff"
    title = "MQXLIFF (memoQ)"
    extensions = ("mqxliff",)
    scanner: type[UnitScanner] = _Scanner

    def marks(self, head: str) -> float:
        """MemoQ declares its name space in the first element."""
        return 0.95 if '"MQXliff"' in head else 0.0

    def target_tag(self, tag: str, edit: UnitEdit) -> str:
        """The target has no state of its own."""
        return tag

    def state_changes(self, xml: Xml, site: Site, edit: UnitEdit) -> Iterator[Change]:
        """Set `mq:status` of the unit."""
        if edit.state is None:
            return
        tag, attributes = tag_at(xml, site.unit)
        if _STATES.get(attributes.get("mq:status", "")) is not edit.state:
            changed = with_attribute(tag, "mq:status", _STATE_NAMES[edit.state])
            yield site.unit, site.unit + len(tag.encode()), changed.encode()


FORMAT = MqXliff()
