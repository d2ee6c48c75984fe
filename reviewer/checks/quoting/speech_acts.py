"""Tells from the grammar who speaks: who is named right beside a verb of saying, in fifteen languages."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from reviewer.lexicon.titles import title_before
from reviewer.model.span import Span
from reviewer.text.folding import fold
from reviewer.text.languages import primary, script
from reviewer.text.memo import Memo
from reviewer.text.reading import Reading
from reviewer.text.resources import resource
from reviewer.text.scripts import CASED, UNSPACED
from reviewer.text.sentences import sentences
from reviewer.text.tokens import Token, tokens
from reviewer.text.words import words

_NONE: frozenset[str] = frozenset()
_AUXILIARIES = frozenset(("a", "ha", "hat", "has", "had", "also", "juz", "ise", "de", "da", "ने"))
_PREPOSITIONS = frozenset(
    "an auf bei für gegen gegenüber in laut mit nach neben über von vor zu about after at before by for from in of on "
    "over to with à avec chez dans de d' en par pour selon sur a con para por según sobre da di per su met naar op "
    "tegen van voor do od po z za в во к на о об от с со у з до про för med om till från til fra".split()
)
"""A name behind one of these is nobody who speaks, be there a verb next: Auf Twitter schrieb sie."""
_PARTING = frozenset(',.;:!?()"“”„«»،؛؟\n')
_BETWEEN = 5
"""Words that titles and first names may take between a verb and its speaker."""


class SpeechAct(NamedTuple):
    """Somebody who says something."""

    person: str
    span: Span


class _Verbs(NamedTuple):
    around: frozenset[str]
    """Verbs that have their speaker on either side."""
    every: frozenset[str]
    quoted: frozenset[str]
    """All verbs that tell of speech beside what is quoted."""


@cache
def _verbs(lang: str) -> _Verbs:
    for line in resource("names/speech_verbs.tsv").read_text("utf-8").splitlines():
        language, _, verbs = line.partition("\t")
        if language == primary(lang):
            around, before, quoted = (frozenset(part.split()) for part in verbs.split("\t"))
            return _Verbs(around, around | before, around | before | quoted)
    return _Verbs(_NONE, _NONE, _NONE)


def knows_speech(lang: str) -> bool:
    """Say whether verbs of saying are listed for a language."""
    return bool(_verbs(lang).every)


def tells_of_speech(reading: Reading) -> bool:
    """Say, quickly, whether a text has a verb of saying at all: most have none."""
    if script(reading.lang) in UNSPACED:
        return any(map(reading.text.__contains__, _verbs(reading.lang).every))
    return any(map(_says(reading.lang).__getitem__, reading.of(words)))


def may_tell_twice(reading: Reading) -> bool:
    """Say, quickly, whether a text may tell of two acts of speech: each has its verb where words are spaced."""
    return script(reading.lang) in UNSPACED or sum(map(_says(reading.lang).__getitem__, reading.of(words))) > 1


@cache
def _says(lang: str) -> Memo[str, bool]:
    """Return which words of a text are verbs of saying, or hold one behind an elision."""
    verbs = _verbs(lang).every
    return Memo(lambda word: not verbs.isdisjoint(fold(word).split()), 32_768)


def speech_acts(reading: Reading, people: Mapping[str, str]) -> list[SpeechAct]:
    """Return who says something, in order.

    `people` are the words by which they are named here (folded, but in scripts without spaces as they stand), each
    with what to call the person.
    """
    if script(reading.lang) in UNSPACED:
        return _unspaced(reading, people)
    verbs = _verbs(reading.lang)
    cut = reading.of(tokens)
    found = []
    for at, token in enumerate(cut):
        if token.key not in verbs.every or token.capital:
            continue
        speaker = _before(reading.text, cut, at, people)
        if speaker is None and token.key in verbs.around:
            speaker = _behind(reading, cut, at, people)
        if speaker is not None:
            found.append(SpeechAct(people[speaker.key], Span(speaker.start, speaker.end)))
    return found


def is_attributed(reading: Reading, quoted: Span) -> bool:
    """Say whether a verb of saying stands right behind a quotation, or before it and a colon or a conjunction."""
    if script(reading.lang) in UNSPACED:
        return bool(_said_behind(primary(reading.lang)).match(reading.text, quoted.end, quoted.end + _REACH))
    if primary(reading.lang) == "ko":
        return _KOREAN_QUOTED.match(reading.text, quoted.end) is not None
    verbs = _verbs(reading.lang).quoted
    cut = reading.of(tokens)
    behind = [token for token in cut if quoted.end <= token.start <= quoted.end + _REACH][:_BETWEEN]
    if behind and reading.text[quoted.end : behind[0].start].strip(_LINKS) == "":
        for last, token in enumerate(behind[:3]):
            if token.key in verbs:
                return not set(".;:!?") & set(reading.text[behind[0].start : behind[last].end])
    before = reading.text[: quoted.start].rstrip()
    if not before.endswith(":") and before.rpartition(" ")[2].lower() not in _THAT:
        return False
    return any(token.key in verbs for token in cut if 0 <= len(before) - token.end <= _REACH)


_REACH = 30
_THAT = frozenset("that dass que che dat att at że что що că că že hogy ότι πως че da että ki که कि أن إن بأن".split())
"""What joins speech to a verb of saying where only the words themselves are quoted: disse que “não há dinheiro”."""
_KOREAN_QUOTED = re.compile(r"(?:이?라고|이?라며|이?라면서|고|며|면서)(?![가-힣])")
"""What Korean writes onto a quotation that somebody says."""
_LINKS = " \u00a0,،—–-"


def bare_speakers(reading: Reading) -> frozenset[str]:
    """Return the words with a capital, folded, that stand right beside a verb of saying with no article before them.

    Such is a name even where it is an ordinary word as well: sagte Keller. In German it may be a noun, too.
    """
    if script(reading.lang) not in CASED:
        return _NONE
    verbs = _verbs(reading.lang)
    cut = reading.of(tokens)
    found = set()
    for at, token in enumerate(cut):
        if token.key not in verbs.every or token.capital:
            continue
        back = at - 1 - (at > 1 and cut[at - 1].key in _AUXILIARIES)
        if back >= 0 and cut[back].capital and not _PARTING & set(reading.text[cut[back].end : token.start]):
            if back == 0 or cut[back].first or _PARTING & set(reading.text[cut[back - 1].end : cut[back].start]):
                found.add(cut[back].key)
        elif token.key in verbs.around and at + 1 < len(cut) and cut[at + 1].capital:
            found.update([cut[at + 1].key] if reading.text[token.end : cut[at + 1].start] == " " else ())
    return frozenset(found)


def _before(text: str, cut: tuple[Token, ...], at: int, people: Mapping[str, str]) -> Token | None:
    """Return who is named right before a verb, auxiliaries aside (Merkel said, Macron a déclaré)."""
    end = cut[at].start
    surname = False
    for token in reversed(cut[max(0, at - 3) : at]):
        if _PARTING & set(text[token.end : end]):
            return None
        if token.key in people:
            before = text[: token.start].rstrip().rpartition(" ")[2].lower()
            return None if before in _PREPOSITIONS else token
        if token.key not in _AUXILIARIES:
            if surname or not token.capital:
                return None
            surname = True  # only the first name is known: Khalil Haddad said
    return None


def _behind(reading: Reading, cut: tuple[Token, ...], at: int, people: Mapping[str, str]) -> Token | None:
    """Return who is named right behind a verb, by a title and first name perhaps (sagte Kanzler Olaf Scholz)."""
    start = cut[at].end
    found: Token | None = None
    for place, token in enumerate(cut[at + 1 : at + 1 + _BETWEEN], at + 1):
        between = reading.text[start : token.start]
        if _PARTING & set(between) or (found is not None and token.key not in people):
            break
        if token.key in people:
            titled = all(word.capital for word in cut[at + 1 : place]) or title_before(
                reading.text, token.start, reading.lang
            )
            if found is None and not titled:
                break
            if found is not None and people[found.key] != people[token.key]:
                break  # sagte Demna Vogue: told Vogue
            found = token
            start = token.end
    return found


def _unspaced(reading: Reading, people: Mapping[str, str]) -> list[SpeechAct]:
    """Return who is the topic or subject of a sentence with a verb of saying: 岸田首相は…と述べた, 拜登总统说."""
    found = []
    pattern = _said(primary(reading.lang))
    for sentence in reading.of(sentences):
        for word, person in people.items():
            start = reading.text.find(word, sentence.start, sentence.end)
            if start >= 0 and pattern.match(reading.text, start + len(word), sentence.end):
                found.append(SpeechAct(person, Span(start, start + len(word))))
    return sorted(found, key=lambda act: act.span)


@cache
def _said_behind(language: str) -> re.Pattern[str]:
    """Return what stands behind a quotation that somebody says: と彼は言った."""
    return re.compile(rf"(?:と|，|,)[^。]{{0,12}}?{_any_verb(language)}")


@cache
def _said(language: str) -> re.Pattern[str]:
    """Return what stands behind the name of a speaker, a title perhaps."""
    title = "[\u4e00-\u9fff々ァ-ヶー]{0,6}?"
    if language == "ja":
        return re.compile(rf"{title}(?:さん)?(?:は|が|も)(?:「[^」]*」|[^。「])*?{_any_verb(language)}")
    return re.compile(rf"{title}{_any_verb(language)}")


def _any_verb(language: str) -> str:
    """Return a pattern of the verbs of saying, the longest first; of nothing at all where none are listed."""
    verbs = "|".join(sorted(_verbs(language).every, key=len, reverse=True))
    return f"(?:{verbs or '(?!)'})"
