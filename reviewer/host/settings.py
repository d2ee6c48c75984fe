"""The editor's own settings: one table of what there is, one TOML file of what was changed."""

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from reviewer.host.files import write_file
from reviewer.host.paths import config_folder
from reviewer.model.errors import InputError

FILE_NAME = "settings.toml"

T = TypeVar("T", str, int, bool, dict[str, str])


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One thing an editor can choose."""

    key: str
    """Its name in the file."""
    default: T
    title: str
    help: str
    least: int | None = None
    """The smallest number that makes sense, for numbers."""
    most: int | None = None

    def accepts(self, value: object) -> bool:
        """Say whether a value read from the file can be used."""
        if isinstance(self.default, dict):
            return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
        if type(value) is not type(self.default):
            return False
        if isinstance(value, int) and self.least is not None and self.most is not None:
            return self.least <= value <= self.most
        return True


THEME = Setting("theme", "system", "Colours", "“system” follows the desktop: light, dark or high contrast.")
ZOOM = Setting("zoom", 100, "Size of the text", "In per cent of the normal size.", least=50, most=400)
COMPACT = Setting("compact", False, "Compact rows", "Less room between paragraphs, so that more of them are seen.")
_NO_FONTS: dict[str, str] = {}
FONTS = Setting(
    "fonts", _NO_FONTS, "Fonts", "The font of each language under review; where none is chosen, a fitting one is found."
)
AUTHOR = Setting("author", "", "Your name", "Stands beside your corrections in the history. Empty: your login name.")
KEYMAP = Setting("keymap", "default", "Keys", "Whose keys to use; your own changes to them come on top.")
READING = Setting("reading", False, "Reading view", "Show running text instead of the table.")
_GOOGLE = {"google": "Google"}
ENGINES = Setting(
    "engines",
    _GOOGLE,
    "Translation engines",
    "Asked when you ask, in this order; never by themselves.",
)
"""Id → what it is called, so that the engines need not be loaded to say who would receive a text."""
PROXY = Setting(
    "proxy",
    "",
    "Proxy for engines",
    "As http://proxy:3128. Empty: as the system says. One with a password belongs into HTTPS_PROXY.",
)
DIFFERENCES = Setting("differences", False, "Differences", "Show what was changed in the delivered translation.")

SETTINGS: tuple[Setting[Any], ...] = (THEME, ZOOM, COMPACT, FONTS, AUTHOR, KEYMAP, READING, DIFFERENCES, ENGINES, PROXY)


class Settings:
    """What the editor chose; every change is on disk when `set` returns.

    Whoever wants to know of changes adds a function to `listeners`; it is called with the key.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Read the settings; a file that cannot be read leaves the defaults, and `problem` says so."""
        self._path = path or config_folder() / FILE_NAME
        self._values: dict[str, Any] = {}
        self.listeners: list[Callable[[str], None]] = []
        self.problem = ""
        """A sentence for the editor where the file could not be used as it is."""
        self._foreign: Mapping[str, Any] = {}
        """What the file says that this version does not know; kept as it is."""
        try:
            stored = tomllib.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            self.problem = f"Your settings in {self._path} cannot be read ({error}), so the usual ones are in use."
            return
        for setting in SETTINGS:
            if setting.key in stored and setting.accepts(stored[setting.key]):
                self._values[setting.key] = stored.pop(setting.key)
        self._foreign = stored

    def get(self, setting: Setting[T]) -> T:
        """Return what was chosen, or the default."""
        value: T = self._values.get(setting.key, setting.default)
        return value

    def set(self, setting: Setting[T], value: T) -> None:
        """Choose a value.

        Raises:
            InputError: the value makes no sense for this setting.
            StorageError: the file cannot be written; the choice holds until the program ends.
        """
        if not setting.accepts(value):
            raise InputError(f"“{value}” is no value for “{setting.title}”.")
        if self.get(setting) == value:
            return
        self._values[setting.key] = value
        for listener in tuple(self.listeners):
            listener(setting.key)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_file(str(self._path), to_toml({**self._foreign, **self._values}).encode(), backup=False)


def to_toml(values: Mapping[str, Any]) -> str:
    """Return a table of strings, numbers, truths, lists and tables of such as TOML 1.0."""
    lines: list[str] = []
    _write_table(lines, (), values)
    return "\n".join(lines) + "\n"


def _write_table(lines: list[str], path: tuple[str, ...], values: Mapping[str, Any]) -> None:
    plain = {key: value for key, value in values.items() if not isinstance(value, Mapping)}
    if path and (plain or not values):
        lines += ["", f"[{'.'.join(map(_quoted, path))}]"] if lines else [f"[{'.'.join(map(_quoted, path))}]"]
    lines += [f"{_quoted(key)} = {_value(value)}" for key, value in plain.items()]
    for key, value in values.items():
        if isinstance(value, Mapping):
            _write_table(lines, (*path, key), value)


def _quoted(key: str) -> str:
    return key if key and key.isascii() and key.replace("-", "").replace("_", "").isalnum() else _value(key)


def _value(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, (str, bool, int, float)):
        # JSON's strings, numbers and truths are TOML's too, but for the one control character it leaves alone.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    raise TypeError(f"TOML has no way to write {type(value).__name__}")
