"""Checks that words are put into the mouth of the person who says them in the source."""

from collections.abc import Iterator
from functools import cache

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.name_pairs import compare
from reviewer.lexicon.naming import Sort
from reviewer.lexicon.titles import title_before
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.folding import fold
from reviewer.text.languages import primary
from reviewer.text.quotations import quotations
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
    here, there = _both(source, target, _people(source, target))
    silent, talking = here.keys() - there.keys(), there.keys() - here.keys()
    if len(here) == len(there) and len(silent) == len(talking) == 1:
        reason = "Both are named on both sides; only one stands with a verb of saying."
        exchanged = [(here[silent.pop()], there[talking.pop()])]
    else:
        reason = "The same people speak on both sides, in another order."
        here, there = _both(source, target, _people(source, target, perhaps=True))
        exchanged = _out_of_order(passage, here, there)
    for right, wrong in exchanged:
        yield Report(
            "“{found}” speaks here; in the source it is {name}.",
            {"found": wrong.of(target.text), "name": right.of(source.text)},
            source_span=right,
            target_span=wrong,
            suggestions=_put_right(passage, here, there, right, wrong),
            evidence=(Evidence(reason, "grammar"),),
        )


def _out_of_order(passage: Passage, here: dict[str, Span], there: dict[str, Span]) -> list[tuple[Span, Span]]:
    """Return who speaks in whose place, where as many quotations as people stand on both sides, in two orders."""
    if here.keys() != there.keys() or len(here) < 2:
        return []
    if not len(here) == len(passage.source.of(quotations)) == len(passage.target.of(quotations)):
        return []
    pairs = zip(sorted(here.items(), key=_place), sorted(there.items(), key=_place), strict=True)
    return [(right, wrong) for (name, right), (found, wrong) in pairs if name != found]


def _place(speaker: tuple[str, Span]) -> int:
    return speaker[1].start


def _put_right(
    passage: Passage, here: dict[str, Span], there: dict[str, Span], right: Span, wrong: Span
) -> tuple[Suggestion, ...]:
    """Offer the translation's own word for who speaks in the source, where it stands with a verb, too."""
    name = next(name for name, span in here.items() if span == right)
    rendering = there.get(name)
    return (Suggestion(rendering.of(passage.target.text), wrong),) if rendering else ()


def _both(source: Reading, target: Reading, people: dict[str, str]) -> tuple[dict[str, Span], dict[str, Span]]:
    """Return who speaks, and where, in the source and in the translation; nobody where fewer than two are named."""
    if len(people) < 2:
        return {}, {}
    here = _speakers(source, {word: word for word in people})
    return here, _speakers(target, {rendering: word for word, rendering in people.items()})


@cache
def _verbs(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the verbs that have their speaker on either side, and all of them; both empty for other languages."""
    for line in resource("names/speech_verbs.tsv").read_text("utf-8").splitlines():
        language, _, verbs = line.partition("\t")
        if language == primary(lang):
            around, before = (frozenset(part.split()) for part in verbs.split("\t"))
            return around, around | before
    return _NONE, _NONE


def _people(source: Reading, target: Reading, *, perhaps: bool = False) -> dict[str, str]:
    """Return the words by which people are named (a surname, mostly), each with what stands for it in the target.

    `perhaps`, also those that may name a place or a thing: Vargas is a state and a surname, Keller a cellar.
    """
    found: dict[str, str] = {}
    for fate in compare(source.text, source.lang, target.text, target.lang).sources:
        name = fate.name
        if fate.at is not None and (perhaps or (name.sort in _PEOPLE and name.weight >= 0.6)):
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
        "Where two people are named and one of them speaks, it must be the same in the translation; where each "
        "quotation has its speaker, so must their order. Looked at are names right beside a verb of saying, in ten "
        "European languages."
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
        Example(
            "de",
            "en",
            "„Wir reden“, sagte Merkel. „Wir warten“, sagte Macron.",
            "“We are talking,” said Macron. “We are waiting,” said Merkel.",
            "Macron",
            "Merkel",
        ),
        Example("fr", "en", "Macron a dit que Merkel viendra.", "Merkel will come, Macron said."),
        Example(
            "en", "es", "Merkel told Macron that Johnson would come.", "Merkel le dijo a Macron que vendría Johnson."
        ),
    ),
)
