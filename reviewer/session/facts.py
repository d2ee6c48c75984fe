"""What the document tells: each name, number, date and quotation with its renderings, and where they stand."""

import marshal
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from reviewer.checks.facts import Fact, FactKind
from reviewer.checks.witness import prevails, stands_out
from reviewer.model.correction import Acceptance
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


@dataclass(slots=True)
class _Tally:
    kind: FactKind
    names: Counter[str] = field(default_factory=Counter)
    renderings: Counter[tuple[str, bool]] = field(default_factory=Counter)
    """How often each rendering is met, apart by whether it is known to be wrong."""
    segments: dict[str, None] = field(default_factory=dict)


class FactBook:
    """The facts of a document by what they tell, replaced one segment at a time.

    What a segment tells is kept packed (some hundred bytes), as a long document tells half a million
    things; the time to replace it depends on the segment alone.
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
        self._rows = rows
        self._parts: dict[str, bytes] = {}
        self._tallies: dict[str, _Tally] = {}
        self._ordered: set[str] = set()

    def __len__(self) -> int:
        return len(self._tallies)

    def __contains__(self, key: str) -> bool:
        return key in self._tallies

    # Keeping current

    def put(self, id: str, facts: Sequence[Fact]) -> bool:
        """Replace what a segment tells; say whether that is anything new."""
        packed = _packed(facts)
        before = self._parts.get(id)
        if packed == before or (before is None and not facts):
            return False
        old = self._remove(id)
        if facts:
            self._parts[id] = packed
        for fact in facts:
            tally = self._tallies.get(fact.key)
            if tally is None:
                tally = self._tallies[fact.key] = _Tally(fact.kind)
                if fact.key not in self._ordered:
                    self._ordered.add(fact.key)
                    self.order.append(fact.key)
            tally.names[fact.source] += 1
            tally.renderings[fact.rendering, fact.wrong] += 1
            tally.segments[id] = None
        self._settle({fact.key for fact in (*old, *facts)})
        return True

    def forget(self, id: str) -> None:
        """Drop what a segment told that went."""
        self._settle({fact.key for fact in self._remove(id)})

    def heed(self, acceptance: Acceptance, *, back: bool = False) -> None:
        """Take a rendering as the article's own (or no longer, with `back`)."""
        known = self.accepted.get(acceptance.key, frozenset())
        folded = frozenset((fold(acceptance.rendering),))
        self.accepted[acceptance.key] = known - folded if back else known | folded
        if not self.accepted[acceptance.key]:
            del self.accepted[acceptance.key]
        self._settle({acceptance.key})

    def _remove(self, id: str) -> tuple[Fact, ...]:
        facts = _unpacked(self._parts.pop(id, None))
        for fact in facts:
            tally = self._tallies[fact.key]
            _less(tally.names, fact.source)
            _less(tally.renderings, (fact.rendering, fact.wrong))
            tally.segments.pop(id, None)
        return facts

    def _settle(self, keys: Iterable[str]) -> None:
        """Drop what is told no more, and say anew what is odd."""
        for key in keys:
            tally = self._tallies.get(key)
            if tally is not None and not tally.names:
                del self._tallies[key]
                tally = None
            if tally is not None and any(r.odd for r in self._renderings(key, tally)):
                self.odd.add(key)
            else:
                self.odd.discard(key)

    # Asking

    def of(self, id: str) -> tuple[Fact, ...]:
        """Return what a segment tells, in the order of its source."""
        return _unpacked(self._parts.get(id))

    def row(self, key: str) -> FactRow | None:
        """Return a thing with its renderings; None where the document tells of it no more."""
        tally = self._tallies.get(key)
        if tally is None:
            return None
        name = tally.names.most_common(1)[0][0]
        return FactRow(key, tally.kind, name, tally.names.total(), tuple(self._renderings(key, tally)))

    def segments(self, key: str) -> list[str]:
        """Return the segments that tell of a thing, in document order."""
        tally = self._tallies.get(key)
        here = (id for id in tally.segments if self._rows.has(id)) if tally else ()
        return sorted(here, key=self._rows.rank_of)

    def places(self, key: str, segments: Iterable[str] | None = None) -> list[Place]:
        """Return where a thing is told, in document order, or where in some segments."""
        tally = self._tallies.get(key)
        if tally is None:
            return []
        strange = self._strange(tally)
        return [
            Place(id, fact, (fact.wrong or fact.rendering in strange) and not self._is_accepted(key, fact.rendering))
            for id in (self.segments(key) if segments is None else segments)
            for fact in self.of(id)
            if fact.key == key
        ]

    def _is_accepted(self, key: str, rendering: str) -> bool:
        return fold(rendering) in self.accepted.get(key, ())

    def _renderings(self, key: str, tally: _Tally) -> list[Rendering]:
        texts: Counter[str] = Counter()
        for (text, _), times in tally.renderings.items():
            texts[text] += times
        odd = {text for text, wrong in tally.renderings if wrong} | self._strange(tally)
        return [
            Rendering(text, times, text in odd and not self._is_accepted(key, text), self._is_accepted(key, text))
            for text, times in texts.most_common()
        ]

    def _strange(self, tally: _Tally) -> set[str]:
        """Return the renderings that are another name than the article mostly has."""
        if not tally.kind.named or len(tally.renderings) < 2:
            return set()
        usual: Counter[str] = Counter()
        for (text, wrong), times in tally.renderings.items():
            if text and not wrong:
                usual[fold(text)] += times
        if not usual:
            return set()
        commonest, times = usual.most_common(1)[0]
        if not prevails(times, usual.total() - times):
            return set()
        return {text for text, _ in tally.renderings if stands_out(text, commonest, self.language)}


def _less(counter: Counter[T], key: T) -> None:
    counter[key] -= 1
    if not counter[key]:
        del counter[key]


def _packed(facts: Sequence[Fact]) -> bytes:
    return marshal.dumps(
        [
            (f.key, f.kind.value, f.source, *f.source_span, f.rendering, *(f.target_span or (-1, -1)), f.wrong)
            for f in facts
        ]
    )


def _unpacked(packed: bytes | None) -> tuple[Fact, ...]:
    return tuple(
        Fact(key, FactKind(kind), source, Span(a, b), rendering, Span(c, d) if c >= 0 else None, wrong)
        for key, kind, source, a, b, rendering, c, d, wrong in (marshal.loads(packed) if packed else ())
    )
