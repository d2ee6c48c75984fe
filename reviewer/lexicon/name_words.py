"""Says how sure it is that a word with a capital is a name, by the word and what stands beside it."""

import re
from functools import cache, lru_cache

from reviewer.lexicon.headwords import headwords
from reviewer.lexicon.place_looks import COMPOUNDING
from reviewer.lexicon.spelling import speller
from reviewer.lexicon.vocabulary import LANGUAGES, ordinary
from reviewer.text.figures.lexis import lexis
from reviewer.text.folding import fold
from reviewer.text.languages import primary
from reviewer.text.resources import resource
from reviewer.text.tokens import Token

_COMMON_ACRONYMS = frozenset(
    "agb ai aka api app apps asap atm cctv cd ceo cest cet cfo coo cpu cto cv diy dj dvd edt est eur faq fm gmbh gmt "
    "gps gpu hiv hr html id ip iq it kg km lcd led ltd ma mba mp mps mr mri mvp ngo ngos os pcr pdf pdfs pdt phd pin "
    "pm pr ps pst ram rpm sd sim sms sos ssd suv suvs ui url usb utc vhs vip vips vpn vr xl xxl".split()
)
"""Acronyms for things and jobs that languages use side by side with words."""

CALENDAR = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov "
        "dec christmas easter god covid corona coronavirus internet english french german spanish chinese japanese i "
        "ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi tv dvd cd pc ok am pm mr mrs ms dr "
        "st nr no vs ad bc didn doesn isn aren wasn weren hasn haven hadn don won wouldn couldn shouldn ain mustn ll "
        "ve prix pln usd eur gbp chf rub uah jpy cny krw inr czk huf sek nok dkk cad aud brl mxn try "
    ).split()
)
"""Capitalised words of English, numerals and currency codes, that are no names to follow."""


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 6 and word.isupper()


def is_shouted(cut: tuple[Token, ...], at: int, lang: str) -> bool:
    """Say whether an ordinary word is in capitals because one beside it is: THE CAKE IS BAD."""
    if not _is_acronym(cut[at].text):
        return False
    beside = [token.text for token in (*cut[max(0, at - 1) : at], *cut[at + 1 : at + 2])]
    shouted = [word for word in beside if len(word) > 1 and word.isupper()]
    return bool(shouted) and _is_word(cut[at].text.lower(), lang) and any(_is_word(w.lower(), lang) for w in shouted)


def is_half(text: str, token: Token, lang: str) -> bool:
    """Say whether a word is half of a compound: Maulbeer- und Walnussholz, Sino-American, Socio-Economic."""
    if text[token.end : token.end + 1] != "-":
        return False
    if not text[token.end + 1 : token.end + 2].isalnum():
        return primary(lang) in COMPOUNDING
    if primary(lang) != "en" or not token.key.endswith("o"):
        return False
    following = _WORD.match(text, token.end + 1)
    assert following
    return token.key in _COMBINING or _is_word((token.key + following.group()).lower(), lang)


_WORD = re.compile(r"\w+")
_COMBINING = frozenset(
    "afro anglo austro bosno dano euro finno franco gallo germano graeco greco hibero hispano ibero indo irano italo "
    "judeo luso nippo polono russo serbo sino slavo sovieto tibeto turco turko".split()
)
"""What English makes of countries and peoples to join them with others by a hyphen."""


def _is_word(word: str, lang: str) -> bool:
    dictionary = speller(lang)
    return dictionary is not None and dictionary.knows(word)


def weight_of(token: Token, lang: str) -> float:
    """Say how sure it is that a capitalised word is a name."""
    return _word_weight(token.text, lang, token.first)


def _tells_time_or_number(word: str, lang: str) -> bool:
    """Say whether a word is a month, a day of the week or a large number: Mart Çarşamba, Crore."""
    tables = lexis(lang)
    return len(word) > 3 and any(word in names for names in (tables.months, tables.weekdays, tables.scales))


_DRAWN_OUT = re.compile(r"(.)\1\1")
"""What letters are drawn out in: Sooo, Looove."""
_NOUN = re.compile(
    ".{5,}(?:erin(?:nen)?|age)$|.{4,}ung(?:en)?$|(?:heit|keit|schaft|ität)(?:en)?$|(?:tum|ismus|isten|istin(?:nen)?)$|"
    "[äöü][^aeiouäöü]+(?:chen|lein)$"
)
"""Endings by which German makes nouns (Duden, Die Grammatik, on derivation), and names seldom have."""


_PREFIX = re.compile("(?:Anti|Inter|Micro|Multi|Non|Post|Pre|Pseudo|Semi|Super|Trans|Ultra)(?P<rest>[a-z]{5,})")
"""What English puts before words to make others that no dictionary has in full: Preprocessing, Nonspeaker."""


_TURKISH_PLURAL = re.compile("...l[ae]r(?:[iae]|in|[dt][ae]n?|l[ae])?$")
"""Endings of more than one in Turkish, folded, which names seldom have: Gazeteciler."""
_NO_WORDS: tuple[str, ...] = ()


def is_office_word(key: str, lang: str) -> bool:
    """Say whether a word, folded, stands in names of offices and institutions, in a language without a vocabulary."""
    if primary(lang) == "tr" and (_TURKISH_PLURAL.search(key) or _is_turkish_head(key)):
        return True
    return key.startswith(_office_words().get(primary(lang), _NO_WORDS))


@lru_cache(maxsize=8192)
def _is_turkish_head(key: str) -> bool:
    """Say whether a word, folded, is a Turkish noun in the possessive, which is how compounds end: Kitap Fuarı."""
    found = _TURKISH_POSSESSIVE.fullmatch(key)
    if found is None:
        return False
    stem = found[1] or found[2]
    return stem in headwords("tr") or stem[:-1] + _HARDENED.get(stem[-1], stem[-1]) in headwords("tr")


_SHORTEST_PART = 4


def _is_dutch_compound(key: str) -> bool:
    """Say whether a word, folded, is made of two that Dutch has: Havenbaas."""
    known = headwords("nl")
    ends = range(_SHORTEST_PART, len(key) - _SHORTEST_PART + 1)
    return any(key[end:] in known and (key[:end] in known or key[:end].removesuffix("s") in known) for end in ends)


_TURKISH_POSSESSIVE = re.compile("(.{4,})s[iu]|(.{4,})[iu]")
_HARDENED = {"g": "k", "b": "p", "d": "t"}
"""What Turkish consonants are at the end of a word that vowels behind them make soft: kitap, kitabı."""


@cache
def _office_words() -> dict[str, tuple[str, ...]]:
    """Return what words begin with, folded, of which languages without a vocabulary make names of offices."""
    lines = resource("names/office_words.tsv").read_text("utf-8").splitlines()[2:]
    rows = (line.split("\t") for line in lines)
    return {language: tuple(map(fold, words.split())) for language, words in rows}


_CAPITALS_MEAN_NAMES = frozenset(("de", "en", "es", "fr", "it", "nl", "pt"))
"""Languages whose vocabulary is complete enough to know an ordinary word in a title."""


@lru_cache(maxsize=32768)
def _word_weight(word: str, lang: str, first: bool) -> float:
    key = fold(word)
    if len(key) < 2 or key in CALENDAR or key in _COMMON_ACRONYMS or key.removesuffix("s") in _DAYS:
        return 0.0
    if _is_acronym(word):
        shouted = ordinary(word.lower(), lang) or ordinary(word.title(), lang)
        return 0.6 if word.strip("IVXLCDM") and not shouted else 0.0
    if len(key) < 3 or word.isupper():
        return 0.0
    if ordinary(word, lang) or _tells_time_or_number(word.lower(), lang) or _DRAWN_OUT.search(key):
        return 0.0
    if (first and word.lower() in lexis(lang).numbers) or is_office_word(key, lang):
        return 0.0
    if primary(lang) == "de" and (_NOUN.search(word) or ordinary(word.replace("ss", "ß"), lang)):
        return 0.3
    if primary(lang) == "en":
        made = _PREFIX.fullmatch(word)
        if made is not None and _is_word(made["rest"], lang):
            return 0.0
        return (0.66 if first else 0.7) if len(word) > 3 else 0.3
    if first and primary(lang) == "nl" and _is_dutch_compound(key):
        return 0.0
    if first and (dictionary := speller(lang)) is not None and dictionary.has(word.lower()):
        return 0.0
    if primary(lang) in _CAPITALS_MEAN_NAMES:
        return (0.6 if first else 0.7) if len(word) > 3 else 0.3
    if primary(lang) in LANGUAGES:
        # Headwords alone, so that an inflected ordinary word may pass for a name.
        return 0.25 if first else 0.6 if len(word) > 3 else 0.3
    return 0.0 if first else 0.6 if len(word) > 3 else 0.3
