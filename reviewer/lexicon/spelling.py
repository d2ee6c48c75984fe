"""Says whether a word is spelt right, by Hunspell dictionaries shipped with the program or found on the system."""

import logging
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from itertools import compress
from pathlib import Path
from typing import cast

from reviewer.lexicon.headwords import headwords
from reviewer.model.span import Span
from reviewer.text.languages import primary, region
from reviewer.text.memo import Memo
from reviewer.text.resources import resource
from reviewer.text.words import word_spans, words

_REMEMBERED = 200_000
"""Words whose answer each speller keeps; a word costs about 100 bytes."""

_LONG_ENOUGH = 6
"""Letters from which on a word has few neighbours by chance, where rare words count as neighbours, too."""

LookUp = Callable[[str], bool]
"""A dictionary: says whether it knows a word."""


class Speller:
    """The dictionaries of one language, and where there are any, its lists of rare, common and everyday words.

    Everything is opened when the first word asks for it.
    """

    def __init__(self, language: str, files: tuple[Path, ...]) -> None:
        self.language = language
        self.files = files
        """The `.dic` files, most specific first."""
        self._waiting = list(files)
        self._opened: list[LookUp] = []
        self._lists = {kind: _word_list(language, kind) for kind in ("rare", "common", "everyday")}
        self.right: set[str] = set()
        """The words that were asked for and found; most words of a text are among them."""
        self._wrong: set[str] = set()
        self._near: dict[str, tuple[str, ...]] = {}
        self.doubts = Memo(self._is_doubtful, _REMEMBERED)
        """Whether a word as it stands in a text is in small letters and in no dictionary, nor in parts."""

    def has(self, word: str) -> bool:
        """Say whether a dictionary has a word, inflected forms and all; case counts as Hunspell has it."""
        if word in self.right:
            return True
        if word in self._wrong:
            return False
        if len(self.right) + len(self._wrong) > _REMEMBERED:
            self.right.clear()
            self._wrong.clear()
        answer = self._look_up(word.replace("’", "'").replace("\u00ad", ""))
        (self.right if answer else self._wrong).add(word)
        return answer

    def knows(self, word: str) -> bool:
        """Say whether a word is right: a dictionary has it, or it is one of the rare words."""
        return self.has(word) or self.is_rare(word)

    def is_rare(self, word: str) -> bool:
        """Say whether a word is in the list of rare ones, if there is such a list."""
        return self._listed("rare", word)

    def is_common(self, word: str) -> bool:
        """Say whether everybody knows a word; without a list of such words, whether the dictionary has it."""
        return self._listed("common", word) if self._lists["common"] else self._look_up(word)

    def is_everyday(self, word: str) -> bool:
        """Say whether a child knows a word, if there is a list of such words."""
        return self._listed("everyday", word)

    def near(self, word: str) -> tuple[str, ...]:
        """Return the common words that are one slip of the keyboard away from a misspelt one.

        Two letters swapped, one lost, added or wrong, in this order. Without a list of common words, where
        any rare word would count, the word must be long, its first letter right and none wrong. Hunspell's own
        suggestions reach further, but take a tenth of a second a word.
        """
        found = self._near.get(word)
        if found is None:
            listed = self._lists["common"] is not None
            if not listed and len(word) < _LONG_ENOUGH:
                return ()
            # Double letters make the same form in two ways.
            compounding = self.language in _COMPOUNDING
            put_back = restored(word, _following(self.language) if compounding else None)
            slips = dict.fromkeys((*swapped(word), *put_back, *shortened(word), *(replaced(word) if listed else ())))
            likely = slips if listed else [form for form in slips if form[0] == word[0]]
            if compounding:
                likely = [form for form in likely if _may_be_word(form, self.language)]
            found = self._near[word] = tuple(filter(self._list("common") or self._look_up, likely))
        return found

    def near_everyday(self, word: str) -> tuple[str, ...]:
        """Return everyday words that a short word becomes when two letters are swapped or one is put back."""
        everyday = self._list("everyday")
        return tuple(dict.fromkeys(filter(everyday, (*swapped(word), *restored(word))))) if everyday else ()

    def _is_doubtful(self, word: str) -> bool:
        if not word.islower() or len(word) < 2 or self.has(word):
            return False
        compared = self.language == "de" and _is_compared(word, self)
        return not compared and not _known_in_parts(word, self, self.language in _ELIDING)

    def _list(self, kind: str) -> LookUp | None:
        known = self._lists[kind]
        if isinstance(known, Path):
            known = self._lists[kind] = _open(known)
        return known

    def _listed(self, kind: str, word: str) -> bool:
        known = self._list(kind)
        return known is not None and known(word.replace("’", "'"))

    def _look_up(self, word: str) -> bool:
        if any(knows(word) for knows in self._opened):
            return True
        while self._waiting:
            knows = _open(self._waiting.pop(0))
            self._opened.append(knows)
            if knows(word):
                return True
        return False


_COMPOUNDING = frozenset(("de",))
"""Languages in which Hunspell tries to cut what it does not know into words, and is slow to say no."""
_ENDING, _LONG_ENDING, _LONG = 4, 6, 10
"""Letters that may be ending, and letters from which on a word may have several: beobacht-bar-en."""


def _may_be_word(form: str, language: str) -> bool:
    """Say, quickly, whether a form may be a word: its letters follow one another as in words, and some word begins as
    it does.

    Of 15,000 slips made in words of the news what each becomes is found as before, in a quarter of the time.
    """
    following = _following(language)
    letters = form + "$"
    spelt = all(letters[at] in following.get(letters[at - 3 : at], "") for at in range(3, len(letters)))
    return spelt and _begins_some_word(form, language)


@cache
def _following(language: str) -> dict[str, str]:
    """Return which letter may follow which three, `$` standing for the end (see the script that builds the table)."""
    lines = (resource("dictionaries") / f"{language}.sequences.txt").read_text("utf-8").splitlines()
    return {line[:3]: line[4:] for line in lines}


def _begins_some_word(form: str, language: str) -> bool:
    """Say whether some word begins as a form does, the prefix of its opposite and its ending left aside."""
    for stem in dict.fromkeys((form, form.removeprefix("un"))):
        beginning = stem[: max(3, len(stem) - (_ENDING if len(stem) < _LONG else _LONG_ENDING))]
        if next(headwords(language).iterkeys(beginning), None) is not None:
            return True
    return False


def _word_list(language: str, kind: str) -> Path | LookUp | None:
    path = resource("dictionaries") / f"{language}.{kind}.marisa"
    return path if path.is_file() else None


def swapped(word: str) -> Iterator[str]:
    """Yield a word with each two neighbouring letters swapped."""
    for i in range(len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def restored(word: str, following: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield a word with each letter put in at each place; with `following`, those that may follow the three before."""
    letters = _alphabet(word)
    for i in range(len(word) + 1):
        some = (
            letters if following is None or i < 3 else filter(following.get(word[i - 3 : i], "").__contains__, letters)
        )
        for letter in some:
            yield word[:i] + letter + word[i:]


def shortened(word: str) -> Iterator[str]:
    """Yield a word without each of its letters."""
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]


def replaced(word: str) -> Iterator[str]:
    """Yield a word with each letter replaced by each other."""
    letters = _alphabet(word)
    for i in range(len(word)):
        for letter in letters:
            yield word[:i] + letter + word[i + 1 :]


_LATIN = "abcdefghijklmnopqrstuvwxyz'"


def _alphabet(word: str) -> str:
    """Return the letters a slip may concern: of the word's alphabet, found by its blocks of 32 code points."""
    if word.isascii():
        return _LATIN
    found = dict.fromkeys(_LATIN if any(char.isascii() for char in word) else "")
    for start in dict.fromkeys(ord(char) & ~0x1F for char in word if not char.isascii()):
        found.update(dict.fromkeys(c for c in map(chr, range(start, start + 0x20)) if c.isalpha() and c == c.lower()))
    return "".join(found)


def doubtful_words(text: str, lang: str) -> tuple[Span, ...]:
    """Return the words of a text in small letters that no dictionary of its language has.

    Not those in an address, a file name, a hashtag or a hyphenated compound. Words in the list of rare ones
    are among them. Empty where no dictionary is at hand.
    """
    dictionary = speller(lang)
    if dictionary is None:
        return ()
    doubts = [*map(dictionary.doubts.__getitem__, words(text, lang))]
    if not any(doubts):
        return ()
    return tuple(span for span in compress(word_spans(text, lang), doubts) if not _part_of_more(text, span))


_ELIDING = frozenset("fr it ca oc co ga pms sc fur lmo".split())
_ADDRESS = re.compile(r"://|@|www\.|\w\.\w|[\w/\\]/[\w/]|[#_=<>{}~`$\\\d-]")


def _part_of_more(text: str, span: Span) -> bool:
    """Say whether a word is part of an address, a compound or a placeholder such as `{{ limit }}`."""
    start, stop = span
    while start and not text[start - 1].isspace():
        start -= 1
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    in_braces = text.rfind("{", 0, span.start) > text.rfind("}", 0, span.start)
    return in_braces or _ADDRESS.search(text[start:stop]) is not None


def _known_in_parts(word: str, dictionary: Speller, elides: bool) -> bool:
    """Say whether a possessive's noun is known, or what stands behind an elision: `midfielder’s`, `l’homme`."""
    if word.isalpha():
        return False
    head, mark, tail = word.replace("’", "'").rpartition("'")
    if not mark or not head or not tail.isalpha() or not head.replace("'", "").isalpha():
        return True
    return dictionary.knows(head) if tail == "s" else elides and dictionary.knows(tail)


_DECLINED = re.compile(r"(.{4,}(?:er|est))(?:e[mnrs]?)")


def _is_compared(word: str, dictionary: Speller) -> bool:
    """Say whether a German word is a comparative or superlative declined: ungleichere, härtesten."""
    declined = _DECLINED.fullmatch(word)
    return declined is not None and dictionary.has(declined[1])


@cache
def speller(lang: str) -> Speller | None:
    """Return the speller of a language, or None where no dictionary is at hand.

    Regional spellings all count: a text in `en` may spell `colour` or `color`.
    """
    language = primary(lang)
    found: dict[str, Path] = {}
    for folder in _folders():
        for path in sorted(folder.glob(f"{language}*.dic")):
            name = path.stem.replace("-", "_")
            if primary(name) == language and "hyph" not in name and path.with_suffix(".aff").is_file():
                found.setdefault(name, path)
    wanted = f"{language}_{region(lang)}"
    common = _COMMON.get(language, f"{language}_{language.upper()}")
    order = sorted(found, key=lambda name: (name != wanted, name != language, name != common, name))
    return Speller(language, tuple(found[name] for name in order[:_MOST])) if order and _engine() else None


_MOST = 3
"""Dictionaries of one language that are opened at most: a system may have twenty of Spanish."""
_COMMON = {"en": "en_US", "pt": "pt_BR", "nb": "nb_NO", "sr": "sr_RS"}


def _folders() -> list[Path]:
    """Return where dictionaries may stand: ours first, then those of the system and of LibreOffice."""
    home = Path.home()
    places = [resource("dictionaries"), *(Path(p) for p in os.environ.get("DICPATH", "").split(os.pathsep) if p)]
    if sys.platform == "darwin":
        places += [home / "Library/Spelling", Path("/Library/Spelling"), Path("/opt/homebrew/share/hunspell")]
        places += sorted(Path("/Applications/LibreOffice.app/Contents/Resources/extensions").glob("dict-*"))
    elif sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
            if variable in os.environ:
                places += sorted(Path(os.environ[variable]).glob("LibreOffice*/share/extensions/dict-*"))
        if "APPDATA" in os.environ:
            places.append(Path(os.environ["APPDATA"]) / "hunspell")
    else:
        places += [home / ".local/share/hunspell"]
        for base in ("/usr/share", "/usr/local/share"):
            places += [Path(base, name) for name in ("hunspell", "myspell", "myspell/dicts")]
        for base in ("/usr/lib", "/usr/lib64", "/opt"):
            places += sorted(Path(base).glob("libreoffice*/share/extensions/dict-*"))
    return [place for place in places if place.is_dir()]


@cache
def _engine() -> str:
    """Return which Hunspell is installed: the real one, its Python rewrite where that has no wheel, or none."""
    return next((name for name in ("hunspell", "spylls") if find_spec(name)), "")


def _open(path: Path) -> LookUp:
    # Imported here: start-up must not pay for libraries that many sessions never need.
    try:
        if path.suffix == ".marisa":
            import marisa_trie

            trie = marisa_trie.Trie()
            trie.mmap(str(path))
            return cast(LookUp, trie.__contains__)
        if _engine() == "hunspell":
            from hunspell import Hunspell

            return _safe(Hunspell(path.stem, hunspell_data_dir=str(path.parent)).spell)
        from spylls.hunspell import Dictionary

        return _safe(Dictionary.from_files(str(path.with_suffix(""))).lookup)
    except Exception as error:  # a damaged dictionary of the system must not stop the checks
        logging.getLogger(__name__).warning("The dictionary %s cannot be used: %s", path.name, error)
        return lambda _: False


def _safe(look_up: LookUp) -> LookUp:
    """Say no for a word with letters that the dictionary's encoding does not have."""

    def answer(word: str) -> bool:
        try:
            return bool(look_up(word))
        except UnicodeError:
            return False

    return answer
