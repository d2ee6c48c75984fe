"""Folders and lists of files become documents, and what is left out is told."""

import os
import sys
from pathlib import Path

import pytest

from reviewer.model.errors import InputError
from reviewer.session.opening.finding_documents import find_documents

PO = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n\nmsgid "Open"\nmsgstr "x"\n'


def write(root: Path, names: str, content: str | bytes = "Text.\n") -> None:
    """Write files with the same content, named with spaces between."""
    for name in names.split():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def relative(root: Path, pairs: list[tuple[str, str | None]]) -> list[tuple[str, ...]]:
    return [tuple(os.path.relpath(path, root).replace(os.sep, "/") for path in pair if path) for pair in pairs]


def test_a_folder_and_that_of_its_translations(tmp_path: Path) -> None:
    write(tmp_path, "de/2.md de/10.md en/10.md en/2.md de/only.md")
    found = find_documents([str(tmp_path / "de"), str(tmp_path / "en")])
    assert relative(tmp_path, found.required()) == [("de/2.md", "en/2.md"), ("de/10.md", "en/10.md")]
    assert found.told == ["Left out: 1 without a translation (only.md)."]


def test_translations_inside_the_folder_of_the_sources_are_no_sources(tmp_path: Path) -> None:
    write(tmp_path, "a.md b.md de/a.md de/b.md fr/a.md fr/b.md")
    found = find_documents([str(tmp_path), str(tmp_path / "de")])
    assert relative(tmp_path, found.required()) == [("a.md", "de/a.md"), ("b.md", "de/b.md")]
    assert found.told == []


def test_one_folder_with_both_and_what_is_no_document(tmp_path: Path) -> None:
    write(tmp_path, "a.de.txt a.en.txt ~$a.de.txt .hidden.en.txt a.en.txt.review a.en.txt.bak node_modules/x.de.txt")
    write(tmp_path, "logo.de.png clip.de.txt clip.en.txt", b"\x89PNG\r\n\x1a\n\0\0\0\r" * 20)
    write(tmp_path, "app.ts", "export const x = 1;\n")
    found = find_documents([str(tmp_path)])
    assert relative(tmp_path, found.required()) == [("a.de.txt", "a.en.txt")]
    assert found.told == ["Left out: 4 of a kind that is no document."]


def test_bilingual_files_stand_alone_in_the_language_asked_for(tmp_path: Path) -> None:
    for language in ("de", "fr", "ach"):
        write(tmp_path, f"po/{language}.po", PO.format(language))
    write(tmp_path, "po/app.pot", PO.format(""))
    with pytest.raises(InputError, match="--to"):
        find_documents([str(tmp_path)]).required()
    found = find_documents([str(tmp_path)], target_lang="fr")
    # That `ach` is a language, the file says itself.
    assert relative(tmp_path, found.required()) == [("po/fr.po",)]


def test_a_table_without_a_counterpart_may_hold_both(tmp_path: Path) -> None:
    write(tmp_path, "strings.csv", "source,target\nOne house,Ein Haus\nTwo houses,Zwei Häuser\n")
    write(tmp_path, "a.de.md a.en.md")
    found = find_documents([str(tmp_path)])
    assert relative(tmp_path, found.required()) == [("a.de.md", "a.en.md"), ("strings.csv",)]


def test_more_than_two_files_are_paired_by_their_names(tmp_path: Path) -> None:
    write(tmp_path, "a.de.md a.en.md b.de.md b.en.md c.de.md")
    paths = [str(tmp_path / name) for name in ("b.en.md", "a.de.md", "b.de.md", "a.en.md")]
    expected = [("a.de.md", "a.en.md"), ("b.de.md", "b.en.md")]
    assert relative(tmp_path, find_documents(paths).required()) == expected


def test_files_of_two_folders_that_name_no_language_are_paired_too(tmp_path: Path) -> None:
    write(tmp_path, "Texte/a.md Texte/b.md Ergebnis/a.md Ergebnis/b.md")
    paths = [str(tmp_path / name) for name in ("Texte/a.md", "Texte/b.md", "Ergebnis/b.md", "Ergebnis/a.md")]
    expected = [("Texte/a.md", "Ergebnis/a.md"), ("Texte/b.md", "Ergebnis/b.md")]
    assert relative(tmp_path, find_documents(paths).required()) == expected
    assert relative(tmp_path, find_documents([str(tmp_path)]).required()) == [pair[::-1] for pair in expected]


def test_two_files_whose_names_tell_nothing_belong_together(tmp_path: Path) -> None:
    write(tmp_path, "Artikel.txt Story.txt")
    assert relative(tmp_path, find_documents([str(tmp_path)]).required()) == [("Artikel.txt", "Story.txt")]
    write(tmp_path, "Third.txt")
    with pytest.raises(InputError, match="no text with its translation"):
        find_documents([str(tmp_path)]).required()


def test_a_folder_that_is_not_there_or_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        find_documents([str(tmp_path / "nowhere")])
    with pytest.raises(InputError, match="no text with its translation"):
        find_documents([str(tmp_path)]).required()


@pytest.mark.skipif(sys.platform != "linux", reason="names of other systems are Unicode, and links need a right")
def test_loops_and_names_that_are_no_text_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, "a.de.md a.en.md 記事.ja.md 記事.en.md")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.de.md").symlink_to(tmp_path / "gone")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.de.md")).write_text("x")
    os.mkfifo(tmp_path / "pipe.de.md")
    found = find_documents([str(tmp_path)], "de", "en")
    assert relative(tmp_path, found.required()) == [("a.de.md", "a.en.md")]
    (told,) = found.told
    for words in ("1 links to folders", "2 not readable", "1 with a name that is not in UTF-8"):
        assert words in told


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.de.md a.en.md closed/b.de.md")
    (tmp_path / "closed").chmod(0)
    found = find_documents([str(tmp_path)])
    (tmp_path / "closed").chmod(0o700)
    assert found.told == ["Left out: 1 not readable."]
