"""Build the tries of rare, common and everyday English words from SCOWL.

    python resources/build/english_words.py FOLDER

FOLDER holds the word lists of SCOWL 2020.12.07 (Debian: package `scowl`, /usr/share/dict/scowl). Sizes are
SCOWL's: up to 20 is what a child knows, up to 35 what everybody knows, 70 and 80 is what large dictionaries
hold; 95 is left out, it is full of words that are more likely misspellings.
"""

import sys
from pathlib import Path

import marisa_trie

OUT = Path(__file__).resolve().parents[1] / "dictionaries"
EVERYDAY, COMMON, CONTRACTIONS, RARE = 20, 35, 40, 80
REGIONS = ("english", "american", "british", "british_z", "canadian", "australian")


def words(folder: Path, largest: int, kinds: tuple[str, ...]) -> set[str]:
    found: set[str] = set()
    for path in folder.iterdir():
        name, _, size = path.name.rpartition(".")
        region, _, kind = name.rpartition("-")
        if kind in kinds and size.isdigit() and int(size) <= largest and region.partition("_variant")[0] in REGIONS:
            found.update(path.read_text("latin-1").split())
    return {word for word in found if word.islower() and word.replace("'", "").isalpha()}


def main() -> None:
    folder = Path(sys.argv[1])
    marisa_trie.Trie(words(folder, EVERYDAY, ("words",))).save(str(OUT / "en.everyday.marisa"))
    common = words(folder, COMMON, ("words",)) | words(folder, CONTRACTIONS, ("contractions",))
    marisa_trie.Trie(common).save(str(OUT / "en.common.marisa"))
    new = [line for line in (OUT / "en.new.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    rare = words(folder, RARE, ("words", "upper", "contractions")) | set(" ".join(new).split())
    marisa_trie.Trie(rare).save(str(OUT / "en.rare.marisa"))


if __name__ == "__main__":
    main()
