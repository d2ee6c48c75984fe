"""The review in progress: the only place where a document changes."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from reviewer.host.jobs import DirectLane, Lane
from reviewer.model.bitext import Bitext
from reviewer.model.changed import Aspect, Changed
from reviewer.model.correction import Change, Correction, Edit, Verb, changes_of
from reviewer.model.errors import ReviewerError
from reviewer.model.finding import Finding
from reviewer.model.segment import Segment
from reviewer.model.version import Version
from reviewer.session.contents import Contents
from reviewer.session.facts import FactBook
from reviewer.session.rows import Rows
from reviewer.session.saving import Saver
from reviewer.session.undo import UndoLine
from reviewer.session.whereabouts import Whereabouts
from reviewer.session.worklist import Filter, matching
from reviewer.storage.store import Project, Store


def utc_now() -> str:
    """Return the time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Session:
    """What is being reviewed now: segments, findings, history, worklist, and where the editor stands.

    Whoever wants to know of changes adds a function to `listeners`; it is called with a `Changed`.
    """

    def __init__(
        self,
        store: Store,
        project: Project | None = None,
        *,
        author: str = "",
        lane: Lane | None = None,
        now: Callable[[], str] = utc_now,
    ) -> None:
        project = project or store.load()
        self.author = author
        self.bitexts = project.bitexts
        """The documents, each with its translation; all are in the same two languages."""
        self.rows = Rows(project.rows, len(project.bitexts))
        self._contents = contents = Contents(self.rows, self.bitexts, project.items)
        self.findings, self.documents, self.remarks = contents.findings, contents.documents, contents.remarks
        self.versions, self.stale, self.counts = contents.versions, contents.stale, contents.counts
        self.filter = Filter()
        self.settings: dict[str, Any] = dict(project.settings)
        self.drafts: dict[str, str] = dict(project.drafts)
        self.listeners: list[Callable[[Changed], None]] = []
        self.being_translated = False
        """Whether what has no translation is work to come rather than an error: so it is for an editor who opens a
        text without one, and not for a check before publication."""
        self._undo = UndoLine(project.outline)
        self._recent: dict[int, Correction] = {}
        self._number = project.outline[-1].number if project.outline else 0
        self._now = now
        self._saver = Saver(store, lane or DirectLane(), lambda: self._tell((), Aspect.SAVED))
        first = self.rows[0].id if self.rows else ""
        # Text that was being typed when the program stopped goes before where the editor was last seen.
        current = next(iter(self.drafts), str(self.settings.get("current", first)))
        self._whereabouts = Whereabouts(self.rows, current if self.rows.has(current) else first)
        self.worklist = self._whereabouts.worklist
        self._told_document = self.document
        """Number of the document at hand when listeners last heard."""
        self._stand()

    # Reading

    @property
    def current(self) -> str:
        """Id of the segment the editor is at; empty in an empty document."""
        return self._whereabouts.here

    @property
    def nearby(self) -> range:
        """Numbers of the rows that are checked before others: about where the editor is, as many as are seen."""
        return self._whereabouts.nearby

    def segment(self, id: str) -> Segment:
        """Return a segment; KeyError where there is none of that id."""
        return self.rows.by_id(id)

    @property
    def document(self) -> int:
        """Number, from 0, of the document the editor is at."""
        return self.rows.document_of(self.current) if self.current else 0

    @property
    def bitext(self) -> Bitext:
        """The document the editor is at; whichever it is, its languages are those of all."""
        return self.bitexts[self.document]

    def bitext_of(self, id: str) -> Bitext:
        """Return the document a segment belongs to; KeyError where there is none of that id."""
        return self.bitexts[self.rows.document_of(id)]

    @property
    def facts(self) -> FactBook:
        """What the document tells that the editor is at."""
        return self._contents.facts[self.document]

    def facts_of(self, id: str) -> FactBook:
        """Return what the document tells that a segment belongs to; KeyError where there is none of that id."""
        return self._contents.facts[self.rows.document_of(id)]

    @property
    def title(self) -> str:
        """What the project is called: as its document, or where it has several, as its file."""
        if len(self.bitexts) > 1 and self.path:
            return os.path.splitext(os.path.basename(self.path))[0]
        return self.bitexts[0].title

    def history(self, id: str | None = None) -> list[Correction]:
        """Return the corrections of a segment, or all, in order, saved or not."""
        unsaved = {c.number: c for c in self._saver.unsaved if id is None or id in c.segments}
        stored = {c.number: c for c in self._saver.store.history(segment=id)}
        return [c for _, c in sorted({**stored, **unsaved}.items())]

    def touched(self) -> dict[str, frozenset[str]]:
        """Return who has worked on the document, and which segments each touched."""
        touched = dict(self._saver.store.authors())
        for correction in self._saver.unsaved:
            touched[correction.author] = touched.get(correction.author, frozenset()) | frozenset(correction.segments)
        return touched

    @property
    def can_undo(self) -> bool:
        """Whether an act stands that can be taken back."""
        return self._undo.last is not None

    @property
    def can_redo(self) -> bool:
        """Whether an act was taken back that can be done again."""
        return self._undo.next is not None

    def new_id(self, id: str) -> str:
        """Return an id for a segment that is split off another; none like it was ever used."""
        return f"{id.split('.')[0]}.{self._number + 1}"

    def new_item_id(self) -> str:
        """Return an id for a comment or an issue; later ones are greater as numbers."""
        return str(self._number + 1)

    # Acting

    def apply(self, edit: Edit, author: str = "") -> Correction | None:
        """Carry out an edit as one act; None where it changes nothing.

        The act is in the document and handed to the store when this returns; `saved` tells when it
        is on disk. It is the editor's, or that of the `author` named.
        """
        changes = changes_of(edit)
        if not changes:
            return None
        correction = self._record(edit.verb, changes, edit.finding, author=author)
        self._undo.did(correction.number)
        return correction

    def undo(self) -> Correction | None:
        """Take back the last act that stands; None where there is none."""
        number = self._undo.last
        if number is None:
            return None
        done = self._correction(number)
        changes = tuple(change.reversed() for change in reversed(done.changes))
        taken_back = self._record(Verb.UNDO, changes, reverts=number)
        self._undo.undid(taken_back.number)
        return taken_back

    def redo(self) -> Correction | None:
        """Do again what was taken back last; None where there is nothing."""
        number = self._undo.next
        if number is None:
            return None
        undone = self._undo.undone_by
        again = self._record(Verb.REDO, self._correction(number).changes, reverts=undone)
        self._undo.redid()
        return again

    def draft(self, id: str, text: str | None) -> None:
        """Keep the text being typed, so that a crash does not lose it; None forgets it."""
        if text is None:
            if self.drafts.pop(id, None) is None:
                return
        elif self.drafts.get(id) == text:
            return
        else:
            self.drafts[id] = text
        self._saver.draft(id, text)

    def go(self, id: str) -> None:
        """Make a segment the current one; where the filter hides it, it is shown from now on."""
        self._moved(self._whereabouts.go(id))

    def back(self) -> bool:
        """Return to where the editor was before the last jump; False where there is no such place."""
        return self._moved(self._whereabouts.back())

    def forward(self) -> bool:
        """Undo `back`."""
        return self._moved(self._whereabouts.forward())

    def keep_place(self) -> None:
        """Store where the editor stands, so that the next session begins there."""
        if self.settings.get("current") != self.current:
            self.settings["current"] = self.current
            self._saver.remember({"current": self.current})

    def set_filter(self, wanted: Filter) -> None:
        """Show only what a filter lets through; the empty filter shows everything."""
        self.filter = wanted
        self._moved(self._whereabouts.show(self._let_through(wanted) if wanted else None))

    def found(self, id: str, findings: Sequence[Finding]) -> None:
        """Take what the checks say about a segment as it is now."""
        self.found_all([(id, findings)])

    def found_all(self, found: Iterable[tuple[str, Sequence[Finding]]]) -> None:
        """Take what the checks say about several segments as they are now, and tell of it once.

        Of the current segment is told also that it was checked and has no findings.
        """
        differing = []
        for id, findings in found:
            first = id == self.current and id in self.stale
            self.stale.discard(id)
            if self.rows.has(id) and (self.findings.put(id, () if self._to_come(id) else findings) or first):
                differing.append(id)
        if differing:
            self._tell(tuple(differing), Aspect.FINDINGS)

    def told(self, told: Iterable[tuple[str, bytes]]) -> None:
        """Take what some segments tell as they are now (see `packed`), and tell of it once."""
        differing = [id for id, facts in told if self.rows.has(id) and self.facts_of(id).put(id, facts)]
        if differing:
            self._tell(tuple(differing), Aspect.FACTS)

    def offered(self, versions: Iterable[Version]) -> None:
        """Take what translation engines say about segments, or that they were asked, and tell of it once."""
        taken = [version for version in versions if self.rows.has(version.segment)]
        for version in taken:
            self.versions.put(version)
        if taken:
            self._tell(tuple(version.segment for version in taken), Aspect.VERSIONS)

    def withdrawn(self, version: Version) -> None:
        """Forget that an engine was asked: it will not answer."""
        self.versions.forget(version.segment, version.engine, version.way)
        self._tell((version.segment,), Aspect.VERSIONS)

    def remember(self, settings: Mapping[str, Any]) -> None:
        """Change settings of the project (JSON values)."""
        self.settings.update(settings)
        self._saver.remember(settings)
        self._tell((), Aspect.SETTINGS)

    def set_languages(self, source: str, target: str) -> None:
        """Say which languages the two texts are in."""
        for book in self._contents.facts:
            book.language = target
        self._describe(
            {
                number: replace(
                    bitext,
                    source=replace(bitext.source, language=source),
                    target=replace(bitext.target, language=target),
                )
                for number, bitext in enumerate(self.bitexts)
            }
        )
        self.stale.everything()
        self._tell((), Aspect.SETTINGS | Aspect.TEXT)

    def describe(self, bitexts: Mapping[int, Bitext]) -> None:
        """Say something else of documents, by number: where their pairs come from, what was exported."""
        self._describe(bitexts)
        self._tell((), Aspect.SETTINGS)

    def renew(self, document: int, bitext: Bitext, original: bytes, edit: Edit) -> Correction:
        """Put other texts into a document, which was read again: as one act, which undo does not reach behind.

        `original` is what it is written from, from now on.
        """
        self.bitexts = tuple(bitext if n == document else known for n, known in enumerate(self.bitexts))
        self.documents.describe(self.bitexts)
        correction = self._record(
            edit.verb,
            changes_of(edit),
            save=lambda done, rows: self._saver.renew(document, bitext, original, done, rows),
        )
        self._undo.begin_anew()
        self._tell((), Aspect.SETTINGS)
        return correction

    # Saving

    @property
    def path(self) -> str:
        """Where the project is kept; empty for nowhere."""
        return self._saver.store.path

    @property
    def saved(self) -> bool:
        """Whether everything is on disk."""
        return self._saver.saved

    @property
    def on_disk(self) -> bool:
        """Whether another process finds everything at `path`: a new project has a file a moment after its text."""
        return self.saved and os.path.exists(self.path)

    @property
    def saved_number(self) -> int:
        """Number of the newest correction that this session put on disk; 0 before the first."""
        return self._saver.saved_number

    @property
    def trouble(self) -> ReviewerError | None:
        """Why the oldest unsaved act is not saved."""
        return self._saver.trouble

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        self._saver.retry()

    def move_to(self, path: str, open_store: Callable[[str], Store]) -> None:
        """Go on in a copy of the project, made at `path`; `trouble` tells if that fails."""
        self._saver.move_to(path, open_store)

    def original(self, document: int) -> bytes:
        """Return the bytes of a document's translation as they came, where the project holds them."""
        return self._saver.store.original(document)

    def close(self) -> None:
        """Save where the editor stands and let go of the project.

        Raises:
            StorageError: something could not be saved.
        """
        self.keep_place()
        self._saver.close()

    # Inside

    def _describe(self, bitexts: Mapping[int, Bitext]) -> None:
        self.bitexts = tuple(bitexts.get(number, bitext) for number, bitext in enumerate(self.bitexts))
        self.documents.describe(self.bitexts)
        self._saver.describe(bitexts)

    def _record(
        self,
        verb: Verb,
        changes: tuple[Change, ...],
        finding: str = "",
        reverts: int | None = None,
        author: str = "",
        save: Callable[[Correction, Mapping[str, Segment]], None] | None = None,
    ) -> Correction:
        self._number += 1
        correction = Correction(self._number, verb, changes, author or self.author, self._now(), finding, reverts)
        self._recent[correction.number] = correction
        done = self._contents.install(changes)
        aspects = done.aspects | self._whereabouts.follow(done)
        for id in done.segments:
            self.drafts.pop(id, None)
        (save or self._saver.append)(correction, done.segments)
        self._tell(correction.segments, aspects)
        return correction

    def _to_come(self, id: str) -> bool:
        return self.being_translated and not self.bitext_of(id).target.path and not self.rows.by_id(id).target

    def _correction(self, number: int) -> Correction:
        if number not in self._recent:
            self._recent[number] = next(iter(self._saver.store.history(number=number)))
        return self._recent[number]

    def _let_through(self, wanted: Filter) -> set[str]:
        with_check = self.findings.segments() if wanted.check == "*" else self.findings.with_check(wanted.check)
        touched = self.touched().get(wanted.author, frozenset()) if wanted.author else frozenset()
        return matching(self.rows, wanted, with_check, touched)

    def _moved(self, changed: Changed | None) -> bool:
        """Tell what changed as the editor moved; say whether they did."""
        if changed is not None:
            self._tell(changed.segments, changed.aspects)
        return changed is not None

    def _stand(self) -> None:
        if self.current:
            self.documents.stand(self.current)

    def _tell(self, segments: tuple[str, ...], aspects: Aspect) -> None:
        if self.document != self._told_document:
            self._told_document = self.document
            aspects |= Aspect.FACTS
        if aspects & Aspect.CURRENT:
            self._stand()
        changed = Changed(segments, aspects)
        for listener in tuple(self.listeners):
            listener(changed)
