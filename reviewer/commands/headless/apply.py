"""`reviewer apply`: put corrections made elsewhere into a project's history."""

import getpass
import json
from argparse import ArgumentParser, Namespace
from dataclasses import replace

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.host.files import read_file
from reviewer.model.correction import Edit, Verb
from reviewer.model.errors import InputError
from reviewer.model.segment import Segment, State
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("project", metavar="FILE.review")
    parser.add_argument("corrections", metavar="CORRECTIONS.jsonl", help="lines with `id` and `target`")
    parser.add_argument("--author", default=getpass.getuser(), help="whose corrections they are")


def _run(arguments: Namespace) -> int:
    wanted = _read(arguments.corrections)
    session = Session(SqliteStore(arguments.project), author=arguments.author)
    try:
        before = [_segment(session, id) for id in wanted]
        after = [replace(s, target=wanted[s.id], state=State.REVIEWED) for s in before]
        changed = [(old, new) for old, new in zip(before, after, strict=True) if old.target != new.target]
        session.apply(Edit(Verb.IMPORT, tuple(old for old, _ in changed), tuple(new for _, new in changed)))
    finally:
        session.close()
    print(f"{len(changed)} of {len(wanted)} corrections changed a text")
    return 0


def _segment(session: Session, id: str) -> Segment:
    if not session.rows.has(id):
        raise InputError(f"There is no segment {id} in the project. Nothing was changed.")
    segment = session.segment(id)
    if segment.locked:
        raise InputError(f"Segment {id} is locked. Nothing was changed.")
    return segment


def _read(path: str) -> dict[str, str]:
    wanted: dict[str, str] = {}
    for number, line in enumerate(read_file(path).decode("utf-8-sig").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            wanted[str(record["id"])] = str(record["target"])
        except (ValueError, TypeError, KeyError):
            raise InputError(
                f"{path}, line {number}: not an object with “id” and “target”. Nothing was changed."
            ) from None
    return wanted


SUBCOMMAND = Subcommand("apply", "put corrections made elsewhere into a project", _arguments, _run)
