"""What the document tells: each name, number, date and quotation with its renderings, and where they stand."""

import marshal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reviewer.model.correction import Acceptance
from reviewer.model.fact import Fact, FactKind
from reviewer.model.span import Span
from reviewer.session.rows import Rows
from reviewer.text.folding import fold

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way in which the translation tells a thing."""

    text: str
    """Empty where nothing stands for it."""
    times: int
    odd: bool
    """Whether it is another than it should be, or than the article mostly has."""
    accepted: bool = False
    """Whether an editor took it as the article's own."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One thing that the document tells, once or more often."""

    key: str
    kind: FactKind
    name: str
    """What the source mostly calls it."""
    times: int
    renderings: tuple[Rendering, ...]
    """The commonest first."""

    @property
    def odd(self) -> int:
        """How often it is told in an odd way."""
        return sum(rendering.times for rendering in self.renderings if rendering.odd)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing is told."""

    segment: str
    fact: Fact
    odd: bool


_Told = tuple[str, str, str, int, int, str, int, int, bool]
"""A `Fact` as it is packed."""


class _Tally:
    """What is told of one thing in several segments."""

    __slots__ = ("kind", "names", "renderings", "segments")

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.names: dict[str, int] = {}
        self.renderings: dict[tuple[str, bool], int] = {}
        """How often each rendering is met, apart by whether it is known to be wrong."""
        self.segments: dict[str, None] = {}

    def add(self, id: str, told: _Told) -> None:
        _count(self.names, told[2], 1)
        _count(self.renderings, (told[5], told[8]), 1)
        self.segments[id] = None

    def remove(self, id: str, told: _Told) -> None:
        _count(self.names, told[2], -1)
        _count(self.renderings, (told[5], told[8]), -1)
        self.segments.pop(id, None)


class FactBook:
    """The facts of a document by what they tell, replaced one segment at a time.

    A long document tells half a million things, most of them once: what a segment tells is kept packed,
    and only what several tell of is tallied. The time to replace a segment depends on it alone.
    """

    def __init__(self, rows: Rows, language: str) -> None:
        """`language` is that of the translation (BCP 47)."""
        self.language = language
        self.order: list[str] = []
        """Keys as they were first met; some may be gone since."""
        self.odd: set[str] = set()
        """Keys of what is told in an odd way somewhere."""
        self.accepted: dict[str, frozenset[str]] = {}
        """Key → folded renderings an editor accepted."""
        self.followed = ("", "")
        """Key of what the editor walks along, and the segment that walk has come to."""
        self._rows = rows
        self._parts: dict[str, bytes] = {}
        self._met: dict[str, str | _Tally | None] = {}
        """Key → the one segment that tells of it, or what several do; None once it is gone."""

    def __contains__(self, key: str) -> bool:
        return self._met.get(key) is not None

    # Keeping current

    def put(self, id: str, facts: bytes) -> bool:
        """Replace what a segment tells, as `packed` gives it; say whether that is anything new."""
        before = self._parts.get(id, _NOTHING)
        if facts == before:
            return False
        # Read before the part goes: what is told once is known from it only.
        old, new = _read(before), _read(facts)
        for told in old:
            self._remove(id, told)
        if new:
            self._parts[id] = facts
        else:
            self._parts.pop(id, None)
        for told in new:
            self._add(id, told)
        for key in {told[0] for told in (*old, *new)}:
            self._settle(key)
        return True

    def forget(self, id: str) -> None:
        """Drop what a segment told that went."""
        self.put(id, _NOTHING)

    def heed(self, acceptance: Acceptance, *, back: bool = False) -> None:
        """Take a rendering as the article's own (or no longer, with `back`)."""
        known = self.accepted.get(acceptance.key, frozenset())
        folded = frozenset((fold(acceptance.rendering),))
        self.accepted[acceptance.key] = known - folded if back else known | folded
        if not self.accepted[acceptance.key]:
            del self.accepted[acceptance.key]
        self._settle(acceptance.key)

    def _add(self, id: str, told: _Told) -> None:
        key = told[0]
        met = self._met.get(key)
        if met is None:
            if key not in self._met:
                self.order.append(key)
            self._met[key] = id
        elif isinstance(met, _Tally):
            met.add(id, told)
        elif met != id:
            tally = self._met[key] = _Tally(told[1])
            for other in _read(self._parts[met]):
                if other[0] == key:
                    tally.add(met, other)
            tally.add(id, told)

    def _remove(self, id: str, told: _Told) -> None:
        met = self._met.get(told[0])
        if isinstance(met, _Tally):
            met.remove(id, told)
            if not met.names:
                self._met[told[0]] = None
        elif met == id:
            self._met[told[0]] = None

    def _settle(self, key: str) -> None:
        """Say anew whether a thing is told in an odd way."""
        met = self._met.get(key)
        if isinstance(met, str):
            told = (one for one in _read(self._parts[met]) if one[0] == key)
            odd = any(one[8] and not self._is_accepted(key, one[5]) for one in told)
        else:
            odd = met is not None and any(rendering.odd for rendering in self._renderings(key, met))
        if odd:
            self.odd.add(key)
        else:
            self.odd.discard(key)

    def _tally(self, key: str) -> _Tally | None:
        met = self._met.get(key)
        if not isinstance(met, str):
            return met
        told = [one for one in _read(self._parts[met]) if one[0] == key]
        tally = _Tally(told[0][1])
        for one in told:
            tally.add(met, one)
        return tally

    # Asking

    def of(self, id: str) -> tuple[Fact, ...]:
        """Return what a segment tells, in the order of its source."""
        return tuple(map(_fact, _read(self._parts.get(id, _NOTHING))))

    def row(self, key: str) -> FactRow | None:
        """Return a thing with its renderings; None where the document tells of it no more."""
        tally = self._tally(key)
        if tally is None:
            return None
        # Among forms met as often, the shorter is the less inflected.
        name = max(tally.names, key=lambda form: (tally.names[form], -len(form)))
        times = sum(tally.names.values())
        return FactRow(key, FactKind(tally.kind), name, times, tuple(self._renderings(key, tally)))

    def segments(self, key: str) -> list[str]:
        """Return the segments that tell of a thing, in document order."""
        met = self._met.get(key)
        here = (met,) if isinstance(met, str) else met.segments if met else ()
        return sorted(filter(self._rows.has, here), key=self._rows.rank_of)

    def places(self, key: str, segments: Iterable[str] | None = None) -> Iterator[Place]:
        """Yield where a thing is told, in document order, or where in some segments."""
        tally = self._tally(key)
        strange = self._strange(key, tally) if tally else set()
        for id in (self.segments(key) if segments is None else segments) if tally else ():
            yield from (Place(id, fact, self._is_odd(fact, strange)) for fact in self.of(id) if fact.key == key)

    def is_odd(self, fact: Fact) -> bool:
        """Say whether a thing is told in an odd way in a text, be it one that is being typed."""
        tally = self._tally(fact.key)
        return self._is_odd(fact, self._strange(fact.key, tally) if tally else set())

    def _is_odd(self, fact: Fact, strange: set[str]) -> bool:
        return (fact.wrong or fact.rendering in strange) and not self._is_accepted(fact.key, fact.rendering)

    def _is_accepted(self, key: str, rendering: str) -> bool:
        return key in self.accepted and fold(rendering) in self.accepted[key]

    def _renderings(self, key: str, tally: _Tally) -> list[Rendering]:
        """Return the renderings, the commonest first; a capital at the start of a sentence makes no other one."""
        texts: dict[str, int] = {}
        written: dict[str, str] = {}
        odd = {text for text, wrong in tally.renderings if wrong} | self._strange(key, tally)
        for (text, _), times in sorted(tally.renderings.items(), key=lambda entry: -entry[1]):
            known = written.setdefault(text.casefold(), text)
            _count(texts, known, times)
            if text in odd:
                odd.add(known)
        return [
            Rendering(text, times, text in odd and not self._is_accepted(key, text), self._is_accepted(key, text))
            for text, times in sorted(texts.items(), key=lambda entry: -entry[1])
        ]

    def _strange(self, key: str, tally: _Tally) -> set[str]:
        """Return the renderings that are another name than the article mostly has."""
        if len(tally.renderings) < 2 or not FactKind(tally.kind).named:
            return set()
        # What tells names apart takes a tenth of a second to load: the first thing told in two ways waits for it,
        # not the start of the program.
        from reviewer.checks.names.witness import known_to_data, stands_out, usual_of

        usual: dict[str, int] = {}
        for (text, wrong), times in tally.renderings.items():
            if text and not wrong:
                _count(usual, fold(text), times)
        own = "" if known_to_data(key) else fold(next(iter(tally.names), ""))
        chosen = usual_of(usual, own)
        return {text for text, _ in tally.renderings if stands_out(text, chosen, self.language)} if chosen else set()


def _count(counts: dict[T, int], key: T, by: int) -> None:
    times = counts.get(key, 0) + by
    if times:
        counts[key] = times
    else:
        del counts[key]


def packed(facts: Sequence[Fact]) -> bytes:
    """Return facts as a `FactBook` takes them: little to keep and quick to hand from process to process."""
    return marshal.dumps(
        [
            (f.key, f.kind.value, f.source, *f.source_span, f.rendering, *(f.target_span or (-1, -1)), f.wrong)
            for f in facts
        ]
    )


_NOTHING = packed(())


def _read(facts: bytes) -> list[_Told]:
    told: list[_Told] = marshal.loads(facts)
    return told


def _fact(told: _Told) -> Fact:
    key, kind, source, start, end, rendering, there, until, wrong = told
    at = Span(there, until) if there >= 0 else None
    return Fact(key, FactKind(kind), source, Span(start, end), rendering, at, wrong)
