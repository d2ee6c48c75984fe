"""`reviewer apply`: put corrections made elsewhere into a project's history."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from reviewer.commands.headless.json_lines import read_objects
from reviewer.commands.headless.subcommand import Subcommand
from reviewer.host.login import login_name
from reviewer.model.correction import Edit, Verb
from reviewer.model.errors import InputError
from reviewer.model.segment import Segment, State
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("project", metavar="FILE.review")
    parser.add_argument("corrections", metavar="CORRECTIONS.jsonl", help="lines with `id` and `target`")
    parser.add_argument("--author", metavar="NAME", help="whose corrections they are (who is logged in)")


def _run(arguments: Namespace) -> int:
    wanted = _read(arguments.corrections)
    session = Session(SqliteStore(arguments.project), author=arguments.author or login_name())
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
    for number, record in read_objects(path):
        id, target = record.get("id"), record.get("target")
        if not isinstance(id, str | int) or not isinstance(target, str):
            raise InputError(f"{path}, line {number}: no “id” or no text as “target”. Nothing was changed.")
        wanted[str(id)] = target
    return wanted


SUBCOMMAND = Subcommand("apply", "put corrections made elsewhere into a project", _arguments, _run)
