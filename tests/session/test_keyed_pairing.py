"""Files of named strings are paired by name."""

import json
from pathlib import Path

from reviewer.session.export.exporting import exported
from reviewer.session.opening.opening import Opened, open_files
from reviewer.session.rows import Rows


def opened(folder: Path, source: str, target: str, ending: str) -> Opened:
    (folder / f"de.{ending}").write_text(source, encoding="utf-8")
    (folder / f"en.{ending}").write_text(target, encoding="utf-8")
    return open_files(str(folder / f"de.{ending}"), str(folder / f"en.{ending}"), "de", "en")


def pairs(project: Opened) -> list[tuple[str, str]]:
    return [(row.source, row.target) for row in Rows(project.rows)]


def test_strings_in_another_order_find_each_other_by_key(tmp_path: Path) -> None:
    german = {"open": "Öffnen", "save": "Speichern", "new": "Neu", "quit": "Beenden", "help": "Hilfe"}
    english = {"quit": "Quit", "open": "Open", "about": "About", "save": "Save"}
    project = opened(tmp_path, json.dumps(german), json.dumps(english), "json")
    assert pairs(project) == [
        ("Neu", ""),
        ("Beenden", "Quit"),
        ("Öffnen", "Open"),
        ("", "About"),
        ("Speichern", "Save"),
        ("Hilfe", ""),
    ]
    original = project.originals[0]
    assert exported(project.bitexts[0], Rows(project.rows), original) == original


def test_android_strings_and_properties_are_paired_by_name(tmp_path: Path) -> None:
    android = '<resources><string name="a">{}</string><string name="b">{}</string></resources>'
    project = opened(tmp_path, android.format("Eins", "Zwei"), android.format("One", "Two"), "xml")
    assert pairs(project) == [("Eins", "One"), ("Zwei", "Two")]
    project = opened(tmp_path, "a=Eins\nb=Zwei\n", "b=Two\na=One\n", "properties")
    assert pairs(project) == [("Zwei", "Two"), ("Eins", "One")]


def test_two_bilingual_files_are_paired_by_the_source_they_share(tmp_path: Path) -> None:
    german = 'msgid "menu.open"\nmsgstr "Öffnen"\n\nmsgid "menu.save"\nmsgstr "Speichern"\n'
    english = 'msgid "menu.save"\nmsgstr "Save"\n\nmsgid "menu.open"\nmsgstr "Open"\n'
    assert pairs(opened(tmp_path, german, english, "po")) == [("Speichern", "Save"), ("Öffnen", "Open")]


def test_files_with_other_keys_are_paired_by_their_texts(tmp_path: Path) -> None:
    german = {"a1": "Der Zug fährt um 10 Uhr.", "a2": "Die Karte kostet 27 Euro."}
    english = {"x": "The train leaves at 10.", "y": "The ticket costs 27 euros."}
    project = opened(tmp_path, json.dumps(german), json.dumps(english), "json")
    assert pairs(project) == list(zip(german.values(), english.values(), strict=True))


def test_states_of_the_paired_translation_are_kept(tmp_path: Path) -> None:
    german = 'msgid "a"\nmsgstr "Öffnen"\n\nmsgid "b"\nmsgstr "Speichern"\n'
    english = '#, fuzzy\nmsgid "a"\nmsgstr "Open"\n\nmsgid "b"\nmsgstr "Save"\n'
    project = opened(tmp_path, german, english, "po")
    rows = list(Rows(project.rows))
    assert [row.state.value for row in rows] == ["needs-work", "translated"]
    original = project.originals[0]
    assert exported(project.bitexts[0], rows, original) == original


def test_times_of_subtitles_and_notes_of_strings_are_kept_beside_the_rows(tmp_path: Path) -> None:
    german = "1\n00:00:01,000 --> 00:00:02,000\nWo ist er?\n"
    project = opened(tmp_path, german, german.replace("Wo ist er", "Where is he"), "srt")
    assert [row.about for row in Rows(project.rows)] == ["00:00:01,000 --> 00:00:02,000"]
