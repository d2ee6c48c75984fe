"""Opening what the command line names: files are read ahead and looked through, to the same end."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.host.jobs import DirectLane
from reviewer.session import acts
from reviewer.session.analysis import Facts
from reviewer.session.findings import Batch
from reviewer.session.opening.first_findings import send_findings
from reviewer.session.opening.preparing import likely_languages, prepare, read
from reviewer.session.opening.request import Request
from reviewer.storage.sqlite import RowsRead


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
    send_findings(request, read(request), sent.append)
    return sent


def _doubled(batch: Batch | Facts) -> list[str]:
    """Return the paragraphs of a batch with a doubled word."""
    assert isinstance(batch, Batch)
    return [id for id, findings in batch.found if any(f.check == "repeated-word" for f in findings)]


def test_what_was_read_ahead_is_what_is_opened(tmp_path: Path) -> None:
    request = _request(tmp_path)
    session = prepare(request, "ana", DirectLane, lambda: read(request)).session
    assert [(row.source, row.target) for row in session.rows] == [("Der Fluss stieg am Montag.", "The river rose.")] * 3
    session.keep_place()
    session.close()


def test_a_project_that_is_there_is_not_read_anew(tmp_path: Path) -> None:
    request = _request(tmp_path)
    session = prepare(request, "ana", DirectLane).session
    acts.set_target(session, "2", "The river fell.")
    session.close()
    rows = read(request)
    assert isinstance(rows, RowsRead)
    for named in (request, Request((session.path,))):
        session = prepare(named, "ana", DirectLane, lambda: rows).session
        assert [row.target for row in session.rows] == ["The river rose.", "The river fell.", "The river rose."]
        session.close()


def test_rows_that_changed_since_they_were_read_are_read_again(tmp_path: Path) -> None:
    request = _request(tmp_path)
    session = prepare(request, "ana", DirectLane).session
    session.keep_place()
    rows = read(request)
    acts.set_target(session, "2", "The river fell.")
    session.close()
    session = prepare(request, "ana", DirectLane, lambda: rows).session
    assert session.segment("2").target == "The river fell."
    session.close()


def test_rows_of_another_file_under_the_same_name_are_not_taken(tmp_path: Path) -> None:
    rows = []
    for name, words in (("a", "rose"), ("b", "fell")):
        request = replace(_request(tmp_path, words=f"The river {words}."), project=str(tmp_path / f"{name}.review"))
        session = prepare(request, "ana", DirectLane).session
        session.keep_place()
        session.close()
        rows.append(read(request))
    (tmp_path / "b.review").replace(tmp_path / "a.review")
    session = prepare(Request((str(tmp_path / "a.review"),)), "ana", DirectLane, lambda: rows[0]).session
    assert session.segment("1").target == "The river fell."
    session.close()


@pytest.mark.parametrize("named", [("missing.txt",), ("article.review",), (".",), ("a.txt", "b.txt", "c.txt")])
def test_only_files_that_are_there_are_read_and_checked_ahead(named: tuple[str, ...], tmp_path: Path) -> None:
    request = Request(tuple(str(tmp_path / name) for name in named))
    assert read(request) is None
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
