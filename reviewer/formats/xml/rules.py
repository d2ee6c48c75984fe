"""Which parts of a document are to be translated, and how they stand in it: rules of ITS 2.0.

Internationalization Tag Set 2.0 (W3C Recommendation, 2013), 8.1 Translate, 8.2 Localization Note, 8.7 Elements
Within Text, 8.13 Preserve Space. Of XPath a selector may have what such rules are written with: steps down the
tree, names, `*`, conditions on attributes. It is matched on the way down, so that a file's own rules cost time in
proportion to its size whatever they say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.formats.markup import unescape
from reviewer.formats.xml.tree import Element

ITS = "http://www.w3.org/2005/11/its"
_XML = "http://www.w3.org/XML/1998/namespace"
_XLINK = "http://www.w3.org/1999/xlink"
_MOST_STEPS = 200
"""How many steps the selectors of a file may have together."""
_ANY = "*"
_STEP = re.compile(r"(//?)(@?)(?:([\w.-]+):)?([\w.-]+|\*)((?:\[[^\[\]]*\])*)")
_TEST = re.compile(
    r"\s*(?:(?P<not>not)\s*\(\s*@(?P<absent>[\w.:-]+)\s*\)"
    r"""|starts-with\s*\(\s*@(?P<begun>[\w.:-]+)\s*,\s*(?P<prefix>"[^"]*"|'[^']*')\s*\)"""
    r"""|@(?P<name>[\w.:-]+)(?:\s*(?P<sign>!?=)\s*(?P<value>"[^"]*"|'[^']*'))?)\s*"""
)
_RULES = frozenset(("translateRule", "withinTextRule", "preserveSpaceRule", "locNoteRule"))


class _Test(NamedTuple):
    """A condition on an attribute."""

    name: str
    sign: str
    """`has`, `not`, `=`, `!=` or `starts`."""
    value: str = ""

    def holds(self, element: Element) -> bool:
        value = element.attributes.get(self.name)
        if self.sign in ("has", "not"):
            return (value is not None) == (self.sign == "has")
        if value is None:
            return False
        if self.sign == "starts":
            return value.startswith(self.value)
        return (value == self.value) == (self.sign == "=")


class _Step(NamedTuple):
    anywhere: bool
    """Whether any number of elements may stand between this step and the one before (`//`)."""
    space: str | None
    """The name space; None for any."""
    name: str
    tests: tuple[tuple[_Test, ...], ...]
    """One of each group must hold."""

    def takes(self, element: Element) -> bool:
        return (
            self.name in (element.name, _ANY)
            and self.space in (None, element.space)
            and all(any(test.holds(element) for test in group) for group in self.tests)
        )


@dataclass(frozen=True, slots=True)
class Path:
    """Steps down to elements, or to an attribute of them."""

    steps: tuple[_Step, ...]
    attribute: str = ""

    def reached(self, element: Element, here: int, above: int) -> int:
        """Return which first steps lead to an element, as bits, given those that lead to the one around it."""
        led = 0
        for number, step in enumerate(self.steps):
            before = 1 << number >> 1
            if number:
                open_ = bool((above if step.anywhere else here) & before)
            else:
                open_ = step.anywhere or element.parent is None
            if open_ and step.takes(element):
                led |= 1 << number
        return led

    def ends(self, led: int) -> bool:
        """Say whether the path leads to the element those bits are of."""
        return bool(led >> (len(self.steps) - 1))


@dataclass(frozen=True, slots=True)
class Rule:
    """What a file or a vocabulary says of the elements or attributes that a path leads to."""

    path: Path
    translate: bool | None = None
    within: str = ""
    preserved: bool | None = None
    note: str = ""


_NOTHING = Rule(Path(()))


class Reached(NamedTuple):
    """How far the paths of rules have led on the way down to an element, by the number of the rule."""

    here: Mapping[int, int]
    """The steps that lead to the element, as bits."""
    above: Mapping[int, int]
    """Those that lead to it or to an element around it."""


class Rules:
    """The rules that hold in a document, later ones before earlier ones."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._asked: dict[str, list[int]] = {}
        """Numbers of the rules that have to do with elements of a name."""

    def __bool__(self) -> bool:
        return bool(self._rules)

    def reached(self, element: Element, parent: Reached) -> tuple[Reached, list[Rule]]:
        """Return how far the rules lead at an element, and those that speak of it, in order."""
        asked = self._asked.get(element.name)
        if asked is None:
            asked = self._asked[element.name] = [
                number
                for number, rule in enumerate(self._rules)
                if any(step.name in (element.name, _ANY) for step in rule.path.steps)
            ]
        here: dict[int, int] = {}
        above = parent.above
        found = []
        for number in asked:
            rule = self._rules[number]
            led = rule.path.reached(element, parent.here.get(number, 0), parent.above.get(number, 0))
            if led:
                here[number] = led
                above = {**above, number: above.get(number, 0) | led}
                if rule.path.ends(led):
                    found.append(rule)
        return Reached(here, above), found


def paths(selector: str, namespaces: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """Return the paths of a selector; without `namespaces` names are those of any name space.

    Raises:
        ValueError: the selector has more of XPath than is read here.
    """
    alternatives = re.findall(r"""(?:"[^"]*"|'[^']*'|[^|"'])+""", selector) or [""]
    return tuple(_path(each.strip(), namespaces) for each in alternatives)


def _path(text: str, namespaces: Mapping[str, str] | None) -> Path:
    steps: list[_Step] = []
    attribute = ""
    at = 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None or attribute:
            raise ValueError(text)
        slashes, sign, prefix, name, conditions = match.groups()
        if sign:
            attribute = f"{prefix}:{name}" if prefix else name
            if conditions or name == _ANY or slashes == "//" or not steps:
                raise ValueError(text)
        else:
            space = None if namespaces is None else namespaces.get(prefix) if prefix else ""
            if prefix and namespaces is not None and space is None:
                raise ValueError(text)
            steps.append(_Step(slashes == "//", space, name, tuple(_tests(conditions))))
        at = match.end()
    if not steps:
        raise ValueError(text)
    return Path(tuple(steps), attribute)


def _tests(conditions: str) -> Iterator[tuple[_Test, ...]]:
    for condition in re.findall(r"\[([^\[\]]*)\]", conditions):
        for group in re.split(r"\band\b", condition):
            yield tuple(_test(each) for each in re.split(r"\bor\b", group))


def _test(text: str) -> _Test:
    match = _TEST.fullmatch(text)
    if match is None:
        raise ValueError(text)
    if match["not"]:
        return _Test(match["absent"], "not")
    if match["begun"]:
        return _Test(match["begun"], "starts", match["prefix"][1:-1])
    return _Test(match["name"], match["sign"] or "has", (match["value"] or "''")[1:-1])


def rules_of(elements: Sequence[Element], data: bytes) -> tuple[list[Rule], list[str]]:
    """Return the rules that a document has in it, in order, and sentences about those that are left aside."""
    rules: list[Rule] = []
    warnings: list[str] = []
    steps = 0
    for element in elements:
        if element.space != ITS:
            continue
        if element.name == "rules" and element.attribute(_XLINK, "href"):
            warnings.append(
                "The document refers to rules in another file, which is not opened: see that texts which are "
                "not to be translated stay as they are."
            )
        if element.name not in _RULES or element.parent is None:
            continue
        selector = element.attributes.get("selector", "")
        try:
            if element.parent.attributes.get("queryLanguage", "xpath") != "xpath":
                raise ValueError
            found = paths(selector, element.namespaces)
            steps += sum(len(path.steps) for path in found)
            if steps > _MOST_STEPS:
                raise ValueError
        except ValueError:
            warnings.append(f"The rule for “{selector[:60]}” in the document is not understood and was left aside.")
            continue
        rules += (_rule(element, path, data) for path in found)
    return rules, warnings


def _rule(element: Element, path: Path, data: bytes) -> Rule:
    get = element.attributes.get
    if element.name == "translateRule":
        return Rule(path, translate=get("translate") == "yes")
    if element.name == "withinTextRule":
        return Rule(path, within=get("withinText", ""))
    if element.name == "preserveSpaceRule":
        return Rule(path, preserved=get("space") == "preserve")
    notes = (data[child.inner : child.end].decode() for child in element.children if child.name == "locNote")
    return Rule(path, note=" ".join(unescape(re.sub(r"<[^>]*>", "", " ".join(notes))).split()))


def said_here(element: Element) -> Rule:
    """Return what an element says of itself: ITS attributes, `xml:space`, and the `translate` of HTML and DITA."""
    if not element.attributes:
        return _NOTHING
    translate = element.attribute(ITS, "translate") or element.attributes.get("translate", "")
    space = element.attribute(_XML, "space")
    within = element.attribute(ITS, "withinText")
    note = element.attribute(ITS, "locNote")
    if not (translate or space or within or note):
        return _NOTHING
    return Rule(
        _NOTHING.path,
        translate=False if translate in ("no", "false", "0") else True if translate in ("yes", "true", "1") else None,
        within=within,
        preserved=space == "preserve" if space in ("preserve", "default") else None,
        note=note,
    )
