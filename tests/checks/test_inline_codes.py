"""Tags that were lost, added or put in disorder, and what one key makes of them."""

from pathlib import Path

import pytest

from reviewer.checks.marks.inline_codes import CHECK
from reviewer.checks.runner import Pair, Runner
from reviewer.model.finding import Finding, Severity
from reviewer.model.segment import CODE_BASE, Code, CodeKind
from reviewer.session.checking import Examiner, Pairs
from reviewer.session.opening.opening import open_files
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore

CODES = (
    Code("1", CodeKind.OPEN, "b", "bold"),
    Code("1", CodeKind.CLOSE, "b", "bold"),
    Code("2", CodeKind.OPEN, "a"),
    Code("2", CodeKind.CLOSE, "a"),
    Code("3", CodeKind.STANDALONE, "%s"),
)
MARKS = {"<b>": 0, "</b>": 1, "<a>": 2, "</a>": 3, "%s": 4}


def coded(text: str) -> str:
    for mark, number in MARKS.items():
        text = text.replace(mark, chr(CODE_BASE + number))
    return text


def shown(text: str) -> str:
    for mark, number in MARKS.items():
        text = text.replace(chr(CODE_BASE + number), mark)
    return text


def findings(source: str, target: str, target_codes: tuple[Code, ...] = CODES) -> list[Finding]:
    runner = Runner(checks=[CHECK])
    return runner.check(runner.passage(Pair("1", coded(source), coded(target), "en", "de", CODES, target_codes)))


def mended(source: str, target: str) -> str:
    """Take the first suggestion until nothing is found."""
    text = coded(target)
    for _ in range(5):
        found = findings(source, shown(text))
        if not found:
            return shown(text)
        fix = found[0].suggestions[0]
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    raise AssertionError(shown(text))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Press <b>Save</b> now.", "Drücken Sie jetzt <b>Speichern</b>."),
        ("<a>Read</a> %s of <b>it</b>.", "<b>Davon</b> %s <a>lesen</a>."),
        ("Nothing here.", "Hier ist nichts."),
        ("Not <b>yet</b>.", ""),
    ],
)
def test_tags_that_came_over_are_right_in_any_order_that_nests(source: str, target: str) -> None:
    assert findings(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("It costs %s or less.", "Es kostet höchstens.", "Es kostet %s höchstens."),
        ("Hello %s, welcome.", "Hallo, willkommen.", "Hallo %s, willkommen."),
        ("%s is here.", "ist da.", "%s ist da."),
        ("The price is %s", "Der Preis ist", "Der Preis ist %s"),
        ("Open <a>GitHub</a> today.", "Heute GitHub öffnen.", "Heute <a>GitHub</a> öffnen."),
        ("<b>Note: all is well.</b>", "Hinweis: alles gut.", "<b>Hinweis: alles gut.</b>"),
        ("Press <b>Save</b> now.", "Drücken Sie <b>Speichern jetzt.", "Drücken Sie <b>Speichern</b> jetzt."),
        ("Press <b>Save</b>.", "<b>Speichern</b> %s drücken.", "<b>Speichern</b>  drücken."),
        ("Press <b>Save</b>.", "</b>Speichern<b> drücken.", "<b>Speichern</b> drücken."),
        ("<b><a>Save</a></b>", "<b><a>Speichern</b></a>", "<b><a>Speichern</a></b>"),
    ],
)
def test_one_key_mends_tags(source: str, target: str, right: str) -> None:
    assert mended(source, target) == right


def test_a_placeholder_weighs_more_than_a_pair_of_tags() -> None:
    (found,) = findings("Hello %s.", "Hallo.")
    assert found.severity is Severity.MAJOR
    assert found.text == "The tag “%s” of the source is missing from the translation."
    (found,) = findings("An <b>old</b> house", "Ein altes Haus")
    assert found.severity is Severity.MINOR
    assert found.source_span is not None and found.source_span.of("An ?old? house") == "?old?"


def test_files_written_apart_are_compared_by_what_their_tags_are() -> None:
    apart = (Code("9", CodeKind.STANDALONE, "%s"),)
    runner = Runner(checks=[CHECK])

    def check(source: str, target: str) -> list[Finding]:
        return runner.check(runner.passage(Pair("1", coded(source), target, "en", "de", CODES, apart)))

    assert check("Hello %s.", "Hallo \U000f0000.") == []
    (found,) = check("Hello %s.", "Hallo.")
    assert found.suggestions[0].replacement == " \U000f0000"
    (found,) = check("An <b>old</b> house", "Ein altes Haus")
    assert (found.severity, found.suggestions) == (Severity.NEUTRAL, ())


def test_the_tags_of_a_file_are_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_text(
        '<xliff version="1.2"><file source-language="en" target-language="de" original="a" datatype="plaintext"><body>'
        '<trans-unit id="1"><source>Hello <x id="1"/>, come in.</source><target>Hallo, herein.</target></trans-unit>'
        "</body></file></xliff>",
        "utf-8",
    )
    opened = open_files(str(path))
    session = Session(MemoryStore(opened.bitexts, opened.rows))
    examiner = Examiner(session)
    examiner.check("1")
    (found,) = [finding for finding in session.findings.of("1") if finding.check == CHECK.id]
    assert found.suggestions[0].span == (5, 5)
    assert [f.fingerprint for _, fs in Runner(checks=[CHECK]).check_all(Pairs(session)) for f in fs] == [
        found.fingerprint
    ]
