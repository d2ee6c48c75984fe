"""Measure every check on translations whose errors are known, into `resources/precision.toml`.

    python resources/build/precision.py [CASES]

Run from the project's root, after changing a check. Without CASES only the project's own pair sets in `tests/checks`
are used. CASES is a folder with `demetr/` (DEMETR, Karpinska et al. 2022: good translations, and the same with one
planted error) and `mqm/` (TED talks with human MQM marks, Freitag et al. 2021: those without a mark count as right).

Checks look at each pair alone, without what an article as a whole would tell them. Findings below minor do not
count, but for checks that are hints throughout.
"""

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from reviewer.checks.check import Check, Passage, all_checks, examine
from reviewer.model.finding import Severity
from reviewer.text.languages import primary
from reviewer.text.reading import Reading

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "resources/precision.toml"
HEADER = """\
# What each check did with translations whose errors are known, made by `build/precision.py`:
# "source>target" = [wrong ones found, wrong ones of its kinds, right ones flagged, right ones]
"""

NAMES = ("place-names", "personal-names", "organisations")
FIGURES = ("numbers", "dates", "times", "units", "currencies", "number-format")
KINDS = {
    "numbers": "critical_id10",
    "place-names": "critical_id9",
    "missing-word": "critical_id25",
    "foreign-word": "critical_id4",
    "negation": "critical_id8",
    "opposites": "critical_id7",
    "person-gender": "critical_id11",
    "word-order": "critical_id20",
    "end-punctuation": "minor_id28 major_id19",
    "repeated-word": "minor_id1_ minor_id2_",
    "spelling": "minor_id26 minor_id27",
    "misplaced-mark": "minor_id29",
    "spacing": "minor_id30",
    "capital": "minor_id31 minor_id32",
    "article-form": "minor_id16",
    "empty": "base_id33_empty",
}
"""What of DEMETR each check is for, by the beginnings of file names."""
SHARED = {
    "critical_id9": NAMES,
    "critical_id25": ("missing-word", *NAMES),
    "critical_id10": FIGURES,
    "minor_id29": ("misplaced-mark", "stray-punctuation", "quote-marks"),
}
"""Kinds that several checks find, each in its own way: what none of them finds counts against the first."""
DEMETR_LANGUAGES = {
    "chinese_simple": "zh", "czech": "cs", "french": "fr", "german": "de", "hindi": "hi", "italian": "it",
    "japanese": "ja", "polish": "pl", "russian": "ru", "spanish": "es",
}  # fmt: skip


class Case(NamedTuple):
    """A translation known to be right, or wrong in a way that some checks are for."""

    source_lang: str
    target_lang: str
    source: str
    target: str
    checks: tuple[str, ...] = ()
    """Which checks it is for, one of which has to speak; none for a right translation."""
    good: str = ""
    """The right translation the error was planted in: what is flagged there too was not found."""


def main() -> None:
    cases = [*own()]
    if len(sys.argv) > 1:
        cases += [*demetr(Path(sys.argv[1], "demetr")), *mqm(Path(sys.argv[1], "mqm"))]
    checks = [check for check in all_checks() if check.find.__module__.startswith("reviewer.")]
    counts = measure({check.id: check for check in checks}, cases)
    lines = [HEADER]
    for id in sorted(counts):
        lines.append(f"\n[{id}]\n")
        lines += [f'"{pair}" = {row}\n' for pair, row in sorted(counts[id].items()) if any(row)]
    OUT.write_text("".join(lines), "utf-8")


def measure(checks: dict[str, Check], cases: Iterable[Case]) -> dict[str, dict[str, list[int]]]:
    """Return the four counts by check and pair of languages."""
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0, 0]))
    for case in cases:
        pair = f"{primary(case.source_lang)}>{primary(case.target_lang)}"
        if case.checks:
            spoken = [id for id in case.checks if id in checks and found(checks[id], case)]
            for id in spoken or [id for id in case.checks[:1] if id in checks]:
                row = counts[id][pair]
                row[0] += id in spoken
                row[1] += 1
            continue
        for id, check in checks.items():
            if not check.languages or primary(case.target_lang) in check.languages:
                row = counts[id][pair]
                row[2] += bool(spans(check, case, case.target))
                row[3] += 1
    return counts


def found(check: Check, case: Case) -> bool:
    """Say whether a check finds the error: it flags something that it does not flag in the right translation."""
    before = spans(check, case, case.good) if case.good else set()
    return bool(spans(check, case, case.target) - before)


def spans(check: Check, case: Case, target: str) -> set[tuple[str, str]]:
    """Return what a check reports: which words, and what it says of them."""
    passage = Passage("1", Reading(case.source, case.source_lang), Reading(target, case.target_lang))
    return {
        (finding.text, finding.target_span.of(target) if finding.target_span else "")
        for finding in examine(check, passage)
        if finding.severity.rank or check.severity is Severity.NEUTRAL
    }


def own() -> Iterator[Case]:
    """Yield the project's own pairs."""
    folder = ROOT / "tests/checks"
    for row in table(folder / "numbers_pairs.tsv"):
        yield Case(
            row["source_lang"], row["target_lang"], row["source"], row["target"], FIGURES if row["flagged"] else ()
        )
    for row in table(folder / "speech_and_sense.tsv") + table(folder / "into_english.tsv"):
        yield Case(row["from"], row["to"], row["source"], row["target"], (row["check"],) if row["check"] else ())
    for line in (folder / "names.tsv").read_text("utf-8").splitlines():
        languages, verdict, source, target = line.split("\t")
        yield Case(*languages.split("-"), source, target, NAMES if verdict == "wrong" else ())


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def demetr(folder: Path) -> Iterator[Case]:
    """Yield the good translations once each, and those with an error that a check is for."""
    good = set()
    for path in sorted(folder.glob("*.json")):
        checks = tuple(
            name
            for id, kinds in KINDS.items()
            for kind in kinds.split()
            if path.name.startswith(kind)
            for name in SHARED.get(kind, (id,))
        )
        for item in json.loads(path.read_text("utf-8")):
            lang = DEMETR_LANGUAGES[item["lang_tag"]]
            if path.name.startswith("base_id35"):  # a human reference, which differs from the good translation
                continue
            good.add(Case(lang, "en", item["src_sent"], item["mt_sent"]))
            if checks and item["pert_sent"] != item["mt_sent"]:
                yield Case(lang, "en", item["src_sent"], item["pert_sent"], checks, item["mt_sent"])
    yield from sorted(good)


def mqm(folder: Path) -> Iterator[Case]:
    """Yield the machine translations in which no rater marked an error."""
    for path in sorted(folder.glob("mqm_ted_*.tsv")):
        source_lang, target_lang = path.stem[-4:-2], path.stem[-2:]
        marked: dict[tuple[str, str], bool] = {}
        for row in table(path):
            texts = (plain(row["source"]), plain(row["target"]))
            marked[texts] = marked.get(texts, False) or row["category"] != "No-error"
        for (source, target), wrong in marked.items():
            if not wrong:
                yield Case(source_lang, target_lang, source, target)


def plain(text: str) -> str:
    return re.sub(r"</?v>", "", text).strip()


if __name__ == "__main__":
    main()
