"""Pairs of texts from JSONL and TSV files."""

import csv
from collections.abc import Iterator

from reviewer.checks.runner import Pair
from reviewer.commands.headless.json_lines import read_objects, read_text
from reviewer.model.errors import InputError
from reviewer.text.languages import guess

PAIR_SUFFIXES = (".jsonl", ".tsv")


def read_pairs(path: str, source_lang: str | None = None, target_lang: str | None = None) -> list[Pair]:
    """Return the pairs of a file with `id, source, target, source_lang, target_lang`.

    Only source and target are needed: ids are counted, languages taken from the arguments or guessed.

    Raises:
        InputError: the file cannot be read, or a line is not a pair; says which.
    """
    records = list(_jsonl(path) if path.lower().endswith(".jsonl") else _tsv(path))
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


def _jsonl(path: str) -> Iterator[dict[str, str]]:
    for number, record in read_objects(path):
        yield _complete({key: str(value) for key, value in record.items() if value is not None}, path, number)


def _tsv(path: str) -> Iterator[dict[str, str]]:
    lines = csv.reader(read_text(path).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    head = next(lines, [])
    for number, fields in enumerate(lines, start=2):
        if fields:
            yield _complete(dict(zip(head, fields, strict=False)), path, number)


def _complete(record: dict[str, str], path: str, number: int) -> dict[str, str]:
    for name in ("source", "target"):
        if name not in record:
            raise InputError(f"{path}, line {number}: no “{name}”. A pair has id, source, target and two languages.")
    return record
