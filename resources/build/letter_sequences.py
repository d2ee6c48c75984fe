"""Build `resources/dictionaries/de.sequences.txt`: which letter may follow which three in a German word.

    python resources/build/letter_sequences.py

Looked through is each word of the Hunspell dictionary with each ending and beginning that its flags allow; each line
holds three letters and all that may follow them, of which `$` stands for the end of the word.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DICTIONARIES = Path(__file__).resolve().parents[1] / "dictionaries"
LENGTH = 4


class Affix(NamedTuple):
    """What a flag lets stand at an end of a word, and what that replaces."""

    begins: bool
    replaced: str
    added: str
    condition: re.Pattern[str]

    def apply(self, word: str) -> Iterator[str]:
        """Yield the word with it, if it may have it."""
        if not self.condition.search(word):
            return
        if self.begins and word.startswith(self.replaced):
            yield self.added + word[len(self.replaced) :]
        elif not self.begins and word.endswith(self.replaced):
            yield word[: len(word) - len(self.replaced)] + self.added


def affixes(path: Path) -> dict[str, list[Affix]]:
    """Return the affixes of a dictionary by their flags, each of which is one character."""
    found: dict[str, list[Affix]] = defaultdict(list)
    for kind, flag, *rest in (line.split() for line in path.read_text("utf-8").splitlines() if line[1:3] == "FX"):
        if len(rest) > 2:  # not the line that only counts
            begins, (replaced, added, condition) = kind == "PFX", rest[:3]
            pattern = rf"\A{condition}" if begins else rf"(?:{condition})\Z"
            found[flag].append(
                Affix(begins, replaced.strip("0"), added.partition("/")[0].strip("0"), re.compile(pattern))
            )
    return found


def forms(language: str) -> Iterator[str]:
    """Yield the words of a dictionary in small letters, with every affix and every two of which one begins them."""
    known = affixes(DICTIONARIES / f"{language}.aff")
    for line in (DICTIONARIES / f"{language}.dic").read_text("utf-8").splitlines()[1:]:
        word, _, flags = line.partition("\t")[0].strip().partition("/")
        if not word.isalpha():
            continue
        allowed = [affix for flag in flags for affix in known.get(flag, ())]
        ended = [word, *(form for affix in allowed if not affix.begins for form in affix.apply(word))]
        begun = [form for affix in allowed if affix.begins for whole in ended for form in affix.apply(whole)]
        yield from map(str.lower, (*ended, *begun))


def main() -> None:
    """Build it."""
    following: dict[str, set[str]] = defaultdict(set)
    for form in forms("de"):
        word = form + "$"
        for i in range(len(word) - LENGTH + 1):
            following[word[i : i + LENGTH - 1]].add(word[i + LENGTH - 1])
    lines = [f"{before} {''.join(sorted(behind))}" for before, behind in sorted(following.items())]
    (DICTIONARIES / "de.sequences.txt").write_text("\n".join([*lines, ""]), "utf-8")
    print(len(lines), sum(map(len, following.values())))


if __name__ == "__main__":
    main()
