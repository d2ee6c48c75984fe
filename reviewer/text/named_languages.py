"""What the name of a file tells: the language it is in, and whether it is the source or the translation."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from reviewer.text.language_names import LANGUAGE_NAMES
from reviewer.text.languages import primary

_ISO_639_1 = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja "
    "ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb "
    "nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr "
    "ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
_WITHDRAWN = frozenset(("bh", "jw", "mo", "sh"))
"""Codes that are no longer in ISO 639-1, but stay valid in tags (IANA, Language Subtag Registry)."""
_ISO_639_2 = dict(
    pair.split("=")
    for pair in (
        "afr=af alb=sq sqi=sq ara=ar arm=hy hye=hy aze=az baq=eu eus=eu bel=be ben=bn bos=bs bul=bg bur=my mya=my "
        "cat=ca chi=zh zho=zh hrv=hr cze=cs ces=cs dan=da dut=nl nld=nl eng=en est=et fin=fi fre=fr fra=fr glg=gl "
        "geo=ka kat=ka ger=de deu=de gre=el ell=el guj=gu heb=he hin=hi hun=hu ice=is isl=is ind=id gle=ga ita=it "
        "jpn=ja kan=kn kaz=kk khm=km kor=ko kur=ku kir=ky lao=lo lav=lv lit=lt mac=mk mkd=mk may=ms msa=ms mal=ml "
        "mlt=mt mar=mr mon=mn nep=ne nob=nb nno=nn nor=no pus=ps per=fa fas=fa pol=pl por=pt pan=pa rum=ro ron=ro "
        "rus=ru srp=sr sin=si slo=sk slk=sk slv=sl som=so spa=es swa=sw swe=sv tgk=tg tam=ta tel=te tha=th tur=tr "
        "ukr=uk urd=ur uzb=uz vie=vi wel=cy cym=cy yid=yi"
    ).split()
)
"""Three letters → two (ISO 639-2, Library of Congress; bibliographic and terminological codes)."""

_BY_COUNTRY = {"cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "ua": "uk"}
"""Codes of countries that are no codes of languages, but often stand for one."""

ENGLISH_WORDS = frozenset("am an as in my no or so to".split())
"""Languages whose codes are more often words of English in a name: `sign-in.html`, `how-to.md`."""

_ROLES = {
    **dict.fromkeys(("source", "src", "original", "orig"), "source"),
    **dict.fromkeys(("target", "tgt", "translation", "translated"), "target"),
}
_TOKEN = re.compile(r"[^\s._\-+()\[\]]+")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""What a tag looks like (RFC 5646, 2.1), but for which part may follow which."""
_REGION = re.compile(r"r?[A-Z]{2}|[a-z]{2}|\d{3}")
_SCRIPTS = frozenset("arab cyrl hans hant latn deva guru beng hebr".split())
_ANDROID = re.compile(r"(?<=values-)b\+")
_APPLE = "lproj"
_BASE = "base"


class Reading(NamedTuple):
    """One way to understand a path: what remains of it without the language, and the language."""

    key: str
    language: str
    """BCP 47 tag; empty where the path names none."""


def same_name(path: str) -> str:
    """Return a path as it is compared with others: composed (NFC), whatever its case."""
    return unicodedata.normalize("NFC", path).casefold()


@lru_cache(maxsize=1 << 15)
def readings(path: str) -> tuple[Reading, ...]:
    """Return every way to read a path, the one without a language first, then those that leave least of it.

    `de/article.de.md` is itself in no language it names, `article.md` in German, or `article.de.md` or
    `de/article.md` in German: what looks like a language may be part of a name. Keys are for comparing.
    """
    folders = [_tokens(part) for part in path.split("/")]
    # The last token of all is the ending of the file, which is a language at most: `strings_pt.md`, `notes.de`.
    places = [
        (level, *place)
        for level, tokens in enumerate(folders)
        for place in _places(tokens, len(tokens) - (level == len(folders) - 1))
    ]
    found = {Reading(_key(folders), ""): None}
    if any(_is_base(tokens) for tokens in folders):
        found[Reading(_key([tokens[1:] if _is_base(tokens) else tokens for tokens in folders]), "")] = None
    for language in dict.fromkeys(primary(place[3]) for place in places):
        own = [place for place in places if primary(place[3]) == language]
        longest = max((place[3] for place in own), key=lambda tag: (len(tag), tag))
        if len(own) > 1:
            found[Reading(_key(_without(folders, own)), longest)] = None
        for place in own:
            found[Reading(_key(_without(folders, [place])), place[3])] = None
    return tuple(found)


def is_language(name: str) -> bool:
    """Say whether the name of a folder, or the ending of a file, is nothing but a language."""
    tokens = _tokens(name)
    return any((start, end) == (0, len(tokens)) for start, end, _ in _places(tokens, len(tokens)))


def tag_of(said: str) -> str:
    """Return the BCP 47 tag for what somebody calls a language: a tag, a code of ISO 639, its English name.

    Empty where that is no language. Codes of three letters that are not in the tables here are believed: ISO 639-3
    has thousands.
    """
    tokens = _tokens(said)
    whole = [tag for start, end, tag in _places(tokens, len(tokens)) if (start, end) == (0, len(tokens))]
    if whole:
        return whole[0]
    language = said.split("-")[0].casefold()
    known = language in _ISO_639_1 | _WITHDRAWN if len(language) == 2 else len(language) == 3
    return said if known and _TAG.fullmatch(said) else ""


@lru_cache(maxsize=1 << 15)
def role(path: str) -> tuple[str, str]:
    """Return `source`, `target` or nothing, as the path says, and what remains of it without that word."""
    folders = [_tokens(part) for part in path.split("/")]
    for level, tokens in enumerate(folders):
        for at, token in enumerate(tokens):
            last = level == len(folders) - 1
            # A folder is called so as a whole; a file begins or ends with it.
            if token.casefold() in _ROLES and (at in (0, len(tokens) - 2) if last else len(tokens) == 1):
                rest = [*folders[:level], [*tokens[:at], *tokens[at + 1 :]], *folders[level + 1 :]]
                return _ROLES[token.casefold()], "/".join(".".join(part) for part in rest if part)
    return "", path


def _tokens(part: str) -> list[str]:
    return _TOKEN.findall(_ANDROID.sub("", part))


def _is_base(tokens: list[str]) -> bool:
    return len(tokens) == 2 and tokens[1].casefold() == _APPLE and tokens[0].casefold() == _BASE


def _places(tokens: list[str], end_of_name: int) -> list[tuple[int, int, str]]:
    """Return where languages may be named: first token, the one behind the last, and the tag."""
    found: list[tuple[int, int, str]] = []
    regions: set[int] = set()
    for at, token in enumerate(tokens):
        language = _language(token)
        if not language or at in regions:
            continue
        found.append((at, at + 1, language))
        end, tag = at + 1, language
        if end < end_of_name and tokens[end].casefold() in _SCRIPTS:
            tag, end = f"{tag}-{tokens[end].title()}", end + 1
            found.append((at, end, tag))
        if end < end_of_name and _REGION.fullmatch(tokens[end]):
            found.append((at, end + 1, f"{tag}-{tokens[end].removeprefix('r').upper()}"))
            if not tokens[end].islower():
                regions.add(end)
    return found


@lru_cache(maxsize=1 << 12)
def _language(token: str) -> str:
    word = token.casefold()
    if len(word) == 2:
        return word if word in _ISO_639_1 else _BY_COUNTRY.get(word, "")
    return _ISO_639_2.get(word) or _names().get(word, "")


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): tag for tag, name in LANGUAGE_NAMES.items() if name.isalpha()}


def _without(folders: list[list[str]], places: list[tuple[int, int, int, str]]) -> list[list[str]]:
    gone = {(level, at) for level, start, end, _ in places for at in range(start, end)}
    return [
        [token for at, token in enumerate(tokens) if (level, at) not in gone] for level, tokens in enumerate(folders)
    ]


def _key(folders: list[list[str]]) -> str:
    return same_name("/".join(".".join(tokens) for tokens in folders if tokens))
