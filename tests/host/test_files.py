"""A file is read whole or refused in a sentence, and written at one stroke or not at all."""

import os
import sys
from pathlib import Path

import pytest

from reviewer.host.files import read_file, write_file
from reviewer.model.errors import InputError, StorageError


def test_what_stood_there_is_kept_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert write_file(str(path), b"first") is None
    assert write_file(str(path), b"second") == f"{path}.bak"
    assert (path.read_bytes(), Path(f"{path}.bak").read_bytes()) == (b"second", b"first")
    assert write_file(str(path), b"third", backup=False) is None
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "a.txt.bak"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there, and modes say something else")
def test_a_link_goes_on_leading_to_the_file_and_who_may_read_it_still_may(tmp_path: Path) -> None:
    file, link = tmp_path / "file.txt", tmp_path / "link.txt"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_file(str(link), b"new")
    assert link.is_symlink()
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(StorageError, match="What was there is untouched"):
        write_file(str(tmp_path / "folder"), b"new", backup=False)
    with pytest.raises(StorageError, match="was not written"):
        write_file(str(tmp_path / "nowhere" / "a.txt"), b"new")
    assert os.listdir(tmp_path) == ["folder"]
    write_file(str(tmp_path / "made" / "a.txt"), b"new", make_folder=True)
    assert (tmp_path / "made" / "a.txt").read_bytes() == b"new"


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")
    assert read_file(str(tmp_path / "a.txt"), largest=5) == b"12345"
    for path, largest, said in (
        (tmp_path / "a.txt", 4, "too large"),
        (tmp_path, 5, "is a folder"),
        (tmp_path / "b.txt", 5, "no file"),
        (Path(os.devnull), 5, "is not a file"),
    ):
        with pytest.raises(InputError, match=said):
            read_file(str(path), largest)
