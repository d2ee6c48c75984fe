"""Finding the things that declare themselves: checks, formats, engines, reports."""

import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


@dataclass(frozen=True, slots=True)
class Disabled:
    """A plug-in that could not be loaded, and why."""

    name: str
    error: str


@cache
def declared(package: str, attribute: str) -> tuple[tuple[Any, ...], tuple[Disabled, ...]]:
    """Return what the modules of `package` and the entry points of that name declare as `attribute`.

    A module may bind one value or a tuple of them. A package inside is looked through like `package`,
    unless it binds the attribute for all it holds. What is ours comes in the order of the modules' own names.
    A broken module of our own is a bug and raises; a broken entry point of somebody else's, one that declares no such
    thing, or one whose id is taken, becomes a `Disabled` entry, and the app goes on.
    """
    ours = sorted(_bound(importlib.import_module(package), attribute), key=lambda binding: binding[0])
    found = [value for _, values in ours for value in _listed(values)]
    disabled: list[Disabled] = []
    for point in sorted(_entry_points(package), key=lambda p: p.name):
        try:
            theirs = _listed(point.load())
            _expect_new(theirs, found)
        except Exception as error:  # whatever a stranger's code raises
            disabled.append(Disabled(point.name, f"{type(error).__name__}: {error}"))
        else:
            found += theirs
    return tuple(found), tuple(disabled)


def _expect_new(theirs: list[Any], known: list[Any]) -> None:
    """Make sure that what a plug-in declares can stand beside what is known.

    Raises:
        TypeError: it has no id, so that it is nothing of the kind.
        ValueError: its id is taken.
    """
    taken = {each.id for each in known}
    for each in theirs:
        if not isinstance(getattr(each, "id", None), str):
            raise TypeError(f"what it declares is a {type(each).__name__} without an id")
        if each.id in taken:
            raise ValueError(f"the id “{each.id}” is taken")
        taken.add(each.id)


def _bound(package: ModuleType, attribute: str) -> Iterator[tuple[str, Any]]:
    """Yield the names of the modules of a package that bind the attribute, and what they bind."""
    for each in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{each.name}")
        if hasattr(module, attribute):
            yield each.name, getattr(module, attribute)
        elif each.ispkg:
            yield from _bound(module, attribute)


def _entry_points(group: str) -> Iterable["EntryPoint"]:
    """Return the entry points of a group.

    `importlib.metadata` takes longer to load than all else here, so that it is asked only where the
    metadata of some installed package (core metadata, entry points specification) name the group.
    """
    if not is_extended(group):
        return ()
    from importlib.metadata import entry_points

    return entry_points(group=group)


def is_extended(package: str) -> bool:
    """Say whether installed packages may add to what the modules of `package` declare."""
    declarations = _declarations(tuple(sys.path))
    return declarations is None or f"[{package}]" in declarations


@cache
def _declarations(places: tuple[str, ...]) -> str | None:
    """Return what installed packages say of their entry points; None where only `importlib.metadata` can tell."""
    folders = [Path(place or ".") for place in places]
    if any(folder.is_file() for folder in folders):
        # A zip archive.
        return None
    return "\n".join(path.read_text("utf-8", "replace") for f in folders for path in f.glob("*-info/entry_points.txt"))


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]
