"""Every key does one thing, on every keyboard, and a clash is refused with a sentence."""

import re

import pytest

from reviewer.commands.keymap import Keymap, Keys, keymap, normal, presets, read_bindings, write_bindings
from reviewer.commands.menus import LAYOUT, place_of
from reviewer.commands.registry import MENUS, all_commands
from reviewer.model.errors import InputError

SAFE = re.compile(r"(Ctrl\+|Alt\+|Shift\+)*(F\d+|Return|Esc|Tab|Up|Down|Left|Right|Home|End|Backspace|Insert)$")


@pytest.mark.parametrize("preset", ["", *(p.id for p in presets())])
def test_no_key_does_two_things(preset: str) -> None:
    assert keymap(all_commands(), preset).clashes() == []


@pytest.mark.parametrize("preset", presets(), ids=lambda p: p.id)
def test_presets_name_commands_there_are(preset: object) -> None:
    assert set(preset.bindings) <= {c.id for c in all_commands()}  # type: ignore[attr-defined]


def test_hourly_commands_work_without_a_latin_keyboard() -> None:
    keys = keymap(all_commands())
    hourly = [c for c in all_commands() if c.read_keys and not c.id.startswith("fix.apply-")]
    without = [c.id for c in hourly if not any(SAFE.match(key) for key in keys[c.id].anywhere + keys[c.id].reading)]
    assert without == []


def test_no_command_waits_on_control_alt_and_a_letter() -> None:
    keys = [key for entry in keymap(all_commands()).values() for key in entry.anywhere]
    assert not [key for key in keys if re.match(r"Ctrl\+Alt\+.$", key)]


def test_every_command_is_described_and_has_a_menu() -> None:
    assert [c.id for c in all_commands() if not c.description or c.menu not in MENUS] == []


@pytest.mark.parametrize(
    ("written", "key"),
    [("shift+ctrl+p", "Ctrl+Shift+P"), ("enter", "Return"), ("Ctrl++", "Ctrl++"), ("j", "J"), ("f8", "F8"), (":", ":")],
)
def test_a_key_has_one_spelling(written: str, key: str) -> None:
    assert normal(written) == key


@pytest.mark.parametrize("written", ["", "Ctrl+", "Hyper+P", "Ctrl+Foo"])
def test_what_is_no_key_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="is no key"):
        normal(written)


def test_own_keys_take_a_key_from_the_default() -> None:
    keys = keymap(all_commands(), own='[read]\n"review.accept" = ["J"]\n')
    assert keys["review.accept"].reading == ("J",)
    assert "J" not in keys["go.next"].reading
    assert keys.clashes() == []


def test_own_keys_that_clash_are_refused() -> None:
    with pytest.raises(InputError, match=r"F8 stands for “go.next” and for “go.back”"):
        keymap(all_commands(), own='[keys]\n"go.next" = ["F8"]\n"go.back" = ["F8"]\n')


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("[keys", "not right"), ('[keys]\n"no.such" = ["P"]', "there is not"), ('[keys]\n"go.next" = "P"', "not a list")],
)
def test_a_bad_keymap_is_explained(text: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        keymap(all_commands(), own=text)


def test_own_keys_are_written_as_they_are_read() -> None:
    bindings = {"go.next": Keys(("Ctrl+Down", "'"), ()), "go.back": Keys((), ('"', "\\"))}
    assert read_bindings(write_bindings(bindings), bindings) == bindings


def test_a_reading_key_may_not_hide_behind_an_anywhere_key() -> None:
    assert Keymap({"a": Keys(("Tab",), ()), "b": Keys((), ("Tab",))}).clashes()


def test_the_menus_are_laid_out_by_name_and_end_as_everywhere() -> None:
    named = [id for groups in LAYOUT.values() for group in groups for id in group.split()]
    ids = [c.id for c in all_commands()]
    assert len(named) == len(set(named))
    assert [id for id in named if id not in ids and f"{id}-1" not in ids] == []
    assert [id for id in ids if place_of(id)[0] >= 100] == []
    assert [c.id for c in all_commands() if c.menu == "File"][-1] == "project.quit"
    assert all_commands()[0].id == "project.open" and all_commands()[-1].id == "help.about"
