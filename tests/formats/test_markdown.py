"""Markdown: blocks are texts, markup is protected, and nothing typed turns into markup."""

import pytest

from reviewer.formats.format import UnitEdit, UnitInsert
from reviewer.formats.web.markdown import FORMAT
from reviewer.model.segment import Kind
from tests.formats.web_samples import MARKDOWN


def texts(source: str) -> list[str]:
    return [unit.text for unit in FORMAT.read(source.encode(), {}).units]


def written(source: str, *edits: UnitEdit) -> str:
    return FORMAT.write(source.encode(), {}, edits).decode()


def test_kinds_and_language() -> None:
    content = FORMAT.read(MARKDOWN.encode(), {})
    kinds = [(unit.kind, unit.level) for unit in content.units]
    assert kinds[0] == kinds[2] == (Kind.HEADING, 1)
    assert kinds[4] == (Kind.QUOTE, 0)
    assert kinds[6] == (Kind.LIST_ITEM, 2)
    assert kinds[9] == (Kind.CELL, 0)
    assert content.languages == ("de", None)


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("2 * 3 = 6", "2 * 3 = 6"),
        ("*not emphasis*", r"\*not emphasis\*"),
        ("[no](link)", r"\[no\](link)"),
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("2024. A year", "2024\\. A year"),
        ("a < b & c", "a < b & c"),
    ],
)
def test_what_is_typed_is_text(typed: str, source: str) -> None:
    out = written("One.\n\nTwo.\n", UnitEdit(0, typed))
    assert texts(out) == [typed, "Two."]
    assert out == f"{source}\n\nTwo.\n"


def test_line_break_keeps_the_markers_of_its_block() -> None:
    assert written("> one\n> two\n", UnitEdit(0, "one\ntwo\nthree")) == "> one\n> two\n> three\n"
    assert written("- one\n", UnitEdit(0, "one\ntwo")) == "- one\n  two\n"


def test_bar_in_a_cell_gets_a_backslash() -> None:
    table = "| a | b |\n|---|---|\n| c | d |\n"
    out = written(table, UnitEdit(2, "c|e"))
    assert out == "| a | b |\n|---|---|\n| c\\|e | d |\n"
    assert texts(out) == ["a", "b", "c|e", "d"]


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_references_in_front_matter_show_as_letters_and_stay_where_nothing_was_changed(quote: str) -> None:
    page = f"---\ntitle: {quote}M&#233;tricas de c&oacute;digo{quote}\n---\n\nUno.\n"
    assert texts(page) == ["Métricas de código", "Uno."]
    assert written(page, UnitEdit(0, "Métricas de código abierto")) == page.replace("digo", "digo abierto")
    assert texts(page.replace("&oacute;", "&nosuch;"))[0] == "Métricas de c&nosuch;digo"


def test_quotes_in_front_matter() -> None:
    out = written(MARKDOWN, UnitEdit(0, 'Das "Meer"'), UnitEdit(1, "Was: es stieg"))
    assert 'title: "Das \\"Meer\\""' in out
    assert "description: 'Was: es stieg'" in out
    assert texts(out)[:2] == ['Das "Meer"', "Was: es stieg"]


def test_emphasis_beside_ideographs_is_read() -> None:
    units = FORMAT.read("**[名前](https://example.org)**は大切。\n".encode(), {}).units
    assert [code.label for code in units[0].codes] == ["b", "a", "a", "b"]


def test_emphasis_of_nothing_goes() -> None:
    assert written("A **bold** word.\n", UnitEdit(0, "A \U000f0000\U000f0001 word.")) == "A  word.\n"


def test_space_left_at_the_end_of_emphasis_comes_behind_it() -> None:
    out = written("A **bold new** word.\n", UnitEdit(0, "A \U000f0000bold \U000f0001word."))
    assert out == "A **bold** word.\n"


def test_emphasis_that_stars_cannot_express_is_written_as_tags() -> None:
    out = written("**注意：**你好\n", UnitEdit(0, "\U000f0000注意：\U000f0001yes"))
    assert out == "<strong>注意：</strong>yes\n"


def test_new_paragraph_stands_apart() -> None:
    out = FORMAT.write(b"# Title\n\nOne.\n", {}, [], [UnitInsert(0, "Lead"), UnitInsert(1, "Two.")])
    assert out == b"# Title\n\nLead\n\nOne.\n\nTwo.\n"


@pytest.mark.parametrize(
    "piece", ["[", "*a", "`" * 3 + " ``", "<a ", "![", "[a](", "> ", "_*", "- ", "&", "{{", "a\n", "a|b\n"]
)
def test_endless_markup_takes_no_endless_time(piece: str) -> None:
    FORMAT.read((piece * 10_000).encode(), {})
