"""The articles that come with the program, to try it on."""

import shutil
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reviewer.host.paths import data_folder
from reviewer.model.errors import InputError
from reviewer.session.opening.request import Request
from reviewer.text.resources import resource


@dataclass(frozen=True, slots=True)
class Sample:
    """An article with a flawed translation."""

    name: str
    title: str
    description: str
    """What is wrong with its translation, in a sentence."""
    source_lang: str
    target_lang: str


@cache
def samples() -> tuple[Sample, ...]:
    """Return the samples there are, by name."""
    found = []
    for path in sorted(resource("samples").glob("*/sample.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        found.append(
            Sample(path.parent.name, data["title"], data["description"], data["source_lang"], data["target_lang"])
        )
    return tuple(found)


def sample(name: str) -> Sample:
    """Return a sample by name.

    Raises:
        InputError: there is none of that name; says which there are.
    """
    for one in samples():
        if one.name == name:
            return one
    raise InputError(f"There is no sample “{name}”. There are: {', '.join(one.name for one in samples())}.")


def request_for_sample(name: str) -> Request:
    """Return the request for a sample.

    Raises:
        InputError: there is none of that name.
    """
    one = sample(name)
    return Request(_unpacked(one), one.source_lang, one.target_lang, title=one.title)


def _unpacked(one: Sample) -> tuple[str, str]:
    """Return the paths of a sample's source and translation, copied to where they may be changed."""
    origin = resource("samples") / one.name
    folder = data_folder() / "samples" / one.name
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in (f"source.{one.source_lang}.txt", f"target.{one.target_lang}.txt"):
        copy = folder / name
        if not copy.exists():
            shutil.copyfile(Path(origin / name), copy)
        paths.append(str(copy))
    return paths[0], paths[1]
