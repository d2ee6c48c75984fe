"""Pairs the names of a passage that are missing with those that came from nowhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from reviewer.checks.names.fates import Fate, NamePair
from reviewer.lexicon.naming import Name, Sort
from reviewer.model.span import Span
from reviewer.text.folding import fold
from reviewer.text.sounds.romanisation import romanise, similarity

FOLLOWED = 0.6
"""From here a name no data knows is reported where both languages write it alike."""
_EACH = 0.4
_EACH_BY_SOUND = 0.33
_WORDS_TOO = 0.2
"""As sure as a word that also is the name of some small town."""
_BOTH = 0.9
"""A name missing and another come from nowhere: together they need to be this sure."""

_STRANGERS = ({Sort.DEMONYM, Sort.UNKNOWN}, {Sort.PLACE, Sort.ACRONYM}, {Sort.DEMONYM, Sort.ACRONYM})
"""Nobody writes the adjective of a country for a person, or an acronym that is no place for a place, or the other way
round; but acronyms stand for titles with places in them (《英国医学期刊》, BMJ)."""


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring names of one side that share a fate: a first name and a surname."""

    fates: tuple[Fate, ...]

    @property
    def first(self) -> Name:
        """The name that is most surely one."""
        return max(self.fates, key=lambda fate: fate.sureness).name

    @property
    def span(self) -> Span:
        """From the first name's start to the last one's end."""
        return Span(self.fates[0].name.start, self.fates[-1].name.end)

    @property
    def sureness(self) -> float:
        """How sure it is that they are missing."""
        return max(fate.sureness for fate in self.fates)

    @property
    def together(self) -> float:
        """How sure it is that first name and surname are not both there under other guises."""
        doubt = 1.0
        for fate in self.fates:
            doubt *= 1 - fate.sureness
        return 1 - doubt if len(self.fates) > 1 else self.sureness


@dataclass(frozen=True, slots=True)
class Problem:
    """A name without counterpart, or two that stand for each other."""

    source: Group | None
    target: Group | None

    @property
    def sort(self) -> Sort:
        """What the names are; the source's word counts."""
        group = self.source or self.target
        assert group
        return group.first.sort


def problems(pair: NamePair) -> list[Problem]:
    """Pair the names that are missing with those that came from nowhere."""
    missing = list(_groups(pair.sources, pair.source.text))
    added = list(_groups(pair.targets, pair.target.text))
    by_sound = not (pair.source.unspaced or pair.target.unspaced) and pair.source.script != pair.target.script
    least = _EACH_BY_SOUND if by_sound else _EACH
    sure = attrgetter("together" if by_sound else "sureness")
    pairs = [
        (_affinity(here, there, pair), number, other)
        for number, here in enumerate(missing)
        for other, there in enumerate(added)
        if sure(here) + sure(there) >= _BOTH
        and min(sure(here), sure(there)) >= least
        and {here.first.sort, there.first.sort} not in _STRANGERS
    ]
    partner: dict[int, int] = {}
    for _, number, other in sorted(pairs, reverse=True):
        if number not in partner and other not in partner.values():
            partner[number] = other
    taken = set(partner.values())
    mirrored = NamePair(pair.target, pair.source, pair.targets, pair.sources)
    found = [
        Problem(here, added[partner[number]] if number in partner else _named_too_seldom(here, mirrored, least))
        for number, here in enumerate(missing)
    ]
    alone = (there for other, there in enumerate(added) if other not in taken)
    return found + [Problem(_named_too_seldom(there, pair, least), there) for there in alone]


_PEOPLE = frozenset((Sort.PERSON, Sort.UNKNOWN))
_PLACES = frozenset((Sort.PLACE, Sort.DEMONYM))
_SAME_PLACE = 0.2
"""How far apart, in parts of their texts, a name and what stands for it may be."""


def _named_too_seldom(added: Group, pair: NamePair, least: float) -> Group | None:
    """Return the name that one side has where the other has one from nowhere, and that the other has fewer times.

    The same person or place may be named again in the passage, so that it is not missing: `Scholz came … Scholz wrote`,
    of which the first became Merz.
    """
    sorts = next((sorts for sorts in (_PEOPLE, _PLACES) if added.first.sort in sorts), None)
    if sorts is None or added.sureness < least:
        return None
    place = added.first.start / len(pair.target.text)
    near = [
        (apart, fate)
        for fate in pair.sources
        if fate.found
        and fate.at is not None
        and fate.name.sort in sorts
        and fate.name.weight >= _EACH
        and (apart := abs(fate.name.start / len(pair.source.text) - place)) <= _SAME_PLACE
        and not fate.name.meanings & added.first.meanings
    ]
    words = {word for fate in added.fates for word in fate.name.key.split()}
    for _, fate in sorted(near, key=lambda one: one[0]):
        times, rendered = _times(fate, pair)
        # Not Hong Kong for Hong Kong Island.
        if (
            times > rendered > 0
            and fate.at is not None
            and words.isdisjoint(fold(fate.at.of(pair.target.text)).split())
        ):
            return Group((fate,))
    return None


def _times(fate: Fate, pair: NamePair) -> tuple[int, int]:
    """Say how often the source names what a name stands for, and how often the translation does."""
    name = fate.name
    ours = [
        other
        for other in pair.sources
        if other.name.key == name.key or other.at == fate.at or name.meanings & other.name.meanings
    ]
    spans = [other.name.span for other in ours]
    keys = {there.name.key for there in pair.targets if fate.at is not None and there.name.span.overlaps(fate.at)}
    theirs = [
        there
        for there in pair.targets
        if there.name.key in keys
        or name.meanings & there.name.meanings
        or (there.at is not None and any(map(there.at.overlaps, spans)))
    ]
    return len(ours), len(theirs)


def _groups(fates: Iterable[Fate], text: str) -> Iterator[Group]:
    row: list[Fate] = []
    for fate in fates:
        if fate.sureness < _WORDS_TOO:
            continue
        if row and text[row[-1].name.end : fate.name.start] not in (" ", "-", " al-", " von ", " de "):
            yield _group(row)
            row = []
        row.append(fate)
    if row:
        yield _group(row)


def _group(row: list[Fate]) -> Group:
    """Make a group, without an ordinary word before what is no person: `Altstadt Hamas`."""
    while len(row) > 1 and row[0].sureness <= _WORDS_TOO and row[1].sureness >= FOLLOWED and _is_no_person(row[1]):
        row = row[1:]
    return Group(tuple(row))


def _is_no_person(fate: Fate) -> bool:
    return fate.name.sort in (Sort.PLACE, Sort.ORGANISATION)


def _affinity(missing: Group, added: Group, pair: NamePair) -> float:
    """Say how likely one name stands for the other: alike, of one sort, at the same place."""
    here, there = missing.first, added.first
    alike = similarity(romanise(here.key), romanise(there.key)) if here.key and there.key else 0.0
    place = abs(here.start / (len(pair.source.text) or 1) - there.start / (len(pair.target.text) or 1))
    return alike + 0.5 * (here.sort == there.sort) + added.sureness - place
