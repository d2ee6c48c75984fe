"""Build `resources/unicode/scripts.txt` from Unicode's Scripts.txt and PropertyValueAliases.txt.

    python resources/build/scripts.py FOLDER

FOLDER holds the two files of the Unicode Character Database (Debian: package `unicode-data`).
"""

import sys
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "unicode" / "scripts.txt"


def main() -> None:
    folder = Path(sys.argv[1])
    codes = {}
    for line in (folder / "PropertyValueAliases.txt").read_text("utf-8").splitlines():
        parts = [part.strip() for part in line.split("#")[0].split(";")]
        if parts[0] == "sc":
            codes[parts[2]] = parts[1]
    ranges = []
    for line in (folder / "Scripts.txt").read_text("utf-8").splitlines():
        parts = [part.strip() for part in line.split("#")[0].split(";")]
        if len(parts) == 2:
            first, _, last = parts[0].partition("..")
            ranges.append((int(first, 16), int(last or first, 16), codes[parts[1]]))
    merged: list[tuple[int, int, str]] = []
    for first, last, code in sorted(ranges):
        if code in ("Zyyy", "Zinh"):
            # Common and inherited characters belong to whatever stands around them: the gaps.
            continue
        if merged and merged[-1][2] == code and merged[-1][1] + 1 == first:
            merged[-1] = (merged[-1][0], last, code)
        else:
            merged.append((first, last, code))
    OUT.write_text("".join(f"{a:X} {b:X} {code}\n" for a, b, code in merged), "ascii")


if __name__ == "__main__":
    main()
