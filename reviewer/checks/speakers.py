"""Checks that words are put into the mouth of the person who says them in the source."""

from collections.abc import Iterator
from functools import cache

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.name_pairs import compare
from reviewer.lexicon.naming import Sort
from reviewer.lexicon.titles import title_before
from reviewer.model.finding import Category, Evidence, Severity
from reviewer.model.span import Span
from reviewer.text.folding import fold
from reviewer.text.languages import primary
from reviewer.text.reading import Reading
from reviewer.text.resources import resource
from reviewer.text.tokens import Token, tokens

_PEOPLE = (Sort.PERSON, Sort.UNKNOWN)
_NONE: frozenset[str] = frozenset()


def find(passage: Passage) -> Iterator[Report]:
    """Report a speaker of the translation who is in the source, where somebody else speaks instead."""
    source, target = passage.source, passage.target
    if not (_verbs(source.lang)[0] and _verbs(target.lang)[0]):
        return
    people = _people(source, target)
    if len(people) < 2:
        return
    here = _speakers(source, {word: word for word in people})
    there = _speakers(target, {rendering: word for word, rendering in people.items()})
    silent, talking = here.keys() - there.keys(), there.keys() - here.keys()
    if len(here) != len(there) or len(silent) != 1 or len(talking) != 1:
        return
    right, wrong = here[silent.pop()], there[talking.pop()]
    yield Report(
        "“{found}” speaks here; in the source it is {name}.",
        {"found": wrong.of(target.text), "name": right.of(source.text)},
        source_span=right,
        target_span=wrong,
        evidence=(Evidence("Both are named on both sides; only one stands with a verb of saying.", "grammar"),),
    )


@cache
def _verbs(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the verbs that have their speaker on either side, and all of them; both empty for other languages."""
    for line in resource("names/speech_verbs.tsv").read_text("utf-8").splitlines():
        language, _, verbs = line.partition("\t")
        if language == primary(lang):
            around, before = (frozenset(part.split()) for part in verbs.split("\t"))
            return around, around | before
    return _NONE, _NONE


def _people(source: Reading, target: Reading) -> dict[str, str]:
    """Return the words by which people are named (a surname, mostly), each with what stands for it in the target."""
    found: dict[str, str] = {}
    for fate in compare(source.text, source.lang, target.text, target.lang).sources:
        name = fate.name
        if fate.at is not None and name.sort in _PEOPLE and name.weight >= 0.6:
            found.setdefault(_last(name.text), _last(fate.at.of(target.text)))
    return found


def _last(name: str) -> str:
    return fold(name).rpartition(" ")[2]


def _speakers(reading: Reading, people: dict[str, str]) -> dict[str, Span]:
    """Return which of the people, by their words here, stand right beside a verb of saying, and where."""
    around, all_verbs = _verbs(reading.lang)
    cut = reading.of(tokens)
    found: dict[str, Span] = {}
    for at, token in enumerate(cut):
        if token.key not in all_verbs or token.capital:
            continue
        speaker = _before(reading.text, cut, at, people)
        if speaker is None and token.key in around:
            speaker = _behind(reading, cut, at, people)
        if speaker is not None:
            found.setdefault(people[speaker.key], Span(speaker.start, speaker.end))
    return found


def _before(text: str, cut: tuple[Token, ...], at: int, people: dict[str, str]) -> Token | None:
    """Return who is named right before a verb, auxiliaries aside (Merkel said, Macron a déclaré)."""
    end = cut[at].start
    for token in reversed(cut[max(0, at - 3) : at]):
        if _PARTING & set(text[token.end : end]):
            return None
        if token.key in people:
            return token
        if token.key not in _AUXILIARIES:
            return None
    return None


def _behind(reading: Reading, cut: tuple[Token, ...], at: int, people: dict[str, str]) -> Token | None:
    """Return who is named right behind a verb, by a title and first name perhaps (sagte Kanzler Olaf Scholz)."""
    start = cut[at].end
    found: Token | None = None
    for token in cut[at + 1 : at + 6]:
        between = reading.text[start : token.start]
        if _PARTING & set(between) or (found is not None and token.key not in people):
            break
        if token.key in people:
            if found is None and between.strip() and not title_before(reading.text, token.start, reading.lang):
                break
            found = token
            start = token.end
    return found


_AUXILIARIES = frozenset(("a", "ha", "hat", "has", "had", "also", "juz"))
_PARTING = frozenset(',.;:!?()"“”„«»\n')

CHECK = Check(
    id="speakers",
    title="Who is speaking",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    description=(
        "Where two people are named and one of them speaks, it must be the same in the translation. Looked at are "
        "names right beside a verb of saying, in ten European languages."
    ),
    find=find,
    examples=(
        Example(
            "de",
            "en",
            "„Wir reden“, sagte Merkel nach dem Treffen mit Macron.",
            "“We are talking,” said Macron after the meeting with Merkel.",
            "Macron",
        ),
        Example(
            "de",
            "en",
            "„Wir reden“, sagte Merkel nach dem Treffen mit Macron.",
            "“We are talking,” Merkel said after the meeting with Macron.",
        ),
        Example(
            "ru",
            "en",
            "Сергей Лавров заявил, что Ангела Меркель опоздала.",
            "Angela Merkel said that Sergei Lavrov was late.",
            "Merkel",
        ),
        Example("fr", "en", "Macron a dit que Merkel viendra.", "Merkel will come, Macron said."),
        Example(
            "en", "es", "Merkel told Macron that Johnson would come.", "Merkel le dijo a Macron que vendría Johnson."
        ),
    ),
)
