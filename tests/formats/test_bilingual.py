"""States, locks, codes and missing translations of the bilingual formats."""

import pytest

from reviewer.formats.detect import by_id
from reviewer.formats.format import Content, UnitEdit, UnitInsert
from reviewer.model.errors import InputError
from reviewer.model.segment import CODE_BASE, State
from tests.formats.bilingual_samples import MQXLIFF, SDLXLIFF, TMX, TS, XLIFF1, XLIFF2

X1 = XLIFF1.format(encoding="utf-8")
B, B_END = chr(CODE_BASE), chr(CODE_BASE + 1)


def read(format: str, text: str, **options: str) -> Content:
    return by_id(format).read(text.encode(), options)


def written(format: str, text: str, *edits: UnitEdit) -> str:
    return by_id(format).write(text.encode(), read(format, text).options, edits).decode()


@pytest.mark.parametrize(
    ("format", "text", "index", "before", "after", "file_says"),
    [
        ("xliff1", X1, 0, State.TRANSLATED, State.FINAL, '<target state="final">'),
        ("xliff1", X1, 0, State.TRANSLATED, State.NEEDS_WORK, 'state="needs-review-translation"'),
        ("xliff1", X1, 1, None, State.REVIEWED, '<target state="signed-off">A'),
        ("xliff1", X1, 4, State.INITIAL, State.REVIEWED, '<target state="signed-off"/>'),
        ("sdlxliff", SDLXLIFF, 0, State.TRANSLATED, State.REVIEWED, 'id="1" conf="ApprovedTranslation" origin'),
        ("sdlxliff", SDLXLIFF, 1, State.INITIAL, State.FINAL, '<sdl:seg id="2" conf="ApprovedSignOff"/>'),
        ("mqxliff", MQXLIFF, 0, State.TRANSLATED, State.NEEDS_WORK, 'mq:status="Rejected"'),
        ("xliff2", XLIFF2, 0, State.TRANSLATED, State.FINAL, '<xlf:segment id="s1" state="final">'),
        ("xliff2", XLIFF2, 0, State.TRANSLATED, State.NEEDS_WORK, 'subState="reviewer:needs-work"'),
        ("ts", TS, 0, State.TRANSLATED, State.NEEDS_WORK, '<translation type="unfinished">Otw'),
        ("ts", TS, 1, State.NEEDS_WORK, State.TRANSLATED, "<translation>\n            <numerusform>%n plik<"),
    ],
)
def test_state_is_read_and_written(
    format: str, text: str, index: int, before: State | None, after: State, file_says: str
) -> None:
    unit = read(format, text).units[index]
    assert unit.state is before
    out = written(format, text, UnitEdit(index, unit.text, after))
    assert file_says in out
    again = read(format, out)
    assert again.units[index].state is after
    assert [u.text for u in again.units] == [u.text for u in read(format, text).units]
    assert written(format, out, UnitEdit(index, unit.text, after)) == out


def test_state_the_file_has_already_changes_nothing() -> None:
    units = read("xliff1", X1).units
    assert written("xliff1", X1, UnitEdit(0, units[0].text, State.TRANSLATED)) == X1
    assert written("xliff1", X1, UnitEdit(1, units[1].text, State.TRANSLATED)) == X1


def test_approval_follows_the_state() -> None:
    text = read("xliff1", X1).units[0].text
    assert '<trans-unit id="1" approved="yes">' in written("xliff1", X1, UnitEdit(0, text, State.FINAL))


def test_needs_work_is_taken_back_in_xliff2() -> None:
    text = read("xliff2", XLIFF2).units[0].text
    sent_back = written("xliff2", XLIFF2, UnitEdit(0, text, State.NEEDS_WORK))
    assert 'subState="' not in written("xliff2", sent_back, UnitEdit(0, text, State.REVIEWED))


def test_missing_translation_is_put_behind_its_source() -> None:
    assert "<source>Fehlt noch</source>\n        <target>Missing yet</target>\n" in written(
        "xliff1", X1, UnitEdit(2, "Missing yet")
    )
    assert "<xlf:source>Gone.</xlf:source>\n    <xlf:target>ذهب.</xlf:target>\n" in written(
        "xliff2", XLIFF2, UnitEdit(1, "ذهب.")
    )
    tmx = TMX.replace("UTF-16", "utf-8")
    assert '</tuv>\n  <tuv xml:lang="DE"><seg>Nur Deutsch</seg></tuv>' in written(
        "tmx", tmx, UnitEdit(1, "Nur Deutsch")
    )


def test_missing_segments_of_one_unit_make_one_target() -> None:
    out = written("sdlxliff", SDLXLIFF, UnitEdit(2, "Troisième."), UnitEdit(3, "Quatrième."))
    assert '<target><mrk mtype="seg" mid="3">Troisième.</mrk> <mrk mtype="seg" mid="4">Quatrième.</mrk></target>' in out
    only_one = written("sdlxliff", SDLXLIFF, UnitEdit(3, "Quatrième."))
    assert [u.text for u in read("sdlxliff", only_one).units[2:4]] == ["", "Quatrième."]


def test_empty_segment_keeps_its_place() -> None:
    out = written("sdlxliff", SDLXLIFF, UnitEdit(1, "Le second."))
    assert '<mrk mtype="seg" mid="2">Le second.</mrk></g></target>' in out


def test_way_of_writing_stays_beside_the_edit() -> None:
    out = written("xliff1", X1, UnitEdit(0, "The river rises &\u00a0sinks."))
    assert '<target state="translated">The river rises &amp;&#160;sinks.</target>' in out


def test_lost_code_can_be_put_back_from_the_source() -> None:
    unit = read("xliff1", X1).units[4]
    assert unit.source == f"{B}schräg{B_END}"
    out = written("xliff1", X1, UnitEdit(4, f"{B}italic{B_END}"))
    assert '<bpt id="1">&lt;i&gt;</bpt>italic<ept id="1">&lt;/i&gt;</ept></target>' in out


@pytest.mark.parametrize("text", [f"A {B}bold sentence.", f"A bold{B_END} sentence.", f"{B_END}A{B}."])
def test_codes_that_do_not_pair_are_refused_by_name(text: str) -> None:
    with pytest.raises(InputError, match="tag “b”"):
        written("xliff1", X1, UnitEdit(1, text))


def test_character_xml_cannot_hold_is_named() -> None:
    with pytest.raises(InputError, match=r"U\+0007"):
        written("xliff1", X1, UnitEdit(0, "bell\x07"))


def test_character_the_encoding_lacks_becomes_a_reference() -> None:
    latin = XLIFF1.format(encoding="ISO-8859-1").encode("latin-1")
    xliff = by_id("xliff1")
    out = xliff.write(latin, {}, [UnitEdit(0, "river – 川")])
    assert "river &#8211; &#24029;" in out.decode("latin-1")
    assert xliff.read(out, {}).units[0].text == "river – 川"


def test_notes_and_languages_are_read() -> None:
    assert read("xliff1", X1).units[0].note == "About a river"
    assert read("xliff1", X1).languages == ("de", "en-GB")
    assert read("xliff2", XLIFF2).units[0].note == "Careful & slow"
    assert read("xliff2", XLIFF2).languages == ("en", "ar")
    assert read("ts", TS).units[0].note == "menu"
    assert read("ts", TS).languages == ("en", "pl_PL")
    assert "1 messages no longer in use" in read("ts", TS).warnings[0]


def test_languages_of_a_memory_can_be_chosen() -> None:
    tmx = TMX.replace("UTF-16", "utf-8")
    assert read("tmx", tmx).languages == ("en-US", "DE")
    assert read("tmx", tmx, target="fr").units[0].text == "Bonjour"


def test_units_cannot_be_added() -> None:
    with pytest.raises(InputError, match="none can be added"):
        by_id("xliff1").write(X1.encode(), {}, [], [UnitInsert(0, "new")])


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (("<xliff", '<!DOCTYPE x [<!ENTITY a "aaaa">]><xliff'), "entity"),
        (("<xliff", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff'), "entity"),
        (("</target>", "</tragte>"), "line 7, column"),
        (("<body>", "<body>" + "<group>" * 300), "deep"),
        (('encoding="utf-8"', 'encoding="klingon"'), "klingon"),
    ],
)
def test_hostile_and_broken_xml_is_refused(damage: tuple[str, str], says: str) -> None:
    with pytest.raises(InputError, match=says):
        by_id("xliff1").read(X1.replace(*damage, 1).encode(), {})
