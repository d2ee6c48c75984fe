"""Builds `resources/readings/transcriptions.tsv`: which letters of foreign names a Chinese character stands for.

    --unihan   folder with `Unihan_Readings.txt`

Chinese writes foreign names syllable by syllable, by characters that custom and the tables of Xinhua have settled: 斯
for s, 森 for sen and son, 约 for jo and yo. The custom is learnt from the names of foreign places in the gazetteer and
from the frequent names of people in `transcribed_names.tsv`: characters and letters are aligned in order by expectation
maximisation, without knowing either (Li, Zhang and Su 2004, A Joint Source-Channel Model for Machine Transliteration;
Jiampojamarn and others 2007, Many-to-Many Alignments). Pairs that do not align are translations (Salt Lake City,
盐湖城) and are left out of the later rounds.

The table has a character a line: how much oftener it is in such names than elsewhere (Unihan's `kHanyuPinlu`, counts of
现代汉语频率词典), in natural logarithms, in tenths; and the letters it stands for with, after each, how rarely: the
negative natural logarithm of the share, in tenths. What characters of one reading (森, 孙 …) stand for is shared among
them in part.
"""

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.text.folding import fold
from reviewer.text.sounds.chinese_scripts import simplified
from reviewer.text.sounds.ideograph_readings import pinyin
from reviewer.text.sounds.transcriptions import spelling

EAST = frozenset(("CN", "TW", "HK", "MO", "JP", "KR", "KP", "VN", "SG", "MY"))
"""Countries whose own names are written in ideographs, or were."""
LONGEST = 5
"""Letters that one character stands for at most."""
PEOPLE = 4
"""How much a name of a person weighs, of a place 1."""
ROUNDS = 7
TRANSLATED = -3.3
"""A pair less likely than this a letter, in natural logarithms, is no transcription."""
SHARED = 4
"""Of how many uses of a character what others of its readings stand for takes the place."""
MORE = "黛娅妮妲莉蕾薇茜茱婕琪莹蓓璐萝芙翠岚琦曦娣妤琴梵笛狄契卓薛胥陀撒扎栖楚绍翁詹焦屈阙祈钱慈聪存更诃柴谔"
"""Characters of Xinhua's tables that hardly any place's name has: women's names, rare syllables. They stand for what
others of their readings do."""
RARE, FEW, ONCE = 0.003, 0.6, 0.6
"""What is left out: a share, a count in the characters of one reading, a character with fewer uses."""
UNCOUNTED = 15
"""What is added to the count of each character: the dictionary leaves out rare ones."""
_CLASSES = str.maketrans("bdgcqzvwyjl", "ptkkksffiir")
"""Letters that one Chinese initial renders, for the first guess."""

Pair = tuple[str, str]
Shares = dict[tuple[str, str], float]


def pairs(people: Path) -> Iterator[tuple[Pair, float]]:
    """Yield Chinese names with the letters they may transcribe, and how much they weigh."""
    known = gazetteer()
    for number in range(known.size):
        place = known.place(number)
        if place.country not in EAST and place.kind != Kind.ORGANISATION:
            for english in known.names(number, "en")[:1]:
                yield from ((pair, 1.0) for pair in _pair(known.names(number, "zh"), english))
    for line in people.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            english, chinese = line.split("\t")
            yield from ((pair, PEOPLE) for pair in _pair([chinese], english))


def _pair(names: Iterable[str], english: str) -> Iterator[Pair]:
    letters = spelling(fold(english))
    for name in dict.fromkeys(re.sub("[·・ ]", "", simplified(name)) for name in names):
        if re.fullmatch("[\u4e00-\u9fff]+", name) and 2 <= len(letters) <= 24:
            yield name, letters


def guess(char: str, letters: str) -> float:
    """Say how likely a character stands for some letters before anything is learnt: by its reading."""
    if not letters:
        return 1e-5
    said = next(iter(pinyin(char)), "")
    alike = letters[0].translate(_CLASSES) == said[:1].translate(_CLASSES)
    return (0.6 if alike else 0.02) * 0.4 ** abs(len(letters) - len(said))


def align(weighted: dict[Pair, float], shares: Shares | None) -> Shares:
    """Return how often each character stands for which letters, over all ways to align the pairs."""
    counts: Shares = defaultdict(float)
    for (name, word), weight in weighted.items():
        chars, letters = len(name), len(word)
        share = [
            [
                [
                    guess(char, word[start:end])
                    if shares is None
                    else shares.get((char, word[start:end]), 1e-7 if end > start else 1e-6)
                    for end in range(start, min(letters, start + LONGEST) + 1)
                ]
                for start in range(letters + 1)
            ]
            for char in name
        ]
        before = [[0.0] * (letters + 1) for _ in range(chars + 1)]
        behind = [[0.0] * (letters + 1) for _ in range(chars + 1)]
        before[0][0] = behind[chars][letters] = 1.0
        for at in range(chars):
            for start, reached in enumerate(before[at]):
                for length, likely in enumerate(share[at][start]) if reached else ():
                    before[at + 1][start + length] += reached * likely
        total = before[chars][letters]
        if not total or (shares is not None and math.log(total) / letters < TRANSLATED):
            continue
        for at in reversed(range(chars)):
            for start, row in enumerate(share[at]):
                behind[at][start] = sum(likely * behind[at + 1][start + length] for length, likely in enumerate(row))
                for length, likely in enumerate(row):
                    part = before[at][start] * likely * behind[at + 1][start + length] / total
                    if part > 1e-4:
                        counts[name[at], word[start : start + length]] += weight * part
    return counts


def to_shares(counts: Shares) -> Shares:
    """Return which share of its uses a character stands for which letters."""
    total: Counter[str] = Counter()
    for (char, _), count in counts.items():
        total[char] += count
    return {(char, letters): count / total[char] for (char, letters), count in counts.items() if count > 0.05}


def frequencies(unihan: Path) -> Counter[str]:
    """Return how often characters are counted in texts."""
    found: Counter[str] = Counter()
    for line in (unihan / "Unihan_Readings.txt").read_text("utf-8").splitlines():
        if "\tkHanyuPinlu\t" in line:
            code, _, value = line.split("\t")
            char = simplified(chr(int(code[2:], 16)))
            found[char] = max(found[char], sum(map(int, re.findall(r"\((\d+)\)", value))))
    return found


def rows(counts: Shares, usual: Counter[str]) -> Iterator[str]:
    """Yield the lines of the table."""
    uses, texts = sum(counts.values()), usual.total()
    own: dict[str, Counter[str]] = defaultdict(Counter)
    alike: dict[str, Counter[str]] = defaultdict(Counter)
    for (char, letters), count in counts.items():
        own[char][letters] += count
        for said in pinyin(char):
            alike[said][letters] += count
    for char in sorted({*own, *MORE}):
        among = sum((alike[said] for said in pinyin(char)), Counter())
        total, everyone = sum(own[char].values()), sum(among.values())
        cells = []
        for letters, count in among.most_common():
            share = (own[char][letters] + SHARED * count / everyone) / (total + SHARED)
            if share > RARE and count > FEW:
                cells.append(f"{letters}{round(-10 * math.log(share))}")
        if cells and (total >= ONCE or char in MORE):
            oftener = math.log((total + 0.5) / uses) - math.log((usual[char] + UNCOUNTED) / texts)
            yield "\t".join((char, str(round(10 * oftener)), " ".join(cells)))


def main() -> None:
    """Build the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unihan", type=Path, required=True)
    given = parser.parse_args()
    weighted: dict[Pair, float] = {}
    for pair, weight in pairs(Path(__file__).with_name("transcribed_names.tsv")):
        weighted[pair] = max(weight, weighted.get(pair, 0))
    shares = None
    for _ in range(ROUNDS):
        counts = align(weighted, shares)
        shares = to_shares(counts)
    lines = list(rows(counts, frequencies(given.unihan)))
    path = Path(__file__).resolve().parents[1] / "readings" / "transcriptions.tsv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    print(len(lines), "characters from", len(weighted), "names")


if __name__ == "__main__":
    main()
