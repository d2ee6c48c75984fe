"""Says whether a word is an ordinary word of a language, where a capital letter alone says too little.

English prints titles in capitals, German its nouns, and every language the names of its institutions:
vocabularies made of Hunspell dictionaries come as tries (`resources/build/vocabulary.py`), each mapped
when first asked for.
"""

from functools import lru_cache

import marisa_trie

from reviewer.lexicon.german_nouns import is_common_noun, is_of_names
from reviewer.lexicon.headwords import headwords
from reviewer.lexicon.spelling import speller
from reviewer.text.folding import fold
from reviewer.text.inflection import bases
from reviewer.text.languages import function_words, primary

LANGUAGES = frozenset(("cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"))
_GERMAN_ENDINGS = tuple("es en er em e s n st te ten t innen in ern et ete eten eter etes end ende enden ender".split())
_GERMAN_NOUNS = tuple(
    "ung ungen heit heiten keit keiten schaft schaften ismus ierung ierungen tion tionen ität itäten gesetz".split()
)
"""Endings that make nouns no dictionary lists."""
_GERMAN_LINKS = ("", "s", "es", "n", "en", "er", "e")


@lru_cache(maxsize=32768)
def ordinary(word: str, lang: str) -> bool:
    """Say whether a word, as it stands in a text, is an ordinary word and no name.

    That is a word the dictionary has in small letters, inflected or not; in German any noun too,
    compounds as well. False for languages without a vocabulary.
    """
    language = primary(lang)
    if language == "en":
        return _english(word.lower())
    if language == "de":
        return _german(word)
    if language not in LANGUAGES:
        return False
    small = word.lower()
    return (
        small in function_words().get(language, ())
        or small in _FURTHER.get(language, ())
        or _headword(fold(word), language)
    )


_FURTHER = {
    "pt": frozenset(
        "ninguém alguém nada tudo todos todas cada outro outra segundo segunda durante contra sob sobre este esta "
        "estes estas esse essa isto aquele aquela onde quem qual porque tenho tinha estão será foram pode podem".split()
    ),
    "es": frozenset(("república", "repúblicas")),
    "it": frozenset(("generale", "generali", "centrale", "centrali", "tenente", "natale", "ufficio", "uffici")),
}
"""Pronouns and some nouns that the dictionary makes of other words, so that they are no headwords."""
_PLURALS = {
    "fr": ("s", "x", "e", "es", "ment"),
    "es": ("s", "es", "a", "as", "os", "o", "mente"),
    "pt": ("s", "es", "a", "as", "os", "o", "mente"),
    "it": ("i", "e", "a", "o", "he", "hi", "mente"),
    "nl": ("s", "en", "e", "n", "er", "ers"),
}
_HEADWORD_ENDINGS = {
    "fr": ("", "e", "x"),
    "es": ("", "o", "e", "a"),
    "pt": ("", "o", "e", "a"),
    "it": ("o", "e", "a", "io"),
    "nl": ("",),
}


_PORTUGUESE_VERBS = (
    "ou ei am em ava avam iu eu ia iam ara era ira arao erao irao ando endo indo ado ada ido ida emos amos imos aram "
    "eram iram a as e es o ador adora adores adoras edor edora edores idor idora idores acao acoes icao icoes amento "
    "amentos imento imentos"
)
_SPANISH_VERBS = "o a as e es an en ado ada ados adas ido ida idos idas ando iendo acion icion amiento imiento"
_VERBS = {
    "pt": (tuple(_PORTUGUESE_VERBS.split()), ("ar", "er", "ir")),
    "es": (tuple(_SPANISH_VERBS.split()), ("ar", "er", "ir")),
    "it": (
        tuple("o a i e ano ono ato ata ati ate ito ita iti ite uto uta uti ute ando endo".split()),
        ("are", "ere", "ire"),
    ),
    "nl": (("t", "de", "den", "te", "ten", "d", ""), ("en", "n")),
}
"""Endings of verbs, and of nouns made of them, and those of their infinitives, where the dictionary lists these alone:
consiglio stands there as consigliare. The shortest stem is two."""


def _is_verb(key: str, language: str) -> bool:
    """Say whether a folded word is a regular form of a verb in the vocabulary: chegou, komt, fique."""
    trie = headwords(language)
    endings, infinitives = _VERBS[language]
    stems = {key[: len(key) - len(ending)] for ending in endings if key.endswith(ending)}
    stems |= {stem[:-2] + "c" for stem in stems if stem.endswith("qu")} | {
        stem[:-1] for stem in stems if stem[-2:] == "gu"
    }
    return any(len(stem) > 1 and stem + infinitive in trie for stem in stems for infinitive in infinitives)


def _headword(key: str, language: str) -> bool:
    trie = headwords(language)
    if key in trie or (language in _VERBS and _is_verb(key, language)):
        return True
    for ending in _PLURALS.get(language, ()):
        if key.endswith(ending):
            stem = key.removesuffix(ending)
            if any(stem + other in trie for other in _HEADWORD_ENDINGS[language]):
                return True
    return language not in _PLURALS and any(base in trie for base in bases(key, language))


_BRITISH = (
    ("our", "or"), ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("fence", "fense"), ("icence", "icense"),
    ("tre", "ter"), ("ogue", "og"), ("aem", "em"), ("aed", "ed"), ("lled", "led"), ("lling", "ling"), ("ller", "ler"),
    ("gramme", "gram"),
)  # fmt: skip


def _english(word: str) -> bool:
    trie = headwords("en")
    if word in trie:
        return True
    # Spellings of Britain, which the dictionary of the United States lacks.
    for british, american in _BRITISH:
        if british in word and word.replace(british, american) in trie:
            return True
    return word.endswith("s") and word[:-1] in trie


def _german(word: str) -> bool:
    trie = headwords("de")
    if _german_simple(word, trie) or _german_compound(word, trie):
        return True
    if any("=" + form in trie for form in (word, word.removesuffix("s"))):
        return False
    if len(word) > 7 and word.endswith(_GERMAN_NOUNS):
        return True
    # Umlauts, nominalised adjectives and longer compounds are Hunspell's business.
    dictionary = speller("de")
    if len(word) <= 3 or dictionary is None:
        return False
    return dictionary.has(word) or _german_last_part(word, trie)


def _german_last_part(word: str, trie: marisa_trie.Trie) -> bool:
    """Say whether a long word ends like a compound: in a noun that has a plural, and no name does (-hausen, -berg)."""
    for start in range(4, len(word) - 4) if len(word) >= 11 else ():
        noun = word[start].upper() + word[start + 1 :]
        if (noun in trie or len(noun) >= 8) and _german_simple(noun, trie):
            return is_common_noun(noun) or noun.endswith(("er", "ers", "ern"))
    return False


def _german_simple(word: str, trie: marisa_trie.Trie) -> bool:
    for form in (word, word.lower()):
        if form in trie:
            return True
        for ending in _GERMAN_ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) >= 3:
                stem = form[: -len(ending)]
                if stem in trie or stem + "e" in trie or stem + "en" in trie:
                    return True
    for ending in ("ung", "ungen", "ungs"):
        # Nouns made of verbs: Sendung, Erschaffung.
        stem = word.lower().removesuffix(ending)
        if stem != word.lower() and (stem + "en" in trie or stem + "n" in trie):
            return True
    if word.endswith(("nisse", "nissen")):
        return word[: word.rindex("nis") + 3] in trie
    return False


def is_compound(word: str) -> bool:
    """Say whether a capitalised German word is made of two nouns of which the last is in the vocabulary: Rindertalg.

    False for what names of streets, places and institutions are made of.
    """
    return len(word) >= _LONG_COMPOUND and not is_of_names(word) and _german_compound(word, headwords("de"))


_LONG_COMPOUND = 8
"""Letters from which on the parts of a word tell more than chance."""


def _german_compound(word: str, trie: marisa_trie.Trie, depth: int = 0) -> bool:
    """Split off known first parts, with a linking element, until the rest is a known word."""
    if len(word) < 7 or depth > 2:
        return False
    titled = word[:1].upper() + word[1:]
    for end in range(len(word) - 3, 2, -1):
        head = titled[:end]
        if head not in trie and head.lower() not in trie:
            continue
        for link in _GERMAN_LINKS:
            rest = word[end + len(link) :]
            if len(rest) < 3 or not word.startswith(link, end):
                continue
            noun = rest[:1].upper() + rest[1:]
            if _german_simple(noun, trie) or _german_compound(noun, trie, depth + 1):
                return True
    return False
