"""The front door: reads the command line, joins the parts, opens the window or runs headless."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence

from reviewer import __version__
from reviewer.commands.headless.subcommand import SEVERAL, Subcommand, add_languages, add_reading, subcommands_for
from reviewer.model.errors import Cancelled, ReviewerError

_WINDOWED = ("open", "sample")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit status: 0 well, 1 the answer is no, 2 an error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Without a window there is no need to know of one, and the other way round: either start is quick.
    windowed = not given or given[0] in _WINDOWED or given[0].startswith("--")
    alone = windowed and given[:1] not in (["--help"], ["-h"])
    try:
        parsed = _parser(() if alone else subcommands_for(given[0])).parse_args(given)
        run: Subcommand | None = getattr(parsed, "subcommand", None)
        if run is not None:
            status = run.run(parsed)
            # What is printed may yet fail to be written, and must not do so unheard when the program ends.
            sys.stdout.flush()
            return status
        # Headless use must not load what only the window needs.
        from reviewer.ui.running.launch import launch

        return launch(parsed)
    except ReviewerError as error:
        print(f"reviewer: {error}", file=sys.stderr)
        return 2
    except (Cancelled, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        _print_no_more()
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _print_no_more()
        print("reviewer: The disk is full: not all could be written. Make room and try again.", file=sys.stderr)
        return 2


def _print_no_more() -> None:
    """Let nothing that waits to be printed be written at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser(subcommands: Sequence[Subcommand]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reviewer",
        description="Review a translation side by side. Without a subcommand, the welcome page opens.",
        epilog="Ends with 0 where all went well, 1 where the answer is no, 2 after an error.",
    )
    parser.add_argument("--version", action="version", version=f"reviewer {__version__}")
    _add_screenshot(parser)
    parts = parser.add_subparsers(dest="command", metavar="SUBCOMMAND", title="subcommands")
    opening = parts.add_parser("open", help="open a source and its translation, folders of them, or a project")
    opening.add_argument("files", nargs="+", metavar="FILE", help=f"FILE.review; {SEVERAL}")
    add_languages(opening)
    add_reading(opening)
    opening.add_argument("--project", metavar="FILE.review", help="where the review is kept (beside the translation)")
    _add_screenshot(opening)
    sample = parts.add_parser("sample", help="open a sample article")
    sample.add_argument("name", nargs="?", metavar="NAME", help="which one; without it, they are listed")
    _add_screenshot(sample)
    for subcommand in subcommands:
        help = subcommand.help
        part = parts.add_parser(subcommand.name, help=help, description=f"{help[:1].upper()}{help[1:]}.")
        subcommand.add_arguments(part)
        part.set_defaults(subcommand=subcommand)
    return parser


def _add_screenshot(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--screenshot", metavar="OUT.png", help="draw the window without a display, and end")
    parser.add_argument("--size", metavar="WxH", default="1280x800", help="size of the drawn window (1280x800)")


if __name__ == "__main__":
    sys.exit(main())
