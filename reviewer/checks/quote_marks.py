"""Finds quotation marks without their other half."""

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Severity
from reviewer.model.segment import UNIT_BREAK
from reviewer.model.span import Span
from reviewer.text.languages import primary
from reviewer.text.reading import Reading

_ASIAN = {"」": "「", "』": "『", "｣": "｢", "〟": "〝"}
_ANY = re.compile(r"[\"“”„‟＂«»「」『』｢｣〝〟]|''|``")
_FAMILIES = {**dict.fromkeys('"“”„‟＂', "“”"), **dict.fromkeys("«»", "«»"), "''": "“”", "``": "“”"}
"""Marks that pair with one another. Which opens and which closes differs from language to language
(„…“, “…”, ”…”, »…«, «…»), and writers mix straight with curly ones: an odd number is what is wrong."""

_INCH = re.compile(r"(?<=\d)[\"”]|(?<=\d)''")
_GERSHAYIM = re.compile(r"(?<=[א-ת])[\"”](?=[א-ת](?![א-ת]))|(?<=[א-ת])[\"”](?=[א-ת])(?<![הובכלמש][\"”])")
"""Before the last letter of an abbreviation, or inside a longer one; but ה"חדש" quotes behind a prefix."""
_PARAGRAPH = re.compile(rf"[\n{UNIT_BREAK}]+")
_OPENING = re.compile(r"\s*[-–—*•]?\s*(?P<mark>[\"“„‟»«「『”])")


def unpaired_quotes(text: str, lang: str) -> tuple[Span, ...]:
    """Return the quotation marks of a text that have no counterpart.

    Of an odd number the first is given when it opens the text, else the last. Inches (12") and Hebrew
    gershayim are no quotation marks; apostrophes and single marks are not looked at. In a quotation of
    several paragraphs the opening mark is repeated at the start of each.
    """
    found = list(_ANY.finditer(text))
    if not found:
        return ()
    apart = {m.start() for m in _GERSHAYIM.finditer(text)} if primary(lang) in ("he", "yi") else set()
    marks = [(m[0], Span(*m.span())) for m in found if m.start() not in apart]
    marks = _without_repeated_openings(text, marks)
    lost: list[Span] = []
    for family in ("“”", "«»"):
        members = [span for mark, span in marks if _FAMILIES.get(mark) == family]
        if len(members) % 2:
            inches = {m.start() for m in _INCH.finditer(text)}
            members = [span for span in members if span.start not in inches]
        if len(members) % 2:
            lost.append(members[0] if not text[: members[0].start].strip() or len(members) == 1 else members[-1])
    lost += _asian([(mark, span) for mark, span in marks if mark not in _FAMILIES])
    return tuple(sorted(lost))


def _without_repeated_openings(text: str, marks: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Leave out marks that only say at a paragraph's start that the quotation goes on."""
    if "\n" not in text and UNIT_BREAK not in text:
        return marks
    left = list(marks)
    for match in _PARAGRAPH.finditer(text):
        opening = _OPENING.match(text, match.end())
        if opening is None:
            continue
        before = [
            mark
            for mark, span in left
            if span.start < match.start() and _FAMILIES.get(mark) == _FAMILIES.get(opening["mark"])
        ]
        if len(before) % 2:
            left = [(mark, span) for mark, span in left if span.start != opening.start("mark")]
    return left


def _asian(marks: list[tuple[str, Span]]) -> list[Span]:
    """Return corner brackets that are left alone; they nest, 『』 inside 「」."""
    open_marks: list[tuple[str, Span]] = []
    lost = []
    for mark, span in marks:
        if mark not in _ASIAN:
            open_marks.append((mark, span))
        elif open_marks and open_marks[-1][0] == _ASIAN[mark]:
            open_marks.pop()
        else:
            lost.append(span)
    return lost + [span for _, span in open_marks]


def find(passage: Passage) -> Iterator[Report]:
    """Report a mark left alone, unless source or neighbours show that the quotation goes on."""
    spans = passage.target.of(unpaired_quotes)
    if not spans or passage.source.of(unpaired_quotes) or _runs_on(passage):
        return
    for span in spans:
        yield Report(
            "The quotation mark {mark} has no counterpart.", {"mark": span.of(passage.target.text)}, target_span=span
        )


def _runs_on(passage: Passage) -> bool:
    """Say whether a quotation comes from the paragraph before or goes on in the next.

    By the convention of newspapers each paragraph of a long quotation opens with a mark and only the
    last one closes.
    """
    neighbours: list[Reading] = [pair[1] for pair in (passage.before, passage.after) if pair is not None]
    return any(reading.of(unpaired_quotes) for reading in neighbours)


CHECK = Check(
    id="quote-marks",
    title="Unpaired quotation mark",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    find=find,
    description="A quotation mark without its other half in the target. Quotations that run over several "
    "paragraphs, inches, apostrophes and Hebrew abbreviations are left alone.",
    examples=(
        Example("de", "en", "„Ja“, sagte er.", "“Yes, he said.", "“"),
        Example("de", "en", "„Ja“, sagte er.", 'Yes," he said.', '"'),
        Example("en", "de", "“Yes,” he said.", "„Ja, sagte er.", "„"),
        Example("en", "fr", "“Yes,” he said.", "«\u00a0Oui, a-t-il dit.", "«"),
        Example("en", "ja", "“Yes,” he said.", "「はい、と彼は言った。", "「"),
        Example("en", "de", "“Yes,” he said.", "„Ja“, sagte er."),
        Example("en", "de-CH", "“Yes,” he said.", "«Ja», sagte er."),
        Example("en", "sv", "“Yes,” he said.", "”Ja”, sa han."),
        Example("en", "da", "“Yes,” he said.", "»Ja«, sagde han."),
        Example("en", "pl", "“Yes,” he said.", "„Tak”, powiedział."),
        Example("de", "en", "„Ja“, sagte er.", '“Yes," he said.'),
        Example("de", "en", "Ein Bildschirm mit 12 Zoll", 'A 12" screen'),
        Example("en", "he", "The army spoke.", 'צה"ל דיבר.'),
        Example("en", "he", "The “New Guard” came.", 'ה"שומר החדש" בא.'),
        Example("en", "he", "The “New Guard” came.", 'ה"שומר החדש בא.', '"'),
        Example("de", "en", "„Es geht weiter.", "“It goes on."),
        Example("en", "ja", "“He called it ‘great’,” she said.", "「彼は『素晴らしい』と言った」と彼女は述べた。"),
        Example("de", "en", "„Eins.\n„Zwei.“", "“One.\n“Two.”"),
        Example("de", "en", "Das Haus der Jungen", "The boys’ house"),
    ),
)
