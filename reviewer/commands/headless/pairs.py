"""Pairs of texts from JSONL and TSV files."""

import csv
import json
from collections.abc import Iterator

from reviewer.checks.runner import Pair
from reviewer.host.files import read_file
from reviewer.model.errors import InputError
from reviewer.text.languages import guess

PAIR_SUFFIXES = (".jsonl", ".tsv")


def is_project(path: str) -> bool:
    """Say whether a name is that of a project file."""
    return path.lower().endswith(".review")


def read_pairs(path: str, source_lang: str | None = None, target_lang: str | None = None) -> list[Pair]:
    """Return the pairs of a file with `id, source, target, source_lang, target_lang`.

    Only source and target are needed: ids are counted, languages taken from the arguments or guessed.

    Raises:
        InputError: a line is not a pair; says which.
    """
    try:
        text = read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not in UTF-8 (byte {error.start}). Save it as UTF-8.") from None
    records = list(_jsonl(path, text) if path.lower().endswith(".jsonl") else _tsv(path, text))
    guessed_source = source_lang or guess(" ".join(r["source"] for r in records[:200]))
    guessed_target = target_lang or guess(" ".join(r["target"] for r in records[:200]))
    return [
        Pair(
            r.get("id") or str(number),
            r["source"],
            r["target"],
            r.get("source_lang") or guessed_source,
            r.get("target_lang") or guessed_target,
        )
        for number, r in enumerate(records, start=1)
    ]


def _jsonl(path: str, text: str) -> Iterator[dict[str, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            yield _complete({key: str(value) for key, value in record.items() if value is not None}, path, number)
        except (ValueError, AttributeError):
            raise InputError(f"{path}, line {number}: not a JSON object. Each line holds one pair.") from None


def _tsv(path: str, text: str) -> Iterator[dict[str, str]]:
    lines = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    head = next(lines, [])
    for number, fields in enumerate(lines, start=2):
        if fields:
            yield _complete(dict(zip(head, fields, strict=False)), path, number)


def _complete(record: dict[str, str], path: str, number: int) -> dict[str, str]:
    for name in ("source", "target"):
        if name not in record:
            raise InputError(f"{path}, line {number}: no “{name}”. A pair has id, source, target and two languages.")
    return record
