"""PO: plural forms, fuzzy messages, wrapped lines."""

import pytest

from reviewer.formats.bilingual.po import FORMAT
from reviewer.formats.format import UnitEdit
from reviewer.model.errors import InputError
from reviewer.model.segment import State
from tests.formats.bilingual_samples import PO


def written(*edits: UnitEdit, text: str = PO) -> str:
    return FORMAT.write(text.encode(), {}, edits).decode()


def test_states_notes_and_language_are_read() -> None:
    content = FORMAT.read(PO.encode(), {})
    assert [unit.state for unit in content.units] == [
        State.TRANSLATED,
        State.NEEDS_WORK,
        State.INITIAL,
        State.TRANSLATED,
    ]
    assert content.units[0].note == "title\nShown at the top"
    assert content.languages == (None, "pt-BR")
    assert content.warnings == ("1 obsolete messages were left out.",)


def test_finished_message_is_no_longer_fuzzy_and_forgets_its_previous_source() -> None:
    out = written(UnitEdit(1, "%d arquivo", State.REVIEWED), UnitEdit(2, "%d arquivos", State.REVIEWED))
    assert (
        '#, c-format\nmsgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d arquivo"\nmsgstr[1] "%d arquivos"\n'
        in out
    )
    assert "fuzzy" not in out


def test_message_that_needs_work_becomes_fuzzy() -> None:
    out = written(UnitEdit(0, 'Abrir "ficheiro"\n', State.NEEDS_WORK))
    assert '#: main.c:3\n#, fuzzy\nmsgctxt "title"' in out


def test_text_alone_leaves_the_flag() -> None:
    assert "#, fuzzy, c-format" in written(UnitEdit(1, "%d arquivo"))


def test_long_text_is_wrapped_where_the_file_wraps() -> None:
    long = "palavra " * 20 + "fim"
    lines = written(UnitEdit(0, long)).split("\n")
    assert max(len(line) for line in lines if "palavra" in line) <= 79
    unwrapped = 'msgid "a"\nmsgstr "b"\n'
    assert f'msgstr "{long}"' in written(UnitEdit(0, long), text=unwrapped)


def test_lines_of_a_text_are_strings_of_their_own() -> None:
    assert 'msgstr ""\n"um\\n"\n"dois"\n' in written(UnitEdit(0, "um\ndois"))


def test_broken_catalogue_is_refused_with_its_line() -> None:
    with pytest.raises(InputError, match=r"Line 10 .*msgfmt"):
        FORMAT.read(PO.replace('msgctxt "title"', 'msgctxt "title').encode(), {})
