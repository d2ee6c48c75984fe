"""What punctuation marks mean and which spaces they take, by language.

Sources: Unicode's `Sentence_Terminal` property and chapter 6.2 of the Unicode Standard; for French the
Lexique des règles typographiques en usage à l’Imprimerie nationale; for Canadian French the Office
québécois de la langue française (Banque de dépannage linguistique, “Espacement”).
"""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reviewer.text.languages import primary, script

HYPHENS = ("-", "\u2010", "\u2011")
"""What joins the parts of a compound: the hyphen-minus, the hyphen, and the one that no line breaks at."""


class Ending(StrEnum):
    """How a text ends."""

    STOP = "stop"
    QUESTION = "question"
    EXCLAMATION = "exclamation"
    ELLIPSIS = "ellipsis"
    COLON = "colon"
    SEMICOLON = "semicolon"
    COMMA = "comma"
    DASH = "dash"
    NONE = "none"


_MARKS = {
    **dict.fromkeys(".。．｡।॥۔።։។៕။᠃᠉꓿܁܂།༎", Ending.STOP),
    **dict.fromkeys("?？؟\u037e፧՞⁇⁈", Ending.QUESTION),
    **dict.fromkeys("!！‼՜߹⁉", Ending.EXCLAMATION),
    **dict.fromkeys("…⋯", Ending.ELLIPSIS),
    **dict.fromkeys(":：፦", Ending.COLON),
    **dict.fromkeys(";；؛፤", Ending.SEMICOLON),
    **dict.fromkeys(",，、،､፣", Ending.COMMA),
    **dict.fromkeys("–—―-‐‑‒", Ending.DASH),
}

CLOSERS = frozenset("\"'”’“‘»«›‹)]}」』）】》〉〕］｣＂＇*_")
"""What may stand behind the last mark of a sentence; “ and « close in German and Danish."""


class End(NamedTuple):
    """The last mark of a text and where it stands."""

    kind: Ending
    start: int
    """First character of the mark, or where one would stand."""
    end: int
    """One past its last character."""
    marks: str
    """The run of marks: `?!`, `...`."""


def ending(text: str, lang: str) -> End:
    """Return how a text ends, looking behind closing quotation marks and brackets.

    Both “...end.” and “...end”. are a stop: languages differ in which they prefer. A question mark
    anywhere in the final run makes a question (`?!`, `?..`). In Greek `;` asks.
    """
    last = len(text)
    if text[-1:] == "." and text[-2:-1].isalnum():  # as most texts end
        return End(Ending.STOP, last - 1, last, ".")
    while last and (text[last - 1].isspace() or text[last - 1] in CLOSERS or text[last - 1] >= "\U000f0000"):
        last -= 1
    first = last
    while first and text[first - 1] in _MARKS:
        first -= 1
    run = text[first:last]
    if not run:
        return End(Ending.NONE, last, last, "")
    kinds = {_MARKS[char] for char in run}
    if ";" in run and primary(lang) == "el":
        kinds.add(Ending.QUESTION)
    if "..." in run or (Ending.ELLIPSIS in kinds):
        kinds.discard(Ending.STOP)
        kinds.add(Ending.ELLIPSIS)
    for kind in _PRECEDENCE:
        if kind in kinds:
            return End(kind, first, last, run)
    return End(Ending.NONE, last, last, "")


_PRECEDENCE = (
    Ending.QUESTION, Ending.EXCLAMATION, Ending.ELLIPSIS, Ending.STOP,
    Ending.COLON, Ending.SEMICOLON, Ending.COMMA, Ending.DASH,
)  # fmt: skip

_STOP_BY_SCRIPT = {
    "Hans": "。", "Hant": "。", "Jpan": "。", "Deva": "।", "Beng": "।", "Guru": "।", "Orya": "।",
    "Armn": "։", "Ethi": "።", "Khmr": "។", "Mymr": "။", "Thai": "", "Laoo": "", "Tibt": "།",
}  # fmt: skip
_STOP_BY_LANGUAGE = {"ur": "۔", "ks": "۔", "mr": ".", "kok": ".", "sa": "।"}
_QUESTION_BY_SCRIPT = {
    "Hans": "？",
    "Hant": "？",
    "Jpan": "？",
    "Arab": "؟",
    "Thaa": "؟",
    "Syrc": "؟",
    "Ethi": "፧",
    "Armn": "՞",
}


@lru_cache(maxsize=256)
def stop_of(lang: str) -> str:
    """Return the mark that ends a statement, empty where the language writes none (Thai, Lao)."""
    return _STOP_BY_LANGUAGE.get(primary(lang), _STOP_BY_SCRIPT.get(script(lang), "."))


@lru_cache(maxsize=256)
def question_mark_of(lang: str) -> str:
    """Return the mark that ends a question."""
    if primary(lang) == "el":
        return ";"
    return _QUESTION_BY_SCRIPT.get(script(lang), "?")


@lru_cache(maxsize=256)
def may_follow_space(lang: str) -> str:
    """Return the marks before which a space is no error: some French publishers space as in Canada."""
    return ";:!?»" if primary(lang) in ("fr", "br", "co", "oc") else ""
