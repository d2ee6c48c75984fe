"""Opening what the command line names: long files are read ahead, to the same end."""

from pathlib import Path

import pytest

from reviewer.host.jobs import DirectLane
from reviewer.session.opening import request as requests
from reviewer.session.opening.request import Request, begin_reading, prepare


def _request(folder: Path, *, words: str = "The river rose.") -> Request:
    source, target = folder / "article.de.txt", folder / "article.en.txt"
    source.write_text("Der Fluss stieg am Montag.\n" * 3, "utf-8")
    target.write_text(f"{words}\n" * 3, "utf-8")
    return Request((str(source), str(target)))


@pytest.fixture(autouse=True)
def _short_files_are_long(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(requests, "_LONG", 1)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_what_was_read_ahead_is_what_is_opened(tmp_path: Path) -> None:
    request = _request(tmp_path)
    ahead = begin_reading(request)
    assert ahead is not None
    session = prepare(request, "ana", DirectLane, ahead).session
    assert [(row.source, row.target) for row in session.rows] == [("Der Fluss stieg am Montag.", "The river rose.")] * 3
    session.keep_place()
    session.close()


def test_a_project_that_is_there_is_not_read_anew(tmp_path: Path) -> None:
    request = _request(tmp_path)
    session = prepare(request, "ana", DirectLane).session
    session.remember({"x": 1})
    session.close()
    assert begin_reading(request) is None


@pytest.mark.parametrize("named", [("missing.txt",), ("article.review",), (".",), ("a.txt", "b.txt", "c.txt")])
def test_only_files_that_are_there_are_read_ahead(named: tuple[str, ...], tmp_path: Path) -> None:
    assert begin_reading(Request(tuple(str(tmp_path / name) for name in named))) is None


def test_likely_languages_are_those_said_or_seen(tmp_path: Path) -> None:
    request = _request(tmp_path, words="The river rose on Monday and the bridge was closed.")
    assert request.likely_languages() == ("de", "en")
    assert Request(request.paths, "gsw", "en-GB").likely_languages() == ("gsw", "en-GB")
