"""The log of what left says who got how much of what and when, and survives whatever happens to its file."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.host import sent_log
from reviewer.host.sent_log import SentLog
from reviewer.model.errors import StorageError
from reviewer.model.sent import Sent

SENT = Sent("2026-01-02T03:04:05.678+00:00", "deepl", "api.deepl.com", 120, "de", "en-GB", ("1", "7"))


def test_the_newest_comes_first(tmp_path: Path) -> None:
    log = SentLog(tmp_path / "folder" / "sent.jsonl")
    assert log.entries() == ()
    entries = [replace(SENT, characters=n) for n in range(5)]
    for entry in entries:
        log.note(entry)
    assert log.entries() == tuple(reversed(entries))
    assert SentLog(log.path).entries(2) == (entries[4], entries[3])


def test_a_damaged_line_is_left_out(tmp_path: Path) -> None:
    log = SentLog(tmp_path / "sent.jsonl")
    log.note(SENT)
    with log.path.open("ab") as file:
        file.write(b'{"time": "20\n\xff\xfe\n[]\n{"segments": 1}\n')
    log.note(SENT)
    assert log.entries() == (SENT, SENT)


def test_a_long_log_goes_on_in_a_new_file_and_the_old_one_is_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sent_log, "_LARGEST", 300)
    log = SentLog(tmp_path / "sent.jsonl")
    for n in range(4):
        log.note(replace(SENT, characters=n))
    assert len(list(tmp_path.iterdir())) == 2
    assert [entry.characters for entry in log.entries()] == [3, 2, 1, 0]


def test_nothing_may_leave_where_the_log_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="Nothing was sent"):
        SentLog(tmp_path / "file" / "sent.jsonl").note(SENT)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder from others")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    log = SentLog(tmp_path / "sent.jsonl")
    log.note(SENT)
    assert os.stat(log.path).st_mode & 0o077 == 0
