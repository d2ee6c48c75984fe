"""Keeping findings up to date: the paragraphs in view first, the rest in slices between keystrokes."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import overload

from reviewer.checks.check import Passage
from reviewer.checks.facts import facts_in
from reviewer.checks.names.witness import ACCEPTED, facts_of
from reviewer.checks.runner import LONGEST, DocumentFacts, Pair, Runner, Setup, in_context
from reviewer.lexicon.spelling import speller
from reviewer.model.fact import Fact
from reviewer.model.finding import Finding
from reviewer.model.segment import Segment, has_codes
from reviewer.session.facts import packed
from reviewer.session.session import Session


def pair_of(session: Session, segment: Segment, target: str | None = None) -> Pair:
    """Return a segment as the checks take it, with another target (text being typed) where given."""
    bitext = session.bitext
    text = segment.target if target is None else target
    languages = bitext.source.language, bitext.target.language
    codes = segment.source_codes, segment.target_codes
    return Pair(segment.id, segment.source, text, *languages, *codes, session.rows.document_of(segment.id))


class Pairs(Sequence[Pair]):
    """Documents of a session as the checks take them, each pair made when it is asked for."""

    def __init__(self, session: Session, documents: Iterable[int] | None = None) -> None:
        """`documents` are the numbers of those wanted, in this order; all without them."""
        self._session = session
        self._parts: list[tuple[int, range, int]] = []
        """Each document with its rows and how many pairs stand before its own."""
        self._count = 0
        for document in range(len(session.bitexts)) if documents is None else documents:
            rows = session.rows.of_document(document)
            self._parts.append((document, rows, self._count))
            self._count += len(rows)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Pair: ...

    @overload
    def __getitem__(self, index: slice) -> list[Pair]: ...

    def __getitem__(self, index: int | slice) -> Pair | list[Pair]:
        numbers = range(len(self))[index]
        if isinstance(numbers, range):
            return [*self._made(numbers)]
        return next(self._made(range(numbers, numbers + 1)))

    def __iter__(self) -> Iterator[Pair]:
        return self._made(range(len(self)))

    def _made(self, numbers: range) -> Iterator[Pair]:
        """Yield the pairs of rows in a row."""
        rows = self._session.rows
        source, target = self._session.bitext.source.language, self._session.bitext.target.language
        for document, whole, before in self._parts:
            its = whole[max(0, numbers.start - before) : max(0, numbers.stop - before)]
            for number, (id, ours, theirs) in zip(its, rows.texts(its), strict=True):
                if has_codes(ours) or has_codes(theirs):
                    yield pair_of(self._session, rows[number])
                else:
                    yield Pair(id, ours, theirs, source, target, document=document)


def setup_of(session: Session) -> Setup:
    """Return how a session's document is to be checked."""
    return Setup.of({**session.settings, ACCEPTED: session.facts.accepted})


_NO_WORDS = "Zxqy zxqy."


def load_checks(source: str, target: str) -> None:
    """Load the checks and what they look up for texts in two languages, before there is a text."""
    runner = Runner()
    for dictionary in filter(None, (speller(source), speller(target))):
        # What is in no dictionary is looked for in all of them. Opening one stops all threads for up to a tenth of
        # a second: that is over before there is a text to show.
        dictionary.has(_NO_WORDS)
    passage = runner.passage(Pair("", _NO_WORDS, _NO_WORDS, source, target))
    runner.survey([passage])
    runner.check(passage)


LONG = 8_000
"""Characters of a text that takes a quarter of a second to check: too long to do while somebody types."""


class Examiner:
    """Checks a session's stale segments, a slice at a time, and reads what they tell."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._runner = Runner(setup_of(session))

    def forget_setup(self) -> None:
        """Start over after the settings or the languages changed; what is known of the document stays known."""
        facts = self._runner.facts
        self._runner = Runner(setup_of(self._session))
        self.take(facts)

    def warm_up(self, pairs: Sequence[Pair], cancelled: Callable[[], bool]) -> None:
        """Load what the checks look things up in, by checking some texts to no end but that.

        May run on another thread, as long as nobody else uses this examiner.
        """
        passages = tuple(self._runner.passage(pair) for pair in pairs if pair.length <= LONG)
        self._runner.survey(passages)
        for passage in passages:
            if cancelled():
                return
            self._runner.check(passage)

    def is_long(self, id: str, target: str = "") -> bool:
        """Say whether checking a segment, or it with another target, would hold up whoever waits for it."""
        number = self._session.rows.number(id)
        return max(len(target), *self._session.rows.lengths(range(number, number + 1))) > LONG

    def too_long(self, numbers: range) -> list[int]:
        """Return which of some rows are so long that nothing is looked for in them, by number from 0."""
        lengths = zip(numbers, self._session.rows.lengths(numbers), strict=True)
        return [number for number, length in lengths if length > LONGEST]

    def survey(self) -> None:
        """Look at the whole document first, as some checks want to."""
        self._runner.survey(self._runner.passage(pair) for pair in Pairs(self._session))

    def take(self, facts: DocumentFacts) -> None:
        """Take what a survey made elsewhere found out about the documents."""
        self._runner.take(facts)

    def check(self, id: str) -> None:
        """Bring one segment's findings up to date, and what it tells."""
        passage = self._in_context(id)
        article = facts_of(passage.article)
        if article is not None:
            article.update(passage)
        self._session.found(id, self._runner.check(passage))
        self._session.told([(id, packed(facts_in(passage)))])

    def facts(self, id: str, target: str | None = None) -> Sequence[Fact]:
        """Return what a segment tells, or would tell if its target were `target`."""
        return facts_in(self._in_context(id, target))

    def preview(self, id: str, target: str | None = None) -> Sequence[Finding]:
        """Return what the checks find in a segment, or would find if its target were `target`."""
        return self._runner.check(self._in_context(id, target))

    def work(self, seconds: float, first: Iterable[str] = ()) -> bool:
        """Check stale segments for so long, those in `first` before others; say whether any are left."""
        stale = self._session.stale
        end = time.perf_counter() + seconds
        for id in chain(first, stale):
            if time.perf_counter() >= end:
                break
            if id in stale:
                self.check(id)
        return bool(stale)

    def work_on(self, seconds: float, wanted: Iterable[str]) -> bool:
        """Check those of some segments that are stale and not long, for so long; say whether any are left."""
        end = time.perf_counter() + seconds
        for id in wanted:
            if id in self._session.stale and not self.is_long(id):
                if time.perf_counter() >= end:
                    return True
                self.check(id)
        return False

    def _in_context(self, id: str, target: str | None = None) -> Passage:
        number = self._session.rows.number(id)
        passage = self._passage(number, target)
        assert passage is not None
        return in_context(self._passage(number - 1), passage, self._passage(number + 1))

    def _passage(self, number: int, target: str | None = None) -> Passage | None:
        if not 0 <= number < len(self._session.rows):
            return None
        return self._runner.passage(pair_of(self._session, self._session.rows[number], target))
