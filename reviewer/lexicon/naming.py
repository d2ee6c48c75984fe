"""Finds everything in a text that looks like a name: known places, people, organisations, and unknown ones."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.lexicon.place_looks import COMPOUNDING
from reviewer.lexicon.place_words import words_after
from reviewer.lexicon.spaced_places import Mention
from reviewer.lexicon.spelling import speller
from reviewer.lexicon.spotting import mentions
from reviewer.lexicon.vocabulary import LANGUAGES, ordinary
from reviewer.model.span import Span
from reviewer.text.folding import fold
from reviewer.text.ideograph_readings import japanese_names
from reviewer.text.languages import primary, script
from reviewer.text.lexis import lexis
from reviewer.text.scripts import CASED, UNSPACED
from reviewer.text.tokens import Token, tokens


class Sort(Enum):
    """What sort of name it is."""

    PLACE = "place"
    DEMONYM = "demonym"
    ORGANISATION = "organisation"
    PERSON = "person"
    ACRONYM = "acronym"
    UNKNOWN = "unknown"
    """A capitalised word that is no ordinary one: mostly people."""


class Name(NamedTuple):
    """A stretch of text that looks like a name."""

    start: int
    end: int
    text: str
    key: str
    """Folded."""
    sort: Sort
    meanings: frozenset[int]
    """Numbers of what the gazetteer knows by this name."""
    weight: float
    """How sure it is that this is a name and the other side must have it, from 0 to 1."""
    exact: bool = True
    """Whether the name stands in its base form, as far as known."""
    others: frozenset[int] = frozenset()
    """What else the form can be, read as inflected: `Hamas` as the genitive of Hama."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


_COMMON_ACRONYMS = frozenset(
    "agb ai aka api app apps asap atm cctv cd ceo cest cet cfo coo cpu cto cv diy dj dvd edt est eur faq fm gmbh gmt "
    "gps gpu hiv hr html id ip iq it kg km lcd led ltd ma mba mp mps mr mri mvp ngo ngos os pcr pdf pdfs pdt phd pin "
    "pm pr ps pst ram rpm sd sim sms sos ssd suv suvs ui url usb utc vhs vip vips vpn vr xl xxl".split()
)
"""Acronyms for things and jobs that languages use side by side with words."""

_CALENDAR = frozenset(
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

_DOTTED = re.compile(r"([\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff·]{1,4})")
"""Foreign names in Chinese, which a dot gives away: 格雷琴·惠特默."""
_JAPANESE_TITLES = "さん|氏|ちゃん|くん|選手|投手|監督|容疑者|被告|首相|議員|社長|会長|知事|市長|教授|巡査"


@cache
def _titled_pattern(language: str) -> re.Pattern[str] | None:
    """Return what finds names in ideographs that show by what follows (渡辺さん, 喬木村) or by their dot."""
    if language == "ja":
        return re.compile(rf"([\u4e00-\u9fff々ヶ]{{2,4}}?)(?:{_JAPANESE_TITLES}|{words_after(language)})")
    return _DOTTED if language == "zh" else None


def _titled(text: str, lang: str, known: tuple[Mention, ...]) -> Iterator[Name]:
    """Yield names in ideographs that titles or the dot of foreign names give away."""
    pattern = _titled_pattern(primary(lang))
    for found in pattern.finditer(text) if pattern else ():
        start, end = found.span(1)
        if start and "\u4e00" <= text[start - 1] <= "\u9fff" and primary(lang) == "ja":
            continue  # the end of a longer word
        if primary(lang) == "zh":
            start += _after_title(found.group(1))
        if not any(mention.start < end and start < mention.end for mention in known):
            word = text[start:end]
            weight = _named(word, text[end]) if primary(lang) == "ja" else 0.6
            if weight:
                yield Name(start, end, word, word, Sort.PERSON, _NONE, weight)


def _named(word: str, title: str) -> float:
    """Say how sure it is that ideographs before a Japanese title are a name: one that begins with a known one."""
    known = japanese_names(word)
    if title not in "市区町村県駅空" and any(name.text == word and name.sort == "S" for name in known):
        return 0.66
    return 0.6 if any(name.sort in "SGP" for name in known) else 0.0


_LAST_OF_TITLES = frozenset("员員长長统統理相授席帅帥军軍师師手者王后官")


def _after_title(name: str) -> int:
    """Return where a name with a dot begins behind a title run together with it (参议员道格·琼斯)."""
    dot = name.find("·")
    return next((at for at in range(dot - 1, 0, -1) if name[at - 1] in _LAST_OF_TITLES), 0)


_WORK = re.compile("[《〈『]([^》〉』]+)[》〉』]")
_IN_TITLE = 0.6
"""A place in the title of a work may be left out where the title is rendered by another, or by its initials."""


def _in_titles(found: Iterable["Name"], text: str) -> Iterator["Name"]:
    """Yield names, those within titles of works in their doubtful weight."""
    works = [work.span(1) for work in _WORK.finditer(text)]
    for name in found:
        within = any(start <= name.start and name.end <= end and end - start > len(name.text) for start, end in works)
        yield name._replace(weight=min(name.weight, _IN_TITLE)) if within else name


def _start(name: "Name") -> int:
    return name.start


def names(text: str, lang: str) -> tuple[Name, ...]:
    """Return what looks like a name in a text, in order."""
    known = mentions(text, lang)
    if script(lang) in UNSPACED:
        mentioned = _in_titles((_known(mention, lang) for mention in known), text)
        return tuple(sorted((*mentioned, *_katakana(text, known), *_titled(text, lang, known)), key=_start))
    found: list[Name] = []
    cased = script(lang) in CASED
    german = primary(lang) == "de"
    starts = {mention.start: mention for mention in known}
    covered = 0
    cut = tokens(text, lang)
    for at, token in enumerate(cut):
        if (not token.capital and token.start not in starts) or _is_shouted(cut, at, lang):
            continue
        here = starts.get(token.start)
        if here is not None:
            covered = here.end
            name = _known(here, lang)
            doubtful = name.weight < 0.5 and name.sort != Sort.DEMONYM
            if doubtful and cased and token.capital and here.end == token.end:
                weight = _weight(token, lang)
                if not weight and found:
                    weight = _continuation(found[-1], token, lang)  # a surname that also is a word: Enrique Peña
                if weight > name.weight and not _is_half(text, token, lang):
                    # A small town's name is more often a person's.
                    name = name._replace(sort=_sort(token.text), weight=weight)
            found.append(name)
        elif token.capital and token.start >= covered and cased and not _is_half(text, token, lang):
            weight = _weight(token, lang)
            if not weight and found:
                weight = _continuation(found[-1], token, lang)
            if weight:
                if german and at and cut[at - 1].key in _ARTICLES:
                    weight = min(weight, _WITH_ARTICLE)
                if text[token.start - 1 : token.start] == "#":
                    weight = min(weight, _TAGGED)
                found.append(Name(token.start, token.end, token.text, token.key, _sort(token.text), _NONE, weight))
    return tuple(found)


_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur beim vom "
    "ins ans mein meine meinen dein deine sein seine seinen seiner ihr ihre ihren ihrer unser unsere diese dieser "
    "dieses diesem diesen jeder jede jedes jeden viele alle einige mehrere".split()
)
_TAGGED = 0.3
"""Hashtags run words together (#MandatoryID) and are translated or kept as one likes."""
_WITH_ARTICLE = 0.55
"""A German word with an article more often is a noun no dictionary has than a name."""


def _continuation(name: Name, token: Token, lang: str) -> float:
    """Say how sure it is that a word goes on the name right before it, likely a person's first.

    German and English write other words with a capital, too: behind a known first name alone it tells a surname. An
    initial is none.
    """
    if len(token.key) < 2 or token.start != name.end + 1 or name.sort not in (Sort.UNKNOWN, Sort.PERSON):
        return 0.0
    if name.key in _KUNYAS:
        return 0.66
    known = primary(lang) not in ("de", "en") or any(map(_is_given, name.meanings))
    return 0.45 if known and name.weight >= 0.5 else 0.0


_KUNYAS = frozenset("abu abou bou umm oum ibn bint ould".split())
"""Words that begin Arabic names and that a word behind them, an ordinary one or not, goes on: Abu Dirham."""


def _is_given(number: int) -> bool:
    return gazetteer().place(number).kind == Kind.GIVEN


_NONE: frozenset[int] = frozenset()
_KATAKANA = re.compile("[\u30a1-\u30fa][\u30a1-\u30faー]{2,}")


def _katakana(text: str, known: tuple[Mention, ...]) -> Iterator[Name]:
    """Yield words in katakana that are no known names: loanwords and the names of foreigners."""
    for run in _KATAKANA.finditer(text):
        if not any(mention.start < run.end() and run.start() < mention.end for mention in known):
            word = run.group()
            yield Name(run.start(), run.end(), word, word, Sort.UNKNOWN, _NONE, 0.5)


def _known(mention: Mention, lang: str) -> Name:
    kinds = {gazetteer().place(number).kind for number in mention.places}
    if mention.demonym:
        sort, weight = Sort.DEMONYM, 0.6 if mention.strong else 0.2
    elif Kind.ORGANISATION in kinds:
        sort, weight = Sort.ORGANISATION, 0.8
    elif Kind.PERSON in kinds:
        sort, weight = Sort.PERSON, 0.9
    elif Kind.GIVEN in kinds:
        # Ideographs that spell it may stand in the name of a thing (约翰·霍普金斯大学, Johns Hopkins).
        sort, weight = Sort.UNKNOWN, 0.5 if script(lang) in UNSPACED else 0.66
    else:
        sort = Sort.PLACE
        weight = (1.0 if mention.exact else 0.8) if mention.strong else 0.2
    if mention.key in _CALENDAR and sort == Sort.PLACE:
        weight = 0.2
    return Name(
        mention.start,
        mention.end,
        mention.text,
        mention.key,
        sort,
        mention.places,
        weight,
        mention.exact,
        mention.others,
    )


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 6 and word.isupper()


def _sort(word: str) -> Sort:
    """Tell an acronym, small letters in it or not (MSWiA, PiS), from other words no data knows."""
    capitals = sum(map(str.isupper, word))
    return Sort.ACRONYM if len(word) <= 6 and 2 <= capitals >= len(word) / 2 else Sort.UNKNOWN


def _is_shouted(cut: tuple[Token, ...], at: int, lang: str) -> bool:
    """Say whether an ordinary word is in capitals because one beside it is: THE CAKE IS BAD."""
    if not _is_acronym(cut[at].text) or not _is_word(cut[at].text.lower(), lang):
        return False
    beside = [token.text for token in (*cut[max(0, at - 1) : at], *cut[at + 1 : at + 2])]
    return any(len(word) > 1 and word.isupper() and _is_word(word.lower(), lang) for word in beside)


def _is_half(text: str, token: Token, lang: str) -> bool:
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


def _weight(token: Token, lang: str) -> float:
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


_CAPITALS_MEAN_NAMES = frozenset(("de", "en", "es", "fr", "it", "nl", "pt"))
"""Languages whose vocabulary is complete enough to know an ordinary word in a title."""


@lru_cache(maxsize=32768)
def _word_weight(word: str, lang: str, first: bool) -> float:
    key = fold(word)
    if len(key) < 2 or key in _CALENDAR or key in _COMMON_ACRONYMS or key.removesuffix("s") in _DAYS:
        return 0.0
    if _is_acronym(word):
        shouted = ordinary(word.lower(), lang) or ordinary(word.title(), lang)
        return 0.6 if word.strip("IVXLCDM") and not shouted else 0.0
    if len(key) < 3 or word.isupper():
        return 0.0
    if ordinary(word, lang) or _tells_time_or_number(word.lower(), lang) or _DRAWN_OUT.search(key):
        return 0.0
    if primary(lang) == "de" and (_NOUN.search(word) or ordinary(word.replace("ss", "ß"), lang)):
        return 0.3
    if primary(lang) == "en":
        made = _PREFIX.fullmatch(word)
        if made is not None and _is_word(made["rest"], lang):
            return 0.0
        return (0.66 if first else 0.7) if len(word) > 3 else 0.3
    if first and (dictionary := speller(lang)) is not None and dictionary.has(word.lower()):
        return 0.0
    if primary(lang) in _CAPITALS_MEAN_NAMES:
        return (0.6 if first else 0.7) if len(word) > 3 else 0.3
    if primary(lang) in LANGUAGES:
        # Headwords alone, so that an inflected ordinary word may pass for a name.
        return 0.25 if first else 0.6 if len(word) > 3 else 0.3
    return 0.0 if first else 0.6 if len(word) > 3 else 0.3
