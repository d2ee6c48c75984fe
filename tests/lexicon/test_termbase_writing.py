"""A term is added to a file of any flavour, and nothing else in it changes."""

from pathlib import Path

import pytest

from reviewer.lexicon.termbase import Form, read_termbase
from reviewer.lexicon.termbase_writing import new_termbase, with_term
from reviewer.model.errors import InputError

OURS, THEIRS = Form("Bundesrat & <Rat>", "de"), Form('Federal, "Council"', "en")
TBX_2008 = """<?xml version="1.0" encoding="UTF-8"?>
<!-- kept --><martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1"><langSet xml:lang="de"><tig><term>Haus</term></tig></langSet>
<langSet xml:lang="en"><tig><term>house</term></tig></langSet></termEntry></body></text></martif>
"""
TBX_2019 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca" type="TBX-Basic" xml:lang="en"><text><body>
<conceptEntry id="1"><langSec xml:lang="de"><termSec><term>Haus</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>house</term></termSec></langSec></conceptEntry></body></text></tbx>
"""


def terms(tmp_path: Path, name: str, data: bytes) -> list[set[tuple[str, str]]]:
    path = tmp_path / name
    path.write_bytes(data)
    return [{(form.language, form.text) for form in concept.forms} for concept in read_termbase(path).concepts]


@pytest.mark.parametrize("text", [TBX_2008, TBX_2019], ids=["2008", "2019"])
def test_tbx_of_both_flavours_gets_an_entry(tmp_path: Path, text: str) -> None:
    data = with_term(text.encode(), "t.tbx", OURS, THEIRS)
    assert terms(tmp_path, "t.tbx", data) == [
        {("de", "Haus"), ("en", "house")},
        {("de", OURS.text), ("en", THEIRS.text)},
    ]
    head, tail = text.split("</body>")
    assert data.startswith(head.encode())
    assert data.endswith(f"</body>{tail}".encode())


@pytest.mark.parametrize(
    "text", ["de,en,note\nHaus,house,x\n", "\ufeffen;note;de-DE\nhouse;x;Haus", "status\tde\ten-GB\n\tHaus\thouse\n"]
)
def test_csv_gets_a_row_in_its_own_columns(tmp_path: Path, text: str) -> None:
    data = with_term(text.encode(), "t.csv", OURS, THEIRS)
    assert data.startswith(text.encode())
    assert {form for _, form in terms(tmp_path, "t.csv", data)[1]} == {OURS.text, THEIRS.text}


def test_a_new_file_can_be_read(tmp_path: Path) -> None:
    assert terms(tmp_path, "n.csv", new_termbase(OURS, THEIRS)) == [{("de", OURS.text), ("en", THEIRS.text)}]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.csv", b"fr,en\nmaison,house\n"),
        ("t.tbx", b"<tbx/>"),
        ("t.tbx", b"<?xml version='1.0' encoding='UTF-16'?><a>"),
    ],
)
def test_a_file_without_a_place_for_it_is_refused_by_name(name: str, data: bytes) -> None:
    with pytest.raises(InputError, match=name):
        with_term(data, name, OURS, THEIRS)
