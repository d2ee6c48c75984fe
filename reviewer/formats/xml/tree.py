"""The elements of an XML document with their places in the file, whatever the vocabulary."""

import re
from collections.abc import Mapping
from functools import cache

from reviewer.formats.markup import MAX_DEPTH, Scanner, too_deep
from reviewer.model.errors import InputError

NO_NAMES: Mapping[str, str] = {"xml": "http://www.w3.org/XML/1998/namespace"}
"""The prefix that needs no declaration (Namespaces in XML 1.0, 3)."""

_ASIDE = re.compile(rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[\s*\]\]>", re.DOTALL)
_REFERENCE = re.compile(rb"&([^\s;&<#]{1,64});")
_GROWTH = 10
"""How many times its own size a file may come to when the entities it declares are put in."""
_ROOM = 1 << 20
"""What it may come to besides, in bytes."""


class Element:
    """An element: where it is, what it is called, what is in it.

    (A class with slots and not a value: a large file has a million of them, and what is decided about one is kept
    in it.)
    """

    __slots__ = (
        "after",
        "at",
        "attributes",
        "barred",
        "breaks",
        "children",
        "end",
        "inner",
        "name",
        "namespaces",
        "note",
        "parent",
        "preserved",
        "shown",
        "space",
        "text",
        "translate",
        "within",
    )

    def __init__(self, name: str, attributes: dict[str, str], parent: "Element | None") -> None:
        prefix, _, self.name = name.rpartition(":")
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element] = []
        self.namespaces: Mapping[str, str] = parent.namespaces if parent else NO_NAMES
        declared = {key[6:]: uri for key, uri in attributes.items() if key == "xmlns" or key.startswith("xmlns:")}
        if declared:
            self.namespaces = {**self.namespaces, **declared}
        self.space = self.namespaces.get(prefix, "")
        """The name space, empty for none."""
        self.at = self.inner = self.end = self.after = 0
        """Byte offsets of the start tag, the content, the end tag and what follows."""
        self.text = False
        """Whether it has text of its own that is not white space."""
        self.shown = False
        """Whether it or anything in it has."""
        self.barred = False
        """Whether it, or an element around it, is said not to be translated."""
        self.translate = True
        """Whether its text is shown; settled when all is known that is said about it."""
        self.within = ""
        """`yes`, `no` or `nested`, as ITS 2.0 (8.7) calls how an element stands in a text; empty until decided."""
        self.preserved = False
        self.breaks = False
        """Whether something in it begins a new paragraph."""
        self.note = ""

    def attribute(self, space: str, name: str) -> str:
        """Return the value of an attribute in a name space, empty where it has none."""
        for key, value in self.attributes.items():
            prefix, colon, local = key.rpartition(":")
            if colon and local == name and self.namespaces.get(prefix) == space:
                return value
        return ""


class TreeScanner(Scanner):
    """Collects the elements of a document in order.

    References to entities stay where they stand: what they mean is neither put in nor fetched.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.elements: list[Element] = []
        self.entities: dict[str, str] = {}
        """What the file itself declares: texts by name."""
        self._stack: list[Element] = []
        self._last = 0
        """Where the tag before ended."""
        self._parser.EntityDeclHandler = self._declare
        self._parser.EndDoctypeDeclHandler = self._weigh
        # With a handler for what nothing else handles, expat hands references on and does not expand them.
        self._parser.DefaultHandler = lambda _: None

    def scan(self) -> None:
        """Walk the file, see `markup.Scanner.scan`."""
        try:
            super().scan()
        finally:
            self._parser.EntityDeclHandler = self._parser.EndDoctypeDeclHandler = self._parser.DefaultHandler = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise too_deep()
        parent = self._stack[-1] if self._stack else None
        element = Element(name, attributes, parent)
        element.at, element.inner = self.opened()
        if parent:
            parent.children.append(element)
            self._read_until(element.at)
        self._last = element.inner
        self.elements.append(element)
        self._stack.append(element)

    def end(self, name: str) -> None:
        element = self._stack[-1]
        *_, element.end, element.after = self.closed(element.at, element.inner)
        self._read_until(element.end)
        self._last = element.after
        element.shown = element.text or any(child.shown for child in element.children)
        self._stack.pop()

    def _read_until(self, at: int) -> None:
        piece = self.data[self._last : at]
        if not self._stack[-1].text and not piece.isspace() and piece:
            self._stack[-1].text = b"<" not in piece or bool(_ASIDE.sub(b"", piece).strip())

    def _declare(self, name: str, parameter: bool, value: str | None, *_: object) -> None:
        if value is not None and not parameter:
            self.entities.setdefault(name, value)

    def _weigh(self) -> None:
        """Make sure that the entities do not multiply.

        Raises:
            InputError: they refer to themselves, or come to far more than the file.
        """

        @cache
        def size(name: bytes) -> int:
            value = self.entities.get(name.decode(), "").encode()
            return min(_most, len(value) + sum(map(size, _REFERENCE.findall(value))))

        _most = _GROWTH * len(self.data) + _ROOM
        try:
            total = sum(map(size, _REFERENCE.findall(self.data)))
        except RecursionError:
            total = _most + 1
        if total > _most:
            raise InputError(
                "The entities that the file declares multiply its text beyond measure, as no real document's do. "
                "Export it again from the program that made it."
            )
