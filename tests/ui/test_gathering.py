"""Folders and dropped files: what belongs together is seen, and mended by keys, before it is opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.pages.gathering import GatheringPage
from reviewer.ui.window import MainWindow
from tests.ui.conftest import NewWindow
from tests.ui.keys import keyboard, press


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "texts"
    for name in ("1.de", "1.en", "2.de", "2.en", "10.de", "10.en", "draft.de"):
        path = root / f"article {name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Text {name}.\n", "utf-8")
    return root


def page(window: MainWindow, qtbot: QtBot) -> GatheringPage:
    """Return the page once it has looked through the files."""
    shown = window.findChild(GatheringPage)
    assert isinstance(shown, GatheringPage)
    qtbot.waitUntil(lambda: rows(shown) != [])
    return shown


def rows(page: GatheringPage) -> list[str]:
    model = page.findChild(QTreeWidget).model()
    return [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]


def test_a_folder_is_seen_before_it_is_opened(new_window: NewWindow, folder: Path, qtbot: QtBot) -> None:
    window = new_window()
    window.open_path(str(folder))
    shown = page(window, qtbot)
    assert rows(shown) == [
        *(f"article {n}.de.txt, translation article {n}.en.txt" for n in (1, 2, 10)),
        "left over: article draft.de.txt, without a translation",
    ]
    press("Down", "Space", "Return")
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session is not None
    assert window.session.documents.names == ["article 1.en.txt", "article 10.en.txt"]
    assert not shown.isVisible()


def test_files_left_over_are_joined_by_keys(new_window: NewWindow, folder: Path, qtbot: QtBot) -> None:
    (folder / "article 1.en.txt").rename(folder / "story.txt")
    window = new_window()
    window.open_path(str(folder))
    shown = page(window, qtbot)
    assert rows(shown)[2:] == [
        "left over: article 1.de.txt, without a translation",
        "left over: article draft.de.txt, without a translation",
        "left over: story.txt, not paired",
    ]
    press("End", "Space", "Up", "Up", "Space")
    assert rows(shown)[0] == "article 1.de.txt, translation story.txt"
    button = next(b for b in shown.findChildren(QPushButton) if b.text() == "Open 3 documents")
    assert button.isEnabled()


def test_one_of_several_languages_is_chosen(new_window: NewWindow, folder: Path, qtbot: QtBot) -> None:
    for n in (1, 2):
        (folder / f"article {n}.fr.txt").write_text("Texte.\n", "utf-8")
    window = new_window()
    window.open_path(str(folder))
    shown = page(window, qtbot)
    combo = next(c for c in shown.findChildren(QComboBox) if c.accessibleName() == "Language of the translations")
    assert combo.isVisible() and combo.currentText() == "English (en)"
    combo.setCurrentIndex(combo.findData("fr"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: rows(shown)[:1] == ["article 1.de.txt, translation article 1.fr.txt"])


def test_nothing_that_belongs_together_is_a_sentence(new_window: NewWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty").mkdir()
    window = new_window()
    window.open_path(str(tmp_path / "empty"))
    shown = window.findChild(GatheringPage)
    assert isinstance(shown, GatheringPage)
    qtbot.waitUntil(lambda: "There is no text with its translation" in shown.told)
    press("Esc")
    assert not shown.isVisible()
    assert window.welcome.isVisible()


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drop files onto the window from a file manager that would move them; say whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle, button = QPointF(window.rect().center()), Qt.MouseButton.LeftButton
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    entered = QDragEnterEvent(middle.toPoint(), actions, data, button, Qt.KeyboardModifier.NoModifier)
    moved = QDragMoveEvent(middle.toPoint(), actions, data, button, Qt.KeyboardModifier.NoModifier)
    dropped = QDropEvent(middle, actions, data, button, Qt.KeyboardModifier.NoModifier)
    for event in (entered, moved, dropped):
        event.setDropAction(Qt.DropAction.MoveAction)
        event.ignore()
        QApplication.sendEvent(window, event)
        if not event.isAccepted():
            return False
        assert event.dropAction() is Qt.DropAction.CopyAction, "or the file manager deletes what it believes moved"
    return True


def test_files_that_are_dropped_are_seen_first(new_window: NewWindow, folder: Path, qtbot: QtBot) -> None:
    window = new_window()
    assert drop(window, folder / "article 2.en.txt", folder / "article 2.de.txt")
    shown = page(window, qtbot)
    assert rows(shown) == ["article 2.de.txt, translation article 2.en.txt"]
    swap = next(b for b in shown.findChildren(QPushButton) if b.text().startswith("Swap"))
    swap.setFocus()
    press("Space")
    assert rows(shown) == ["article 2.en.txt, translation article 2.de.txt"]
    assert keyboard() is swap


def test_a_drop_brings_the_keyboard_to_the_desk(new_window: NewWindow, folder: Path, qtbot: QtBot) -> None:
    window = new_window()
    manager = QWidget()
    qtbot.addWidget(manager)
    with qtbot.waitActive(manager):
        manager.show()
        manager.activateWindow()
    assert drop(window, folder)
    qtbot.waitUntil(window.isActiveWindow)
    assert page(window, qtbot).isVisible()


def test_dropping_what_is_no_file_is_refused(new_window: NewWindow) -> None:
    window = new_window()
    data = QMimeData()
    data.setText("words")
    entered = QDragEnterEvent(
        window.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered.ignore()
    QApplication.sendEvent(window, entered)
    assert not entered.isAccepted()
