"""What people say about segments and findings: comments, errors they log, dismissals, renderings they accept."""

from bisect import insort
from collections.abc import Sequence

from reviewer.model.changed import Aspect
from reviewer.model.correction import Acceptance, Change, Comment, Issue, Item
from reviewer.model.finding import Dismissal
from reviewer.session.facts import FactBook
from reviewer.session.findings import FindingBook

_ASPECTS = {"dismissal": Aspect.FINDINGS, "acceptance": Aspect.FACTS | Aspect.SETTINGS}


class RemarkBook:
    """Keeps the items of a project by segment, and lets the books of findings and facts know of theirs."""

    def __init__(self, items: Sequence[Item], findings: FindingBook, facts: Sequence[FactBook]) -> None:
        self._items: dict[tuple[str, str], Item] = {}
        self._comments: dict[str, list[Comment]] = {}
        self._issues: dict[str, list[Issue]] = {}
        self._findings = findings
        self._facts = facts
        for item in items:
            self._put(item)

    def comments_of(self, id: str) -> Sequence[Comment]:
        """Return the comments on a segment, oldest first."""
        return tuple(self._comments.get(id, ()))

    def issues_of(self, id: str) -> Sequence[Issue]:
        """Return the errors logged for a segment, oldest first."""
        return tuple(self._issues.get(id, ()))

    def acceptance(self, id: str) -> Acceptance | None:
        """Return an editor's word about a rendering; None where there is none of that id."""
        item = self._items.get(("acceptance", id))
        return item if isinstance(item, Acceptance) else None

    def segments(self) -> list[str]:
        """Return the ids of the segments somebody commented on or logged an error for."""
        return [id for id in {**self._comments, **self._issues} if self._comments.get(id) or self._issues.get(id)]

    def change(self, change: Change) -> Aspect:
        """Carry out what a correction does to an item; return what differs then."""
        old = self._items.get((change.type, change.id))
        new = change.applied(old)
        if old is not None:
            self._take(old)
        if isinstance(new, Item):
            self._put(new)
        return _ASPECTS.get(change.type, Aspect.COMMENTS)

    def _put(self, item: Item) -> None:
        if isinstance(item, Comment):
            self._items["comment", item.id] = item
            insort(self._comments.setdefault(item.segment, []), item, key=_oldest_first)
        elif isinstance(item, Issue):
            self._items["issue", item.id] = item
            insort(self._issues.setdefault(item.segment, []), item, key=_oldest_first)
        elif isinstance(item, Dismissal):
            self._items["dismissal", item.id] = item
            self._findings.dismiss(item)
        elif isinstance(item, Acceptance):
            self._items["acceptance", item.id] = item
            # Whoever takes a name as right in one document need not say so again in the next.
            for book in self._facts:
                book.heed(item)

    def _take(self, item: Item) -> None:
        if isinstance(item, Comment):
            del self._items["comment", item.id]
            self._comments[item.segment].remove(item)
        elif isinstance(item, Issue):
            del self._items["issue", item.id]
            self._issues[item.segment].remove(item)
        elif isinstance(item, Dismissal):
            del self._items["dismissal", item.id]
            self._findings.dismiss(item, back=True)
        elif isinstance(item, Acceptance):
            del self._items["acceptance", item.id]
            for book in self._facts:
                book.heed(item, back=True)


def _oldest_first(item: Comment | Issue) -> tuple[str, int, str]:
    return item.time, len(item.id), item.id
