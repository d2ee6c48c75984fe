"""What is exported after rows were merged and split: inline codes go back to the paragraphs they came from."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.formats.detect import by_id
from reviewer.model.bitext import Bitext
from reviewer.model.errors import InputError, ReviewerError
from reviewer.model.segment import CODE_BASE, UNIT_BREAK, Segment, State
from reviewer.session.export.exporting import exported
from reviewer.session.opening.opening import open_files
from reviewer.session.pairing.pairing import merged, split
from reviewer.session.rows import Rows

SOURCE = "<p>Die <b>alte</b> Brücke.</p>\n<p>Der <i>neue</i> Weg.</p>\n<p>Das <u>ganze</u> Land.</p>\n"
TARGET = "<p>The <b>old</b> bridge.</p>\n<p>The <i>new</i> road.</p>\n<p>The <u>whole</u> country.</p>\n"

FIRST, SECOND = chr(CODE_BASE), chr(CODE_BASE + 1)


@pytest.fixture
def project(tmp_path: Path) -> tuple[Bitext, list[Segment], bytes]:
    (tmp_path / "de.html").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "en.html").write_text(TARGET, encoding="utf-8")
    opened = open_files(str(tmp_path / "de.html"), str(tmp_path / "en.html"), "de", "en")
    assert len(opened.rows) == 3
    return opened.bitexts[0], list(Rows(opened.rows)), opened.originals[0]


def test_merging_rows_with_codes_changes_no_byte(project: tuple[Bitext, list[Segment], bytes]) -> None:
    bitext, (one, two, three), original = project
    assert exported(bitext, [merged(merged(one, two), three)], original) == original
    assert exported(bitext, [one, merged(two, three)], original) == original


def test_an_edit_in_a_merged_row_keeps_the_codes_of_its_paragraph(
    project: tuple[Bitext, list[Segment], bytes],
) -> None:
    bitext, (one, two, three), original = project
    whole = merged(merged(one, two), three)
    corrected = replace(whole, target=whole.target.replace("road", "path").replace("country", "land"))
    data = exported(bitext, [corrected], original).decode()
    assert data == TARGET.replace("road", "path").replace("country", "land")


def test_splitting_and_merging_again_keeps_the_codes(project: tuple[Bitext, list[Segment], bytes]) -> None:
    bitext, (one, two, three), original = project
    whole = merged(one, two)
    parts = split(whole, whole.target.index("road"), "1.1", one.rank + 1)
    assert parts
    assert exported(bitext, [*parts, three], original) == original
    again = merged(*parts)
    assert exported(bitext, [again, three], original) == original
    corrected = replace(again, target=again.target.replace("road", "path"))
    assert exported(bitext, [corrected, three], original).decode() == TARGET.replace("road", "path")


def test_codes_can_change_places_within_their_paragraph_only(project: tuple[Bitext, list[Segment], bytes]) -> None:
    bitext, (one, two, three), original = project
    whole = merged(one, two)
    upper, lower = whole.target.split(UNIT_BREAK)
    opening, closing = (chr(CODE_BASE + number) for number in (2, 3))
    moved = f"{upper}{UNIT_BREAK}{opening}The new{closing} road."
    data = exported(bitext, [replace(whole, target=moved), three], original).decode()
    assert data == TARGET.replace("The <i>new</i> road", "<i>The new</i> road")
    bare = upper.replace(FIRST, "").replace(SECOND, "")
    strayed = f"{bare}{UNIT_BREAK}{FIRST}{lower}{SECOND}"
    with pytest.raises(InputError, match="another paragraph"):
        exported(bitext, [replace(whole, target=strayed), three], original)


def test_a_lost_code_is_put_back_in_a_merged_row_of_a_bilingual_file(tmp_path: Path) -> None:
    xliff = (
        '<xliff version="1.2"><file source-language="de" target-language="en" original="a"><body>'
        '<trans-unit id="1"><source>Eins<x id="1"/></source><target>One<x id="1"/></target></trans-unit>'
        '<trans-unit id="2"><source>Zwei<x id="7"/></source><target>Two</target></trans-unit>'
        "</body></file></xliff>"
    )
    (tmp_path / "a.xlf").write_text(xliff, encoding="utf-8")
    opened = open_files(str(tmp_path / "a.xlf"))
    whole = merged(*Rows(opened.rows))
    put_back = replace(whole, target=whole.target + chr(CODE_BASE + 1))
    data = exported(opened.bitexts[0], [put_back], opened.originals[0]).decode()
    assert '<target>Two<x id="7"/></target>' in data
    assert '<target>One<x id="1"/></target>' in data


def test_two_spaces_where_the_format_knows_but_one_do_not_stop_an_export(
    project: tuple[Bitext, list[Segment], bytes],
) -> None:
    bitext, (one, *others), original = project
    doubled = replace(one, target=one.target.replace("bridge", " bridge \n"))
    assert b"</b>  bridge <br>." in exported(bitext, [doubled, *others], original)


@pytest.mark.parametrize("corrected", ["7", ""])
def test_a_cell_without_a_letter_left_does_not_stop_an_export(tmp_path: Path, corrected: str) -> None:
    for name, cells in (
        ("de.csv", "Ein Anfang,Die Mitte,Das Ende\nNoch ein Anfang,Noch eine Mitte,Noch ein Ende\n"),
        ("en.csv", "A beginning,The middle,The end\nAnother beginning,Another middle,Another end\n"),
    ):
        (tmp_path / name).write_text(cells, encoding="utf-8")
    opened = open_files(str(tmp_path / "de.csv"), str(tmp_path / "en.csv"), "de", "en")
    rows = list(Rows(opened.rows))
    rows = [replace(row, target=corrected) if row.target == "The middle" else row for row in rows]
    data = exported(opened.bitexts[0], rows, opened.originals[0])
    assert data.decode() == f"A beginning,{corrected},The end\nAnother beginning,Another middle,Another end\n"


def test_repairs_of_the_pairing_change_no_state_in_a_bilingual_file(tmp_path: Path) -> None:
    xliff = (
        '<xliff version="1.2"><file source-language="de" target-language="en" original="a"><body>'
        '<trans-unit id="1"><source>Eins.</source><target state="final">One. And two.</target></trans-unit>'
        '<trans-unit id="2"><source>Zwei</source><target state="needs-review-translation">Two</target></trans-unit>'
        "</body></file></xliff>"
    )
    (tmp_path / "a.xlf").write_text(xliff, encoding="utf-8")
    opened = open_files(str(tmp_path / "a.xlf"))
    one, two = Rows(opened.rows)
    original = opened.originals[0]
    assert exported(opened.bitexts[0], [merged(one, two)], original) == original
    parts = split(one, 4, "1.1", one.rank + 1)
    assert parts
    assert exported(opened.bitexts[0], [*parts, two], original) == original


def test_states_are_written_where_the_file_has_none_yet_and_locked_units_are_left_alone(tmp_path: Path) -> None:
    xliff = (
        '<xliff version="1.2"><file source-language="de" target-language="en" original="a"><body>'
        '<trans-unit id="1"><source>Eins</source><target>One</target><note>Ein Wort</note></trans-unit>'
        '<trans-unit id="2" translate="no"><source>Zwei</source><target state="new">Two</target></trans-unit>'
        "</body></file></xliff>"
    )
    (tmp_path / "a.xlf").write_text(xliff, encoding="utf-8")
    opened = open_files(str(tmp_path / "a.xlf"))
    rows = list(Rows(opened.rows))
    assert rows[0].about == "Ein Wort"
    assert rows[1].locked
    reviewed = [replace(row, state=State.REVIEWED) for row in rows]
    data = exported(opened.bitexts[0], reviewed, opened.originals[0]).decode()
    assert data == xliff.replace("<target>One", '<target state="signed-off">One')


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (TARGET.replace("country", "land"), "Paragraph 2"),
        (TARGET.replace("road", "path") + "<p>More.</p>", "come or go"),
    ],
)
def test_a_file_that_would_not_read_back_as_it_should_is_not_written(
    project: tuple[Bitext, list[Segment], bytes], monkeypatch: pytest.MonkeyPatch, written: str, said: str
) -> None:
    bitext, (one, two, three), original = project
    monkeypatch.setattr(type(by_id("html")), "write", lambda *_: written.encode())
    with pytest.raises(ReviewerError, match=said):
        exported(bitext, [one, replace(two, target=two.target.replace("road", "path")), three], original)
