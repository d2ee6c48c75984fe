"""Times of day: 3 pm, 15:00 Uhr, 14h30, kl. 9.30."""

import re
from collections.abc import Iterable
from functools import cache

from reviewer.model.span import Span
from reviewer.text.figures.lexis import NIGHT, Lexis
from reviewer.text.figures.quantity import Clock
from reviewer.text.figures.tokens import Tokens
from reviewer.text.figures.words import Trait

_CLOCK = Trait.CLOCK
_COLON = re.compile(r"(?<![\w.,:/])([01]?\d|2\d)[:：]([0-5]\d)(?::[0-5]\d)?(?![\d:]|[.,]\d)")
_STOP = re.compile(r"(?<![\w.,:/])([01]?\d|2[0-4])\.([0-5]\d)(?![\d:]|[.,]\d)")
_H = re.compile(r"(?<![\w.,:/])([01]?\d|2[0-4])[ \u00a0\u202f]?h(?:[ \u00a0\u202f]?([0-5]\d))?(?![\w])")
_HOUR = re.compile(r"(?<![\w.,:/])([01]?\d|2[0-4])(?![\d:]|[.,]\d)")

BY_DAY = frozenset(
    ("de fr it es pt ca nl sv da no fi is pl cs sk sl hr sr bg ru uk be lt lv et hu ro el tr").split(),
)
"""Languages whose times with minutes count to 24, as timetables do (CLDR's preferred hour format H)."""
H_LANGUAGES = frozenset({"fr", "pt", "es", "it", "ca", "gl", "ro", "eu"})


_AT = {
    lang: re.compile(rf"(?i)(?<!\w)(?:{words})[ \u00a0]$")
    for lang, words in (
        ("it", "d?alle|delle"),
        ("es", "las?"),
        ("ca", "les|la"),
        ("pt", "às|as|das"),
        ("ro", "la"),
        ("pl", "o|od|do"),
        ("cs", "v|ve|od|do"),
        ("sk", "o|od|do"),
        ("nl", "om|vanaf"),
        ("hr", "u|od|do"),
        ("ru", "в|с|до"),
        ("uk", "о|об|до"),
    )
}
"""Prepositions with which hour and minutes, parted by a stop, make a time: alle 19.45."""


def find_clocks(tok: Tokens, lexis: Lexis, taken: list[bool]) -> list[Clock]:
    """Return the times of day in a text, and mark their tokens as taken.

    A colon makes a time (which may turn out to be a score or a ratio, so pairing falls back to its
    numbers); a bare hour or a stop does so only beside a word for the clock or the half of the day.
    """
    if not tok.numerals:
        return []
    text, lang = tok.text, lexis.lang
    # Words that tell a time, and what has to stand in a text for each pattern to match there.
    words = [at for at, traits in enumerate(tok.traits) if traits & _CLOCK] if tok.kinds & _CLOCK else []
    patterns = []
    if lang in H_LANGUAGES and "h" in text:
        patterns.append(_H)
    if ":" in text:
        patterns.append(_COLON)
    if (words or lang in _AT) and "." in text:
        patterns.append(_STOP)
    if words:
        patterns.append(_HOUR)
    found: list[Clock] = []
    halved: bool | None = None  # whether the text names a half of the day somewhere: am Abend um 8.30 Uhr
    for pattern in patterns:
        alone = pattern is _H or pattern is _COLON
        for at in tok.numerals:
            start = tok.starts[at]
            if taken[at] or not (match := pattern.match(text, start)):
                continue
            end = match.end()
            following = at + 1
            while following < len(tok) and tok.starts[following] < end:
                following += 1
            if any(taken[at:following]):
                continue
            tail = head = None
            if following < len(tok) and tok.traits[following] & _CLOCK:
                tail = _beside(lexis)[1].match(text, end)
            if any(word < at and tok.ends[word] > start - _BEFORE for word in words):
                head = _beside(lexis)[0].search(text, max(0, start - _BEFORE), start)
            if not (alone or tail or head):
                said = _AT.get(lang) if pattern is _STOP else None
                if said is None or not said.search(text, max(0, start - 8), start):
                    continue
            half = _half(tail[2] if tail else "", lexis)
            if half is None and head:
                half = _half(head[1] or head[head.lastindex or 1] or "", lexis)
            hour = int(match[1])
            minute = int(match[2]) if pattern.groups > 1 and match[2] else 0
            if tail:
                end = max(tail.end(1), tail.end(2), end)
                end += "." in (tail[2] or "") and text.startswith(".", end)  # a.m.
            clock = clock_at(Span(start, end), hour, minute, half)
            if clock is None:
                continue
            if half is None and pattern is not _HOUR and match[2] and lang in BY_DAY:
                halved = _halves(lexis).search(text) is not None if halved is None else halved
                clock = clock._replace(by_day=not halved)
            found.append(clock)
            tok.take(taken, clock.span)
    found.sort(key=lambda clock: clock.span)
    return found


_BEFORE = 24
"""Characters before a time in which a word tells that it is one, at most."""
_EVENING = 6
"""The hour from which the night's hours are those before midnight."""


def clock_at(span: Span, hour: int, minute: int, half: int | None) -> Clock | None:
    """Return the time told by hour, minute and half of the day, or None where there is none such."""
    if hour > 29 or minute > 59:
        return None  # Japanese timetables count on after midnight: 25:30
    told = hour % 24 * 60 + minute
    if half == NIGHT:
        half = int(_EVENING <= hour < 12)
    if half is None:
        options: tuple[int, ...] = (told,) if hour > 12 or hour == 0 else (told, (told + 720) % 1440)
    elif hour <= 12:
        options = ((hour % 12 + 12 * half) * 60 + minute,)
    else:
        options = (told,)
    return Clock(span, options, hour, minute, half)


def _half(words: str, lexis: Lexis) -> int | None:
    return lexis.halves.get(lexis.fold(words.strip(" .,"))) if words else None


@cache
def _beside(lexis: Lexis) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of what tells a time before its figures (group 1: a half of the day) and after (group 2)."""
    # One letter alone (Russian "ч", English "h") tells lengths of time as often as times of day.
    words = _either(word for word in lexis.clock if len(word) > 1)
    halves = _either(lexis.halves)
    space = r"[ \u00a0\u202f]"
    # Where the word for "o'clock" also counts hours (5 часов), only a half of the day makes it a time.
    sign = rf"(?:(?:{words}){space})?(?:{halves})" if lexis.lang in COUNTED else rf"(?:{words}|{halves})"
    after = rf"(?={space}?{sign}(?!\w)){space}?({words})?{space}*({halves})?\.?"
    before = rf"(?<!\w)({halves}){space}?$"
    if lexis.lang in HEADED:
        before = rf"(?<!\w)(?:({halves}),?{space})?(?:{words})\.?{space}(?:\w+ )?$|{before}"
    return re.compile(before, re.I), re.compile(after, re.I)


@cache
def _halves(lexis: Lexis) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(lexis.halves)})(?!\w)", re.I)


def _either(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, however their words are set apart; never for none."""
    spaced = (r"[ .\u00a0\u202f]*".join(map(re.escape, phrase.split())).replace("'", "['’]") for phrase in phrases)
    pattern = "|".join(sorted(spaced, key=len, reverse=True)) or r"(?!)"
    # Vowel signs and the hamza, which Arabic may write: صباحا, صباحًا.
    return _ARABIC_LETTER.sub(lambda found: f"{_ARABIC_FORMS.get(found[0], found[0])}[\u064b-\u0652]?", pattern)


_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_ARABIC_FORMS = {"ا": "[اأإآ]", "ي": "[يى]", "ه": "[هة]"}


COUNTED = frozenset(("ru uk pl cs sk bg fr es it pt ca ro vi th ar he fa tr id ms").split())
"""Languages whose word for "o'clock" also counts hours."""
HEADED = frozenset(("ar he fa tr sv da no fi vi id ms ro it pl").split())
"""Languages that set the word for "o'clock" before the time: kl. 9.30, الساعة 4."""
