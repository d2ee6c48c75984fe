"""`reviewer check`: look for errors in a translation, without a window."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from typing import Any, NamedTuple, TextIO

from reviewer.checks.processes import check_all
from reviewer.checks.runner import Pair, Setup
from reviewer.commands.headless.pairs import PAIR_SUFFIXES, read_pairs
from reviewer.commands.headless.subcommand import SEVERAL, Subcommand, add_languages, add_reading, reading_of
from reviewer.commands.wording import counted
from reviewer.model.finding import Finding, Severity
from reviewer.reports.sarif import sarif
from reviewer.session.checking import Pairs, setup_of
from reviewer.session.opening.finding_documents import name_documents
from reviewer.session.opening.opening import open_documents, open_files
from reviewer.session.opening.projects import is_project
from reviewer.session.session import Session
from reviewer.storage.memory import MemoryStore
from reviewer.storage.sqlite import SqliteStore


class Checked(NamedTuple):
    """A pair of texts and what is wrong with it."""

    pair: Pair
    findings: list[Finding]
    document: str = ""
    """What tells its document from the others, where there are several."""

    @property
    def place(self) -> str:
        return f"{self.document}:{self.pair.id}" if self.document else self.pair.id


Found = Iterable[Checked]


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help=f"PAIRS.jsonl, PAIRS.tsv or FILE.review; {SEVERAL}")
    add_languages(parser)
    add_reading(parser)
    parser.add_argument("--format", choices=sorted(_WRITERS), default="text", help="how findings are printed")
    parser.add_argument(
        "--fail-on",
        choices=[s.value for s in Severity],
        default=Severity.MINOR.value,
        help="end with status 1 from this severity on (minor)",
    )


def _run(arguments: Namespace) -> int:
    found = _findings(arguments.files, arguments.source_lang, arguments.target_lang, reading_of(arguments))
    severities: set[Severity] = set()
    _WRITERS[arguments.format](_noting(found, severities), sys.stdout)
    return int(any(severity.rank >= Severity(arguments.fail_on).rank for severity in severities))


def _noting(found: Found, severities: set[Severity]) -> Found:
    """Yield what was found, taking note of how grave it is."""
    for checked in found:
        severities.update(finding.severity for finding in checked.findings)
        yield checked


def _findings(
    files: Sequence[str],
    source_lang: str | None,
    target_lang: str | None,
    reading: tuple[Mapping[str, str], Mapping[str, str]],
) -> Found:
    first = files[0]
    if len(files) == 1 and is_project(first):
        with closing(SqliteStore(first, writable=False)) as store:
            session = Session(store)
        for pair, findings in check_all(setup_of(session), Pairs(session)):
            session.found(pair.id, findings)
            yield Checked(pair, list(session.findings.of(pair.id)), _document(session, pair.id))
    elif len(files) == 1 and first.lower().endswith(PAIR_SUFFIXES) and os.path.isfile(first):
        yield from (Checked(*found) for found in check_all(Setup(), read_pairs(first, source_lang, target_lang)))
    else:
        pairs, told = name_documents(files, source_lang, target_lang, reading)
        languages = source_lang, target_lang
        opened = (
            open_documents(pairs, *languages)
            if len(pairs) > 1
            else open_files(pairs[0].source, pairs[0].target, *languages, pairs[0].options)
        )
        for warning in (*opened.warnings, *told):
            print(f"reviewer: {warning}", file=sys.stderr)
        session = Session(MemoryStore(opened.bitexts, opened.rows))
        for pair, findings in check_all(Setup(), Pairs(session)):
            yield Checked(pair, findings, _document(session, pair.id))


def _document(session: Session, id: str) -> str:
    return session.documents.names[session.rows.document_of(id)] if len(session.bitexts) > 1 else ""


def as_json(checked: Checked, finding: Finding) -> dict[str, Any]:
    """Return a finding as scripts read it; spans are `[start, end]` in Unicode code points, or null.

    Of several documents each finding names its own.
    """
    return {
        "id": checked.pair.id,
        **({"document": checked.document} if checked.document else {}),
        "check": finding.check,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "message": finding.text,
        "source_span": finding.source_span,
        "target_span": finding.target_span,
        "suggestions": [suggestion.replacement for suggestion in finding.suggestions],
        "evidence": [{"text": e.text, "source": e.source} for e in finding.evidence],
    }


def _write_jsonl(found: Found, out: TextIO) -> None:
    for checked in found:
        for finding in checked.findings:
            out.write(json.dumps(as_json(checked, finding), ensure_ascii=False) + "\n")


def _write_json(found: Found, out: TextIO) -> None:
    everything = [as_json(checked, finding) for checked in found for finding in checked.findings]
    json.dump(everything, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _write_sarif(found: Found, out: TextIO) -> None:
    everything = [(finding, checked.document) for checked in found for finding in checked.findings]
    json.dump(sarif(everything), out, ensure_ascii=False, indent=1)
    out.write("\n")


def _write_text(found: Found, out: TextIO) -> None:
    count = 0
    for checked in found:
        count += len(checked.findings)
        for finding in checked.findings:
            fix = f"  → {finding.suggestions[0].replacement}" if finding.suggestions else ""
            out.write(f"{checked.place}: {finding.severity.value}: {finding.text}{fix}  [{finding.check}]\n")
    out.write(f"{counted(count, 'finding')}\n")


_WRITERS: dict[str, Callable[[Found, TextIO], None]] = {
    "text": _write_text,
    "json": _write_json,
    "jsonl": _write_jsonl,
    "sarif": _write_sarif,
}

SUBCOMMAND = Subcommand("check", "look for errors in a translation", _arguments, _run)
