"""What stands between the start and the first screen: an article is on the desk before anything else is loaded."""

import os
import subprocess
import sys
from pathlib import Path

_OPEN = """
import sys
from reviewer.host.settings import Settings
from reviewer.session.opening.request import Request
from reviewer.ui.background.opening import Opening
from reviewer.ui.running.application import make_application
from reviewer.ui.window import MainWindow

application = make_application([])
window = MainWindow(Settings())
window.show()
ready = Opening(Request(tuple(sys.argv[1:])), "", window.review.lane).result()
window.review.put(ready.session, ready.told)
assert not window.grab().isNull()
print(*sys.modules, sep="\\n")
window.review.close()
"""
_NOT_NEEDED = (
    "numpy rapidfuzz regex filelock chardet requests urllib3 truststore deep_translator keyring marisa_trie hunspell "
    "spylls icu4py anyascii pykakasi markdown_it pypdfium2 openpyxl docx lxml asyncio concurrent email http "
    "importlib.metadata multiprocessing statistics subprocess unittest"
).split()
"""Libraries, others' and Python's own, that take milliseconds to load."""
_CHECKS = {"check", "precision", "names", "names.terms"}
"""What the desk itself asks in the room of the checks."""
_FORMATS = {"docx", "epub", "html", "markdown", "odt", "pdf", "po", "srt", "xliff1", "xlsx", "xml"}


def _loaded(folder: Path) -> set[str]:
    source, target = folder / "article.de.txt", folder / "article.en.txt"
    source.write_text(
        "Überschrift\nEr sagte: „Der Fluss = das Leben.“\nDer Fluss [links] stieg am Montag um 3 m.\n", "utf-8"
    )
    target.write_text("Headline\nHe said: “The river is life.”\nThe river rose by 3 m on Monday.\n", "utf-8")
    homes = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _OPEN, str(source), str(target)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
    return set(done.stdout.split())


def test_the_first_screen_waits_for_no_library_and_no_check_it_does_not_show(tmp_path: Path) -> None:
    loaded = _loaded(tmp_path)
    assert "reviewer.ui.bitext.view" in loaded
    assert not loaded & set(_NOT_NEEDED)
    assert _in_room("checks", loaded) <= _CHECKS
    assert not _in_room("engines", loaded)
    assert not {name.rpartition(".")[2] for name in _in_room("formats", loaded)} & _FORMATS


def _in_room(room: str, loaded: set[str]) -> set[str]:
    prefix = f"reviewer.{room}."
    return {name.removeprefix(prefix) for name in loaded if name.startswith(prefix)}
