"""A termbase is read from TBX and CSV and found in texts, inflected or not."""

from pathlib import Path

import pytest

from reviewer.lexicon.termbase import Status, Termbase, read_termbase, termbase
from reviewer.model.errors import InputError

CSV = "de;en;note\nBundesrat;Federal Council|!Bundesrat;Swiss government\nFähre;ferry|ferryboat;\n"
TBX = """<?xml version="1.0"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en"><text><body>
<conceptEntry id="c1">
<langSec xml:lang="de"><termSec><term>Bundesrat</term></termSec></langSec>
<langSec xml:lang="en">
<termSec><term>Federal Council</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>Upper House</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
</langSec></conceptEntry></body></text></tbx>"""
OLD = """<martif type="TBX"><text><body><termEntry id="7">
<langSet xml:lang="fr"><tig><term>bateau</term></tig></langSet>
<langSet xml:lang="it"><ntig><termGrp><term>barca</term></termGrp></ntig></langSet>
</termEntry></body></text></martif>"""


def read(folder: Path, name: str, text: str) -> Termbase:
    path = folder / name
    path.write_text(text, "utf-8")
    return read_termbase(path)


def test_csv_with_alternatives_and_forbidden_forms(tmp_path: Path) -> None:
    terms = read(tmp_path, "terms.csv", CSV)
    (council, ferry) = terms.concepts
    assert [(form.text, form.status) for form in council.said_in("en")] == [
        ("Federal Council", Status.PREFERRED),
        ("Bundesrat", Status.DEPRECATED),
    ]
    assert council.note == "Swiss government"
    assert [form.text for form in ferry.said_in("en-GB")] == ["ferry", "ferryboat"]


@pytest.mark.parametrize(("text", "lang", "forms"), [(TBX, "en", 2), (OLD, "it", 1)])
def test_both_kinds_of_tbx(tmp_path: Path, text: str, lang: str, forms: int) -> None:
    (concept,) = read(tmp_path, "terms.tbx", text).concepts
    assert len(concept.said_in(lang)) == forms


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("de", "Der Entscheid des Bundesrates fiel gestern.", "Bundesrates"),
        ("de", "Zwei Fähren sanken.", "Fähren"),
        ("en", "Two ferries sank near the ferryboats.", "ferryboats"),
        ("en", "The Federal Council decided.", "Federal Council"),
    ],
)
def test_terms_are_found_inflected(tmp_path: Path, lang: str, text: str, surface: str) -> None:
    found = read(tmp_path, "terms.csv", CSV).matches(text, lang)
    assert surface in [match.span.of(text) for match in found]


def test_what_cannot_be_read_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no terms"):
        read(tmp_path, "empty.csv", "de;en\n")
    with pytest.raises(InputError, match="damaged"):
        read(tmp_path, "broken.tbx", "<tbx><text>")
    with pytest.raises(InputError, match="cannot be opened"):
        termbase(str(tmp_path / "nowhere.csv"))


def test_a_setting_can_be_a_path_a_termbase_or_nothing(tmp_path: Path) -> None:
    terms = read(tmp_path, "terms.csv", CSV)
    assert termbase(terms) is terms
    again = termbase(str(tmp_path / "terms.csv"))
    assert again is not None
    assert len(again) == 2
    assert termbase(None) is None
