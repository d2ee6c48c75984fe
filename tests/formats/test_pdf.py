"""PDFs: paragraphs are put together from the lines of pages."""

import pytest

from reviewer.formats.plain.pdf import FORMAT
from reviewer.model.errors import InputError
from reviewer.model.segment import Kind
from tests.formats.pdf_samples import ARTICLE, Placed, pdf, set_in_lines

LEFT = (
    "In the first column the text begins and",
    "goes on for several lines which are filled",
    "to the edge of the column until its para-",
    "graph ends here with a full stop, and in",
    "the last line of it there stands no stop but",
)
RIGHT = (
    "rather some words that go on in the other",
    "column. Then a second paragraph stands",
    "below it in lines of the same breadth and",
    "so on and so forth, until the page is full of",
    "words that nobody will ever have to read.",
)


def texts(data: bytes) -> list[str]:
    return [unit.text for unit in FORMAT.read(data, {}).units]


def test_two_columns_are_read_one_after_the_other() -> None:
    rows = [
        line
        for left, right in zip(set_in_lines(60, 700, *LEFT), set_in_lines(310, 700, *RIGHT), strict=True)
        for line in (left, right)
    ]
    title = "A title over both of the columns, in the width of the page as a whole, full"
    read = texts(pdf([(60, 760, title), *rows]))
    whole = " ".join((*LEFT, *RIGHT)).replace("para- graph", "paragraph")
    assert read == [title, whole]


def test_paragraphs_are_told_by_gaps_indents_and_short_lines() -> None:
    line = "A line that goes from the left edge to the right one, as far as it is allowed to go"
    by_gap = [*set_in_lines(60, 700, line, line), *set_in_lines(60, 660, line, line)]
    by_indent: list[Placed] = [(75, 700, line), (60, 688, line), (75, 676, line), (60, 664, line)]
    by_end = set_in_lines(60, 700, line, "A short one.", line, line)
    for page, lengths in ((by_gap, [2, 2]), (by_indent, [2, 2])):
        assert [text.count(line) for text in texts(pdf(page))] == lengths
    assert texts(pdf(by_end)) == [f"{line} A short one.", f"{line} {line}"]


def test_a_paragraph_goes_on_over_a_page() -> None:
    line = "A line that goes from the left edge to the right one, as far as it is allowed to go"
    other = "Another line that goes from the left edge to the right one, as far as it is to go"
    second = set_in_lines(60, 700, "and on to here.", other, other)
    assert texts(pdf(set_in_lines(60, 100, line, line), second)) == [
        f"{line} {line} and on to here.",
        f"{other} {other}",
    ]


def test_headings_and_list_items_are_told_and_running_heads_named() -> None:
    content = FORMAT.read(ARTICLE, {})
    assert [unit.kind for unit in content.units] == [
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.LIST_ITEM,
        Kind.LIST_ITEM,
        Kind.PARAGRAPH,
    ]
    assert "4 lines" in content.warnings[0]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(pdf([]), "OCR"), (ARTICLE[:300], "damaged"), (b"%PDF-1.7\n", "damaged")],
)
def test_a_pdf_without_text_or_damaged_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        FORMAT.read(data, {})


def test_a_footnote_does_not_part_the_text_that_goes_on_over_it() -> None:
    note = "1 Small words below the text, which say more."
    lines = [*set_in_lines(60, 700, *LEFT), (60, 600, note)]
    other = "Here the other page goes on with all of what was said on the one before it, and so on, and so"
    second = [*set_in_lines(60, 700, "people tell of it to this day.", other, other), (60, 600, "2 A second one.")]
    content = FORMAT.read(pdf(lines, second, sizes={note: 7, "2 A second one.": 7}), {})
    assert [unit.kind for unit in content.units] == [Kind.PARAGRAPH, Kind.NOTE, Kind.PARAGRAPH, Kind.NOTE]
    assert content.units[0].text.endswith("no stop but people tell of it to this day.")
    assert content.units[1].text == note


def test_a_line_that_pages_end_with_alike_is_no_running_foot_where_it_belongs_to_the_text() -> None:
    pages = [
        [*set_in_lines(60, 700, f"On page {name} the text begins", *LEFT, "and so on."), (60, 40, "Herald")]
        for name in ("one", "two")
    ]
    content = FORMAT.read(pdf(*pages), {})
    assert "\n".join(unit.text for unit in content.units).count("and so on.") == 2
    assert "2 lines" in content.warnings[0]


def test_hyphens_that_words_have_of_their_own_stay() -> None:
    the = "The pre- and post-war years changed the world, and the fast life of the town the changing of"
    lines = (
        the,
        "which the people saw, who lived there before, pre- and at the same time fast-",
        "changing in the pre-",
        "and post-war years. The under-",
        "standing grew.",
    )
    page = set_in_lines(60, 700, *lines)
    assert texts(pdf(page))[0].endswith("fast-changing in the pre- and post-war years. The understanding grew.")


def test_a_heading_may_take_two_lines() -> None:
    heading = set_in_lines(60, 760, "A heading that is too long", "for one line", step=22)
    page = [*heading, *set_in_lines(60, 700, *LEFT)]
    content = FORMAT.read(pdf(page, sizes={text: 18 for _, _, text in heading}), {})
    assert content.units[0].text == "A heading that is too long for one line"
    assert content.units[0].kind is Kind.HEADING
