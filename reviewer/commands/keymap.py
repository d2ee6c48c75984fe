"""Which keys run which command: the default, presets of other tools, and the editor's own."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reviewer.commands.command import Command
from reviewer.model.errors import InputError
from reviewer.text.resources import resource

_MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
_NAMES = {
    "enter": "Return",
    "escape": "Esc",
    "del": "Delete",
    "ins": "Insert",
    "pageup": "PgUp",
    "pagedown": "PgDown",
}
_NAMED = {
    *"Return Esc Tab Backspace Delete Insert Home End PgUp PgDown Up Down Left Right Space".split(),
    *(f"F{n}" for n in range(1, 25)),
}


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one command."""

    anywhere: tuple[str, ...]
    """Chords; they work while editing, too."""
    reading: tuple[str, ...]
    """Keys that work while the paragraph list has the focus."""


@dataclass(frozen=True, slots=True)
class Preset:
    """The keys of another tool, for those who know them."""

    id: str
    title: str
    bindings: Mapping[str, Keys]


class Keymap(Mapping[str, Keys]):
    """Command id → its keys. Every key does one thing."""

    def __init__(self, bindings: Mapping[str, Keys]) -> None:
        self._bindings = dict(bindings)

    def __getitem__(self, id: str) -> Keys:
        return self._bindings[id]

    def __iter__(self) -> Any:
        return iter(self._bindings)

    def __len__(self) -> int:
        return len(self._bindings)

    @classmethod
    def default(cls, commands: Iterable[Command]) -> "Keymap":
        """Return the keys that commands declare."""
        return cls({c.id: Keys(tuple(map(normal, c.keys)), tuple(map(normal, c.read_keys))) for c in commands})

    def overlaid(self, bindings: Mapping[str, Keys]) -> "Keymap":
        """Return this keymap with other keys for some commands; a key given there is taken from whoever had it."""
        anywhere = {key for keys in bindings.values() for key in keys.anywhere}
        reading = anywhere | {key for keys in bindings.values() for key in keys.reading}
        merged = {
            id: Keys(
                tuple(k for k in keys.anywhere if k not in reading), tuple(k for k in keys.reading if k not in reading)
            )
            for id, keys in self._bindings.items()
        }
        return Keymap({**merged, **{id: keys for id, keys in bindings.items() if id in merged}})

    def clashes(self) -> list[str]:
        """Return a sentence for every key that two commands claim."""
        anywhere: dict[str, str] = {}
        reading: dict[str, str] = {}
        found = []
        for id, keys in self._bindings.items():
            for key in keys.anywhere:
                if key in anywhere:
                    found.append(_clash(key, anywhere[key], id))
                anywhere[key] = id
        for id, keys in self._bindings.items():
            for key in keys.reading:
                holder = reading.get(key) or anywhere.get(key)
                if holder and holder != id:
                    found.append(_clash(key, holder, id))
                reading[key] = id
        return found


def normal(key: str) -> str:
    """Return a key's one spelling: `shift+ctrl+p` becomes `Ctrl+Shift+P`.

    Raises:
        InputError: it is no key.
    """
    head, plus, last = key.strip().rpartition("+")
    if key.strip().endswith("++"):
        head, last = key.strip()[:-2], "+"
    elif not plus:
        head = ""
    modifiers = {part.strip().title() for part in head.split("+") if part.strip()}
    name = _NAMES.get(last.lower(), last)
    name = next((known for known in _NAMED if known.lower() == name.lower()), name)
    if not modifiers <= set(_MODIFIERS) or not (name in _NAMED or len(name) == 1):
        raise InputError(f"“{key}” is no key. Write it like Ctrl+Shift+P, F8 or J.")
    if len(name) == 1:
        name = name.upper()
    return "+".join([*(m for m in _MODIFIERS if m in modifiers), name])


def read_bindings(text: str, known: Iterable[str]) -> dict[str, Keys]:
    """Return the bindings of a keymap file (TOML with the tables `keys` and `read`).

    Raises:
        InputError: the file is malformed, or names a command or a key there is not; says which.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"The keymap is not right: {error}.") from None
    tables = {name: data.get(name, {}) for name in ("keys", "read")}
    commands = set(known)
    for table in tables.values():
        for id, keys in table.items():
            if id not in commands:
                raise InputError(f"The keymap names a command there is not: “{id}”.")
            if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
                raise InputError(f'The keys of “{id}” are not a list like ["Ctrl+P"].')
    return {
        id: Keys(tuple(map(normal, tables["keys"].get(id, ()))), tuple(map(normal, tables["read"].get(id, ()))))
        for id in {**tables["keys"], **tables["read"]}
    }


def write_bindings(bindings: Mapping[str, Keys]) -> str:
    """Return bindings as a keymap file."""
    lines = ["# Keys of your own; they go before those of the preset."]
    lines += ["", "[keys]", *(_line(id, keys.anywhere) for id, keys in sorted(bindings.items()))]
    lines += ["", "[read]", *(_line(id, keys.reading) for id, keys in sorted(bindings.items()))]
    return "\n".join(lines) + "\n"


def _line(id: str, keys: tuple[str, ...]) -> str:
    # A literal string needs no escapes, and only a literal string cannot hold an apostrophe.
    quoted = ", ".join(f"'{key}'" if "'" not in key else f'"{key}"' for key in keys)
    return f'"{id}" = [{quoted}]'


@cache
def presets() -> tuple[Preset, ...]:
    """Return the keymaps of other tools that come with the program."""
    found = []
    for path in sorted(Path(resource("keymaps")).glob("*.toml")):
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
        found.append(
            Preset(path.stem, data["title"], read_bindings(text, {*data.get("keys", {}), *data.get("read", {})}))
        )
    return tuple(found)


def _clash(key: str, first: str, second: str) -> str:
    return f"{key} stands for “{first}” and for “{second}”; a key can do one thing. Take it from one of them."


def keymap(commands: Iterable[Command], preset: str = "", own: str = "") -> Keymap:
    """Return the keys in force: the default, with a preset over it and the editor's own over both.

    Raises:
        InputError: there is no such preset, or the editor's keys are malformed or clash.
    """
    commands = tuple(commands)
    result = Keymap.default(commands)
    if preset:
        chosen = next((p for p in presets() if p.id == preset), None)
        if chosen is None:
            raise InputError(f"There is no set of keys called “{preset}”.")
        result = result.overlaid(chosen.bindings)
    bindings = read_bindings(own, [c.id for c in commands]) if own else {}
    if clashes := Keymap(bindings).clashes():
        raise InputError(clashes[0])
    return result.overlaid(bindings)
