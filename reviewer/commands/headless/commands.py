"""`reviewer commands`: list what an editor can do, with its keys."""

import json
from argparse import ArgumentParser, Namespace

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.commands.keymap import keymap, presets
from reviewer.commands.registry import all_commands


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "json", "markdown"], default="text", help="how they are printed")
    parser.add_argument("--preset", default="", choices=[p.id for p in presets()], help="keys of another tool")


def _run(arguments: Namespace) -> int:
    commands = all_commands()
    keys = keymap(commands, arguments.preset)
    if arguments.format == "json":
        rows = [
            {
                "id": c.id,
                "title": c.title,
                "menu": c.menu,
                "keys": keys[c.id].anywhere,
                "read_keys": keys[c.id].reading,
                "description": c.description,
            }
            for c in commands
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    if arguments.format == "markdown":
        print("| what | while reading | anywhere |\n|---|---|---|")
    for c in commands:
        reading, anywhere = ", ".join(keys[c.id].reading), ", ".join(keys[c.id].anywhere)
        if arguments.format == "markdown":
            print(f"| {c.title.rstrip('…')} | {_code(keys[c.id].reading)} | {_code(keys[c.id].anywhere)} |")
        else:
            print(f"{c.id:26} {reading:14} {anywhere:30} {c.title}")
    return 0


def _code(keys: tuple[str, ...]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


SUBCOMMAND = Subcommand("commands", "list what an editor can do, with its keys", _arguments, _run)
