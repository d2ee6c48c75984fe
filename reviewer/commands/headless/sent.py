"""`reviewer sent`: list what left the machine."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.host.sent_log import SentLog
from reviewer.model.errors import InputError


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "jsonl"], default="text", help="how they are printed")
    parser.add_argument("--most", type=_count, default=1000, metavar="N", help="how many requests, the newest (1000)")


def _count(said: str) -> int:
    if not said.isdecimal():
        raise InputError(f"“{said}” is no number of requests.")
    return int(said)


def _run(arguments: Namespace) -> int:
    for sent in reversed(SentLog().entries(arguments.most)):
        if arguments.format == "jsonl":
            print(json.dumps(asdict(sent), ensure_ascii=False))
        elif sent.characters:
            paragraphs = ", ".join(sent.segments)
            languages = f"{sent.source} → {sent.target}"
            print(f"{sent.time}  {sent.host}  {languages}  {sent.characters} characters, paragraphs {paragraphs}")
        else:
            print(f"{sent.time}  {sent.host}  asked for its languages")
    return 0


SUBCOMMAND = Subcommand("sent", "list what left the machine, and who received it", _arguments, _run)
