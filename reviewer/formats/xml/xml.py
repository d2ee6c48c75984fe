"""XML documents of any vocabulary: DocBook, DITA, TEI, feeds, or one that only its maker knows."""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reviewer.formats.arrival import words_of
from reviewer.formats.encoding import head_of
from reviewer.formats.format import Content, Unit, UnitInsert
from reviewer.formats.markup import Xml, escape, local, open_xml, root_of, without_attribute
from reviewer.formats.splice import splice
from reviewer.formats.web.html_inline import HtmlCodes
from reviewer.formats.writing import Edits, WritableFormat
from reviewer.formats.xml.flow import Flow, Site, running_text
from reviewer.formats.xml.inline import SectionCodes, XmlCodes
from reviewer.formats.xml.tree import Element, TreeScanner
from reviewer.model.errors import InputError
from reviewer.model.segment import Kind, without_codes

_OTHERS = frozenset(("xliff", "tmx", "TS", "martif", "tbx", "mtf", "html"))
"""First elements of files that readers of their own open, or that are no documents."""
_HIDDEN_NAMED = 5
"""How many names of elements that are left out are told."""
_XML = "http://www.w3.org/XML/1998/namespace"

Change = tuple[int, int, bytes]


class XmlDocument(WritableFormat):
    """XML."""

    id = "xml"
    title = "XML document"
    extensions = ("xml", "dita", "ditamap", "dbk", "docbook", "tei", "svg", "rss", "atom", "opml", "resx", "wxr")

    def sniff(self, data: bytes, name: str) -> float:
        """Say how sure: markup that begins as XML does or ends with the element it begins with."""
        head = head_of(data).lstrip("\ufeff \t\r\n")
        root = root_of(head)
        declared = head.startswith(("<?xml", "<!DOCTYPE"))
        if not (root or declared) or local(root) in _OTHERS:
            return 0.0
        if declared or name.lower().endswith(tuple(f".{each}" for each in self.extensions)):
            return 0.6
        tail = data[-200:].decode("ascii", "ignore").replace("\0", "").rstrip()
        return 0.5 if re.search(rf"(?:</{re.escape(root)}|/)\s*>\Z", tail) else 0.0

    def read(self, data: bytes, options: Mapping[str, str]) -> Content:
        """Return paragraphs, and texts in attributes where a rule says that they are some."""
        xml = open_xml(data, options)
        flow = _flow(xml)
        keyed = bool(flow.vocabulary.key[0])
        units = []
        seen: Counter[str] = Counter()
        for number, site in enumerate(flow.sites(), 1):
            codes = site.codes(flow.tags(site))
            text = codes.read(xml.data[site.start : site.end].decode())
            id = (flow.key(site.element) if keyed else "") or str(number)
            seen[id] += 1
            if seen[id] > 1:
                id = f"{id}#{seen[id]}"
            units.append(Unit(id, text, None, site.kind, site.level, note=site.note, codes=tuple(codes.codes)))
        hidden = list(flow.hidden())
        before = [(0, flow.root.at, b"")]
        kept = splice(xml.data, (*before, *((each.inner, each.end, b"") for each in hidden))).decode()
        return Content(
            tuple(units),
            keyed=keyed,
            languages=(_language(flow.root), None),
            options=xml.options,
            warnings=(*flow.warnings, *_left_out(hidden)),
            words_in_file=len(words_of(running_text(kept))),
        )

    def edited(self, data: bytes, options: Mapping[str, str], edits: Edits) -> bytes:
        """Return the document with those texts changed."""
        xml = open_xml(data, options)
        flow = _flow(xml)
        sites = list(flow.sites())
        changes: list[Change] = []
        # What stands inside a text is changed before it.
        for edit in sorted(edits.texts, key=lambda edit: sites[edit.index].end - sites[edit.index].start):
            site = sites[edit.index]
            first = bisect_left(changes, (site.start, 0, b""))
            last = bisect_left(changes, (site.end, 0, b""))
            inside = changes[first:last] if site.distinct else []
            inner = splice(xml.data[site.start : site.end], _shifted(inside, site.start)).decode()
            codes = site.codes(_tags(flow, site, inside))
            if codes.read(inner) != edit.text:
                if inside:
                    del changes[first:last]
                insort(changes, (site.start, site.end, _written(xml, site, codes, inner, edit.text)))
        changes += [_inserted(xml, flow, sites, insert) for insert in edits.inserts]
        return xml.spliced(changes)


def _flow(xml: Xml) -> Flow:
    scanner = TreeScanner(xml.data)
    scanner.scan()
    return Flow(scanner.elements, xml.data)


def _shifted(changes: Sequence[Change], by: int) -> Iterator[Change]:
    return ((start - by, end - by, new) for start, end, new in changes)


def _tags(flow: Flow, site: Site, inside: Sequence[Change]) -> dict[Element, str]:
    """Return the start tags of the elements in a text, with changes of their attributes in them."""
    tags = flow.tags(site)
    for element, tag in tags.items() if inside else ():
        own = [change for change in inside if element.at <= change[0] and change[1] <= element.inner]
        if own:
            tags[element] = splice(tag.encode(), _shifted(own, element.at)).decode()
    return tags


def _written(xml: Xml, site: Site, codes: XmlCodes | SectionCodes | HtmlCodes, inner: str, text: str) -> bytes:
    new = codes.write(inner, text)
    if site.form == "section" and xml.other and _lacking(new, xml.other.encoding):
        # There are no references in a CDATA section: it ends here and begins again.
        new = f"]]>{escape(text)}<![CDATA["
    return new.encode()


def _lacking(text: str, encoding: str) -> bool:
    return text.encode(encoding, "ignore").decode(encoding) != text


def _inserted(xml: Xml, flow: Flow, sites: Sequence[Site], insert: UnitInsert) -> Change:
    """Return a new paragraph behind the element of the paragraph before it, of the same name."""
    free = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE)
    place = next(
        (
            site
            for site in (*reversed(sites[: insert.after + 1]), *sites[insert.after + 1 :])
            if site.kind in free and site.form == "text" and not site.nested and site.element.parent
        ),
        None,
    )
    if place is None or flow.vocabulary.only:
        raise InputError(
            "A paragraph cannot be added to this XML file, because only the program that made it knows where. "
            "Add it there."
        )
    element = place.element
    tag = xml.data[element.at : element.inner].decode()
    name = re.match(r"<([^\s/>]+)", tag)
    for identity in ("xml:id", "id"):
        tag = without_attribute(tag, identity)
    codes = XmlCodes()
    new = f"\n{tag}{codes.escape(without_codes(insert.text))}</{name[1] if name else ''}>"
    return element.after, element.after, new.encode()


def _language(root: Element) -> str | None:
    return root.attribute(_XML, "lang") or root.attributes.get("lang") or None


def _left_out(hidden: Sequence[Element]) -> Iterator[str]:
    """Yield what to say of elements that are not to be translated."""
    if hidden:
        names = [name for name, _ in Counter(element.name for element in hidden).most_common(_HIDDEN_NAMED + 1)]
        more = ", …" if len(names) > _HIDDEN_NAMED else ""
        yield (
            f"{len(hidden):,} element{' is' if len(hidden) == 1 else 's are'} not shown, because the file or its "
            f"vocabulary says not to translate: {', '.join(names[:_HIDDEN_NAMED])}{more}."
        )


FORMAT = XmlDocument()
