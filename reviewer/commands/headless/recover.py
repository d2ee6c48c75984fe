"""`reviewer recover`: bring back what can be read of a damaged project."""

from argparse import ArgumentParser, Namespace

from reviewer.commands.headless.subcommand import Subcommand
from reviewer.storage.recovery import recover


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("project", metavar="FILE.review")
    parser.add_argument("-o", "--output", metavar="OUT.review", help="the project to make (FILE-recovered.review)")


def _run(arguments: Namespace) -> int:
    output = arguments.output or arguments.project.removesuffix(".review") + "-recovered.review"
    saved = recover(arguments.project, output)
    print(f"{output}: {saved.segments} rows, {saved.corrections} corrections, {saved.drafts} drafts")
    for loss in saved.losses:
        print(f"lost: {loss}")
    return 0 if not saved.losses else 1


SUBCOMMAND = Subcommand("recover", "bring back what can be read of a damaged project", _arguments, _run)
