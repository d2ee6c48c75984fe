"""The face a text is set in: fonts, size, direction and line pitch by the text's language.

All of it comes from the language under review, never from the interface language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from reviewer.model.segment import Kind
from reviewer.text.languages import direction, primary, region, script

BASE_SIZE = 16.0
"""Font size of running text in pixels, before zoom."""

_LINE_HEIGHT = 1.45
_BASELINE = 0.8
"""Where in the line pitch the baseline stands: Qt's rule for lines of fixed height, which the editor obeys
(QTextDocumentLayout, getLineHeightParams)."""

_FAMILIES = {
    "Arab": ("Noto Naskh Arabic", "Geeza Pro", "Sakkal Majalla", "Segoe UI", "Noto Sans Arabic", "Amiri"),
    "Hebr": ("Noto Sans Hebrew", "Arial Hebrew", "Segoe UI"),
    "Jpan": ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "Meiryo"),
    "Kore": ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
    "Hans": ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei"),
    "Hant": ("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei"),
    "Thai": ("Noto Sans Thai", "Thonburi", "Leelawadee UI"),
    "Deva": ("Noto Sans Devanagari", "Kohinoor Devanagari", "Nirmala UI"),
    "Beng": ("Noto Sans Bengali", "Kohinoor Bangla", "Nirmala UI"),
    "Taml": ("Noto Sans Tamil", "Tamil Sangam MN", "Nirmala UI"),
    "Telu": ("Noto Sans Telugu", "Kohinoor Telugu", "Nirmala UI"),
    "Gujr": ("Noto Sans Gujarati", "Kohinoor Gujarati", "Nirmala UI"),
    "Guru": ("Noto Sans Gurmukhi", "Gurmukhi MN", "Nirmala UI"),
    "Knda": ("Noto Sans Kannada", "Kannada Sangam MN", "Nirmala UI"),
    "Mlym": ("Noto Sans Malayalam", "Malayalam Sangam MN", "Nirmala UI"),
    "Sinh": ("Noto Sans Sinhala", "Sinhala Sangam MN", "Nirmala UI"),
    "Orya": ("Noto Sans Oriya", "Oriya Sangam MN", "Nirmala UI"),
    "Ethi": ("Noto Sans Ethiopic", "Kefa", "Nyala"),
    "Armn": ("Noto Sans Armenian", "Mshtakan", "Segoe UI"),
    "Geor": ("Noto Sans Georgian", "Helvetica Neue", "Segoe UI"),
    "Khmr": ("Noto Sans Khmer", "Khmer Sangam MN", "Leelawadee UI"),
    "Mymr": ("Noto Sans Myanmar", "Myanmar Sangam MN", "Myanmar Text"),
    "Laoo": ("Noto Sans Lao", "Lao Sangam MN", "Leelawadee UI"),
    "Tibt": ("Noto Serif Tibetan", "Kailasa", "Microsoft Himalaya"),
    "Syrc": ("Noto Sans Syriac", "Estrangelo Edessa"),
    "Thaa": ("Noto Sans Thaana", "MV Boli"),
}
_NASTALIQ = ("Urdu Typesetting", "Jameel Noori Nastaleeq")
# Noto's Nastaliq is not among them, nor its Looped Thai and Lao above: Qt sets their letters and marks
# over one another.
_LATIN = ("Noto Sans", "Segoe UI", "Helvetica Neue", "Cantarell", "DejaVu Sans")

_SIZES = {"Arab": 1.16, "Hebr": 1.06, "Deva": 1.06, "Thai": 1.1, "Laoo": 1.1, "Khmr": 1.1, "Mymr": 1.06, "Tibt": 1.25}
"""Letters of these scripts look small beside Latin of the same size."""

_PITCHES = {
    "Arab": 1.62,
    "Thai": 1.66,
    "Laoo": 1.66,
    "Khmr": 1.8,
    "Mymr": 1.9,
    "Tibt": 1.95,
    **dict.fromkeys("Deva Beng Taml Telu Gujr Guru Knda Mlym Sinh Orya Hans Hant Kore".split(), 1.55),
    "Jpan": 1.6,
}
"""Line pitch where signs stand above and below the letters, or where the letters fill their square."""

_HANGING_PITCH = 2.3

_HEADINGS = {1: 1.35, 2: 1.2, 3: 1.1}


@dataclass(frozen=True, slots=True)
class Face:
    """How one text is set."""

    font: QFont
    direction: Qt.LayoutDirection
    pitch: int
    """Distance of baselines in pixels."""
    size: float
    """Font size in pixels."""

    @property
    def baseline(self) -> float:
        """Distance from the top of a line to its baseline."""
        return self.pitch * _BASELINE

    @property
    def measure(self) -> int:
        """Width of a comfortable line in pixels: about 72 Latin letters, or 40 full-width ones."""
        return round(QFontMetricsF(self.font).averageCharWidth() * 72)


_chosen: dict[str, str] = {}
"""Primary language subtag → the family the editor chose for it."""


def choose_fonts(fonts: Mapping[str, str]) -> None:
    """Set languages (primary subtags) in these families from now on, all others in fitting ones."""
    if _chosen != fonts:
        _chosen.clear()
        _chosen.update(fonts)
        face.cache_clear()


def families(language: str) -> list[str]:
    """Return font families for a language, best first; Latin ones close the list for foreign words."""
    if primary(language) in _chosen:
        return [_chosen[primary(language)], *_fitting(language)]
    return _fitting(language)


def _fitting(language: str) -> list[str]:
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return [*_nastaliq(language), *_FAMILIES.get(script(language), ()), *_LATIN, general]


@lru_cache(maxsize=64)
def _nastaliq(language: str) -> tuple[str, ...]:
    """Return the hanging fonts of this machine for a language that is usually set in them.

    Urdu, Kashmiri, Saraiki, and Punjabi of Pakistan; where there is none they stand in Naskh.
    """
    hanging = primary(language) in ("ur", "ks", "pnb", "skr") or (primary(language), region(language)) == ("pa", "PK")
    return tuple(name for name in _NASTALIQ if QFontDatabase.hasFamily(name)) if hanging else ()


@lru_cache(maxsize=256)
def face(language: str, beside: str, size: float, kind: Kind = Kind.PARAGRAPH, level: int = 0) -> Face:
    """Return how a text of a language is set beside one of another, on one grid of baselines.

    `size` is that of running Latin text in pixels.
    """
    scale = _HEADINGS.get(level or 1, 1.0) if kind is Kind.HEADING else 1.0
    pixels = size * scale * _SIZES.get(script(language), 1.0)
    font = QFont()
    font.setFamilies(families(language))
    font.setPixelSize(max(1, round(pixels)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if kind is Kind.HEADING:
        font.setBold(True)
    pitch = round(size * scale * max(_pitch(language), _pitch(beside)))
    runs = Qt.LayoutDirection.RightToLeft if direction(language) == "rtl" else Qt.LayoutDirection.LeftToRight
    return Face(font, runs, pitch, max(1, round(pixels)))


def _pitch(language: str) -> float:
    first = families(language)[0]
    if first in _NASTALIQ or "nasta" in first.lower():
        return _HANGING_PITCH
    return _PITCHES.get(script(language), _LINE_HEIGHT)
