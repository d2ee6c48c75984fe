"""What a subcommand of the command line is."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from reviewer.model.declared import declared


@dataclass(frozen=True, slots=True)
class Subcommand:
    """One subcommand; a file here declares it as `SUBCOMMAND`."""

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
    """Returns the exit status: 0 well, 1 the answer is no (findings), 2 an error."""


def all_subcommands() -> tuple[Subcommand, ...]:
    """Return every subcommand there is."""
    return declared("reviewer.commands.headless", "SUBCOMMAND")[0]


def add_languages(parser: ArgumentParser) -> None:
    """Add the options that say which languages the texts are in."""
    parser.add_argument("--from", dest="source_lang", metavar="L", help="language of the source (BCP 47)")
    parser.add_argument("--to", dest="target_lang", metavar="L", help="language of the translation (BCP 47)")
