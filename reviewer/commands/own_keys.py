"""Giving commands other keys, and saying why a key cannot be had."""

from collections.abc import Iterable

from reviewer.commands.command import Command
from reviewer.commands.keymap import Keymap, Keys

_TYPED = {
    "Space",
    "Return",
    "Backspace",
    "Delete",
    "Tab",
    "Home",
    "End",
    "PgUp",
    "PgDown",
    "Up",
    "Down",
    "Left",
    "Right",
}
"""Named keys that mean something by themselves in a text field."""


def why_not(keymap: Keymap, commands: Iterable[Command], id: str, key: str, *, reading: bool) -> str:
    """Return a sentence why a command cannot have a key, or nothing where it can.

    `key` is spelt as `keymap.normal` does; `reading` asks for it while reading only.
    """
    modifiers, _, name = key.rpartition("+") if not key.endswith("+") else (key[:-2], "", "+")
    held = set(modifiers.split("+")) - {""}
    if not reading and not held & {"Ctrl", "Alt", "Meta"} and (len(name) == 1 or name in _TYPED):
        return f"{key} is text while you edit. Use it with Ctrl or Alt, or as a key for reading."
    if {"Ctrl", "Alt"} <= held and len(name) == 1:
        return f"{key} types a character on keyboards with AltGr. Choose another."
    titles = {command.id: command.title for command in commands}
    for other, keys in keymap.items():
        # A key that works anywhere works while reading, too.
        taken = keys.anywhere if other == id and reading else (*keys.anywhere, *keys.reading)
        if key in taken and other != id:
            return f"{key} stands for “{titles.get(other, other)}”. Take it away there first."
        if key in taken and not (other == id and not reading and key in keys.reading):
            return f"“{titles.get(id, id)}” has {key} already."
    return ""


def with_key(keys: Keys, key: str, *, reading: bool) -> Keys:
    """Return a command's keys with one more; anywhere takes the place of reading."""
    if reading:
        return Keys(keys.anywhere, (*keys.reading, key))
    return Keys((*keys.anywhere, key), tuple(known for known in keys.reading if known != key))


def without_key(keys: Keys, key: str) -> Keys:
    """Return a command's keys without one of them."""
    return Keys(tuple(k for k in keys.anywhere if k != key), tuple(k for k in keys.reading if k != key))
