"""Draw the pictures of `resources/screenshots` from the sample articles, without a display.

    python resources/build/screenshots.py [NAME …]

They show what the program shows: nothing in them is painted by hand. No engine is asked: what two of them answered
once is written down here. Run it from the project's folder.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDockWidget

from reviewer.commands.desk import Panel
from reviewer.commands.registry import all_commands
from reviewer.engines.engine import Account, Engine, Question, all_engines
from reviewer.engines.languages import Languages, by_tag
from reviewer.engines.service import Service
from reviewer.engines.wire import Wire
from reviewer.host.settings import AUTHOR, ENGINES, READING, THEME, Settings
from reviewer.model.segment import State
from reviewer.session import acts
from reviewer.session.opening.request import Request
from reviewer.session.opening.samples import request_for_sample
from reviewer.text.resources import resource
from reviewer.ui.running.application import make_application
from reviewer.ui.window import MainWindow

FOLDER = Path(__file__).resolve().parents[1] / "screenshots"
_PATIENCE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: which article, where in it, how it looks, and what is done before."""

    article: str
    """A sample by name, or empty for a folder of several documents."""
    row: str
    theme: str = "light"
    size: tuple[int, int] = (1280, 800)
    reading: bool = False
    act: Callable[[MainWindow], None] = field(default=lambda _window: None)


def facts(window: MainWindow) -> None:
    """Walk to the odd rendering of the first name."""
    window.show_panel(Panel.FACTS)
    wait()
    press(Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)


def odd_facts(window: MainWindow) -> None:
    """List the odd renderings, with names and numbers lit in pairs."""
    window.show_panel(Panel.FACTS)
    kinds = dock_of(window, Panel.FACTS).widget().findChild(QComboBox)
    kinds.setCurrentIndex(kinds.findText("Odd renderings"))
    wait()
    window.light_pairs(True)
    press(Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down)


def documents(window: MainWindow) -> None:
    """Show how far each of several documents is: one is done, one is begun."""
    session = window.session
    assert session is not None
    acts.set_state(session, [row.id for row in list(session.rows)[:8]], State.REVIEWED)
    window.show_panel(Panel.DOCUMENTS)
    wait()
    window.focus_text()


def suggestions(window: MainWindow) -> None:
    """Have two engines translate the paragraph, and one of them translate its translation back."""

    def answered(id: str) -> Engine:
        engine, known = next(each for each in all_engines() if each.id == id), by_tag(["de", "en"])

        def ask(question: Question, _wire: Wire) -> str:
            return _BACK if question.target == "de" else _VERSIONS[id]

        return replace(engine, ask=ask, learn=None, languages=Languages(known, known))

    engines = [answered(id) for id in _VERSIONS]
    window.settings.set(ENGINES, {engine.id: engine.title for engine in engines})
    window.interpreter.open_service = lambda deliver: Service(
        lambda _engine: Account({"address": "http://localhost"}), engines=engines, deliver=deliver
    )
    for command in ("translate.ask", "translate.back"):
        window.run(next(each for each in all_commands() if each.id == command))
        while window.translator.busy:
            wait(50)
    docks = [dock_of(window, panel) for panel in (Panel.SUGGESTIONS, Panel.FINDINGS)]
    window.resizeDocks(docks, [380, 380], Qt.Orientation.Horizontal)
    window.resizeDocks(docks, [590, 210], Qt.Orientation.Vertical)


def folder_of_documents(folder: Path) -> Request:
    """Write a German letter and two articles with their English translations, and return the request to open them."""
    folder.mkdir()
    samples = resource("samples")
    texts = {
        "hama.de.txt": (samples / "hama" / "source.de.txt").read_text("utf-8"),
        "hama.en.txt": (samples / "hama" / "target.en.txt").read_text("utf-8"),
        "savannah.de.txt": (samples / "savannah" / "corrected.de.txt").read_text("utf-8"),
        "savannah.en.txt": (samples / "savannah" / "source.en.txt").read_text("utf-8"),
        **_LETTER,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return Request((str(folder),), "de", "en")


_VERSIONS = {
    "libretranslate": "Hama's old town lies on both sides of the river, which flows here in a narrow loop. Seventeen "
    "wheels are preserved, the largest measures about 20 metres in diameter. From the Middle Ages on, they lifted the "
    "water onto aqueducts that supplied gardens, baths and mosques.",
    "apertium": "The old town of Hama lies to both sides of the river, which flows here in a tight loop. Seventeen "
    "wheels are received, the biggest measures around 20 metres in diameter. From the Middle Ages lifted they the "
    "water on aqueducts that supplied gardens, baths and mosques.",
}
_BACK = (
    "Die Altstadt der Hamas liegt zu beiden Seiten des Flusses, der hier in einer engen Schleife fließt. Siebzehn "
    "Räder sind erhalten, das größte misst rund 20 Meter im Durchmesser. Vom Mittelalter an hoben sie das Wasser auf "
    "Aquädukte, die Gärten, Bäder und Moscheen versorgten."
)
_LETTER = {
    "brief.de.md": "# Brief an die Leser\n\nDiese Ausgabe handelt vom Wasser.\n\n"
    "Die nächste erscheint am **5. März**.\n",
    "brief.en.md": "# A letter to our readers\n\nThis issue is about water.\n\nThe next appears on **5 March**.\n",
}
PICTURES = {
    "desk": Picture("hama", "3"),
    "facts": Picture("hama", "3", act=facts),
    "facts-arabic": Picture("tyre", "3", act=odd_facts),
    "arabic-dark": Picture("tyre", "4", "dark"),
    "documents": Picture("", "12", act=documents),
    "reading": Picture("ferry", "9", size=(1920, 1080), reading=True),
    # Last: the engines chosen here stay chosen.
    "suggestions": Picture("hama", "3", size=(1280, 860), act=suggestions),
}


def dock_of(window: MainWindow, panel: Panel) -> QDockWidget:
    """Return the dock of a panel."""
    return next(dock for dock in window.docks.all() if dock.objectName() == f"dock-{panel.value}")


def press(*keys: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def wait(milliseconds: int = 500) -> None:
    """Let panels and counts catch up."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def draw(name: str, picture: Picture, home: Path) -> None:
    """Open the article, do what is to be seen, and save the window as it looks then."""
    settings = Settings()
    settings.set(AUTHOR, "ana")
    settings.set(THEME, picture.theme)
    settings.set(READING, picture.reading)
    window = MainWindow(settings)
    window.resize(*picture.size)
    window.appearance.arrange()
    window.show()
    window.activateWindow()
    loop = QEventLoop()
    window.review.checker.all_done.connect(loop.quit)
    QTimer.singleShot(_PATIENCE_MS, loop.quit)
    request = request_for_sample(picture.article) if picture.article else folder_of_documents(home / "water")
    window.review.open(request, "ana")
    loop.exec()
    session = window.session
    assert session is not None
    acts.set_state(session, [row.id for row in list(session.rows)[:2]], State.REVIEWED)
    session.go(picture.row)
    window.focus_text()
    wait()
    picture.act(window)
    wait()
    window.grab().save(str(FOLDER / f"{name}.png"))
    window.review.close()
    window.close()


def main() -> None:
    """Draw all pictures, or those named."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ.pop(variable, None)
        application = make_application(["reviewer"])
        for name in sys.argv[1:] or PICTURES:
            draw(name, PICTURES[name], Path(home))
        application.quit()


if __name__ == "__main__":
    main()
