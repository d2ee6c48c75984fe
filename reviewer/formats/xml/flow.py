"""Finding the texts of an XML document: what each element is, and which stretches of the file are paragraphs."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewer.formats.codes import within_tags
from reviewer.formats.markup import attribute_places
from reviewer.formats.web.html import html_stretches
from reviewer.formats.web.html_inline import HtmlCodes
from reviewer.formats.xml.inline import TAG_OF_PAGE, SectionCodes, XmlCodes
from reviewer.formats.xml.rules import ITS, Reached, Rule, Rules, rules_of, said_here
from reviewer.formats.xml.tree import Element
from reviewer.formats.xml.vocabularies import BLOCKS, INLINE, KINDS, vocabulary_of
from reviewer.model.segment import Kind

_SECTION = re.compile(r"(\s*<!\[CDATA\[)((?:(?!\]\]>).)*)\]\]>\s*", re.DOTALL)
_BLANK_LINES = re.compile(r"(?:[^\n]|\n(?![ \t\r]*\n))+")
_ASIDE = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>", re.DOTALL)
_TAGS = re.compile(r"(?:<[^<>]*>\s*)+")
_NEAR = 5
"""Among how many first children of an element its heading, and what is said of it, is looked for."""
_KINDS = {name: (group, kind) for group, (kind, names) in KINDS.items() for name in names}


class Site(NamedTuple):
    """Where a text is in the file, and how it is written there."""

    start: int
    end: int
    """Byte offsets."""
    element: Element
    """The one it is a paragraph of, or an attribute of."""
    kind: Kind
    level: int = 0
    form: str = "text"
    """`text`, `attribute`, `section` (all of it in CDATA) or `page` (HTML in CDATA)."""
    preserved: bool = False
    whole: tuple[Element, ...] = ()
    """Elements in it that are one code each."""
    distinct: tuple[Element, ...] = ()
    """Elements in it that hold other texts, in themselves or in attributes."""
    nested: bool = False
    """Whether it stands inside another text."""
    note: str = ""

    def codes(self, tag: Mapping[Element, str]) -> XmlCodes | SectionCodes | HtmlCodes:
        """Return the reader and writer of the text, given the start tags of the elements in it."""
        if self.form == "page":
            return HtmlCodes(self.preserved, "<br />")
        if self.form == "section":
            return SectionCodes()
        whole, distinct = (frozenset(tag[each] for each in group) for group in (self.whole, self.distinct))
        return XmlCodes(whole, distinct, self.preserved, self.form == "attribute")


class _Part(NamedTuple):
    """An element whose texts are yet to be found."""

    element: Element
    nested: bool
    attributes: bool = True
    """Whether those in its attributes are among them."""


class Flow:
    """The texts of a document in order."""

    def __init__(self, elements: Sequence[Element], data: bytes) -> None:
        self._elements = elements
        self._data = data
        self.root = elements[0]
        names = frozenset(element.name for element in elements)
        self.vocabulary = vocabulary_of(elements[0], names)
        own, self.warnings = rules_of(elements, data) if "rules" in names else ([], [])
        self._rules = Rules((*self.vocabulary.rules, *own))
        self._attributes: dict[Element, dict[str, bool]] = {}
        """Attributes that rules speak of, and whether they are to be translated."""
        self._pieces = frozenset() if self.vocabulary.known else _pieces(elements)
        self._decide()

    # ---- what each element is -------------------------------------------------------------------------

    def _decide(self) -> None:
        """Settle for each element whether it is to be translated and how it stands in the text around it."""
        reached: dict[Element | None, Reached] = {None: Reached({}, {})}
        vocabulary = self.vocabulary
        for element in self._elements:
            parent = element.parent
            element.barred = (
                (parent is not None and parent.barred) or element.name in vocabulary.hidden or _is_rules(element)
            )
            element.preserved = (parent is not None and parent.preserved) or element.name in vocabulary.preserved
            element.within = self._usual(element)
            told = None
            if self._rules:
                reached[element], rules = self._rules.reached(element, reached[parent])
                for rule in rules:
                    told = self._take(element, rule, told)
            told = self._take(element, said_here(element), told)
            if told is not None:
                element.barred = not told
            element.translate = not element.barred and (
                told
                or not vocabulary.only
                or element.name in vocabulary.only
                or (parent is not None and parent.translate and element.within == "yes")
            )
        for element in reversed(self._elements):
            if element.within == "yes" and element.breaks:
                element.within = "no"
            if element.within == "no" and element.parent:
                element.parent.breaks = True
        self._elements[0].within = "no"

    def _take(self, element: Element, rule: Rule, told: bool | None) -> bool | None:
        """Apply a rule; return whether the element is now said to be translated, None where nothing is said."""
        if rule.path.attribute:
            if rule.translate is not None and rule.path.attribute in element.attributes:
                self._attributes.setdefault(element, {})[rule.path.attribute] = rule.translate
            return told
        if rule.within in ("yes", "no", "nested"):
            element.within = rule.within
        if rule.preserved is not None:
            element.preserved = rule.preserved
        element.note = rule.note or element.note
        return told if rule.translate is None else rule.translate

    def _usual(self, element: Element) -> str:
        """Return how an element stands in a text where nothing is said of it."""
        name, vocabulary = element.name, self.vocabulary
        if name in vocabulary.nested:
            return "nested"
        if name in vocabulary.inline:
            return "yes"
        if name in BLOCKS:
            return "no"
        if name in INLINE or name in self._pieces or (element.space == ITS and name != "rules"):
            return "yes"
        # A leaf among the words of a paragraph belongs to them, whatever it is.
        leaf = vocabulary.known and element.parent and element.parent.text and (element.text or not element.shown)
        return "yes" if leaf else "no"

    # ---- the texts ------------------------------------------------------------------------------------

    def sites(self) -> Iterator[Site]:
        """Yield the places of all texts, those inside another text behind it."""
        # Elements may stand in each other deeper than functions may call each other.
        open_ = [self._in(_Part(self.root, False))]
        while open_:
            found = next(open_[-1], None)
            if found is None:
                open_.pop()
            elif isinstance(found, Site):
                yield found
            else:
                open_.append(self._in(found))

    def _in(self, part: _Part) -> Iterator[Site | _Part]:
        """Yield the texts of an element that begins a paragraph, and the parts that have texts of their own."""
        element, nested, attributes = part
        if attributes:
            yield from self._in_attributes(element, nested)
        start = element.inner
        run: list[Element] = []
        for child in element.children:
            if child.within == "no":
                yield from self._run(element, start, child.at, run, nested)
                yield _Part(child, nested)
                start, run = child.after, []
            else:
                run.append(child)
        yield from self._run(element, start, element.end, run, nested)

    def _run(
        self, element: Element, start: int, end: int, inside: Sequence[Element], nested: bool
    ) -> Iterator[Site | _Part]:
        """Yield the paragraph that stands between two places, and what is nested in it."""
        whole: list[Element] = []
        distinct: list[Element] = []
        aside: list[Site] = []
        open_ = list(reversed(inside))
        while open_:
            child = open_.pop()
            found = list(self._in_attributes(child, True))
            aside += found
            if child.within != "nested" and child.translate == element.translate:
                open_ += reversed(child.children)
                if found:
                    distinct.append(child)
            elif child.after > child.inner:
                whole.append(child)
                distinct.append(child)
            elif found:
                distinct.append(child)
        if element.translate and (element.text or inside):
            yield from self._text(element, start, end, tuple(whole), tuple(distinct), nested)
        yield from aside
        for child in whole:
            yield _Part(child, True, attributes=False)

    def _text(
        self,
        element: Element,
        start: int,
        end: int,
        whole: tuple[Element, ...],
        distinct: tuple[Element, ...],
        nested: bool,
    ) -> Iterator[Site]:
        raw = self._data[start:end]
        start += len(raw) - len(raw.lstrip())
        raw = raw.strip()
        if not raw:
            return
        kind, level = self._kind(element)
        site = Site(start, start + len(raw), element, kind, level, "text", element.preserved, whole, distinct, nested)
        site = site._replace(note=element.note or self._note(element))
        if raw.startswith(b"<") or raw.endswith(b">"):
            text = raw.decode()
            section = _SECTION.fullmatch(text)
            if section:
                yield from self._in_section(site, section)
                return
            first, last = within_tags(site.codes(self.tags(site)), text)
            if first == last:
                return
            end = start + len(text[:last].encode())
            start += len(text[:first].encode())
            site = site._replace(
                start=start,
                end=end,
                whole=tuple(each for each in whole if start <= each.at < end),
                distinct=tuple(each for each in distinct if start <= each.at < end),
            )
        yield site

    def _in_section(self, site: Site, section: re.Match[str]) -> Iterator[Site]:
        """Yield the texts of a CDATA section, which may be a page of HTML."""
        text = section[2]
        begin = site.start + len(section[1].encode())
        if not text.strip():
            return
        if not TAG_OF_PAGE.search(text):
            yield site._replace(start=begin, end=begin + len(text.encode()), form="section")
            return
        # WordPress leaves out the tags of paragraphs between which there is an empty line.
        plain = re.search("<p[ >]", text) is None
        pieces = [match.span() for match in _BLANK_LINES.finditer(text)] if plain else [(0, len(text))]
        chars, at = 0, begin
        for piece in pieces:
            for stretch in html_stretches(text, *piece):
                at += len(text[chars : stretch.start].encode())
                start = at
                at += len(text[stretch.start : stretch.end].encode())
                chars = stretch.end
                yield site._replace(
                    start=start,
                    end=at,
                    form="page",
                    preserved=stretch.preformatted,
                    kind=stretch.kind if stretch.kind is not Kind.PARAGRAPH else site.kind,
                    level=stretch.level or site.level,
                )

    def _in_attributes(self, element: Element, nested: bool) -> Iterator[Site]:
        told = self._attributes.get(element)
        if not told:
            return
        raw = self._data[element.at : element.inner].decode()
        places = attribute_places(raw)
        for name, translate in told.items():
            # An attribute that only the document type gives does not stand in the file.
            if not translate or name not in places or not element.attributes[name].strip():
                continue
            start, end = places[name]
            value = raw[start:end]
            start += len(value) - len(value.lstrip())
            end -= len(value) - len(value.rstrip())
            place = element.at + len(raw[:start].encode())
            size = len(raw[start:end].encode())
            yield Site(place, place + size, element, Kind.STRING, 0, "attribute", nested=nested, note=element.note)

    def tags(self, site: Site) -> dict[Element, str]:
        """Return the start tags of the elements in a text that its codes ask for."""
        return {each: self._data[each.at : each.inner].decode() for each in (*site.whole, *site.distinct)}

    def key(self, element: Element) -> str:
        """Return what names a text, empty where nothing does."""
        name, attribute = self.vocabulary.key
        around: Element | None = element
        while around and around.name != name:
            around = around.parent
        return around.attributes.get(attribute, "") if around else ""

    def _note(self, element: Element) -> str:
        """Return what the element beside a text says about it."""
        for other in element.parent.children[:_NEAR] if self.vocabulary.note and element.parent else ():
            if other.name == self.vocabulary.note:
                return " ".join(re.sub(r"<[^>]*>", "", self._data[other.inner : other.end].decode()).split())
        return ""

    def _kind(self, element: Element) -> tuple[Kind, int]:
        around: Element | None = element
        while around:
            if found := _KINDS.get(around.name):
                group, kind = found
                if group == "heading" and around is element:
                    return kind, _depth(around)
                if group == "list" and self.vocabulary.only:
                    return Kind.PARAGRAPH, 0
                if group == "list":
                    return kind, max(1, self._lists(around))
                if group != "heading":
                    return kind, 0
            around = around.parent
        return (Kind.STRING if self.vocabulary.key[0] else Kind.PARAGRAPH), 0

    def _lists(self, element: Element) -> int:
        count = 0
        around: Element | None = element
        while around:
            count += _KINDS.get(around.name, ("",))[0] == "list"
            around = around.parent
        return count

    # ---- what is left out -----------------------------------------------------------------------------

    def hidden(self) -> Iterator[Element]:
        """Yield the outermost elements whose text is not to be translated."""
        for element in self._elements:
            parent = element.parent
            if element.text and not element.translate and element.space != ITS:
                around = parent
                while around and (around.translate or not around.text):
                    around = around.parent
                if around is None:
                    yield element


def _is_rules(element: Element) -> bool:
    return element.name == "rules" and element.space == ITS


def _pieces(elements: Sequence[Element]) -> frozenset[str]:
    """Return the names of elements that mostly stand among the words of another, and are no structure of their own."""
    total: Counter[str] = Counter()
    among: Counter[str] = Counter()
    structures: set[str] = set()
    for element in elements:
        total[element.name] += 1
        if element.parent and element.parent.text:
            among[element.name] += 1
        if not element.text and sum(child.shown for child in element.children) > 1:
            structures.add(element.name)
    return frozenset(name for name, count in among.items() if 2 * count > total[name] and name not in structures)


def _depth(heading: Element) -> int:
    """Return how many elements with a heading of their own a heading stands in."""
    count = 0
    around = heading.parent
    while around:
        count += any(_KINDS.get(child.name, ("",))[0] == "heading" for child in around.children[:_NEAR])
        around = around.parent
    return max(1, count)


def running_text(text: str) -> str:
    """Return what is left of a raw document without its markup, and without knowledge of its vocabulary."""
    bare = _ASIDE.sub("", text)
    # One tag between two letters stands inside a word; several together, or with white space, between two.
    bare = _TAGS.sub(lambda tags: "" if tags.group().count("<") == 1 and tags.group().endswith(">") else " ", bare)
    return re.sub(r"&[^\s;&]*;", "", html.unescape(bare))
