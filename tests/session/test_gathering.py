"""What was found in a folder can be taken apart and put together before it is opened."""

from pathlib import Path

from reviewer.session.opening.finding_documents import find_documents
from reviewer.session.opening.gathering import Entry, Gathering
from tests.session.test_finding_documents import PO, write


def gathered(root: Path) -> Gathering:
    return Gathering(find_documents([str(root)]))


def names(gathering: Gathering) -> list[str]:
    """Return the entries in words: `source → target`, and what is left over with the side it is on."""
    return [
        f"{entry.source.name if entry.source else ''} → {entry.target.name if entry.target else ''}"
        if not entry.other
        else entry.other.name
        for entry in gathering.entries
    ]


def entry(gathering: Gathering, name: str) -> Entry:
    return next(entry for entry in gathering.entries if name in [file.name for file in entry.files])


def test_documents_come_first_then_what_is_left_over(tmp_path: Path) -> None:
    write(tmp_path, "b.de.md b.en.md a.de.md a.en.md only.de.md README.md")
    write(tmp_path, "help.po", PO.format("en"))
    gathering = gathered(tmp_path)
    assert names(gathering) == [
        "a.de.md → a.en.md", "b.de.md → b.en.md", "help.po → ", "only.de.md → ", "README.md",
    ]  # fmt: skip
    assert [(Path(pair.source).name, pair.target and Path(pair.target).name) for pair in gathering.documents] == [
        ("a.de.md", "a.en.md"), ("b.de.md", "b.en.md"), ("help.po", None),
    ]  # fmt: skip


def test_wrong_pairs_are_taken_apart_and_joined_anew(tmp_path: Path) -> None:
    write(tmp_path, "a.de.md a.en.md only.de.md Translation.md")
    gathering = gathered(tmp_path)
    gathering.take_apart(entry(gathering, "a.de.md"))
    assert names(gathering) == ["a.de.md → ", " → a.en.md", "only.de.md → ", "Translation.md"]
    assert not gathering.join(entry(gathering, "a.de.md"), entry(gathering, "only.de.md")), "both are sources"
    assert gathering.join(entry(gathering, "a.en.md"), entry(gathering, "only.de.md"))
    assert gathering.join(entry(gathering, "Translation.md"), entry(gathering, "a.de.md"))
    assert names(gathering) == ["a.de.md → Translation.md", "only.de.md → a.en.md"]


def test_sources_and_translations_can_be_swapped(tmp_path: Path) -> None:
    write(tmp_path, "a.de.md a.en.md only.de.md")
    gathering = gathered(tmp_path)
    gathering.swap()
    assert names(gathering) == ["a.en.md → a.de.md", " → only.de.md"]
