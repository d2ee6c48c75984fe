"""Colours by what they are for, read from `resources/themes`."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from reviewer.model.errors import InputError
from reviewer.text.resources import resource

SYSTEM = "system"
"""The name under which an editor chooses whatever theme the desktop asks for."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colour of every role; see `resources/themes/README.md` for where each stands."""

    name: str
    """Name of its file, without the ending."""
    title: str
    dark: bool

    background: QColor
    surface: QColor
    text: QColor
    text_dim: QColor
    source_text: QColor
    separator: QColor
    current_row: QColor
    current_bar: QColor
    selection: QColor
    selection_text: QColor
    counterpart: QColor
    accent: QColor
    focus: QColor
    chrome: QColor
    chrome_text: QColor
    invisible: QColor
    state_accepted: QColor
    state_corrected: QColor
    state_needs_work: QColor
    state_final: QColor
    severity_critical: QColor
    severity_major: QColor
    severity_minor: QColor
    severity_neutral: QColor
    diff_added: QColor
    diff_added_text: QColor
    diff_removed: QColor
    diff_removed_text: QColor

    def palette(self) -> QPalette:
        """Return the colours as Qt's own widgets want them."""
        palette = QPalette()
        role = QPalette.ColorRole
        for colour, roles in (
            (self.chrome, (role.Window, role.Button)),
            (self.chrome_text, (role.WindowText, role.ButtonText)),
            (self.background, (role.Base, role.ToolTipBase)),
            (self.surface, (role.AlternateBase,)),
            (self.text, (role.Text, role.ToolTipText, role.BrightText)),
            (self.text_dim, (role.PlaceholderText,)),
            (self.selection, (role.Highlight,)),
            (self.selection_text, (role.HighlightedText,)),
            (self.accent, (role.Accent, role.Link, role.LinkVisited)),
            (self.separator, (role.Mid, role.Midlight, role.Dark)),
        ):
            for one in roles:
                palette.setColor(one, colour)
        for one in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, self.text_dim)
        return palette


_ROLES = tuple(field.name for field in fields(Theme) if field.name not in ("name", "title", "dark"))


@cache
def theme_names() -> tuple[str, ...]:
    """Return the names of the themes that come with the program."""
    return tuple(sorted(path.stem for path in resource("themes").glob("*.toml")))


@cache
def load_theme(name: str) -> Theme:
    """Return a theme by name.

    Raises:
        InputError: there is no such theme, or it lacks a role.
    """
    if name not in theme_names():
        raise InputError(f"There is no theme “{name}”. Choose one of {', '.join(theme_names())} in the preferences.")
    try:
        content = tomllib.loads(resource(f"themes/{name}.toml").read_text("utf-8"))
        roles = {role: QColor(content["roles"][role]) for role in _ROLES}
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"The theme “{name}” cannot be used: {error}. Choose another in the preferences.") from error
    return Theme(name=name, title=content["title"], dark=content["appearance"] == "dark", **roles)


def system_theme() -> Theme:
    """Return the theme the desktop asks for: light, dark or high contrast."""
    hints = QGuiApplication.styleHints()
    # Qt tells the wish for contrast from 6.10 on.
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None and accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return load_theme("contrast")
    return load_theme("dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light")


def theme(name: str) -> Theme:
    """Return a theme by name, or the desktop's for `system` and where there is none of that name."""
    return load_theme(name) if name in theme_names() else system_theme()
