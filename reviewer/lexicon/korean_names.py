"""Finds Korean names of people in Latin letters, and takes each as the one word that it is in Korean."""

import re
from collections.abc import Iterator

from reviewer.lexicon.naming import Name, Sort
from reviewer.text.tokens import Token, tokens

_SURNAMES = frozenset(
    "ahn an bae paik baek ban bang byun byeon cha chae chang chey cho choe choi choo chu chun chung do eom eun gang "
    "gil go goh gong gu gwak gwon ha hahm ham han heo huh hong hur hwang hyeon hyun im in jang je jeon jeong ji jin "
    "jo jon joo jeung ju jun jung kang ki kil kim ko koh kong koo ku kwak kwon lee lim ma maeng min mo moon mun "
    "myung na nah nam namgung no noh oh ok pae pak park pyo ra ri rim roh ryu ryoo seo seok seol seon seong shim "
    "shin sim sin so sohn son song suh suk sun sung tak u um uhm wang wi won woo wu yang yeo yeom yeon yi yim yoo "
    "yoon you youn yu yuk yum yun".split()
)
"""The surnames of nearly all Koreans (Statistics Korea, census of 2015) as people write them in Latin letters."""
_SYLLABLE = re.compile(
    "(?:ch|kk|pp|ss|tt|jj|sh|[bcdghjklmnprst])?"
    "(?:yeo|yae|yoo|you|weo|woo|wae|eui|a|e|i|o|u|y[aeiou]|w[aeiou]|ae|ai|ee|eo|eu|oe|oi|oo|ou|ui|uh|ah)"
    "(?:ng|ck|rk|[kgnlmptbsdrh])?"
)
"""A syllable in the Revised Romanisation, McCune–Reischauer or the spellings people choose for themselves."""
_WEIGHT = 0.7


def with_korean_names(found: tuple[Name, ...], text: str, lang: str) -> tuple[Name, ...]:
    """Return the names of a text, those of Koreans (Kim Min-su, Yoon Suk Yeol, Heung-min Son) in one piece each."""
    koreans = [_name(row, text) for row in _rows(tokens(text, lang), text)]
    others = (name for name in found if not any(name.span.overlaps(korean.span) for korean in koreans))
    return tuple(sorted((*others, *koreans))) if koreans else found


def _name(row: tuple[Token, ...], text: str) -> Name:
    start, end = min(word.start for word in row), max(word.end for word in row)
    key = " ".join(word.key for word in row)
    return Name(start, end, text[start:end], key, Sort.UNKNOWN, frozenset(), _WEIGHT)


def _rows(words: tuple[Token, ...], text: str) -> Iterator[tuple[Token, Token, Token]]:
    at = 0
    while at + 2 < len(words):
        first, second, third = row = words[at : at + 3]
        gaps = text[first.end : second.start], text[second.end : third.start]
        given = gaps[1] == "-" or (gaps[1] == " " and third.capital)
        surname_first = gaps[0] == " " and given and _is_surname(first) and _is_given(second, third)
        if surname_first or (gaps == ("-", " ") and _is_surname(third) and _is_given(first, second)):
            yield (first, second, third) if surname_first else (third, first, second)
            at += len(row)
        else:
            at += 1


def _is_surname(word: Token) -> bool:
    return word.capital and word.key in _SURNAMES


def _is_given(one: Token, other: Token) -> bool:
    """Say whether two words are the syllables of a given name."""
    return one.capital and all(_SYLLABLE.fullmatch(word.key) for word in (one, other))
