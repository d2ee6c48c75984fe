"""Quotation marks that the house, the article or the language writes differently."""

from collections import Counter
from collections.abc import Iterable, Iterator

from reviewer.checks.check import Check, Example, Passage, Report, Survey
from reviewer.checks.quoting.house_marks import FACT, house_marks, set_marks, short
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.quotations import STRAIGHT, Kind, Marks, Quotation, marks_in_use, quotations

_ENOUGH = 3
"""So many quotations in one set of marks make it the article's own."""


def _marks(passage: Passage) -> list[Marks]:
    """Return the sets of marks that the outermost quotations of a passage stand in."""
    found: list[Marks] = []
    for quotation in passage.target.of(quotations):
        if quotation.whole and not quotation.depth:
            known = (*marks_in_use(passage.target.lang), STRAIGHT)
            found += [marks for marks in known if _pair(quotation) == (marks.opening, marks.closing)][:1]
    return found


def _usual(notes: Iterable[list[Marks]]) -> Marks | None:
    """Return the set of marks that most of the article's outermost quotations stand in."""
    counted = Counter(marks for note in notes for marks in note)
    if not counted:
        return None
    marks, times = counted.most_common(1)[0]
    return marks if times >= _ENOUGH and 2 * times > counted.total() else None


def find(passage: Passage) -> Iterator[Report]:
    """Report each outermost quotation of the target whose marks, or those inside it, are not the wanted ones."""
    found = passage.target.of(quotations)
    if not found:
        return
    demanded = set_marks(passage)
    usual = demanded or passage.article.facts.get(FACT)
    inner_too = [q for q in found if q.whole and q.kind is Kind.QUOTE]
    for quotation in inner_too:
        if quotation.depth:
            continue
        nested = [q for q in inner_too if q.depth and q.span.overlaps(quotation.span)]
        severity, reason = _judge(quotation, nested, demanded, usual, passage.target.lang)
        if severity is None:
            continue
        marks = usual if isinstance(usual, Marks) else house_marks(passage)
        yield Report(
            "“{quoted}” stands in {found}; {reason}.",
            {
                "quoted": short(quotation.inner.of(passage.target.text)),
                "found": "…".join(_pair(quotation)),
                "reason": reason.format(wanted=f"{marks.opening}…{marks.closing}"),
            },
            target_span=quotation.span,
            suggestions=(_restyled(passage.target.text, quotation, nested, marks),),
            evidence=(Evidence(f"marks in use: {_listed(passage.target.lang)}", "CLDR 48"),),
            severity=severity,
        )


def _judge(
    quotation: Quotation, nested: list[Quotation], demanded: Marks | None, usual: Marks | None, lang: str
) -> tuple[Severity | None, str]:
    """Return how bad the marks are and what they should be, `{wanted}` standing for the right ones."""
    pair = _pair(quotation)
    if demanded:
        right = pair == (demanded.opening, demanded.closing) and all(
            _pair(q) == ((demanded.inner_opening, demanded.inner_closing) if q.depth % 2 else pair) for q in nested
        )
        return (None, "") if right else (Severity.MINOR, "the house style is {wanted}")
    known = (*marks_in_use(lang), STRAIGHT)
    pairs = {(m.opening, m.closing) for m in known} | {(m.inner_opening, m.inner_closing) for m in known}
    if pair not in pairs:
        mixed = '"' in pair or "'" in pair
        return (Severity.NEUTRAL if mixed else Severity.MINOR), "the language writes {wanted}"
    if usual and pair != (usual.opening, usual.closing):
        return Severity.NEUTRAL, "the article otherwise writes {wanted}"
    if pair[0] != "«" and any(_pair(q) == pair for q in nested):
        return Severity.NEUTRAL, "marks inside {wanted} should differ from those around them"
    return None, ""


def _pair(quotation: Quotation) -> tuple[str, str]:
    return quotation.opening, quotation.closing


def _listed(lang: str) -> str:
    return " ".join(dict.fromkeys(marks.opening + "…" + marks.closing for marks in marks_in_use(lang)))


def _restyled(text: str, quotation: Quotation, nested: list[Quotation], marks: Marks) -> Suggestion:
    """Return the quotation in other marks, those inside it included."""
    edits: list[tuple[Span, str]] = []
    for one in (quotation, *nested):
        opening, closing = marks.pair(one.depth)
        edits.append((Span(one.span.start, one.inner.start), opening))
        edits.append((Span(one.inner.end, one.span.end), closing))
    pieces, end = [], quotation.span.start
    for span, mark in sorted(edits):
        pieces += [text[end : span.start], mark]
        end = span.end
    return Suggestion("".join(pieces), quotation.span)


CHECK = Check(
    id="quote-style",
    title="Style of quotation marks",
    category=Category.QUOTE_FORMAT,
    severity=Severity.MINOR,
    find=find,
    survey=Survey(_marks, _usual),
    description=(
        "Marks other than the house style, the rest of the article, or what the language prints (CLDR and "
        "variants in use). Straight marks are accepted everywhere unless house or article decide otherwise."
    ),
    examples=(
        Example("de", "en", "„Ja“, sagte er.", "„Yes“, he said.", "„Yes“", "“Yes”"),
        Example("en", "de", "“Yes,” he said.", "“Ja”, sagte er.", "“Ja”", "„Ja“"),
        Example("en", "fr", "“Yes,” he said.", "„Oui“, dit-il.", "„Oui“", "«\u00a0Oui\u00a0»"),
        Example(
            "en",
            "de",
            "“He called it ‘big’.”",
            "“Er nannte es ‘groß’.”",
            "“Er nannte es ‘groß’.”",
            "„Er nannte es ‚groß‘.“",
        ),
        Example("en", "ja", "“Yes,” he said.", "«はい»と言った。", "«はい»", "「はい」"),
        Example("en", "pl", "“Yes,” he said.", "„Tak“, powiedział.", "„Tak“", "„Tak”"),
        Example("en", "de", '"Yes," he said.', '"Ja", sagte er.'),
        Example("en", "de", "“Yes,” he said.", "»Ja«, sagte er."),
        Example("en", "de-CH", "“Yes,” he said.", "«Ja», sagte er."),
        Example("en", "fr", "“Yes,” he said.", "«\u202fOui\u202f», dit-il."),
        Example("en", "pl", "“Yes,” he said.", "„Tak”, powiedział."),
        Example("en", "sv", "“Yes,” he said.", "”Ja”, sa han."),
        Example("en", "fi", "“Yes,” he said.", "”Kyllä”, hän sanoi."),
        Example("en", "ru", "“Yes,” he said.", "«Да», сказал он."),
        Example("en", "zh", "“Yes,” he said.", "“是的”，他说。"),
        Example("en", "zh-TW", "“Yes,” he said.", "「是的」，他說。"),
        Example("en", "ar", "“Yes,” he said.", "«نعم»، قال."),
        Example("de", "en", "„Ja“, sagte er.", "‘Yes,’ he said."),
    ),
)
