"""From a session to what reports are made of."""

from reviewer.reports.report import Change, Remark, Review, Written, all_reports
from reviewer.session.session import Session


def review_of(session: Session) -> Review:
    """Return the rows of a session, who changed each translation last, and what was remarked upon them."""
    changes: dict[str, Change] = {}
    for correction in session.history():
        for change in correction.changes:
            if change.type == "segment" and change.after and "target" in change.after:
                changes[change.segment] = Change(correction.author, correction.time)
    remarks = {id: _remarks(session, id) for id in session.remarks.segments()}
    languages = session.bitext.source.language, session.bitext.target.language
    documents = session.documents.names if len(session.bitexts) > 1 else ()
    return Review(session.title, *languages, session.rows, changes, remarks, documents)


def reported(id: str, session: Session) -> Written:
    """Return the report of that id on a session."""
    report = next(report for report in all_reports() if report.id == id)
    return report.write(review_of(session))


def _remarks(session: Session, id: str) -> list[Remark]:
    comments = [Remark(comment.author, comment.time, comment.text) for comment in session.remarks.comments_of(id)]
    issues = [
        Remark(issue.author, issue.time, f"{issue.category.value}, {issue.severity.value}. {issue.comment}".rstrip())
        for issue in session.remarks.issues_of(id)
    ]
    return comments + issues
