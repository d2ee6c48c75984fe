"""Finds the places that a text mentions, by name, adjective or inhabitant, in any script."""

import regex

from reviewer.lexicon.gazetteer import gazetteer
from reviewer.lexicon.place_looks import is_katakana, leading, look
from reviewer.lexicon.place_words import shown_place
from reviewer.lexicon.spaced_places import Mention, mentioned_among
from reviewer.text.languages import script
from reviewer.text.scripts import UNSPACED
from reviewer.text.segmentation import word_boundaries
from reviewer.text.tokens import tokens


def mentions(text: str, lang: str) -> tuple[Mention, ...]:
    """Return the places a text mentions, in order, longest names first, none overlapping."""
    if script(lang) in UNSPACED:
        return _unspaced(text, lang)
    return mentioned_among(tokens(text, lang), text, lang)


_LATIN_RUN = regex.compile(r"[\p{Latin}\p{Cyrillic}][\p{Latin}\p{Cyrillic}\p{M}'’.\- ]*")
_DOTS = str.maketrans({"・": " ", "·": " ", "＝": " ", "=": " "})


def _unspaced(text: str, lang: str) -> tuple[Mention, ...]:
    """Scan a text that puts no spaces between words."""
    known = gazetteer()
    flat = text.translate(_DOTS)
    found: list[Mention] = []
    leads = leading()
    edges: frozenset[int] | None = None
    at = 0
    while at < len(text):
        char = flat[at]
        if char < "\u0e00" or not leads[flat[at : at + 2]]:
            at += 1
            continue
        for size in sorted(map(len, known.beginnings(flat[at : at + 16])), reverse=True):
            key = flat[at : at + size].rstrip()
            end = at + len(key)
            if len(key) < 2 or _in_katakana(text, at, end):
                continue
            seen = look(key, lang)
            if not seen.places or (_beside_dot(text, at, end) and _are_places(seen.places)):
                continue
            if edges is None:
                edges = word_boundaries(text, lang)
            # 往南苏丹: to South Sudan, or south to Sudan.
            either = text[at - 1 : at] in _TOWARDS and key[0] in _COMPASS and look(key[1:], lang).strong
            if len(key) < 4 and not either and not (at in edges and end in edges):
                continue
            strong = not either and (seen.strong or shown_place(text, at, end, seen.places, lang))
            found.append(Mention(at, end, text[at:end], seen.places, strong, key=key))
            at = end
            break
        else:
            at += 1
    for run in _LATIN_RUN.finditer(text):
        latin = run.group()
        for mention in mentioned_among(tokens(latin, "en"), latin, "en"):
            start, end = mention.start + run.start(), mention.end + run.start()
            found.append(mention._replace(start=start, end=end, text=text[start:end], strong=False))
    return tuple(found)


_TOWARDS = ("往", "向", "朝")
_COMPASS = frozenset("东南西北東")
"""Chinese for towards, and what it is said of: behind it a point of the compass need not belong to the place."""


def _beside_dot(text: str, start: int, end: int) -> bool:
    """Say whether the dot between first name and surname in Chinese stands beside a stretch: 杰克·伦敦 is no city."""
    return "·" in (text[start - 1 : start], text[end : end + 1])


def _are_places(numbers: frozenset[int]) -> bool:
    return all(gazetteer().place(number).kind.geographic for number in numbers)


def _in_katakana(text: str, start: int, end: int) -> bool:
    """Say whether a stretch begins or ends in the midst of a katakana word."""
    return (start > 0 and is_katakana(text[start - 1]) and is_katakana(text[start])) or (
        end < len(text) and is_katakana(text[end]) and is_katakana(text[end - 1])
    )
