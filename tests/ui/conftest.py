"""A review to look at, made to measure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from platformdirs import PlatformDirs
from pytestqt.qtbot import QtBot

from reviewer.checks.check import all_checks
from reviewer.host.settings import Settings
from reviewer.model.bitext import DOCUMENT_RANKS, Bitext, Document
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.segment import Segment
from reviewer.model.span import Span
from reviewer.session.rows import RANK_GAP
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from reviewer.storage.packing import pack
from reviewer.ui.bitext.view import BitextView
from reviewer.ui.window import MainWindow

NOW = "2026-01-01T00:00:00Z"

GERMAN = "Zuletzt hatten sich die Kämpfe rund um die Stadt Hama im Westen des Landes deutlich verschärft. " * 3
ENGLISH = "Most recently, the fighting around the city of Hamas in the west of the country has intensified. " * 3


def make_segments(count: int, source: str = GERMAN, target: str = ENGLISH) -> list[Segment]:
    """Return segments numbered from 1, each beginning with its number."""
    texts = [(f"{n} {source}".strip(), f"{n} {target}".strip()) for n in range(1, count + 1)]
    return [Segment(str(n), n * RANK_GAP, source, target, target) for n, (source, target) in enumerate(texts, 1)]


def make_session(segments: list[Segment], languages: tuple[str, str] = ("de", "en")) -> Session:
    """Return a session over segments, kept in memory."""
    bitext = Bitext("t", Document("/s", "text", languages[0], "1"), Document("/t", "text", languages[1], "2"))
    return Session(MemoryStore([bitext], [pack(s) for s in segments]), author="ana", now=lambda: NOW)


def make_documents(*counts: int) -> Session:
    """Return a session over documents with so many segments each, kept in memory; ids go on from one to the next."""
    names = [f"part/{'abcdefgh'[n]}.txt" if n else "a.txt" for n in range(len(counts))]
    bitexts = [
        Bitext(Path(name).stem, Document(f"/s/{name}", "text", "de", "1"), Document(f"/t/{name}", "text", "en", "2"))
        for name in names
    ]
    packed, ids = [], iter(make_segments(sum(counts)))
    for document, count in enumerate(counts):
        start = document * DOCUMENT_RANKS
        packed += [pack(replace(next(ids), rank=start + n * RANK_GAP)) for n in range(1, count + 1)]
    return Session(MemoryStore(bitexts, packed), author="ana", now=lambda: NOW)


def make_finding(session: Session, id: str, span: Span, severity: Severity = Severity.CRITICAL) -> Finding:
    """Return a finding about a span of a segment's target as it is now."""
    segment = session.segment(id)
    return Finding(
        "names",
        id,
        Category.ENTITY,
        severity,
        "“{said}” is another place.",
        (("said", span.of(segment.target)),),
        source_span=Span(0, 3),
        target_span=span,
        seen=(segment.source, segment.target),
    )


Open = Callable[..., tuple[BitextView, Session]]


@pytest.fixture
def open_view(qtbot: QtBot) -> Open:
    """Return a function that shows segments in a view 1000 by 700 and gives view and session."""

    def opened(
        segments: list[Segment] | int = 30, languages: tuple[str, str] = ("de", "en")
    ) -> tuple[BitextView, Session]:
        session = make_session(make_segments(segments) if isinstance(segments, int) else segments, languages)
        view = BitextView()
        qtbot.addWidget(view)
        view.resize(1000, 700)
        session.listeners.append(view.handle)
        view.set_session(session)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.setFocus()
        return view, session

    return opened


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings, samples and logs of a test in a folder of its own; return it."""
    for kind in ("config", "data", "state", "cache"):
        monkeypatch.setattr(PlatformDirs, f"user_{kind}_dir", property(lambda _dirs, kind=kind: str(tmp_path / kind)))
    return tmp_path


NewWindow = Callable[[], MainWindow]


@pytest.fixture
def new_window(qtbot: QtBot, own_folders: Path) -> Iterator[NewWindow]:
    """Return a function that shows a main window 1280 by 800; its review is closed in the end."""
    windows: list[MainWindow] = []

    def made() -> MainWindow:
        window = MainWindow(Settings())
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.appearance.arrange()
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield made
    for window in windows:
        window.review.close()


OpenWindow = Callable[..., tuple[MainWindow, Session]]


@pytest.fixture
def open_window(new_window: NewWindow, qtbot: QtBot) -> OpenWindow:
    """Return a function that shows segments (or a session) in a main window 1280 by 800 and gives both of them."""

    def opened(
        segments: list[Segment] | int | Session = 30, languages: tuple[str, str] = ("de", "en")
    ) -> tuple[MainWindow, Session]:
        if isinstance(segments, Session):
            session = segments
        else:
            session = make_session(make_segments(segments) if isinstance(segments, int) else segments, languages)
        # What the checks say has tests of its own; here findings are put where they are wanted.
        session.settings["checks"] = {check.id: "off" for check in all_checks()}
        window = new_window()
        window.review.put(session)
        qtbot.waitUntil(lambda: not session.stale)
        return window, session

    return opened


OpenTexts = Callable[[Sequence[tuple[str, str]]], tuple[MainWindow, Session]]


@pytest.fixture
def open_texts(new_window: NewWindow, qtbot: QtBot, own_folders: Path) -> OpenTexts:
    """Return a function that opens paragraphs (German and English) as two files, and checks them to the end."""

    def opened(pairs: Sequence[tuple[str, str]]) -> tuple[MainWindow, Session]:
        source, target = own_folders / "s.txt", own_folders / "t.txt"
        source.write_text("".join(f"{ours}\n" for ours, _ in pairs), "utf-8")
        target.write_text("".join(f"{theirs}\n" for _, theirs in pairs), "utf-8")
        window = new_window()
        with qtbot.waitSignal(window.review.checker.all_done, timeout=120_000):
            window.open_path(str(source), str(target))
        assert window.session is not None
        return window, window.session

    return opened
