"""HTML: blocks and attributes are texts, all else stays as it is written."""

import pytest

from reviewer.formats.format import UnitEdit, UnitInsert
from reviewer.formats.web.html import FORMAT
from reviewer.model.errors import InputError
from reviewer.model.segment import CODE_BASE, Kind
from tests.formats.web_samples import HTML, HTML_TEXTS

PAGE = HTML.format(charset="utf-8")
OPEN, CLOSE = chr(CODE_BASE), chr(CODE_BASE + 1)


def texts(page: str) -> list[str]:
    return [unit.text for unit in FORMAT.read(page.encode(), {}).units]


def written(page: str, *edits: UnitEdit) -> str:
    return FORMAT.write(page.encode(), {}, edits).decode()


def place(text: str) -> int:
    return HTML_TEXTS.index(text)


def test_kinds_language_and_words() -> None:
    content = FORMAT.read(PAGE.encode(), {})
    kinds = {unit.text: (unit.kind, unit.level) for unit in content.units}
    assert kinds["Second"] == (Kind.LIST_ITEM, 2)
    assert kinds["Cellule"] == (Kind.CELL, 0)
    assert kinds["La crue"] == (Kind.STRING, 0)
    assert content.units[2][3:5] == (Kind.HEADING, 2)
    assert content.languages == ("fr-CA", None)
    assert content.words_in_file == 29


def test_entities_beside_an_edit_stay_as_they_are_written() -> None:
    out = written(PAGE, UnitEdit(place("Un récit"), "Un récit court"))
    assert 'content="Un r&eacute;cit court"' in out


def test_line_break_becomes_a_tag_and_no_break_space_the_files_own() -> None:
    out = written(PAGE, UnitEdit(place("Premier"), "Premier\nrang\u00a0!"))
    assert "<li>Premier<br>rang&nbsp;!<ul>" in out


def test_quotation_marks_do_not_end_an_attribute() -> None:
    out = written(PAGE, UnitEdit(place("La crue"), 'L\'eau "haute"'))
    assert "alt='L&#39;eau \"haute\"'" in out
    assert texts(out)[place("La crue")] == 'L\'eau "haute"'


def test_text_and_an_attribute_inside_it_can_both_be_edited() -> None:
    units = FORMAT.read(PAGE.encode(), {}).units
    text = units[3].text.replace("monte", "grimpe")
    out = written(PAGE, UnitEdit(3, text), UnitEdit(4, "Regarder"))
    assert texts(out)[3:5] == [text, "Regarder"]


def test_tags_alike_but_for_an_edited_attribute_stay_the_codes_they_were() -> None:
    page = '<p><i title="key">One</i> and <i title="key">two</i></p>'
    content = FORMAT.read(page.encode(), {})
    text = next(unit for unit in content.units if "and" in unit.text)
    place, other = content.units.index(text), next(n for n, unit in enumerate(content.units) if unit.text == "key")
    out = written(page, UnitEdit(place, text.text.replace("and", "or")), UnitEdit(other, "word"))
    assert out in (page.replace("and", "or").replace("key", "word", count) for count in (1, 2))


def test_tags_around_a_whole_text_are_not_part_of_it() -> None:
    out = written(PAGE, UnitEdit(place("Tout en gras."), "Encore en gras."))
    assert "<p><b>Encore en gras.</b></p>" in out


def test_character_the_encoding_lacks_becomes_a_reference() -> None:
    page = HTML.format(charset="iso-8859-1").encode("cp1252")
    out = FORMAT.write(page, {}, [UnitEdit(place("Cellule"), "日")])
    assert b"<td>&#26085;<td" in out
    assert FORMAT.read(out, {}).units[place("Cellule")].text == "日"


def test_half_a_tag_is_refused() -> None:
    with pytest.raises(InputError, match="“em” is opened"):
        written(PAGE, UnitEdit(2, f"Un {OPEN}grand fleuve"))


def test_unbalanced_page_stays_as_unbalanced_as_it_was() -> None:
    page = "<p>One <b>two<p>three</b> four"
    assert written(page, UnitEdit(0, f"Uno {OPEN}dos")) == "<p>Uno <b>dos<p>three</b> four"


def test_new_paragraph_comes_behind_the_block() -> None:
    page = "<body><h1>Title</h1>\n<ul><li>One</li></ul></body>"
    out = FORMAT.write(page.encode(), {}, [], [UnitInsert(0, "Lead & all"), UnitInsert(1, "Two")]).decode()
    assert out == "<body><h1>Title</h1>\n<p>Lead &amp; all</p>\n<ul><li>One</li>\n<li>Two</li></ul></body>"


@pytest.mark.parametrize("piece", ['<a "', "<!--", "<svg>", "<b a='", "&", "<p ", "<<", '<a b="<', "<p>x"])
def test_endless_broken_tags_take_no_endless_time(piece: str) -> None:
    FORMAT.read((piece * 20_000).encode(), {})


def test_front_matter_of_a_static_site_is_read_by_its_fields() -> None:
    page = "---\nlayout: home\ntitle: A house: a home\nlang: de\n---\n<p>One.</p>\n"
    content = FORMAT.read(page.encode(), {})
    assert [unit.text for unit in content.units] == ["A house: a home", "One."]
    assert content.languages == ("de", None)
    edited = FORMAT.write(page.encode(), {}, [UnitEdit(0, "House: home"), UnitEdit(1, "Two.")], [UnitInsert(0, "New")])
    assert edited.decode() == "---\nlayout: home\ntitle: 'House: home'\nlang: de\n---\n<p>New</p>\n<p>Two.</p>\n"
