"""The pages that lie over the window: palette, key chart, key editor, preferences, sign-off."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.commands.desk import Page
from reviewer.commands.registry import all_commands
from reviewer.host.settings import AUTHOR, COMPACT, KEYMAP, THEME, Settings
from reviewer.model.declared import Disabled
from reviewer.model.segment import State
from reviewer.ui.pages import about, preferences
from reviewer.ui.pages.key_chart import KeyChart
from reviewer.ui.pages.key_editor import KeyEditor
from reviewer.ui.pages.overlay import Overlay
from reviewer.ui.pages.palette import ranked
from reviewer.ui.window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.keys import keyboard, press, write


def page(window: MainWindow) -> Overlay:
    """Return the page that is seen."""
    return next(overlay for overlay in window.findChildren(Overlay) if overlay.isVisible())


def named(parent: Overlay, name: str) -> QPushButton:
    """Return a page's button."""
    return next(button for button in parent.findChildren(QPushButton) if button.text() == name)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("accept", "review.accept"),
        ("exp", "project.export"),
        ("diff", "view.differences"),
        ("undo", "edit.undo"),
        ("next find", "go.next-finding"),
        ("sgin off", "review.sign-off"),
    ],
)
def test_the_palette_ranks_what_is_meant_first(typed: str, first: str) -> None:
    assert ranked(all_commands(), typed)[0].id == first


def test_the_palette_runs_a_command_and_gives_the_keyboard_back(open_window: OpenWindow) -> None:
    window, session = open_window(4)
    press(":")
    write("last par")
    press("Return")
    assert session.current == "4"
    assert keyboard() is window.view


def test_no_key_acts_below_a_page(open_window: OpenWindow) -> None:
    window, session = open_window(4)
    press("Ctrl+Shift+P", "Ctrl+Return", "Ctrl+Down")
    assert session.current == "1"
    assert session.segment("1").state is State.TRANSLATED
    press("Esc")
    assert keyboard() is window.view


def test_the_key_chart_shows_the_keys_in_force_and_finds_by_key(open_window: OpenWindow) -> None:
    window, _ = open_window(2)
    press("?")
    chart = page(window)
    assert isinstance(chart, KeyChart)
    for command in all_commands():
        assert command.title in chart.text
    write("F8")
    assert "Next finding" in chart.text
    assert "Accept" not in chart.text


def test_a_command_gets_another_key_and_a_taken_one_is_refused(open_window: OpenWindow) -> None:
    window, session = open_window(4)
    window.show_page(Page.KEY_EDITOR)
    editor = page(window)
    assert isinstance(editor, KeyEditor)
    write("accept and go on")
    while keyboard().accessibleName() != "New key":
        press("Tab")
    press("F8")
    assert "F8 stands for “Next finding”" in editor.said
    assert not named(editor, "Add for anywhere").isEnabled()
    press("Shift+X")
    assert "text while you edit" in editor.said
    named(editor, "Add for reading").click()
    assert "“Accept and go on”" in editor.said
    press("Esc")
    window.focus_text()
    press("Shift+X")
    assert session.segment("1").state is State.REVIEWED


def test_own_keys_outlive_the_window(open_window: OpenWindow, own_folders: Path) -> None:
    window, _ = open_window(2)
    window.show_page(Page.KEY_EDITOR)
    editor = page(window)
    write("about")
    while keyboard().accessibleName() != "New key":
        press("Tab")
    press("Ctrl+Alt+F12")
    named(editor, "Add for anywhere").click()
    assert "Ctrl+Alt+F12" in (own_folders / "config" / "keys.toml").read_text("utf-8")
    again, _ = open_window(2)
    assert again.key_of("help.about") == "Ctrl+Alt+F12"


def test_a_preset_is_chosen_in_the_key_editor(open_window: OpenWindow) -> None:
    window, _ = open_window(2)
    before = dict(window.keymap)
    window.show_page(Page.KEY_EDITOR)
    combo = page(window).findChild(QComboBox)
    combo.setCurrentIndex(combo.findData("omegat"))
    combo.activated.emit(combo.currentIndex())
    assert dict(window.keymap) != before
    assert Settings().get(KEYMAP) == "omegat"


def test_broken_own_keys_are_told_and_left_out(open_window: OpenWindow, own_folders: Path) -> None:
    (own_folders / "config").mkdir()
    (own_folders / "config" / "keys.toml").write_text("[keys]\n'review.accept' = ['Ctrl+Nonsense']\n", "utf-8")
    window, session = open_window(2)
    assert "is no key" in window.notice.text
    press("A")
    assert session.segment("1").state is State.REVIEWED


def test_preferences_are_searched_and_hold_at_once(open_window: OpenWindow) -> None:
    window, _ = open_window(2)
    press("Ctrl+,")
    preferences = page(window)
    write("compact")
    boxes = [box for box in preferences.findChildren(QCheckBox) if box.isVisible()]
    assert [box.accessibleName() for box in boxes] == ["Compact rows"]
    boxes[0].click()
    assert Settings().get(COMPACT) is True


def test_a_check_is_switched_off_for_the_project(open_window: OpenWindow) -> None:
    window, session = open_window(2)
    window.show_page(Page.CHECKS)
    combo = next(c for c in page(window).findChildren(QComboBox) if c.isVisible() and c.findData("off") >= 0)
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    remaining = session.settings["checks"]
    combo.setCurrentIndex(combo.findData("minor"))
    combo.activated.emit(combo.currentIndex())
    changed = {id: value for id, value in session.settings["checks"].items() if remaining.get(id) != value}
    assert list(changed.values()) == ["minor"]


def test_a_new_name_stands_beside_later_corrections(open_window: OpenWindow) -> None:
    window, session = open_window(2)
    window.settings.set(AUTHOR, "")
    press("Ctrl+,")
    write("your name")
    press("Tab")
    while keyboard().accessibleName() != "Your name":
        press("Tab")
    write("Bo")
    press("Return", "Esc", "A")
    assert session.history("1")[-1].author == "Bo"


def test_themes_change_at_once_and_are_remembered(open_window: OpenWindow) -> None:
    window, _ = open_window(2)
    before = QApplication.palette().window().color()
    window.set_theme("dark")
    assert QApplication.palette().window().color() != before
    assert Settings().get(THEME) == "dark"


def test_sign_off_says_what_is_open_and_settles_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, session = open_window(3)
    press("A", "Ctrl+Shift+F12")
    said = " ".join(label.text() for label in page(window).findChildren(QLabel))
    assert "2 paragraphs are not reviewed" in said
    press("Return")
    assert {row.state for row in session.rows} == {State.FINAL}
    assert keyboard() is window.view


def test_about_names_the_data(open_window: OpenWindow) -> None:
    window, _ = open_window(1)
    window.show_page(Page.ABOUT)
    assert "GeoNames" in page(window).findChildren(type(keyboard()))[0].toPlainText()


def test_a_plug_in_that_could_not_be_loaded_is_listed(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Disabled("house-style", "ModuleNotFoundError: no module named 'house'")
    monkeypatch.setattr(about, "disabled_plugins", lambda: [("check", broken)])
    monkeypatch.setattr(preferences, "disabled_checks", lambda: (broken,))
    window, _ = open_window(1)
    window.show_page(Page.ABOUT)
    assert "house-style (check): ModuleNotFoundError" in page(window).findChildren(type(keyboard()))[0].toPlainText()
    press("Esc")
    window.show_page(Page.PREFERENCES)
    labels = [label.text() for label in page(window).findChildren(QLabel)]
    assert {"house-style", broken.error, "could not be loaded"} <= set(labels)


def test_preferences_say_which_termbase_is_used(open_window: OpenWindow, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("de,en\nStadt,town\n", "utf-8")
    window, session = open_window(1)
    session.remember({"termbase": str(tmp_path / "t.csv")})
    window.show_page(Page.PREFERENCES)
    assert f"{tmp_path / 't.csv'}: 1 term" in [label.text() for label in page(window).findChildren(QLabel)]
