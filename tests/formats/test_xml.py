"""XML: paragraphs by what is known or said of its elements, and all else as it is written."""

import time

import pytest

from reviewer.formats.format import Content, UnitEdit, UnitInsert
from reviewer.formats.xml.xml import FORMAT
from reviewer.model.errors import InputError
from reviewer.model.segment import CODE_BASE, Kind, without_codes
from tests.formats.xml_samples import DOCBOOK, FEED, ITS, RESX

CHAPTER = DOCBOOK.format(encoding="utf-8")


def read(text: str) -> Content:
    return FORMAT.read(text.encode(), {})


def texts(text: str) -> list[str]:
    return [without_codes(unit.text) for unit in read(text).units]


def written(text: str, *edits: UnitEdit | UnitInsert) -> str:
    changed = [edit for edit in edits if isinstance(edit, UnitEdit)]
    new = [edit for edit in edits if isinstance(edit, UnitInsert)]
    return FORMAT.write(text.encode(), {}, changed, new).decode()


def test_kinds_levels_and_language() -> None:
    content = read(CHAPTER)
    kinds = [(unit.kind, unit.level) for unit in content.units]
    assert kinds[0] == (Kind.HEADING, 1)
    assert kinds[4] == (Kind.HEADING, 2)
    assert kinds[2] == (Kind.NOTE, 0)
    assert kinds[7] == (Kind.LIST_ITEM, 1)
    assert content.languages == ("de", None)
    assert content.units[1].codes[0].style == "bold"


def test_an_edit_leaves_entities_comments_and_line_ends_beside_it() -> None:
    unit = read(CHAPTER).units[1]
    out = written(CHAPTER, UnitEdit(1, unit.text.replace("mehr", "noch mehr")))
    assert out == CHAPTER.replace("&amp; mehr", "&amp; noch mehr")


def test_a_text_and_the_note_inside_it_are_changed_together() -> None:
    unit = read(CHAPTER).units[1]
    out = written(CHAPTER, UnitEdit(3, "Laut ihm."), UnitEdit(1, unit.text.replace("viel", "wenig")))
    assert out == CHAPTER.replace("viel<footnote><para>Laut Amt.", "wenig<footnote><para>Laut ihm.")


def test_notes_written_alike_go_where_their_tags_go() -> None:
    unit = read(CHAPTER).units[1]
    one, other = (chr(CODE_BASE + number) for number in (3, 4))
    moved = unit.text.replace(one, "*").replace(other, one).replace("*", other)
    out = written(CHAPTER, UnitEdit(2, "Erste."), UnitEdit(3, "Zweite."), UnitEdit(1, moved))
    assert "steht<footnote><para>Zweite.</para></footnote> viel<footnote><para>Erste.</para>" in out


def test_spaces_that_would_be_folded_come_back() -> None:
    for new in ("a  b", " a", "a ", "a\nb", "a\tb"):
        assert texts(written(CHAPTER, UnitEdit(0, new)))[0] == new
    assert texts(written(CHAPTER, UnitEdit(4, "ls "), UnitEdit(6, " Dies  :")))[4:7] == [
        "ls ",
        "eins\n  zwei",
        " Dies  :",
    ]


def test_tags_out_of_order_are_refused() -> None:
    unit = read(CHAPTER).units[1]
    with pytest.raises(InputError, match="closed"):
        written(CHAPTER, UnitEdit(1, unit.text.replace(chr(CODE_BASE + 2), "")))


def test_rules_of_the_file_say_what_is_translated() -> None:
    content = read(ITS)
    assert content.units[0].note == "The first line"
    assert content.units[3].kind is Kind.STRING
    assert content.languages == ("en-GB", None)
    assert any("line" in warning for warning in content.warnings)
    assert "alt='A &quot;mill&quot; &amp; more'" in written(ITS, UnitEdit(3, 'A "mill" & more'))


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ("//b", ["One", "Three"]),
        ("/a/b", ["One"]),
        ("/a//c/b", ["Three"]),
        ("/b", []),
        ("//*[@x]", ["Two"]),
        ("//*[@x='1' or @y='2']", ["Two", "Three"]),
        ("//b[not(@y)]", ["One"]),
        ("//b[@y and @y!='1']", ["Three"]),
        ("//b[starts-with(@y, '2')] | /a/b", ["One", "Three"]),
        ("//n:d", ["Four"]),
        ("//d", []),
    ],
)
def test_selectors(selector: str, text: list[str]) -> None:
    document = (
        '<a xmlns:i="http://www.w3.org/2005/11/its" xmlns:n="urn:n"><i:rules version="2.0">'
        '<i:translateRule selector="/a" translate="no"/>'
        f'<i:translateRule selector="{selector}" translate="yes"/></i:rules>'
        '<b>One</b><c x="1">Two</c><e><c><b y="2">Three</b></c></e><n:d>Four</n:d></a>'
    )
    content = read(document)
    # What is said of an element holds for those in it.
    assert [
        unit.text for unit in content.units if not (unit.text == "Three" and "[@x" in selector and "or" not in selector)
    ] == text


@pytest.mark.parametrize("selector", ["b", "//b[1]", "//b/text()", "id('x')", "//b[count(c)>2]", "//x:b", "", "//@a"])
def test_a_selector_that_is_not_read_is_told(selector: str) -> None:
    document = (
        f'<a xmlns:i="http://www.w3.org/2005/11/its"><i:rules><i:translateRule selector="{selector}" translate="no"/>'
        "</i:rules><b>One</b></a>"
    )
    content = read(document)
    assert [unit.text for unit in content.units] == ["One"]
    assert "not understood" in content.warnings[0]


def test_texts_under_keys_pair_by_them() -> None:
    content = read(RESX)
    assert content.keyed
    assert [(unit.id, unit.note) for unit in content.units] == [("Stop", "A button"), ("Go", "")]
    java = '<properties><comment>Mine</comment><entry key="a">A</entry><entry key="a">B</entry></properties>'
    assert [(unit.id, unit.text) for unit in read(java).units] == [("a", "A"), ("a#2", "B")]


def test_data_sections_stay_sections() -> None:
    out = written(FEED, UnitEdit(1, "x ]]> y"), UnitEdit(3, "Un récit & <plus>"))
    assert "<![CDATA[x ]]]]><![CDATA[> y]]>" in out
    assert "<![CDATA[Un récit &amp; &lt;plus&gt;\n\n<img" in out
    assert texts(out)[1] == "x ]]> y"
    latin = FEED.replace("UTF-8", "iso-8859-1").encode("iso-8859-1")
    again = FORMAT.write(latin, {}, [UnitEdit(1, "Wörter — „so“ & <so>")])
    assert FORMAT.read(again, {}).units[1].text == "Wörter — „so“ & <so>"


@pytest.mark.parametrize("text", ["L'eau <b>reste</b> & <a:ble>", "L'eau & <a:ble> reste"])
def test_what_is_typed_into_a_data_section_makes_no_page_of_it(text: str) -> None:
    content = FORMAT.read(FEED.encode(), {})
    edit = UnitEdit(1, text)
    again = FORMAT.read(FORMAT.write(FEED.encode(), content.options, [edit]), content.options)
    assert [unit.text for unit in again.units] == [edit.text if n == 1 else u.text for n, u in enumerate(content.units)]


def test_known_vocabularies() -> None:
    assert texts('<opml><head><title>T</title></head><body><outline text="One" url="u"/></body></opml>') == ["T", "One"]
    assert texts(
        '<svg xmlns="http://www.w3.org/2000/svg"><style>a{}</style><text>One <tspan>two</tspan></text></svg>'
    ) == ["One two"]
    assert texts(
        '<topic id="a"><title>T</title><shortdesc>S <ph>p</ph></shortdesc><body><p>x<fn>n</fn></p>'
        "<ul><li>y<draft-comment>z</draft-comment></li></ul></body></topic>"
    ) == ["T", "S p", "x", "n", "y"]
    assert texts(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>Der <hi rend="italic">Fluss</hi><note>N</note></p></text>'
        "</TEI>"
    ) == ["Der Fluss", "N"]
    assert texts(
        "<article><front><article-meta/></front><body><p>x <italic>y</italic><fn><p>n</p></fn></p></body></article>"
    ) == ["x y", "n"]
    assert texts(
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Row><Cell><Data ss:Type="String">A</Data></Cell>'
        '<Cell><Data ss:Type="Number">1</Data></Cell></Row></Workbook>'
    ) == ["A"]


def test_a_new_paragraph_stands_behind_the_one_before_it() -> None:
    out = written(CHAPTER, UnitInsert(8, "Neu & gut"), UnitInsert(7, "Zweitens"))
    assert texts(out)[7:11] == ["Erstens\u00a0das", "Zweitens", "und so fort", "Neu & gut"]
    assert "<listitem><para>Erstens&#160;das</para>\n<para>Zweitens</para></listitem>" in out
    with pytest.raises(InputError, match="Add it there"):
        written(RESX, UnitInsert(0, "Neu"))


def test_nothing_outside_the_file_is_read_and_what_it_declares_is_a_tag() -> None:
    content = read(CHAPTER)
    assert [unit.text for unit in content.units][-1] == chr(CODE_BASE)
    assert content.units[-1].codes[0].label == "next"


def test_notes_stand_in_notes_as_deep_as_elements_may() -> None:
    deep = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><p>" + "x<note>" * 250 + "end" + "</note>" * 250 + "</p></TEI>"
    assert texts(deep) == ["x"] * 250 + ["end"]
    out = written(deep, UnitEdit(250, "ends"), UnitEdit(0, "y" + chr(CODE_BASE)))
    assert texts(out) == ["y"] + ["x"] * 249 + ["ends"]


def test_words_left_out_are_told() -> None:
    content = read('<a><b translate="no">Some hidden words</b><c>Shown</c></a>')
    assert content.warnings == ("1 element is not shown, because the file or its vocabulary says not to translate: b.",)
    assert content.words_in_file == 1


@pytest.mark.bench
def test_reading_takes_time_in_proportion_to_the_file() -> None:
    def seconds(count: int, make: str) -> float:
        text = make.format("".join(f'<p id="{n}">Some <b>bold</b> words &amp; more</p>' for n in range(count)))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    for make in ("<doc>{}</doc>", "<doc>x {}</doc>", "<doc>x <q translate='no'>{}</q></doc>"):
        assert seconds(8000, make) < 6 * seconds(2000, make) + 0.1
