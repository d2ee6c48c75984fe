"""Answers of engines are there again after a stop, and a cache that fails is only a cache."""

import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.storage import answers
from reviewer.storage.answers import AnswerCache


def test_an_answer_is_there_for_other_programs_and_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "answers.db"
    script = (
        "import os, sys; from pathlib import Path; from reviewer.storage.answers import AnswerCache\n"
        f"cache = AnswerCache(Path({str(path)!r})); cache.put('a', 'Grüße'); os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode != 0
    cache, other = AnswerCache(path), AnswerCache(path)
    assert cache.get("a") == "Grüße"
    other.put("a", "Hello")
    assert cache.get("a") == "Hello"
    assert cache.get("b") is None
    cache.clear()
    assert other.get("a") is None
    cache.close()
    other.close()
    cache.put("a", "too late")
    assert cache.get("a") is None


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "answers.db"
    path.write_bytes(b"no database" * 1000)
    cache = AnswerCache(path)
    cache.put("a", "x")
    assert cache.get("a") == "x"
    cache.close()


def test_where_nothing_can_be_kept_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = AnswerCache(tmp_path / "file" / "answers.db")
    cache.put("a", "x")
    assert cache.get("a") is None
    cache.close()


def test_the_oldest_answers_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_MOST", 2)
    cache = AnswerCache(tmp_path / "answers.db")
    for key in "abc":
        cache.put(key, key)
    cache.put("a", "again")
    cache.close()
    cache = AnswerCache(tmp_path / "answers.db")
    assert [cache.get(key) for key in "abc"] == ["again", None, "c"]
    cache.close()
