"""The shipped samples hold what their own lists say, and nothing else is wrong with them."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
NAMES = sorted(path.parent.name for path in SAMPLES.glob("*/sample.toml"))
KINDS = {
    "place",
    "person",
    "quotation",
    "number",
    "omission",
    "date",
    "untranslated",
    "repetition",
    "negation",
    "unit",
}
QUOTES = {"ar": ("«", "»"), "de": ("„", "“"), "en": ("“", "”"), "es": ("“", "”"), "ja": ("「", "」")}
STOPS = (".", "。", "!", "?", "؟", ".“", ".”", "。」", ".»", "».")


@dataclass
class Sample:
    """A sample as its files hold it, each text as a list of paragraphs."""

    facts: dict[str, Any]
    source: list[str]
    target: list[str]
    corrected: list[str]

    @property
    def row_of(self) -> dict[int, int]:
        """Index of the translated paragraph by source paragraph (counted from 1)."""
        follows = {p for group in self.facts.get("merged", []) for p in group[1:]}
        rows: dict[int, int] = {}
        row = -1
        for paragraph in range(1, len(self.source) + 1):
            row += paragraph not in follows
            rows[paragraph] = row
        return rows

    def errors_of(self, row: int) -> list[dict[str, Any]]:
        """Return the errors that stand in a paragraph of the translation (counted from 0)."""
        return [e for e in self.facts["error"] if self.row_of[e["paragraph"]] == row]


def paragraphs(path: Path) -> list[str]:
    """Return the lines of a file, whichever way they end."""
    return re.split(r"\r?\n", path.read_bytes().decode("utf-8").removesuffix("\n").removesuffix("\r"))


@pytest.fixture(params=NAMES)
def sample(request: pytest.FixtureRequest) -> Sample:
    folder = SAMPLES / request.param
    facts = tomllib.loads((folder / "sample.toml").read_text("utf-8"))
    source, target = facts["source_lang"], facts["target_lang"]
    return Sample(
        facts,
        paragraphs(folder / f"source.{source}.txt"),
        paragraphs(folder / f"target.{target}.txt"),
        paragraphs(folder / f"corrected.{target}.txt"),
    )


def texts(sample: Sample) -> Iterator[tuple[str, str]]:
    """Yield every right paragraph with its language."""
    yield from ((sample.facts["source_lang"], text) for text in sample.source)
    yield from ((sample.facts["target_lang"], text) for text in sample.corrected)


def test_every_folder_is_a_sample_with_its_four_files() -> None:
    assert NAMES
    assert {path.name for path in SAMPLES.iterdir() if path.is_dir()} == set(NAMES)
    for name in NAMES:
        facts = tomllib.loads((SAMPLES / name / "sample.toml").read_text("utf-8"))
        source, target = facts["source_lang"], facts["target_lang"]
        assert {path.name for path in (SAMPLES / name).iterdir()} == {
            "sample.toml",
            f"source.{source}.txt",
            f"target.{target}.txt",
            f"corrected.{target}.txt",
        }


def test_the_list_is_complete_and_readable(sample: Sample) -> None:
    for key in ("title", "description"):
        assert sample.facts[key]
        assert "\n" not in sample.facts[key]
    assert 8 <= len(sample.facts["error"]) <= 11
    for error in sample.facts["error"]:
        assert set(error) == {"paragraph", "kind", "found", "expected", "explanation"}
        assert error["kind"] in KINDS
        assert error["expected"]
        assert bool(error["found"]) == (error["kind"] != "omission")
        assert error["explanation"].endswith((".", ".”"))
    rows = [error["paragraph"] for error in sample.facts["error"]]
    assert rows == sorted(rows)


def test_paragraphs_correspond(sample: Sample) -> None:
    assert 8 <= len(sample.source) <= 15
    merged = sum(len(group) - 1 for group in sample.facts.get("merged", []))
    assert len(sample.target) == len(sample.corrected) == len(sample.source) - merged


def test_each_error_stands_once_in_its_paragraph(sample: Sample) -> None:
    for error in sample.facts["error"]:
        row = sample.row_of[error["paragraph"]]
        assert sample.corrected[row].count(error["expected"]) == 1
        if error["found"]:
            assert sample.target[row].count(error["found"]) == 1
        else:
            assert error["expected"] not in sample.target[row]


def test_nothing_else_differs(sample: Sample) -> None:
    for row, (target, corrected) in enumerate(zip(sample.target, sample.corrected, strict=True)):
        mended = target
        for error in sample.errors_of(row):
            if error["found"]:
                mended = mended.replace(error["found"], error["expected"])
            else:
                corrected = re.sub(rf" {re.escape(error['expected'])}|{re.escape(error['expected'])} ", "", corrected)
        assert mended == corrected


def test_texts_are_clean(sample: Sample) -> None:
    for text in sample.source + sample.target + sample.corrected:
        assert text
        assert text == text.strip()
        assert "  " not in text
        assert "\ufeff" not in text
        assert "'" not in text
        assert '"' not in text
    for lang, text in texts(sample):
        # German relative clauses may well begin with “die die”.
        assert not re.search(r"\b(?!die die\b)(\w+) \1\b", text), text
        opening, closing = QUOTES[lang]
        assert text.count(opening) == text.count(closing), text
        for other in set("«»„“”「」") - {opening, closing}:
            assert other not in text, text


def test_headings_stand_on_both_sides(sample: Sample) -> None:
    headings = [p for p, text in enumerate(sample.source, 1) if not text.endswith(STOPS)]
    assert headings[0] == 1
    assert 2 <= len(headings) <= 3
    translated = [row for row, text in enumerate(sample.corrected) if not text.endswith(STOPS)]
    assert translated == [sample.row_of[p] for p in headings]
    for paragraph in headings:
        assert len(sample.source[paragraph - 1]) < 70


def test_line_ends_differ_where_they_are_meant_to() -> None:
    windows = {path.parent.name for path in SAMPLES.glob("*/*.txt") if b"\r\n" in path.read_bytes()}
    unended = {path.parent.name for path in SAMPLES.glob("*/*.txt") if not path.read_bytes().endswith(b"\n")}
    assert windows == {"savannah"}
    assert unended == {"cartago"}


def test_five_language_pairs_and_every_kind_of_error() -> None:
    lists = [tomllib.loads((SAMPLES / name / "sample.toml").read_text("utf-8")) for name in NAMES]
    assert {(facts["source_lang"], facts["target_lang"]) for facts in lists} == {
        ("de", "en"),
        ("ar", "en"),
        ("ja", "en"),
        ("es", "en"),
        ("en", "de"),
    }
    assert {error["kind"] for facts in lists for error in facts["error"]} == KINDS
    assert sum("merged" in facts for facts in lists) == 1
