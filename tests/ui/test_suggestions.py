"""An editor asks engines from the keyboard, and sees who would receive the text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.commands.desk import Panel
from reviewer.engines.errors import NoNetwork
from reviewer.engines.service import Service
from reviewer.host.settings import ENGINES
from reviewer.model.segment import Segment, State
from reviewer.session.rows import RANK_GAP
from reviewer.session.session import Session
from reviewer.session.translation.privacy import NEVER_SEND
from reviewer.ui.window import MainWindow
from tests.engines import fakes
from tests.ui.conftest import OpenWindow
from tests.ui.keys import keyboard, press, write

Opened = tuple[MainWindow, Session]


def louder(text: str) -> str:
    if "Ende" in text:
        raise NoNetwork("Loud cannot be reached.")
    return text.upper()


@pytest.fixture
def open_with_engines(open_window: OpenWindow, qtbot: QtBot) -> Callable[..., Opened]:
    def opened(*texts: tuple[str, str], languages: tuple[str, str] = ("de", "en")) -> Opened:
        segments = [
            Segment(str(n), n * RANK_GAP, source, target, target, State.TRANSLATED if target else State.INITIAL)
            for n, (source, target) in enumerate(texts, 1)
        ]
        window, session = open_window(segments, languages)
        engines = [
            fakes.engine(louder, id="loud", title="Loud"),
            fakes.engine(lambda text: text.replace("regnet", "rains"), id="odd", title="Odd"),
        ]
        window.settings.set(ENGINES, {engine.id: engine.title for engine in engines})
        window.interpreter.open_service = lambda deliver: Service(
            fakes.account, engines=engines, deliver=deliver, patience=fakes.HASTY
        )
        return window, session

    return opened


@pytest.fixture
def rain(open_with_engines: Callable[..., Opened]) -> Opened:
    return open_with_engines(("Es regnet.", "It rains."), ("Es schneit.", ""), ("Ende.", ""))


def shown(window: MainWindow) -> str:
    """Return what the suggestions panel says, line by line."""
    (dock,) = (dock for dock in window.docks.all() if dock.objectName() == f"dock-{Panel.SUGGESTIONS}")
    widgets = dock.widget().findChildren(QLabel) + dock.widget().findChildren(QPushButton)
    return "\n".join(widget.accessibleName() or widget.text() for widget in widgets)


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until every engine has answered and the panel shows it."""
    qtbot.waitUntil(lambda: not window.translator.busy)
    qtbot.waitUntil(lambda: "is asked" not in shown(window))


def test_versions_of_two_engines_come_and_one_is_taken(rain: Opened, qtbot: QtBot) -> None:
    window, session = rain
    press("Y")
    settled(window, qtbot)
    assert "Suggestion 1, Loud: ES REGNET." in shown(window)
    assert "Suggestion 2, Odd: Es rains." in shown(window)
    assert keyboard() is window.view, "the text keeps the keyboard"
    press("Alt+2")
    assert session.segment("1").target == "Es rains."
    press("Z")
    assert session.segment("1").target == "It rains."


def test_digits_take_suggestions_while_the_panel_has_the_keyboard(rain: Opened, qtbot: QtBot) -> None:
    window, session = rain
    press("Y")
    settled(window, qtbot)
    window.show_panel(Panel.SUGGESTIONS)
    press("Ctrl+1")
    assert session.segment("1").target == "ES REGNET."
    window.show_panel(Panel.SUGGESTIONS)
    press("2")
    assert session.segment("1").target == "Es rains."


def test_the_translation_is_shown_translated_back_until_it_changes(rain: Opened, qtbot: QtBot) -> None:
    window, session = rain
    press("Shift+Y")
    settled(window, qtbot)
    assert "Translated back: IT RAINS." in shown(window)
    source = window.view.model().index(0, 1)
    spoken = window.view.model().data(source, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "source: Es regnet., the translation, translated back by Loud: IT RAINS."
    taller = window.view.height_of(0)
    press("Shift+Y")
    assert session.versions.back("1") is None
    assert window.view.height_of(0) < taller, "it stood below the source"
    press("Shift+Y")
    settled(window, qtbot)
    press("E")
    write("x")
    press("Esc")
    qtbot.waitUntil(lambda: "Translated back" not in shown(window))
    assert session.segment("1").target == "It rains.x"
    assert window.view.height_of(0) < taller


def test_empty_paragraphs_are_filled_and_what_fails_is_told(rain: Opened, qtbot: QtBot) -> None:
    window, session = rain
    press("Alt+Shift+F11")
    assert keyboard().accessibleName() == "Translate 2 empty paragraphs, German → English, with"
    press("1")
    settled(window, qtbot)
    assert [s.target for s in session.rows] == ["It rains.", "ES SCHNEIT.", ""]
    assert window.notice.text == "1 of 2 paragraphs are not translated. Loud cannot be reached."
    spoken = window.view.model().index(2, 2)
    assert "Loud cannot be reached." in window.view.model().data(spoken, Qt.ItemDataRole.AccessibleTextRole)


def test_what_was_not_even_asked_is_counted_as_missing(open_with_engines: Callable[..., Opened], qtbot: QtBot) -> None:
    window, _ = open_with_engines(*((f"Ende {n}.", "") for n in range(200)))
    press("Alt+Shift+F11")
    press("1")
    qtbot.waitUntil(window.notice.isVisible)
    assert window.notice.text == "200 of 200 paragraphs are not translated. Loud cannot be reached."


def test_the_language_is_asked_for_before_anything_is_sent(
    open_with_engines: Callable[..., Opened], qtbot: QtBot
) -> None:
    window, session = open_with_engines(("Es regnet.", ""), languages=("de", "und"))
    press("Alt+Shift+F11")
    assert keyboard().accessibleName() == "Translate into which language?"
    write("french")
    press("Return")
    assert session.bitext.target.language == "fr"
    press("1")
    settled(window, qtbot)
    assert session.segment("1").target == "ES REGNET."


def test_the_status_bar_says_who_would_receive_the_text(rain: Opened) -> None:
    window, session = rain

    def said() -> str:
        return window.status.recipients

    assert said() == "sent only when asked: Loud, Odd"
    window.settings.set(ENGINES, {})
    assert said() == "nothing leaves this machine"
    session.remember({NEVER_SEND: True})
    assert said() == "never sent"


def test_a_private_project_is_never_sent(rain: Opened) -> None:
    window, session = rain
    session.remember({NEVER_SEND: True})
    press("Y")
    assert "never sent" in window.notice.text
    assert session.versions.of("1") == ()
