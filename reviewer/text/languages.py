"""BCP 47 language tags, and which language a text is in."""

import re
from collections import Counter
from functools import cache, lru_cache
from math import log

from reviewer.text.resources import resource
from reviewer.text.scripts import RIGHT_TO_LEFT, dominant

UNDETERMINED = "und"
"""The tag for a text whose language cannot be told (BCP 47, 4.1)."""

_SCRIPTS = {
    code: name
    for name, codes in {
        "Arab": "ar arc arz azb bal bqi ckb fa glk ks lki lrc mzn pnb ps sd sdh skr ug ur uzs",
        "Armn": "hy hyw",
        "Beng": "as bn mni",
        "Cyrl": "ab ady av ba be bg ce chm crh-cyrl cv inh kbd kk krc kum kv ky lez mhr mk mn myv os ru rue sah "
        "sr tg tt tyv udm uk",
        "Deva": "anp awa bho brx doi gom hi kok mag mai mr ne new raj sa",
        "Ethi": "am byn gez ti tig wal",
        "Geor": "ka xmf",
        "Grek": "el grc pnt",
        "Gujr": "gu",
        "Guru": "pa",
        "Hebr": "he iw yi ji",
        "Jpan": "ja",
        "Khmr": "km",
        "Knda": "kn tcy",
        "Kore": "ko",
        "Laoo": "lo",
        "Mlym": "ml",
        "Mymr": "mnw my shn",
        "Nkoo": "nqo",
        "Olck": "sat",
        "Orya": "or",
        "Sinh": "si",
        "Syrc": "syr",
        "Taml": "ta",
        "Telu": "te",
        "Thaa": "dv",
        "Thai": "th",
        "Tibt": "bo dz",
        "Hans": "cmn wuu zh hak nan",
        "Hant": "lzh yue",
    }.items()
    for code in codes.split()
}
"""Script of languages that are not written in Latin (CLDR, supplemental/likelySubtags.xml)."""

_SCRIPTS_BY_REGION = {
    ("az", "iq"): "Arab",
    ("az", "ir"): "Arab",
    ("kk", "cn"): "Arab",
    ("ku", "iq"): "Arab",
    ("ku", "ir"): "Arab",
    ("ky", "cn"): "Arab",
    ("mn", "cn"): "Mong",
    ("pa", "pk"): "Arab",
    ("sr", "me"): "Latn",
    ("sr", "ro"): "Latn",
    ("sr", "tr"): "Latn",
    ("tg", "pk"): "Arab",
    ("uz", "af"): "Arab",
    ("uz", "cn"): "Cyrl",
    ("zh", "hk"): "Hant",
    ("zh", "mo"): "Hant",
    ("zh", "tw"): "Hant",
}
"""Where the region changes the script (CLDR, supplemental/likelySubtags.xml)."""

_RENAMED = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "no": "nb", "cmn": "zh", "fil": "tl"}
"""Codes that CLDR's supplementalMetadata.xml replaces, and two that this program treats as one."""


_HOMELANDS = dict(
    pair.split("-")
    for pair in (
        "bg-BG cs-CZ da-DK de-DE el-GR et-EE fi-FI he-IL hi-IN hr-HR hu-HU is-IS it-IT ja-JP ka-GE ko-KR lt-LT lv-LV "
        "nb-NO nn-NO no-NO pl-PL ro-RO ru-RU sk-SK sl-SI sv-SE th-TH tr-TR uk-UA vi-VN zh-CN"
    ).split()
)


def homeland(lang: str) -> str:
    """Return the country in which most who write a language live (CLDR, supplemental/likelySubtags.xml).

    Empty for languages that are at home in many, as English, Spanish and Arabic are.
    """
    return _HOMELANDS.get(primary(lang), "")


_READERS = {"en": ("US", "GB"), "es": ("ES",), "fa": ("IR",), "fr": ("FR",), "nl": ("NL",), "pt": ("BR", "PT")}
"""Countries whose newspapers need not name them, where a language is at home in several."""


def is_read_in(lang: str, country: str) -> bool:
    """Say whether a text in a language may be written for readers in a country (ISO 3166-1), and leave it unnamed."""
    return country in (homeland(lang), *_READERS.get(primary(lang), ()))


@lru_cache(maxsize=512)
def primary(tag: str) -> str:
    """Return the language of a tag alone, lower case and in today's code: `pt-BR` and `pt_br` give `pt`."""
    language = tag.replace("_", "-").split("-")[0].lower()
    return _RENAMED.get(language, language)


def listed(tag: str) -> str:
    """Return the language under which word lists keep a tag's: Bokmål and Nynorsk are Norwegian there."""
    language = primary(tag)
    return "no" if language in ("nb", "nn") else language


@lru_cache(maxsize=512)
def region(tag: str) -> str:
    """Return the region of a tag in capitals (`BR`, `419`), empty where it names none."""
    for subtag in tag.replace("_", "-").split("-")[1:]:
        if len(subtag) == 1:
            break
        if (len(subtag) == 2 and subtag.isalpha()) or (len(subtag) == 3 and subtag.isdigit()):
            return subtag.upper()
    return ""


@lru_cache(maxsize=512)
def script(tag: str) -> str:
    """Return the ISO 15924 code a tag names, or else the one its language is usually written in."""
    for subtag in tag.replace("_", "-").split("-")[1:]:
        if len(subtag) == 1:
            break
        if len(subtag) == 4 and subtag.isalpha():
            return subtag.title()
    language = primary(tag)
    return _SCRIPTS_BY_REGION.get((language, region(tag).lower())) or _SCRIPTS.get(language, "Latn")


def direction(tag: str) -> str:
    """Return `rtl` or `ltr`, the way a language is written."""
    return "rtl" if script(tag) in RIGHT_TO_LEFT else "ltr"


def same_language(one: str, other: str) -> bool:
    """Say whether two tags name one language in one script, whatever the region."""
    return primary(one) == primary(other) and script(one) == script(other)


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Return the commonest words without a meaning of their own, by primary language subtag."""
    return {language: frozenset(words.split()) for language, words in _table("function_words")}


@lru_cache(maxsize=256)
def telling_words(lang: str, other: str) -> frozenset[str]:
    """Return the function words of one language that are none of the other's."""
    known = function_words()
    return known.get(primary(lang), frozenset()) - known.get(primary(other), frozenset())


@cache
def _alphabets() -> dict[str, frozenset[str]]:
    """Letters beyond ASCII that each language uses (CLDR, main exemplar characters)."""
    return {language: frozenset(letters) for language, letters in _table("alphabets")}


def _table(name: str) -> list[tuple[str, str]]:
    lines = resource(f"languages/{name}.txt").read_text("utf-8").splitlines()
    return [(language, rest) for line in lines if line[0] != "#" for language, _, rest in [line.partition("\t")]]


Speakers = dict[str, dict[str, float]]
"""For each word or letter, the languages it speaks for, and how strongly."""


@lru_cache(maxsize=16)
def _weights(writing: str) -> tuple[Speakers, Speakers]:
    """Return what function words and letters tell about the languages of one script.

    A word that few languages share says more than one that many do (inverse document frequency).
    """
    words = {language: known for language, known in function_words().items() if script(language) == writing}
    letters = {language: known for language, known in _alphabets().items() if language in words}
    by_word, by_letter = _inverse_frequency(words), _inverse_frequency(letters)
    for speaks in by_letter.values():
        for language in letters:
            speaks.setdefault(language, _FOREIGN_LETTER)
    return by_word, by_letter


def _inverse_frequency(known: dict[str, frozenset[str]]) -> Speakers:
    speakers: dict[str, list[str]] = {}
    for language, items in known.items():
        for item in items:
            speakers.setdefault(item, []).append(language)
    return {
        item: dict.fromkeys(languages, log((1 + len(known)) / len(languages))) for item, languages in speakers.items()
    }


_SAMPLE = 20_000
_LETTER_SHARE = 0.25
"""What one letter counts against one function word: a text has about five letters a word."""
_FOREIGN_LETTER = -4.0
"""What a letter says about a language that does not use it."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ‘·-][^\W\d_]+)*")
_MARKED_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~«»“”„…।॥،؛؟۔፡።፣፤]+")
"""Words of scripts whose vowel signs are combining marks, which \\w leaves out."""

_BY_SCRIPT = {
    "Armn": "hy", "Beng": "bn", "Ethi": "am", "Geor": "ka", "Grek": "el", "Gujr": "gu", "Guru": "pa",
    "Jpan": "ja", "Khmr": "km", "Knda": "kn", "Kore": "ko", "Hang": "ko", "Hira": "ja", "Kana": "ja",
    "Laoo": "lo", "Mlym": "ml", "Mymr": "my", "Orya": "or", "Sinh": "si", "Taml": "ta", "Telu": "te",
    "Thaa": "dv", "Thai": "th", "Tibt": "bo",
}  # fmt: skip
_MOST_WRITTEN = frozenset("ar de en es fa fr hi id it ja ko nl pl pt ru tr uk ur vi zh".split())
_HEAD_START = 0.5
"""Settles a draw for the language that more is written in: half a function word."""

_BY_FEWER_LANGUAGES = {"Arab": "ar", "Cyrl": "ru", "Deva": "hi", "Hebr": "he", "Latn": UNDETERMINED}

_SIMPLIFIED = frozenset("这们来说国时会对为个还没过发经现长问门间开关见车东马语学习实体业产进动电话")
_TRADITIONAL = frozenset("這們來說國時會對為個還沒過發經現長問門間開關見車東馬語學習實體業產進動電話")


def guess(text: str) -> str:
    """Return the tag of the language a text is most likely in, `und` where nothing tells.

    The script decides first; among languages that share it, function words and telling letters do.
    Chinese is `zh-Hans` or `zh-Hant`, Serbian in Latin letters `sr-Latn`.
    """
    sample = text[:_SAMPLE]
    writing = dominant(sample)
    if writing == "Hani":
        letters = Counter(sample)
        simplified = sum(letters[c] for c in _SIMPLIFIED - _TRADITIONAL)
        traditional = sum(letters[c] for c in _TRADITIONAL - _SIMPLIFIED)
        return "zh-Hant" if traditional > simplified else "zh-Hans"
    if writing in _BY_SCRIPT:
        return _BY_SCRIPT[writing]
    scores = _scores(sample, writing)
    for language in _MOST_WRITTEN & scores.keys():
        scores[language] += _HEAD_START
    return max(scores, key=scores.__getitem__) if scores else _BY_FEWER_LANGUAGES.get(writing, UNDETERMINED)


def _scores(sample: str, writing: str) -> dict[str, float]:
    by_word, by_letter = _weights(writing)
    pattern = _WORD if writing in ("Latn", "Cyrl", "Hebr") else _MARKED_WORD
    lower = sample.lower()
    scores: dict[str, float] = {}
    for found, table, share in (
        (Counter(pattern.findall(lower.replace("’", "'"))), by_word, 1.0),
        (Counter(lower), by_letter, _LETTER_SHARE),
    ):
        for item, times in found.items():
            for language, weight in table.get(item, {}).items():
                scores[language] = scores.get(language, 0.0) + share * weight * times
    return scores
