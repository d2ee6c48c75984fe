"""Finds everything in a text that looks like a name: known places, people, organisations, and unknown ones."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.lexicon.name_words import CALENDAR, is_half, is_office_word, is_shouted, weight_of
from reviewer.lexicon.place_words import words_after
from reviewer.lexicon.spaced_places import Mention
from reviewer.lexicon.spotting import mentions
from reviewer.model.span import Span
from reviewer.text.languages import primary, script
from reviewer.text.scripts import CASED, UNSPACED
from reviewer.text.sounds.ideograph_readings import japanese_names
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
        if (not token.capital and token.start not in starts) or is_shouted(cut, at, lang):
            continue
        here = starts.get(token.start)
        if here is not None:
            covered = here.end
            name = _known(here, lang)
            doubtful = name.weight < 0.5 and name.sort != Sort.DEMONYM
            if doubtful and cased and token.capital and here.end == token.end:
                weight = weight_of(token, lang)
                if not weight and found:
                    weight = _continuation(found[-1], token, lang)  # a surname that also is a word: Enrique Peña
                if weight > name.weight and not is_half(text, token, lang):
                    # A small town's name is more often a person's.
                    name = name._replace(sort=_sort(token.text), weight=weight)
            found.append(name)
        elif token.capital and token.start >= covered and cased and not is_half(text, token, lang):
            weight = weight_of(token, lang)
            if not weight and found:
                weight = _continuation(found[-1], token, lang)
            if weight:
                if german and at and cut[at - 1].key in _ARTICLES:
                    weight = min(weight, _WITH_ARTICLE)
                if at + 1 < len(cut) and cut[at + 1].capital and is_office_word(cut[at + 1].key, lang):
                    weight = min(weight, _IN_OFFICE)
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
_IN_OFFICE = 0.3
"""A word right before one that ends the name of an institution more often is part of it (Kitap Fuarı) than a name."""
_WITH_ARTICLE = 0.55
"""A German word with an article more often is a noun no dictionary has than a name."""


def _continuation(name: Name, token: Token, lang: str) -> float:
    """Say how sure it is that a word goes on the name right before it, likely a person's first.

    German and English write other words with a capital, too: behind a known first name alone it tells a surname. An
    initial is none.
    """
    if len(token.key) < 2 or token.start != name.end + 1 or name.sort not in (Sort.UNKNOWN, Sort.PERSON):
        return 0.0
    if is_office_word(token.key, lang):
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
    if mention.key in CALENDAR and sort == Sort.PLACE:
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


def _sort(word: str) -> Sort:
    """Tell an acronym, small letters in it or not (MSWiA, PiS), from other words no data knows."""
    capitals = sum(map(str.isupper, word))
    return Sort.ACRONYM if len(word) <= 6 and 2 <= capitals >= len(word) / 2 else Sort.UNKNOWN
