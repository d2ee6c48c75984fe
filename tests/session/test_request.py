"""Opening what the command line names: files are read ahead and looked through, to the same end."""

from pathlib import Path

import pytest

from reviewer.host.jobs import DirectLane
from reviewer.session import acts
from reviewer.session.analysis import Facts
from reviewer.session.findings import Batch
from reviewer.session.opening.first_findings import send_findings
from reviewer.session.opening.preparing import likely_languages, prepare, read_new
from reviewer.session.opening.request import Request


def _request(folder: Path, *, words: str = "The river rose.") -> Request:
    source, target = folder / "article.de.txt", folder / "article.en.txt"
    source.write_text("Der Fluss stieg am Montag.\n" * 3, "utf-8")
    target.write_text(f"{words}\n" * 3, "utf-8")
    return Request((str(source), str(target)))


@pytest.fixture(autouse=True)
def _own_state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def _sent(request: Request) -> list[Batch | Facts]:
    sent: list[Batch | Facts] = []
    send_findings(request, read_new(request), sent.append)
    return sent


def _doubled(batch: Batch | Facts) -> list[str]:
    """Return the paragraphs of a batch with a doubled word."""
    assert isinstance(batch, Batch)
    return [id for id, findings in batch.found if any(f.check == "repeated-word" for f in findings)]


def test_what_was_read_ahead_is_what_is_opened(tmp_path: Path) -> None:
    request = _request(tmp_path)
    session = prepare(request, "ana", DirectLane, lambda: read_new(request)).session
    assert [(row.source, row.target) for row in session.rows] == [("Der Fluss stieg am Montag.", "The river rose.")] * 3
    session.keep_place()
    session.close()


def test_a_project_that_is_there_is_not_read_anew(tmp_path: Path) -> None:
    request = _request(tmp_path)
    session = prepare(request, "ana", DirectLane).session
    session.remember({"x": 1})
    session.close()
    assert read_new(request) is None
    assert prepare(request, "ana", DirectLane, lambda: read_new(request)).session.settings["x"] == 1


@pytest.mark.parametrize("named", [("missing.txt",), ("article.review",), (".",), ("a.txt", "b.txt", "c.txt")])
def test_only_files_that_are_there_are_read_and_checked_ahead(named: tuple[str, ...], tmp_path: Path) -> None:
    request = Request(tuple(str(tmp_path / name) for name in named))
    assert read_new(request) is None
    assert not _sent(request)


def test_of_a_new_text_what_is_seen_comes_first_then_all_then_what_it_tells_as_a_whole(tmp_path: Path) -> None:
    first, *all_, facts = _sent(_request(tmp_path, words="The the river rose."))
    assert _doubled(first) == ["1", "2", "3"]
    assert [id for batch in all_ for id in _doubled(batch)] == ["1", "2", "3"]
    assert isinstance(facts, Facts)


def test_of_a_text_known_already_it_is_checked_what_became_of_it(tmp_path: Path) -> None:
    request = _request(tmp_path, words="The the river rose.")
    session = prepare(request, "ana", DirectLane).session
    acts.set_target(session, "2", "The river rose.")
    session.close()
    assert _doubled(_sent(request)[0]) == ["1", "3"]
    assert _doubled(_sent(Request((session.path,)))[0]) == ["1", "3"]


def test_likely_languages_are_those_said_or_seen(tmp_path: Path) -> None:
    request = _request(tmp_path, words="The river rose on Monday and the bridge was closed.")
    assert likely_languages(request) == ("de", "en")
    assert likely_languages(Request(request.paths, "gsw", "en-GB")) == ("gsw", "en-GB")
