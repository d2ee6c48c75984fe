"""Every theme can be read: contrast after WCAG 2.2, and colours told apart without red, green or blue cones."""

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

THEMES = Path(__file__).parents[2] / "resources" / "themes"
NAMES = ["contrast", "dark", "dark-cb", "light", "light-cb"]

STATES = ("state_accepted", "state_corrected", "state_needs_work", "state_final")
SEVERITIES = ("severity_critical", "severity_major", "severity_minor", "severity_neutral")
DIFFERENCES = ("diff_added", "diff_removed")
ROLES = {
    *("background", "surface", "text", "text_dim", "source_text", "separator"),
    *("current_row", "current_bar", "selection", "selection_text", "counterpart", "accent", "focus"),
    *("chrome", "chrome_text", "invisible"),
    *STATES,
    *SEVERITIES,
    *DIFFERENCES,
    *("diff_added_text", "diff_removed_text"),
}

PAPER = ("background", "surface", "current_row")
TEXT_ON = {
    "text": (*PAPER, "counterpart", *DIFFERENCES),
    "source_text": (*PAPER, "counterpart"),
    "text_dim": (*PAPER, "chrome"),
    "selection_text": ("selection",),
    "chrome_text": ("chrome",),
    "diff_added_text": ("diff_added",),
    "diff_removed_text": ("diff_removed",),
}
SIGNS_ON = {
    **dict.fromkeys((*STATES, *SEVERITIES, "accent", "focus", "current_bar"), (*PAPER, "chrome")),
    "invisible": ("background", "current_row"),
}

# Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency
# (2009), severity 1.0, applied to linear RGB.
VISION = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
APART = 18.0
"""Distance in CIE L*a*b* (CIE76); about 2.3 is just noticeable side by side."""


def roles_of(name: str) -> dict[str, str]:
    roles: dict[str, str] = tomllib.loads((THEMES / f"{name}.toml").read_text("utf-8"))["roles"]
    return roles


def linear(colour: str) -> list[float]:
    """Return linear RGB, 0 to 1 (IEC 61966-2-1)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(rgb: list[float]) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(linear(first)), luminance(linear(second))))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, vision: str) -> tuple[float, float, float]:
    """Return CIE L*a*b* (D65) of a colour as that vision sees it."""
    rgb = linear(colour)
    seen = [min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in VISION[vision]]
    x = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047
    z = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, luminance(seen), z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(first: str, second: str, vision: str) -> float:
    pairs = zip(lab(first, vision), lab(second, vision), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def test_the_contrast_formula_agrees_with_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_themes_are_there() -> None:
    assert sorted(path.stem for path in THEMES.glob("*.toml")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_names_every_role(name: str) -> None:
    theme = tomllib.loads((THEMES / f"{name}.toml").read_text("utf-8"))
    assert set(theme) == {"title", "appearance", "roles"}
    assert set(theme["roles"]) == ROLES
    for role, colour in theme["roles"].items():
        assert re.fullmatch(r"#[0-9a-f]{6}", colour), role


@pytest.mark.parametrize("name", NAMES)
def test_the_appearance_is_what_the_colours_are(name: str) -> None:
    theme = tomllib.loads((THEMES / f"{name}.toml").read_text("utf-8"))
    dark = luminance(linear(theme["roles"]["background"])) < luminance(linear(theme["roles"]["text"]))
    assert theme["appearance"] == ("dark" if dark else "light")


@pytest.mark.parametrize("name", NAMES)
def test_text_can_be_read_on_everything_it_stands_on(name: str) -> None:
    roles = roles_of(name)
    for role, grounds in TEXT_ON.items():
        for ground in grounds:
            assert contrast(roles[role], roles[ground]) >= 7, (role, ground)


@pytest.mark.parametrize("name", NAMES)
def test_signs_can_be_seen_on_everything_they_stand_on(name: str) -> None:
    roles = roles_of(name)
    least = 7 if name == "contrast" else 4.5
    for role, grounds in SIGNS_ON.items():
        for ground in grounds:
            assert contrast(roles[role], roles[ground]) >= least, (role, ground)


@pytest.mark.parametrize(
    ("name", "vision"),
    [(name, "normal") for name in NAMES]
    + [(n, v) for n in NAMES if n.endswith("-cb") or n == "contrast" for v in VISION if v != "normal"],
)
def test_signs_of_one_family_are_told_apart(name: str, vision: str) -> None:
    roles = roles_of(name)
    for family in (STATES, SEVERITIES, DIFFERENCES):
        for first, second in combinations(family, 2):
            assert distance(roles[first], roles[second], vision) >= APART, (first, second)


@pytest.mark.parametrize("name", NAMES)
def test_the_current_row_and_the_selection_stand_out(name: str) -> None:
    roles = roles_of(name)
    for first, second in combinations(("background", "current_row", "selection", "counterpart"), 2):
        assert distance(roles[first], roles[second], "normal") >= 5, (first, second)
