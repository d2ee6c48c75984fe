"""Builds most of `resources/readings/`: how ideographs are read in names, and their simplified forms.

    --unihan   folder with `Unihan_Readings.txt`, `Unihan_Variants.txt` and `Unihan_OtherMappings.txt`
    --cldr     folder `common` of CLDR (npm package `cldr`: `3rdparty/cldr/common`)
    --unidic   `sys.dic` of UniDic 2.1.2 (PyPI package unidic-lite: `unidic_lite/dicdir`)

- `ideographs.tsv`: a character a line, with its readings in Mandarin, Cantonese, Korean, Vietnamese and Japanese,
  toneless and in Latin letters, separated by spaces.
- `japanese_names.marisa`: a trie of Japanese names in ideographs, each with a tab, S for a surname, G for a given
  name, P for a place or N for another, and one reading in Hepburn.
- `simplified.txt`: a traditional character and the simplified one that mainland China writes for it, a pair a line.
"""

import argparse
import re
import struct
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie
from anyascii import anyascii
from pykakasi import kakasi

_WRITTEN = ("kGB0", "kJis0", "kBigFive", "kKSC0")
"""Character sets of the newspapers of China, Japan, Taiwan and Korea."""
_LARGEST_BIG_FIVE = 0xC67E
"""End of the first level; the second holds what hardly any name has."""
_NAMES_ALIKE = 4
"""A reading that only names have is in as many of them."""
_SYLLABLES = "(?:[kgsztdnhbpmyrwjf]?(?:y|h|sh|ch|ts)?[aeiou]|n(?![aeiou])){1,4}"


def read_unihan(folder: Path) -> dict[str, dict[str, str]]:
    """Read Unihan: character → field → value, of the characters in use."""
    fields: dict[str, dict[str, str]] = defaultdict(dict)
    for name in ("Readings", "Variants", "OtherMappings"):
        for line in (folder / f"Unihan_{name}.txt").read_text("utf-8").splitlines():
            if line.startswith("U+"):
                code, field, value = line.split("\t")
                fields[chr(int(code[2:], 16))][field] = value
    return {char: found for char, found in fields.items() if any(_is_written(found, key) for key in _WRITTEN)}


def _is_written(found: dict[str, str], key: str) -> bool:
    return key in found and (key != "kBigFive" or int(found[key], 16) <= _LARGEST_BIG_FIVE)


def read_surnames(cldr: Path) -> dict[str, str]:
    """Read the Mandarin readings that characters have in surnames only."""
    rules = (cldr / "transforms" / "Han-Latin-Names.xml").read_text("utf-8")
    return {char: plain(said) for char, said in re.findall(r"^\W*(?:\$\w+\{ )?(\w)(?: \} .*)?\s*→(\w+);", rules, re.M)}


def plain(reading: str) -> str:
    """Return a reading in ASCII letters without tones: `lǜ` as lv, as passports and keyboards have it."""
    reading = unicodedata.normalize("NFC", reading.lower())
    marked = re.sub("[ǖǘǚǜü]", "v", reading)
    return re.sub("[^a-z]", "", anyascii(marked).lower())


def readings(char: str, unihan: dict[str, dict[str, str]], surnames: dict[str, str]) -> list[list[str]]:
    """Return how a character is read in the five languages; what Unihan says of traditional forms only counts too."""
    found = unihan[char]
    old = [chr(int(code[2:], 16)) for code in found.get("kTraditionalVariant", "").split() if code.startswith("U+")]
    forms = [found, *(unihan[other] for other in old if other in unihan)]
    mandarin = found.get("kMandarin", "").split()
    mandarin += re.findall(r"([^\s(]+)\(", found.get("kHanyuPinlu", ""))
    mandarin += [surnames[char]] if char in surnames else []
    mandarin += re.findall(r"[:,]([^\s,\d]+)", f"{found.get('kTGHZ2013', '')} {found.get('kXHC1983', '')}")
    korean = [part.split(":")[0] for form in forms for part in form.get("kHangul", "").split()]
    vietnamese = [part for form in forms for part in form.get("kVietnamese", "").split()]
    cantonese = [part.rstrip("123456") for part in found.get("kCantonese", "").split()]
    japanese = [p for key in ("kJapaneseOn", "kJapaneseKun") for form in forms for p in form.get(key, "").split()]
    rows = (mandarin, cantonese, korean, vietnamese, japanese)
    return [list(dict.fromkeys(filter(None, map(plain, row)))) for row in rows]


def simplified(unihan: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return the simplified form of traditional characters; of several the one that is always right, if itself."""
    found: dict[str, str] = {}
    for char, fields in unihan.items():
        forms = [chr(int(code[2:], 16)) for code in fields.get("kSimplifiedVariant", "").split()]
        if forms and char not in forms:
            found[char] = forms[0]
    return found


_SORTS = {"姓": "S", "名": "G", "地名": "P"}


def read_unidic(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield names, their sort and their readings in katakana, from the features of a compiled MeCab dictionary."""
    data = path.read_bytes()
    trie, words, features = struct.unpack("<3I", data[24:36])
    start = 72 + trie + words
    for row in data[start : start + features].split(b"\0"):
        cells = row.decode("utf-8").split(",")
        if len(cells) > 8 and cells[1] == "固有名詞" and re.search(r"[\u4e00-\u9fff]", cells[8]):
            yield cells[8], _SORTS.get(cells[3], _SORTS.get(cells[2], "N")), cells[6]


def readings_in_names(names: Iterable[tuple[str, str]], known: dict[str, set[str]]) -> dict[str, list[str]]:
    """Return readings that characters have in names only (nanori): what a known reading of the other one leaves over.

    `names` are names of two characters with their readings, `known` the readings of each character.
    """
    left: Counter[tuple[str, str]] = Counter()
    for (first, second), said in names:
        left.update({(second, said[len(one) :]) for one in known.get(first, ()) if said.startswith(one)})
        left.update({(first, said[: -len(one)]) for one in known.get(second, ()) if said.endswith(one)})
    found: dict[str, list[str]] = defaultdict(list)
    for (char, said), times in left.items():
        if times >= _NAMES_ALIKE and re.fullmatch(_SYLLABLES, said) and said not in known.get(char, ()):
            found[char].append(said)
    return found


def main() -> None:
    """Build everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for source in ("unihan", "cldr", "unidic"):
        parser.add_argument(f"--{source}", type=Path, required=True)
    given = parser.parse_args()
    folder = Path(__file__).resolve().parents[1] / "readings"
    folder.mkdir(exist_ok=True)
    unihan, surnames = read_unihan(given.unihan), read_surnames(given.cldr)
    rows = {char: readings(char, unihan, surnames) for char in sorted(unihan)}
    convert = kakasi().convert
    names = [
        (name, sort, "".join(piece["hepburn"] for piece in convert(said)))
        for name, sort, said in read_unidic(given.unidic)
    ]
    known = {char: set(row[-1]) for char, row in rows.items()}
    pairs = {(name, said) for name, sort, said in names if sort in "SG" and re.fullmatch("[\u4e00-\u9fff]{2}", name)}
    for char, more in readings_in_names(sorted(pairs), known).items():
        if char in rows:
            rows[char][-1] += sorted(more)
    lines = ["\t".join((char, *map(" ".join, row))).rstrip("\t") for char, row in rows.items() if any(row)]
    (folder / "ideographs.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    marisa_trie.Trie({f"{name}\t{sort}{said}" for name, sort, said in names}).save(
        str(folder / "japanese_names.marisa")
    )
    forms = "".join(f"{traditional}{char}\n" for traditional, char in simplified(unihan).items())
    (folder / "simplified.txt").write_text(forms, "utf-8")
    print(len(lines), "characters,", len(names), "readings of Japanese names")


if __name__ == "__main__":
    main()
