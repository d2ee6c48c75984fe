"""Tags are put, moved and deleted by command."""

from pathlib import Path

import pytest

from reviewer.model.segment import CODE_BASE
from reviewer.model.span import Span
from reviewer.session.opening.opening import open_files
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from tests.desk import ScriptedDesk

XLIFF = (
    '<xliff version="1.2"><file source-language="de" target-language="en" original="a"><body><trans-unit id="1">'
    '<source>Eins <g id="1" ctype="bold">zwei</g> drei<x id="2"/></source><target>{}</target>'
    "</trans-unit></body></file></xliff>"
)
B, B_END, X = (chr(CODE_BASE + number) for number in range(3))


def desk_with(folder: Path, target: str) -> ScriptedDesk:
    (folder / "a.xlf").write_text(XLIFF.format(target), "utf-8")
    opened = open_files(str(folder / "a.xlf"))
    desk = ScriptedDesk(Session(MemoryStore(opened.bitexts, opened.rows, opened.originals)))
    desk.start_editing()
    return desk


def text(desk: ScriptedDesk) -> str:
    assert desk.caret is not None
    return desk.caret.text


def test_a_lost_tag_is_put_where_the_caret_stands(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, "One two three")
    desk.run("tag.put", "2")
    assert text(desk) == f"One two three{X}"


def test_a_pair_of_lost_tags_is_put_together(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, "One ")
    desk.run("tag.put", "0 1")
    assert text(desk) == f"One {B}{B_END}"


@pytest.mark.parametrize("caret", [4, 5, 8, 9])
def test_a_tag_goes_with_its_other_half(tmp_path: Path, caret: int) -> None:
    desk = desk_with(tmp_path, 'One <g id="1" ctype="bold">two</g> three<x id="2"/>')
    assert text(desk) == f"One {B}two{B_END} three{X}"
    desk.start_editing(caret)
    desk.run("tag.delete")
    assert text(desk) == f"One two three{X}"


def test_where_no_tag_is_nothing_goes(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, 'One <g id="1" ctype="bold">two</g>')
    desk.start_editing(1)
    desk.run("tag.delete")
    assert desk.told == ["No tag stands beside the caret."]
    assert text(desk) == f"One {B}two{B_END}"
    desk.type("One two", Span(4, 7))
    desk.run("tag.put", "0 1")
    assert B in text(desk) and B_END in text(desk)
