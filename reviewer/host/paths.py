"""Where the program keeps what is its own: settings, projects without a place, logs, caches."""

from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("reviewer", appauthor=False)


def config_folder() -> Path:
    """Return the folder of settings and keymaps; it may not exist yet."""
    return Path(_DIRS.user_config_dir)


def data_folder() -> Path:
    """Return the folder of projects whose own folder cannot be written; it may not exist yet."""
    return Path(_DIRS.user_data_dir)


def state_folder() -> Path:
    """Return the folder of logs and of what was open last; it may not exist yet."""
    return Path(_DIRS.user_state_dir)


def cache_folder() -> Path:
    """Return the folder of what can be made anew; it may not exist yet."""
    return Path(_DIRS.user_cache_dir)
