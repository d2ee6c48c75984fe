"""TMX 1.4b (LISA, 2005): translation memories."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

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
from reviewer.formats.bilingual.xliff1 import label_of
from reviewer.formats.format import UnitEdit
from reviewer.formats.inline import Dialect
from reviewer.formats.markup import Stretch, Xml, escape_value, unescape


class _Variant(NamedTuple):
    language: str
    segment: Stretch
    end: int
    """Where its end tag begins."""


class _Scanner(UnitScanner):
    """Takes the two languages that options `source` and `target` name, or the first two there are."""

    dialect = Dialect(
        opaque=frozenset({"bpt", "ept", "ph", "it", "ut"}),
        opening=frozenset({"bpt"}),
        closing=frozenset({"ept"}),
        identity=("i", "x"),
        label=label_of,
    )

    def __init__(self, data: bytes, options: Mapping[str, str]) -> None:
        super().__init__(data, options)
        self._source = options.get("source", "")
        self._target = options.get("target", "")
        self._unit = NOWHERE
        self._in_variant = False
        self._segment = 0
        """Depth of the segment being read, 0 outside."""
        self._number = 0
        self._alone = 0

    def enter(self, name: str, attributes: dict[str, str]) -> None:
        if self._segment:
            return
        if name == "header":
            language = attributes.get("srclang", "")
            self._source = self._source or ("" if language == "*all*" else language)
        elif name == "tu":
            self._unit = self.at
            self._attributes = attributes
            self._variants: list[_Variant] = []
            self._notes: list[str] = []
            self._number += 1
        elif name == "tuv" and self._unit != NOWHERE:
            self._in_variant = True
            self._language = attributes.get("xml:lang") or attributes.get("lang") or ""
            self._found = ABSENT
        elif name == "seg" and self._in_variant:
            self._at, self._inner = self.opened()
            self._segment = len(self.stack)
        elif name == "note" and self._unit != NOWHERE:
            self._at, self._inner = self.opened()

    def leave(self, name: str) -> None:
        if self._segment:
            if len(self.stack) < self._segment:
                self._segment = 0
                self._found = self.closed(self._at, self._inner)
        elif name == "tuv" and self._in_variant:
            self._in_variant = False
            if self._found is not ABSENT:
                self._variants.append(_Variant(self._language, self._found, self.at))
        elif name == "note" and self._unit != NOWHERE:
            note = self.closed(self._at, self._inner)
            self._notes.append(unescape(self.data[note.inner : note.end].decode()).strip())
        elif name == "tu":
            self._leave_unit()
            self._unit = NOWHERE
        elif name == "body":
            self._report()

    def _leave_unit(self) -> None:
        source = _of(self._variants, self._source or self._attributes.get("srclang", ""))
        if source is None and self._variants and not self._source:
            source = self._variants[0]
        if source is None:
            self._alone += 1
            return
        self._source = self._source or source.language
        others = [variant for variant in self._variants if variant is not source]
        if not self._target and others:
            self._target = others[0].language
        target = _of(others, self._target)
        site = Site(
            self._unit,
            source.segment.inner,
            source.segment.end,
            target.segment if target else ABSENT,
            self.data.find(b">", source.end) + 1,
            NOWHERE,
            False,
        )
        self.add(self._attributes.get("tuid") or str(self._number), site, None, "\n".join(self._notes))

    def _report(self) -> None:
        self.languages = (self._source or None, self._target or None)
        self.found = {"source": self._source, "target": self._target}
        if self._alone:
            self.warnings.append(f"{self._alone} units have no text in {self._source} and were left out.")


def _of(variants: Sequence[_Variant], language: str) -> _Variant | None:
    """Return the variant in a language, or else in the same primary language."""
    for variant in variants:
        if variant.language == language:
            return variant
    wanted = language.lower().replace("_", "-")
    tags = [variant.language.lower().replace("_", "-") for variant in variants]
    if wanted in tags:
        return variants[tags.index(wanted)]
    primary = [tag.split("-")[0] for tag in tags]
    if wanted and wanted.split("-")[0] in primary:
        return variants[primary.index(wanted.split("-")[0])]
    return None


class Tmx(BilingualXml):
    """TMX. Options `source` and `target` choose two of its languages."""

    id = "tmx"
    title = "TMX"
    extensions = ("tmx",)
    root = "tmx"
    scanner = _Scanner

    def new_targets(self, xml: Xml, missing: Sequence[tuple[Site, UnitEdit, str]]) -> Iterator[Change]:
        """Put a `tuv` behind that of the source."""
        language = ""
        for site, _, inner in missing:
            opening = xml.data.rfind(b"<tuv", 0, site.source)
            _, attributes = tag_at(xml, opening)
            key = "lang" if "lang" in attributes else "xml:lang"
            language = language or self._target(xml)
            element = f'<tuv {key}="{escape_value(language)}"><seg>{inner}</seg></tuv>'
            yield site.insert, site.insert, beside(xml, opening, element).encode()

    def _target(self, xml: Xml) -> str:
        return self._scanned(xml, {}).languages[1] or ""


FORMAT = Tmx()
