"""`reviewer history`: list every correction in order."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from typing import Any

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.model.correction import Correction
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("project", metavar="FILE.review")
    parser.add_argument("--format", choices=["text", "json", "jsonl"], default="text", help="how they are printed")


def _run(arguments: Namespace) -> int:
    with closing(SqliteStore(arguments.project, writable=False)) as store:
        session = Session(store)
        history = session.history()
    corrections = [asdict(correction) for correction in history]
    if len(session.bitexts) > 1:
        _name_documents(corrections, _documents(session, history), session.documents.names)
    if arguments.format == "json":
        print(json.dumps(corrections, ensure_ascii=False, indent=1))
        return 0
    for correction in corrections:
        if arguments.format == "jsonl":
            print(json.dumps(correction, ensure_ascii=False))
            continue
        print(f"{correction['number']}  {correction['time']}  {correction['author']}  {correction['verb']}")
        for change in correction["changes"]:
            place = f"{change['document']}:{change['segment']}" if "document" in change else change["segment"]
            for name in (change["after"] or change["before"]).keys() & {"target", "state"}:
                before, after = (change["before"] or {}).get(name, ""), (change["after"] or {}).get(name, "")
                print(f"    {place} {name}: {before} → {after}")
    return 0


def _documents(session: Session, history: Sequence[Correction]) -> dict[str, int]:
    """Return the number of the document of each segment that ever was in the history."""
    ranks = {
        change.id: fields["rank"]
        for correction in history
        for change in correction.changes
        for fields in (change.before, change.after)
        if fields and "rank" in fields
    }
    known = {id for correction in history for id in correction.segments}
    ranks |= {id: session.rows.rank_of(id) for id in known if session.rows.has(id)}
    return {id: session.rows.document_at(rank) for id, rank in ranks.items()}


def _name_documents(corrections: list[dict[str, Any]], documents: dict[str, int], names: Sequence[str]) -> None:
    for correction in corrections:
        correction["changes"] = [
            {**change, "document": names[documents[change["segment"]]]} for change in correction["changes"]
        ]


SUBCOMMAND = Subcommand("history", "list every correction in order", _arguments, _run)
