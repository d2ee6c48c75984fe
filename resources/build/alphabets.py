"""Build `resources/languages/alphabets.txt` from CLDR's exemplar characters.

    python resources/build/alphabets.py FOLDER

FOLDER is the unpacked npm package `cldr-misc-full`. The languages are those of `function_words.txt`.
"""

import json
import re
import sys
from pathlib import Path

LANGUAGES = Path(__file__).resolve().parents[1] / "languages"
LOCALES = {"nb": "no", "tl": "fil"}
ALONE = frozenset("bn el gu hy ja ka km kn ko lo ml my pa si ta te th".split())
"""Languages whose script tells them already."""


def characters(pattern: str) -> set[str]:
    """Return the single characters of a UnicodeSet such as `[a-c é {ch}]`."""
    inside = re.sub(r"\{[^}]*\}", " ", pattern.strip()[1:-1])
    inside = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m[1], 16)), inside)
    found: set[str] = set()
    for item in inside.split():
        for part in re.findall(r".-.|.", item):
            first, last = part[0], part[-1]
            found.update(map(chr, range(ord(first), ord(last) + 1)))
    return {c for c in found if c.isalpha() and not c.isascii()}


def main() -> None:
    folder = Path(sys.argv[1]) / "main"
    lines = []
    for line in (LANGUAGES / "function_words.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        language = line.split("\t")[0]
        if language in ALONE:
            continue
        locale = LOCALES.get(language, language)
        data = json.loads((folder / locale / "characters.json").read_text("utf-8"))
        used = characters(data["main"][locale]["characters"]["exemplarCharacters"])
        lines.append(f"{language}\t{''.join(sorted(used))}\n")
    (LANGUAGES / "alphabets.txt").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
