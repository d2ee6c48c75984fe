"""What a subcommand of the command line is."""

import importlib
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from reviewer.model.declared import declared
from reviewer.model.errors import InputError
from reviewer.text.named_languages import tag_of


@dataclass(frozen=True, slots=True)
class Subcommand:
    """One subcommand; a file here declares it as `SUBCOMMAND`."""

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
    """Returns the exit status: 0 well, 1 the answer is no (findings), 2 an error."""


_PACKAGE = "reviewer.commands.headless"


def all_subcommands() -> tuple[Subcommand, ...]:
    """Return every subcommand there is."""
    return declared(_PACKAGE, "SUBCOMMAND")[0]


def subcommands_for(name: str) -> tuple[Subcommand, ...]:
    """Return the subcommand of that name alone where a file here is called like it, otherwise every one.

    The others take longer to load than a short text takes to align.
    """
    if name.isidentifier() and find_spec(f"{_PACKAGE}.{name}") is not None:
        found = getattr(importlib.import_module(f"{_PACKAGE}.{name}"), "SUBCOMMAND", None)
        if isinstance(found, Subcommand) and found.name == name:
            return (found,)
    return all_subcommands()


SEVERAL = (
    "SOURCE TARGET; SOURCE alone, or a bilingual file; SOURCE_FOLDER TARGET_FOLDER; FOLDER, or more than two files, "
    "paired by their names"
)
"""What may be named where documents are opened."""


def add_languages(parser: ArgumentParser) -> None:
    """Add the options that say which languages the texts are in; what is none is an `InputError`."""
    for option, side, text in (("--from", "source", "source"), ("--to", "target", "translation")):
        parser.add_argument(
            option, dest=f"{side}_lang", type=_language, metavar="L", help=f"language of the {text} (BCP 47)"
        )


def _language(said: str) -> str:
    tag = tag_of(said)
    if not tag:
        raise InputError(f"“{said}” is no language. Write one like de, pt-BR or zh-Hant (BCP 47).")
    return tag


def add_reading(parser: ArgumentParser) -> None:
    """Add the option that says how files are read."""
    parser.add_argument(
        "--read",
        action="append",
        default=[],
        metavar="OPTION=VALUE",
        help="how files are read: encoding=windows-1251, or for tables source=A, target=C (number, letter or heading), "
        "sheet=NAME; with source. or target. before it, one of two files only",
    )


def reading_of(arguments: Namespace) -> tuple[dict[str, str], dict[str, str]]:
    """Return how the source and the translation are to be read, see `formats.format.Format.read`.

    Raises:
        InputError: an option has no value.
    """
    source: dict[str, str] = {}
    target: dict[str, str] = {}
    for given in arguments.read:
        name, equals, value = given.partition("=")
        if not (name and equals and value):
            raise InputError(f"“{given}” says nothing. Write it like --read encoding=windows-1251.")
        side, dot, option = name.partition(".")
        for which, options in (("source", source), ("target", target)):
            if not dot or side == which:
                options[option if dot else name] = value
    return source, target
