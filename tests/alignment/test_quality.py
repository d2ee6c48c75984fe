"""How right the pairs are: by sentences with a gold standard, and in articles and Markdown that were disturbed.

The environment variable `REVIEWER_CASES` names a folder with `align/textberg-dev`, `articles` and
`corpora/opensource-guide-md` in it.
"""

import json
import os
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import fmean

import pytest

from reviewer.alignment.align import align
from reviewer.alignment.link import Link
from reviewer.formats.detect import detect
from reviewer.model.segment import without_codes
from tests.alignment.disturbance import Disturbed, Pair, Row, disturbed, f1

pytestmark = pytest.mark.bench

RATES = 0.03, 0.05
SHORT = 30, 80
"""Rows of the short files that are cut from articles."""
STEPS = 0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01
ASTRAY = {("tr", "starting-a-project.md")}
"""Translations that have the blocks of the original but do not run in step with it: some paragraphs are
translated twice, others joined."""


@pytest.fixture
def cases() -> Path:
    folder = os.environ.get("REVIEWER_CASES")
    if not folder:
        pytest.skip("REVIEWER_CASES names no folder of cases")
    return Path(folder)


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str]) -> Callable[[str, dict[str, list[tuple[float, float]]]], None]:
    """Return a function that prints the mean strict and lax F1 of each group."""

    def print_all(title: str, scores: dict[str, list[tuple[float, float]]]) -> None:
        means = {group: [sum(of) / len(own) for of in zip(*own, strict=True)] for group, own in scores.items()}
        mean = [sum(of) / len(means) for of in zip(*means.values(), strict=True)]
        with capsys.disabled():
            print(f"\n{title}")
            for group, (strict, lax) in (means | {"mean": mean}).items():
                print(f"  {group:24} strict {strict:.3f}  lax {lax:.3f}")
            print(json.dumps({title: means}))

    return print_all


Show = Callable[[str, dict[str, list[tuple[float, float]]]], None]


def lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def gold(path: Path) -> list[Pair]:
    """Return the links of a file of lines like `[0, 1]:[0]:`."""
    found = (re.match(r"\[(.*?)\]:\[(.*?)\]", line) for line in lines(path))
    return [(tuple(map(int, re.findall(r"\d+", m[1]))), tuple(map(int, re.findall(r"\d+", m[2])))) for m in found if m]


def paired(texts: Disturbed, source_lang: str, target_lang: str) -> Sequence[Link]:
    """Align disturbed texts; kinds count where there are any."""
    (ours, our_kinds), (theirs, their_kinds) = ([[row[k] for row in side] for k in (0, 1)] for side in texts[:2])
    kinds = None if {*our_kinds, *their_kinds} == {None} else (our_kinds, their_kinds)
    return align([str(t) for t in ours], [str(t) for t in theirs], source_lang, target_lang, kinds=kinds)


def test_sentences_of_a_yearbook(cases: Path, show: Show) -> None:
    folder = cases / "align" / "textberg-dev"
    german, french, right = lines(folder / "dev.de"), lines(folder / "dev.fr"), gold(folder / "dev.defr")
    into_french, into_german = lines(folder / "eval1957.google.fr"), lines(folder / "eval1957.google.de")
    show(
        "textberg-dev, German to French",
        {
            "texts alone": [f1(right, align(german, french, "de", "fr"))],
            "source translated": [f1(right, align(german, french, "de", "fr", source_pivot=into_french))],
            "both translated": [
                f1(right, align(german, french, "de", "fr", source_pivot=into_french, target_pivot=into_german))
            ],
        },
    )


def articles(cases: Path) -> dict[str, tuple[list[Row], list[Row]]]:
    """Return the articles that run in step, by language pair."""
    found: dict[str, tuple[list[Row], list[Row]]] = {}
    for path in sorted((cases / "articles").glob("*.src.*")):
        pair = path.name.split(".")[1]
        other = path.with_name(path.name.replace(f".src.{pair[:2]}", f".ref.refA.{pair[3:]}"))
        source: list[Row] = [(text, None) for text in lines(path)]
        target: list[Row] = [(text, None) for text in lines(other)]
        if len(source) == len(target):
            found[pair] = source, target
    return found


def test_disturbed_articles(cases: Path, show: Show) -> None:
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for pair, (source, target) in articles(cases).items():
        strange = source[-100:], target[-100:]
        for seed, rate in enumerate(RATES):
            texts = disturbed(source[:-100], target[:-100], rate, seed, strange)
            scores[pair].append(f1(texts.right, paired(texts, pair[:2], pair[3:])))
    show("disturbed articles", scores)


def test_short_disturbed_articles(cases: Path, show: Show) -> None:
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for pair, (source, target) in articles(cases).items():
        for size in SHORT:
            for seed in range(10):
                first = seed * 47 % (len(source) - size - 50)
                part = slice(first, first + size)
                texts = disturbed(source[part], target[part], 0.05, seed, (source[-50:], target[-50:]))
                scores[f"{pair}, {size} rows"].append(f1(texts.right, paired(texts, pair[:2], pair[3:])))
    show("short disturbed articles", scores)


def test_half_of_an_article_is_missing(cases: Path, show: Show) -> None:
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for pair, (source, target) in articles(cases).items():
        for first, size in ((50, 80), (150, 300)):
            for gone in (range(size // 2), range(size // 4, size * 3 // 4), range(size // 2, size)):
                rows = range(first, first + size)
                kept = [target[first + k] for k in range(size) if k not in gone]
                right: list[Pair] = [
                    ((k,), () if k in gone else (k - (len(gone) if k >= gone.stop else 0),)) for k in range(size)
                ]
                texts = Disturbed([source[row] for row in rows], kept, right)
                scores[f"{pair}, {size} rows"].append(f1(right, paired(texts, pair[:2], pair[3:])))
    show("articles half of which is missing", scores)


def test_scores_are_how_often_links_are_right(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    met: list[tuple[float, bool]] = []
    for pair, (source, target) in articles(cases).items():
        for seed in range(6):
            part = slice(seed * 80, seed * 80 + 80)
            texts = disturbed(source[part], target[part], 0.05, seed, (source[-50:], target[-50:]))
            met += [(link.score, link[:2] in texts.right) for link in paired(texts, pair[:2], pair[3:])]
    off = 0.0
    with capsys.disabled():
        print("\nscores, and how often links are right")
        for low, high in pairwise(STEPS):
            own = [row for row in met if low <= row[0] < high]
            if own:
                said, true = fmean(score for score, _ in own), fmean(right for _, right in own)
                off += abs(said - true) * len(own) / len(met)
                print(f"  {low:4.2f} to {high:4.2f}: said {said:.3f}, right {true:.3f} of {len(own)}")
        print(f"  expected calibration error {off:.4f}")
    assert off < 0.03


def markdown(path: Path) -> list[Row]:
    units = detect(path.read_bytes(), path.name).read(path.read_bytes(), {}).units
    return [(without_codes(unit.text), (unit.kind, unit.level)) for unit in units]


def test_disturbed_markdown(cases: Path, show: Show) -> None:
    folder = cases / "corpora" / "opensource-guide-md" / "_articles"
    english = {path.name: markdown(path) for path in sorted(folder.glob("*.md"))}
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for path in sorted(folder.glob("*/*.md")):
        source, target = english.get(path.name, []), markdown(path)
        # Those whose translators kept every block.
        if not source or [kind for _, kind in source] != [kind for _, kind in target]:
            continue
        if (path.parent.name, path.name) in ASTRAY:
            continue
        for seed, rate in enumerate(RATES):
            texts = disturbed(source, target, rate, seed, (_others(english, path.name), target))
            scores[f"en-{path.parent.name}"].append(f1(texts.right, paired(texts, "en", path.parent.name)))
    show("disturbed Markdown", scores)


def _others(texts: dict[str, list[Row]], name: str) -> Sequence[Row]:
    return next(own for other, own in texts.items() if other != name)
