"""Filling a document from an engine: what is asked for next, which answers still fit, and how far it is."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.engines.service import Answer, Text
from reviewer.model.correction import Edit, Verb
from reviewer.model.segment import Segment
from reviewer.session.session import Session
from reviewer.session.translation.privacy import NEVER_SEND
from reviewer.session.translation.translating import to_translate, translation

PORTION = 32
"""Paragraphs that are asked for at a time: enough to keep every engine busy, and few enough that a long
document takes no time to begin with or to stop."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a filling is."""

    title: str
    """Of the engine."""
    answered: int
    """How many paragraphs have their answer, good or bad, or needed none."""
    total: int
    translated: int
    failed: int
    trouble: str
    """The sentence of the last failure."""


class Filling:
    """Paragraphs that one engine translates, one after the other."""

    def __init__(self, title: str, ids: Sequence[str], *, over: bool) -> None:
        """Plan it.

        Args:
            title: what the engine is called.
            ids: the segments; those that have nothing to translate are passed over.
            over: whether a translation that is there already is replaced.
        """
        self.over = over
        self._title = title
        self._left = deque(ids)
        self._total = len(ids)
        self._revisions: dict[str, int] = {}
        """Of the segments, as they were when they were asked for."""
        self._before: dict[str, Segment] = {}
        """The segments that were filled, as they were."""
        self._after: dict[str, str] = {}
        """What was put into them."""
        self._answered = self._translated = self._failed = self._in_a_row = 0
        self._trouble = ""

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return Progress(self._title, self._answered, self._total, self._translated, self._failed, self._trouble)

    @property
    def hopeless(self) -> bool:
        """Whether so many paragraphs failed one after the other that the rest is not worth trying."""
        return self._in_a_row >= PORTION

    @property
    def all_asked(self) -> bool:
        """Whether nothing is left to ask for."""
        return not self._left

    def stop(self) -> None:
        """Ask for nothing more."""
        self._left.clear()

    def portion(self, session: Session) -> list[Text]:
        """Return what to ask for next; nothing where all is asked for, or the project forbids it by now."""
        if session.settings.get(NEVER_SEND):
            self.stop()
        texts: list[Text] = []
        while self._left and len(texts) < PORTION:
            text = self._text(session, self._left.popleft())
            if text is not None:
                texts.append(text)
            else:
                self._answered += 1
        return texts

    def edit(self, session: Session, answer: Answer) -> Edit | None:
        """Return the act that puts an answer into its row; None where the row is no longer what was asked about."""
        id = answer.asked.id
        if not session.rows.has(id) or id in session.drafts:
            return None
        segment = session.segment(id)
        if segment.revision != self._revisions[id] or segment.source != answer.asked.text:
            return None
        edit = translation([(segment, answer.text)])
        (after,) = edit.after
        assert isinstance(after, Segment)
        self._before[id], self._after[id] = segment, after.target
        if to_translate(segment) is not None:
            return edit
        # It had a translation already, and the delivered one stays known.
        return replace(edit, after=(replace(after, delivered=segment.delivered),))

    def taken_back(self, session: Session) -> Edit:
        """Return the act that gives every row its text from before, but for those somebody worked on since."""
        before, after = [], []
        for id, old in self._before.items():
            segment = session.segment(id) if session.rows.has(id) else None
            if segment is not None and segment.target == self._after[id] and not segment.state.done:
                before.append(segment)
                after.append(replace(segment, target=old.target, delivered=old.delivered, state=old.state))
        return Edit(Verb.RESTORE, tuple(before), tuple(after))

    def count(self, *, translated: bool = False, trouble: str = "") -> None:
        """Take note of an answer: whether it was put in, or why there is none."""
        self._answered += 1
        self._translated += translated
        if trouble:
            self._failed += 1
            self._in_a_row += 1
            self._trouble = trouble
        elif translated:
            self._in_a_row = 0

    def _text(self, session: Session, id: str) -> Text | None:
        if not session.rows.has(id):
            return None
        segment = session.segment(id)
        self._revisions[id] = segment.revision
        if not self.over:
            return to_translate(segment)
        return None if segment.locked or not segment.source.strip() else Text(id, segment.source)
