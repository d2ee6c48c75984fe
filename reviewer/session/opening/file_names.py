"""What the names of files have in common: their order, the languages they tell of, and what is left without these."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from reviewer.text.languages import primary
from reviewer.text.named_languages import ENGLISH_WORDS, readings, same_name

_NUMBERED = re.compile(r"(\d{1,3})\D+|\D+(\d{1,3})")
"""A name that begins or ends with what may be the number of a chapter; a year has more digits."""


def natural(path: str) -> tuple[list[tuple[int, int, str]], str]:
    """Return by what paths are put in order: numbers by their value, a folder's files together."""
    parts = re.split(r"(\d+)", same_name(path).replace("/", "\0"))
    return [(0, int(part), "") if part.isdecimal() and len(part) < 19 else (1, 0, part) for part in parts], path


def whole(key: str) -> str:
    """Return a key as it is."""
    return key


def stem(key: str) -> str:
    """Return a key without the ending of the file."""
    folder, slash, name = key.rpartition("/")
    first, dot, _ = name.rpartition(".")
    return f"{folder}{slash}{first if dot else name}"


def number(key: str) -> str:
    """Return the folder, number and ending of `3. Kapitel.docx` or `Kapitel 3.docx`; a name without one stays."""
    folder, slash, name = key.rpartition("/")
    first, _, ending = name.rpartition(".")
    numbered = _NUMBERED.fullmatch(first)
    return f"{folder}{slash}{int(numbered[1] or numbered[2])}.{ending}" if numbered else key


SHORTENED = (whole, stem, number)
"""What paths are compared by, without their languages: more and more is left away."""


class NameBook:
    """What the names of files tell, with regions only where two of them tell files apart: `de-DE` is `de` else."""

    def __init__(self, files: Sequence[str]) -> None:
        tags: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for path in files:
            for key, language in readings(path):
                tags[key, primary(language)].add(language)
        exact = {language for (_, language), several in tags.items() if len(several) > 1} | ENGLISH_WORDS
        self._told = {
            path: [(key, lang if {lang, primary(lang)} & exact else primary(lang)) for key, lang in readings(path)]
            for path in files
        }

    def is_in(self, path: str, language: str) -> bool:
        """Say whether a path names a language; or for the empty one, none."""
        known = {told for _, told in self._told[path]}
        return language in known if language else known == {""}

    def keys(self, language: str, shorten: Callable[[str], str]) -> Callable[[str], list[str]]:
        """Return what tells of a path in a language what remains of it."""
        return lambda path: [shorten(key) for key, told in self._told[path] if told == language]

    def votes(self, asked_for: set[str], shorten: Callable[[str], str]) -> Counter[str]:
        """Count for each language in how many names it tells files apart."""
        groups: defaultdict[str, set[str]] = defaultdict(set)
        for told in self._told.values():
            for key, language in told:
                # Of a name of which a number is left, the language would be left away unseen.
                if language or shorten is not number or len(told) == 1:
                    groups[shorten(key)].add(language)
        votes: Counter[str] = Counter()
        for languages in groups.values():
            # `sign-in.html` beside `sign.html` is no translation into Indonesian.
            telling = {lang for lang in languages if lang and (lang not in ENGLISH_WORDS or primary(lang) in asked_for)}
            if telling and len(languages) > 1:
                votes.update(languages)
        return votes
