"""The keys in force: the preset the editor chose, and the editor's own keys over it."""

from collections.abc import Mapping
from pathlib import Path

from reviewer.commands.keymap import Keymap, Keys, keymap, read_bindings, write_bindings
from reviewer.commands.registry import all_commands
from reviewer.host.files import write_file
from reviewer.host.paths import config_folder
from reviewer.host.settings import KEYMAP, Settings
from reviewer.model.errors import InputError

DEFAULT = "default"
FILE_NAME = "keys.toml"


def own_keys_path() -> Path:
    """Return where the editor's own keys stand; the file need not exist."""
    return config_folder() / FILE_NAME


def own_keys() -> dict[str, Keys]:
    """Return the editor's own keys.

    Raises:
        InputError: the file is malformed.
    """
    return read_bindings(_own(), [command.id for command in all_commands()])


def write_own_keys(bindings: Mapping[str, Keys]) -> None:
    """Store the editor's own keys.

    Raises:
        StorageError: the file cannot be written.
    """
    own_keys_path().parent.mkdir(parents=True, exist_ok=True)
    write_file(str(own_keys_path()), write_bindings(bindings).encode(), backup=False)


def keymap_in_force(settings: Settings) -> tuple[Keymap, str]:
    """Return the keys to use, and a sentence where the chosen ones cannot be used as they are."""
    chosen = settings.get(KEYMAP)
    preset = "" if chosen == DEFAULT else chosen
    problem = ""
    for own in (_own(), ""):
        try:
            return keymap(all_commands(), preset, own), problem
        except InputError as error:
            problem = f"{error} The keys in {own_keys_path()} are left out until then."
    return Keymap.default(all_commands()), problem


def _own() -> str:
    try:
        return own_keys_path().read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
