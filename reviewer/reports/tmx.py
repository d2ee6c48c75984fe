"""TMX 1.4b (LISA, 2005): every row as a unit of a translation memory."""

from collections.abc import Iterator, Sequence

from reviewer import __version__
from reviewer.model.segment import Code, CodeKind, Segment, State
from reviewer.reports.inline import having_codes, marked_up, native
from reviewer.reports.markup import HEAD, attributes, content
from reviewer.reports.report import Report, Review, Written, losses, plain_state


def _write(review: Review) -> Written:
    return Written("".join(_lines(review)).encode(), losses(review.rows, plain_state))


def _lines(review: Review) -> Iterator[str]:
    yield f'{HEAD}<tmx version="1.4">\n<header creationtool="reviewer"{attributes(creationtoolversion=__version__)}'
    yield ' segtype="block" o-tmf="reviewer" adminlang="en" datatype="plaintext"'
    yield f"{attributes(srclang=review.source_lang)}/>\n<body>\n"
    for row in review.rows:
        yield _unit(row, review)
    yield "</body>\n</tmx>\n"


def _unit(row: Segment, review: Review) -> str:
    note = f"<note>{content(row.note)}</note>\n" if row.note.strip() else ""
    score = f'<prop type="x-score">{row.confidence:.3f}</prop>\n' if row.confidence < 1 else ""
    document = review.document_of(row)
    place = f'<prop type="x-document">{content(document)}</prop>\n' if document else ""
    change = review.changes.get(row.id)
    known = attributes(
        changedate=_date(change.time) if change else "",
        changeid=change.author if change else "",
    )
    target = ""
    if row.target or row.state is not State.INITIAL:
        target = (
            f"<tuv{attributes(xml__lang=review.target_lang)}{known}>"
            f"<seg>{_inner(row.target, row.target_codes)}</seg></tuv>\n"
        )
    return (
        f"<tu{attributes(tuid=row.id)}>\n{note}{place}{score}<tuv{attributes(xml__lang=review.source_lang)}>"
        f"<seg>{_inner(row.source, row.source_codes)}</seg></tuv>\n{target}</tu>\n"
    )


def _date(time: str) -> str:
    """Return a time as TMX writes it: `20240102T030405Z`."""
    return time.replace("-", "").replace(":", "")


def _inner(text: str, codes: Sequence[Code]) -> str:
    return marked_up(text, codes, content, _tag) if having_codes((text,)) else content(text)


def _tag(code: Code, number: int, paired: bool) -> str:
    inner = content(native(code))
    if code.kind is CodeKind.STANDALONE:
        return f'<ph x="{number}"{attributes(type=code.style)}>{inner}</ph>'
    opens = code.kind is CodeKind.OPEN
    if paired:
        name = "bpt" if opens else "ept"
        return f'<{name} i="{number}"{attributes(type=code.style if opens else "")}>{inner}</{name}>'
    return f'<it pos="{"begin" if opens else "end"}" x="{number}"{attributes(type=code.style)}>{inner}</it>'


REPORT = Report("tmx", "TMX, every row", "tmx", True, _write)
