"""`reviewer engines`: list the translation engines there are."""

import getpass
import json
import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.engines.engine import Engine, all_engines, disabled_engines
from reviewer.model.errors import InputError
from reviewer.session.translation.translating import account_of, set_up


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "json", "markdown"], default="text", help="how they are printed")
    parser.add_argument(
        "--set",
        metavar="ENGINE/NAME",
        help="ask for a key, an address or the like and keep it in the system's keyring (nothing: forget it)",
    )


def _run(arguments: Namespace) -> int:
    if arguments.set:
        return _set(arguments.set)
    rows = [_row(engine) for engine in _engines()]
    disabled = [{"id": plugin.name, "error": plugin.error} for plugin in disabled_engines()]
    if arguments.format == "json":
        print(json.dumps([*rows, *disabled], ensure_ascii=False, indent=1))
        return 0
    if arguments.format == "markdown":
        print("| engine | who gets the text | set |\n|---|---|---|")
        for engine in _engines():
            needs = ", ".join(
                f"`{need.name}`" for need in engine.needs if not (need.name == "address" and need.default)
            )
            print(f"| `{engine.id}` {engine.title} | {engine.description} | {needs} |")
        return 0
    for row in rows:
        missing = [need["variable"] for need in row["needs"] if need["missing"]]
        state = f"needs {', '.join(missing)}" if missing else "ready"
        limit = f"{row['limit']:,} {row['measure']}"
        print(f"{row['id']:16}{row['title']:24}{row['cost']:6}{limit:20}{row['host'] or '-':40}{state}")
    for plugin in disabled:
        print(f"{plugin['id']:16}not loaded: {plugin['error']}")
    return 0


def _engines() -> list[Engine]:
    return sorted(all_engines(), key=lambda engine: engine.id)


def _row(engine: Engine) -> dict[str, Any]:
    account, known = account_of(engine), engine.languages
    missing = engine.missing(account)
    return {
        "id": engine.id,
        "title": engine.title,
        "description": engine.description,
        "cost": engine.cost.value,
        "limit": engine.limit,
        "measure": engine.measure.value,
        "host": engine.host(account),
        "needs": [
            {
                "name": need.name,
                "variable": need.variable(engine.id),
                "secret": need.secret,
                "set": bool(account[need.name]),
                "missing": need in missing,
            }
            for need in engine.needs
        ],
        "languages": known and {"source": sorted(known.sources), "target": sorted(known.targets)},
    }


def _set(what: str) -> int:
    id, _, name = what.partition("/")
    engine = next((engine for engine in all_engines() if engine.id == id), None)
    need = next((need for need in engine.needs if need.name == name), None) if engine else None
    if engine is None or need is None:
        names = ", ".join(f"{e.id}/{n.name}" for e in all_engines() for n in e.needs)
        raise InputError(f"There is nothing called “{what}” to set. There are: {names}.")
    prompt = f"{engine.title}, {need.title.lower()}: "
    try:
        value = getpass.getpass(prompt) if need.secret and sys.stdin.isatty() else input(prompt)
    except EOFError:
        raise InputError(f"Nothing was entered, so that {what} is as it was.") from None
    set_up(engine, {name: value})
    return 0


SUBCOMMAND = Subcommand("engines", "list the translation engines", _arguments, _run)
