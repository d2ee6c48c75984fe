"""What a sample of a format is, and how a package is made of parts."""

import io
import zipfile
from dataclasses import dataclass, field

PLAIN = "abÉßяあ漢ع😀 \u00a0.,;:!?'\"«»„“”’-–—()[]{}<>&%$#@*_=+|/\\~^`0123456789"

NO_SPACE = PLAIN.replace(" ", "")
"""For formats in which two spaces are as good as one."""


@dataclass(frozen=True)
class Sample:
    """A file and its units."""

    format: str
    name: str
    data: bytes
    texts: tuple[str, ...]
    """The texts, inline codes shown as ‹label› and ‹/label›."""
    sources: tuple[str, ...] | None = None
    options: dict[str, str] = field(default_factory=dict)
    alphabet: str = PLAIN
    """Characters that may be typed anywhere and come back as typed."""

    def __str__(self) -> str:
        return f"{self.format}-{self.name}"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(
                zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6)),
                content,
                zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED,
            )
    return out.getvalue()
