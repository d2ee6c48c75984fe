"""Two files become the rows an editor expects."""

from pathlib import Path

import pytest

from reviewer.model.segment import Kind
from reviewer.session.opening.opening import open_files
from reviewer.storage.packing import unpack
from tests.formats.pdf_samples import pdf


def test_headings_of_two_files_meet(tmp_path: Path) -> None:
    source, target = tmp_path / "ru.md", tmp_path / "en.md"
    source.write_text("\n\n".join(["Дом у реки", "Лес у дома", "# Сад у леса", "Луг у сада"]) + "\n", "utf-8")
    target.write_text("\n\n".join(["Near stream", "# At forests", "A meadow by"]) + "\n", "utf-8")
    rows = [unpack(row) for row in open_files(str(source), str(target), "ru", "en").rows]
    assert [(row.source, row.target) for row in rows if row.kind == Kind.HEADING] == [("Сад у леса", "At forests")]


def test_strings_of_two_files_meet_by_name(tmp_path: Path) -> None:
    source, target = tmp_path / "de.json", tmp_path / "en.json"
    source.write_text('{"ok": "Gut", "end": "Ende"}', "utf-8")
    target.write_text('{"ok": "Fine", "new": "Anew", "end": "End"}', "utf-8")
    opened = open_files(str(source), str(target), "de", "en")
    assert [row[2:4] for row in opened.rows] == [("Gut", "Fine"), ("", "Anew"), ("Ende", "End")]
    assert opened.warnings == ("en.json: 1 of 3 rows have text on one side only.",)


def test_a_translation_that_cannot_be_written_back_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text("Ein Fluss.", "utf-8")
    (tmp_path / "en.pdf").write_bytes(pdf([(60, 700, "A river.")]))
    opened = open_files(str(tmp_path / "de.txt"), str(tmp_path / "en.pdf"), "de", "en")
    assert any("en.pdf can be read only" in warning for warning in opened.warnings)


_PAGE = '<!DOCTYPE html><html lang="{}"><body><p>{}</p></body></html>'
_GERMAN = "Der Fluss ist in der Nacht gestiegen, und die Häuser am Ufer wurden geräumt."
_ENGLISH = "The river rose during the night, and the houses on its banks were cleared."


@pytest.mark.parametrize(
    ("said", "texts", "languages"),
    [
        (("en-US", "en-US"), (_GERMAN, _ENGLISH), ("de", "en-US")),
        (("de-DE", "de-DE"), (_GERMAN, _ENGLISH), ("de-DE", "en")),
        (("en-US", "en-GB"), (_ENGLISH, _ENGLISH), ("en-US", "en-GB")),
        (("nl", "en"), (_GERMAN, _ENGLISH), ("nl", "en")),
    ],
)
def test_a_file_is_not_believed_that_source_and_translation_are_in_one_language(
    tmp_path: Path, said: tuple[str, str], texts: tuple[str, str], languages: tuple[str, str]
) -> None:
    files = [tmp_path / "source.html", tmp_path / "translation.html"]
    for file, lang, text in zip(files, said, texts, strict=True):
        file.write_text(_PAGE.format(lang, text), "utf-8")
    opened = open_files(str(files[0]), str(files[1]))
    bitext = opened.bitexts[0]
    assert (bitext.source.language, bitext.target.language) == languages
