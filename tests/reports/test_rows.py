"""Reports that hold every row say in another format what the rows say, and tell what they could not say."""

from dataclasses import replace

import pytest

from reviewer.formats.detect import by_id, detect
from reviewer.formats.format import Content, spelled
from reviewer.model.bitext import DOCUMENT_RANKS
from reviewer.model.segment import CODE_BASE, Code, CodeKind, Segment, State
from reviewer.reports.inline import as_tags
from reviewer.reports.report import Report, Review, all_reports

BOLD = (Code("1", CodeKind.OPEN, "b", "bold"), Code("1", CodeKind.CLOSE, "b", "bold"))
BREAK = (*BOLD, Code("2", CodeKind.STANDALONE, "br"))
ON, OFF, BR = (chr(CODE_BASE + number) for number in range(3))

REPORTS = {report.id: report for report in all_reports() if report.bilingual}
read_again = pytest.mark.parametrize("report", [r for r in REPORTS.values() if r.id != "jsonl"], ids=lambda r: r.id)
WITH_CODES = ("tmx", "xliff1", "xliff2")


def row(number: int, source: str, target: str, state: State = State.TRANSLATED, **more: object) -> Segment:
    return Segment(str(number), number, source, target, target, state, **more)  # type: ignore[arg-type]


ROWS = [
    row(1, "Ein <Fluss> & mehr", 'A "river" & more\nsecond line', State.REVIEWED, note="Mind the <gap>"),
    row(2, f"{ON}Fett{OFF} und{BR}mager", f"{ON}Bold{OFF} and{BR}thin", source_codes=BREAK, target_codes=BREAK),
    row(3, f"Halb {ON}offen", f"Half {ON}open", State.NEEDS_WORK, source_codes=BOLD, target_codes=BOLD),
    row(4, "Fehlt\tnoch", "", State.INITIAL),
    row(5, "Fest", "Fixed", State.FINAL, locked=True),
    row(6, "Zweimal", "Twice"),
    row(7, "Zweimal", "Once more, \\ too"),
    row(8, "  Leer ", " spaces\u00a0 "),
]
REVIEW = Review("A & B", "de", "en-GB", ROWS)


def again(report: Report, review: Review = REVIEW) -> Content:
    data = report.write(review).data
    format = detect(data, f"x.{report.extension}")
    assert format.id == {"tsv": "csv"}.get(report.id, report.id)
    return by_id(format.id).read(data, {})


@read_again
def test_texts_come_back(report: Report) -> None:
    content = again(report)
    assert content.bilingual
    assert content.languages[1] in ("en-GB", "en_GB")
    if report.id in WITH_CODES:
        assert [spelled(u.source or "", u.source_codes) for u in content.units] == [
            spelled(r.source, r.source_codes) for r in ROWS
        ]
        assert [spelled(u.text, u.codes) for u in content.units] == [spelled(r.target, r.target_codes) for r in ROWS]
    else:
        assert [unit.source for unit in content.units] == [as_tags(r.source, r.source_codes) for r in ROWS]
        assert [unit.text for unit in content.units] == [as_tags(r.target, r.target_codes) for r in ROWS]


@pytest.mark.parametrize("id", WITH_CODES)
def test_codes_come_back_with_their_names_and_styles(id: str) -> None:
    content = again(REPORTS[id])
    codes = content.units[1].codes
    assert [(code.kind, code.label) for code in codes] == [(code.kind, code.label) for code in BREAK]
    assert codes[0].style == "bold"


@pytest.mark.parametrize("id", ["xliff1", "xliff2"])
def test_states_notes_and_locks_come_back(id: str) -> None:
    units = again(REPORTS[id]).units
    assert [unit.state for unit in units] == [r.state for r in ROWS]
    assert [unit.locked for unit in units] == [r.locked for r in ROWS]
    assert units[0].note == "Mind the <gap>"


@pytest.mark.parametrize("id", ["po", "ts"])
def test_unfinished_translations_stay_so(id: str) -> None:
    units = again(REPORTS[id]).units
    assert [unit.state for unit in units[2:5]] == [State.NEEDS_WORK, State.INITIAL, State.TRANSLATED]
    assert "Mind the <gap>" in units[0].note


@read_again
def test_what_is_lost_is_told(report: Report) -> None:
    lost = " ".join(report.write(REVIEW).lost)
    assert ("inline codes" in lost) == (report.id not in WITH_CODES)
    assert ("1 final, 1 needs-work, 1 reviewed" in lost) == (report.id == "tmx")
    assert ("1 locked" in lost) == (report.id not in ("xliff1", "xliff2"))


def test_cells_that_begin_like_a_formula_are_text() -> None:
    review = Review("x", "de", "en", [row(1, "=1+1", "+cmd|' /C calc'!A0"), row(2, "-x", "@y")])
    written = REPORTS["csv"].write(review)
    assert [line.split(",")[1] for line in written.data.decode().splitlines()[1:]] == ["'=1+1", "'-x"]
    assert "4 cells" in written.lost[-1]


@pytest.mark.parametrize("tag", ["qxx", "id", "und", "ca-valencia", "en"])
def test_columns_are_found_again_whatever_the_languages(tag: str) -> None:
    rows = [row(1, "one", "eins"), row(2, "two", "zwei")]
    content = again(REPORTS["csv"], Review("x", "de", tag, rows))
    assert [(unit.source, unit.text) for unit in content.units] == [("one", "eins"), ("two", "zwei")]


def test_messages_of_the_same_text_can_be_told_apart() -> None:
    data = REPORTS["po"].write(REVIEW).data.decode()
    assert data.count('msgctxt "6"') == data.count('msgctxt "7"') == 1
    assert data.count("msgctxt") == 2


def test_ids_that_xliff_2_cannot_hold_become_names() -> None:
    review = Review("x", "de", "en", [row(1, "a", "b"), Segment("u/1", 2, "c", "d", "d")])
    written = REPORTS["xliff2"].write(review)
    assert 'id="2" name="u/1"' in written.data.decode()
    assert "1 ids" in written.lost[0]


def test_a_character_no_xml_can_hold_does_no_harm() -> None:
    review = Review("x\0", "de", "en", [row(1, "a\x0bb", "c\x00d")])
    for id in ("xliff1", "xliff2", "tmx", "ts"):
        assert [(unit.source, unit.text) for unit in again(REPORTS[id], review).units] == [("ab", "cd")]


NAMES = ("a.txt", "sub/b & c.txt")
OTHERS = [replace(row, rank=DOCUMENT_RANKS + row.rank) for row in ROWS[5:]]
TWO = Review("project", "de", "en", [*ROWS[:2], *OTHERS], documents=NAMES)


@pytest.mark.parametrize(
    ("id", "each"),
    [
        ("xliff1", '<file original="{}"'),
        ("xliff2", ' original="{}"'),
        ("ts", "<name>{}</name>"),
        ("tmx", '<prop type="x-document">{}</prop>'),
        ("po", "#: {}\n"),
        ("jsonl", '"document": "{}"'),
        ("csv", ",{}\r\n"),
    ],
)
def test_every_row_says_which_document_it_is_of(id: str, each: str) -> None:
    written = REPORTS[id].write(TWO).data.decode("utf-8-sig")
    name = NAMES[1] if id in ("po", "jsonl", "csv") else NAMES[1].replace("&", "&amp;")
    name = f"\u2068{name}\u2069" if id == "po" else name
    times = (1, 1) if id in ("xliff1", "xliff2", "ts") else (2, 3)
    assert tuple(written.count(each.format(document)) for document in (NAMES[0], name)) == times
    assert written.index(each.format(NAMES[0])) < written.index(each.format(name))
    if id != "jsonl":
        assert [unit.text for unit in again(REPORTS[id], TWO).units][-1] == " spaces\u00a0 "
    assert NAMES[0] not in REPORTS[id].write(REVIEW).data.decode()
