"""Builds `resources/vocabulary/`: the ordinary words of a language, from its Hunspell dictionary.

    --hunspell  folder of Hunspell dictionaries (Debian's hunspell-en-us, hunspell-de-de-frami …)

Each result is a marisa trie. English and German words stand as the dictionary writes them, so that what it
knows in small letters can be told from what it knows with a capital only: English with its inflected forms
(`unmunch` of Debian's hunspell-tools), German proper names behind a `=`. Of the others only the headwords in
small letters are kept, folded.
"""

import argparse
import subprocess
from pathlib import Path

import marisa_trie

from reviewer.text.folding import fold

DICTIONARIES = {
    "en": "en_US", "de": "de_DE_frami", "fr": "fr_FR", "es": "es_ES", "it": "it_IT", "pt": "pt_BR", "nl": "nl",
    "pl": "pl_PL", "ru": "ru_RU", "uk": "uk_UA", "cs": "cs_CZ", "tr": "tr_TR",
}  # fmt: skip
EXPANDED = {"en"}
AS_WRITTEN = {"en", "de"}


def words(folder: Path, language: str) -> set[str]:
    """Return the words of a dictionary."""
    affixes, dictionary = (folder / f"{DICTIONARIES[language]}.{end}" for end in ("aff", "dic"))
    declared = (line.split() for line in affixes.read_bytes().decode("latin-1").splitlines())
    encoding = next((line[1] for line in declared if line[:1] == ["SET"]), "iso8859-1")
    if language in EXPANDED:
        data = subprocess.run(["unmunch", dictionary, affixes], check=True, capture_output=True).stdout
    else:
        data = dictionary.read_bytes()
    lines = data.decode(encoding, "replace").splitlines()
    flags = {word: flag for word, _, flag in (line.split("\t")[0].strip().partition("/") for line in lines)}
    known = {word for word in flags if len(word) > 1 and word.isalpha()}
    if language == "de":
        # Nouns can have a plural or stand in compounds and say so in their flags; what can only take
        # the genitive's -s is a proper name (Merkel, Moskau), unless it is a verb used as a noun.
        proper = {word for word in known if flags[word] == "S" and word[0].isupper() and word.lower() not in flags}
        known -= proper
        known |= {"=" + word for word in proper}
        # -ung stands there with its linking s only.
        known |= {word[:-1] for word in known if word.endswith("ungs")}
    if language not in AS_WRITTEN:
        known = {fold(word) for word in known if word.islower()}
    return known


def main() -> None:
    """Build every language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hunspell", type=Path, required=True)
    given = parser.parse_args()
    folder = Path(__file__).resolve().parents[1] / "vocabulary"
    folder.mkdir(exist_ok=True)
    for language in DICTIONARIES:
        known = words(given.hunspell, language)
        marisa_trie.Trie(sorted(known)).save(str(folder / f"{language}.marisa"))
        print(language, len(known))


if __name__ == "__main__":
    main()
