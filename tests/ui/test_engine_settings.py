"""Engines, keys and addresses in the preferences: a key goes into the keyring and is never shown."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.commands.desk import Page
from reviewer.host.sent_log import SentLog
from reviewer.host.settings import ENGINES, PROXY
from reviewer.model.sent import Sent
from reviewer.ui.pages.overlay import Overlay
from reviewer.ui.pages.sent import SentPage
from reviewer.ui.window import MainWindow
from tests.host.test_credentials import InMemory, Locked, using
from tests.ui.conftest import OpenWindow

KEY = "s3cret-0815"


@pytest.fixture
def drawer() -> Iterator[InMemory]:
    drawer = InMemory()
    for _ in using(drawer):
        yield drawer


@pytest.fixture
def window(open_window: OpenWindow, drawer: InMemory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.delenv("REVIEWER_DEEPL_KEY", raising=False)
    window, _ = open_window(2)
    show_engines(window, qtbot)
    return window


def show_engines(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page(Page.ENGINES)
    qtbot.waitUntil(lambda: "looking" not in field(window).placeholderText())


def field(window: MainWindow, name: str = "DeepL: Key") -> QLineEdit:
    return next(f for f in window.findChildren(QLineEdit) if f.accessibleName() == name and f.isVisible())


def test_a_key_goes_into_the_keyring_and_out_of_sight(window: MainWindow, drawer: InMemory, qtbot: QtBot) -> None:
    assert field(window).placeholderText() == "not set"
    field(window).setFocus()
    qtbot.keyClicks(field(window), KEY)
    assert KEY not in field(window).displayText()
    field(window).editingFinished.emit()
    qtbot.waitUntil(lambda: "kept" in field(window).placeholderText())
    assert list(drawer.kept.values()) == [KEY]
    assert field(window).text() == ""
    show_engines(window, qtbot)
    shown = [f.text() + f.placeholderText() + f.toolTip() for f in window.findChildren(QLineEdit)]
    assert not [text for text in shown if KEY in text]
    forget = next(b for b in window.findChildren(QPushButton) if b.accessibleName() == "Forget DeepL: Key")
    forget.click()
    qtbot.waitUntil(lambda: field(window).placeholderText() == "not set")
    assert drawer.kept == {}


def test_a_keyring_that_takes_nothing_is_told_without_the_key(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(InMemory, "set_password", Locked.set_password)
    field(window).setText("refused")
    field(window).editingFinished.emit()
    qtbot.waitUntil(window.notice.isVisible)
    assert "keyring did not take it" in window.notice.text
    assert "refused" not in window.notice.text


def test_engines_are_chosen_and_put_first(window: MainWindow) -> None:
    def choose(engine: str, use: str) -> None:
        combo = next(c for c in window.findChildren(QComboBox) if c.accessibleName() == engine and c.isVisible())
        combo.setCurrentText(use)
        combo.activated.emit(combo.currentIndex())

    choose("DeepL", "asked")
    assert list(window.settings.get(ENGINES)) == ["google", "deepl"]
    choose("DeepL", "asked first")
    assert window.settings.get(ENGINES) == {"deepl": "DeepL", "google": "Google"}
    choose("Google", "not asked")
    assert window.status.recipients == "sent only when asked: DeepL"


def test_a_proxy_of_ones_own_is_used_and_given_up(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    before = os.environ.get("HTTPS_PROXY")
    window.settings.set(PROXY, "http://proxy:3128")
    assert os.environ["HTTPS_PROXY"] == "http://proxy:3128"
    assert "127.0.0.1" in os.environ["NO_PROXY"]
    window.settings.set(PROXY, "")
    assert os.environ.get("HTTPS_PROXY") == before


def test_a_login_in_an_address_or_a_proxy_is_not_shown_nor_kept_in_a_file(window: MainWindow, qtbot: QtBot) -> None:
    address = field(window, "DeepL: Address")
    address.setText(f"https://ana:{KEY}@deepl.example")
    address.editingFinished.emit()
    qtbot.waitUntil(lambda: KEY not in field(window, "DeepL: Address").displayText())
    proxy = field(window, PROXY.title)
    proxy.setText(f"http://ana:{KEY}@proxy:3128")
    proxy.editingFinished.emit()
    assert "HTTPS_PROXY" in window.notice.text
    assert window.settings.get(PROXY) == ""


def test_what_was_sent_is_listed_without_the_texts(open_window: OpenWindow) -> None:
    window, _ = open_window(1)
    window.show_page(Page.SENT)
    page = next(o for o in window.findChildren(Overlay) if o.isVisible())
    assert isinstance(page, SentPage)
    assert "Nothing was ever sent" in page.text
    page.leave()
    SentLog().note(Sent("2026-01-01T10:00:00.000+00:00", "deepl", "api.deepl.com", 120, "de", "en", ("3", "7")))
    window.show_page(Page.SENT)
    for part in ("deepl", "api.deepl.com", "de → en", "120", "3, 7"):
        assert part in page.text
