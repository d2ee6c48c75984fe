"""What the session says about a row, as the painter shows it."""

from dataclasses import replace

from reviewer.model.finding import Finding
from reviewer.model.segment import Segment, without_codes
from reviewer.model.span import Span
from reviewer.session.session import Session
from reviewer.text.differences import counterpart
from reviewer.ui.bitext.rows.gutter import GutterSigns
from reviewer.ui.bitext.rows.page import Side
from reviewer.ui.bitext.rows.row_layout import Echo, Heading
from reviewer.ui.bitext.rows.text_marks import Mark
from reviewer.ui.look.state_signs import Standing


def heading_of(session: Session, position: int) -> Heading | None:
    """Return what stands above the row at a position, where it is the first shown of one of several documents."""
    if len(session.bitexts) < 2:
        return None
    rows, worklist = session.rows, session.worklist
    document = rows.document_of(worklist.id_at(position))
    if position and rows.document_of(worklist.id_at(position - 1)) == document:
        return None
    return Heading(session.documents.names[document], f"{document + 1} of {len(session.bitexts)}")


def followed(finding: Finding, text: str) -> Finding:
    """Return a finding with its words where they stand in `text` now; the checks may have seen an earlier wording."""
    seen, span = finding.seen[1], finding.target_span
    if span is None or not seen or seen == text:
        return finding
    return replace(finding, target_span=Span(counterpart(seen, text, span.start), counterpart(seen, text, span.end)))


def findings_in(session: Session, segment: Segment) -> tuple[Finding, ...]:
    """Return a segment's open findings, worst first, about the text its row shows."""
    text = session.drafts.get(segment.id, segment.target)
    return tuple(followed(finding, text) for finding in session.findings.of(segment.id))


def gutter_signs(session: Session, segment: Segment) -> GutterSigns:
    """Return what the gutter says about a segment."""
    worst = max((f.severity for f in session.findings.of(segment.id)), key=lambda s: s.rank, default=None)
    return GutterSigns(
        number=session.rows.number(segment.id) + 1,
        standing=Standing.of(segment),
        worst=worst,
        comments=len(session.remarks.comments_of(segment.id)),
        doubtful=segment.doubtful,
        pinned=segment.pinned,
        locked=segment.locked,
    )


def marks_of(session: Session, id: str, findings: tuple[Finding, ...]) -> tuple[Mark, ...]:
    """Return what is underlined in a segment: what findings, logged errors and comments are about."""
    marks = [_mark(finding) for finding in findings]
    marks += [Mark(Side.TARGET, issue.span, issue.severity) for issue in session.remarks.issues_of(id) if issue.span]
    marks += [Mark(Side.TARGET, comment.span, None) for comment in session.remarks.comments_of(id) if comment.span]
    return tuple(mark for mark in marks if mark)


def _mark(finding: Finding) -> Mark | None:
    """Return what of a text is underlined: words of the target, or of the source where nothing answers them."""
    if finding.target_span:
        return Mark(Side.TARGET, finding.target_span, finding.severity)
    return Mark(Side.SOURCE, finding.source_span, finding.severity) if finding.source_span else None


def echo_of(session: Session, segment: Segment) -> Echo | None:
    """Return what a segment's translation says in the language of the source, where that was asked for."""
    back = session.versions.back(segment.id)
    if back is None or not back.text:
        return None
    return Echo(f"↩ the translation, translated back by {back.title}", without_codes(back.text))


def said_instead(session: Session, segment: Segment) -> str:
    """Return what stands where a translation is still missing: that an engine works on it, or why it could not."""
    if segment.target:
        return ""
    versions = session.versions.of(segment.id)
    if waiting := next((version for version in versions if version.waiting), None):
        return f"{waiting.title} is translating …"
    return next((version.trouble for version in reversed(versions) if version.trouble), "")
