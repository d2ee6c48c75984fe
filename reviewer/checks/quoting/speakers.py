"""Checks that words are put into the mouth of the person who says them in the source."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.names.pairs import compare
from reviewer.checks.quoting.speech_acts import (
    SpeechAct,
    bare_speakers,
    knows_speech,
    may_tell_twice,
    speech_acts,
    tells_of_speech,
)
from reviewer.checks.sentences.sentence_pairs import parallel
from reviewer.lexicon.naming import Sort
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.folding import fold
from reviewer.text.languages import script
from reviewer.text.quotations import quotations
from reviewer.text.reading import Reading
from reviewer.text.scripts import UNSPACED

_PEOPLE = (Sort.PERSON, Sort.UNKNOWN)


def find(passage: Passage) -> Iterator[Report]:
    """Report a speaker of the translation who is in the source, where somebody else speaks instead."""
    source, target = passage.source, passage.target
    if not (knows_speech(source.lang) and knows_speech(target.lang)):
        return
    if not (tells_of_speech(source) and tells_of_speech(target)):
        return
    ours, theirs = _acts(source, target)
    here, there = _first_acts(ours), _first_acts(theirs)
    silent, talking = here.keys() - there.keys(), there.keys() - here.keys()
    if len(here) == len(there) and len(silent) == len(talking) == 1:
        reason = "Both are named on both sides; only one stands with a verb of saying."
        exchanged = [(here[silent.pop()], there[talking.pop()])]
    elif may_tell_twice(source) and may_tell_twice(target):
        reason = "The same people speak on both sides, in another order."
        ours, theirs = _acts(source, target, perhaps=True)
        here, there = _first_acts(ours), _first_acts(theirs)
        exchanged = _out_of_order(passage, here, there) or _by_sentence(passage, ours, theirs)
    else:
        return
    for right, wrong in exchanged:
        yield Report(
            "“{found}” speaks here; in the source it is {name}.",
            {"found": wrong.of(target.text), "name": right.of(source.text)},
            source_span=right,
            target_span=wrong,
            suggestions=_put_right(passage, here, there, right, wrong),
            evidence=(Evidence(reason, "grammar"),),
        )


def _first_acts(acts: list[SpeechAct]) -> dict[str, Span]:
    return {act.person: act.span for act in reversed(acts)}


def _out_of_order(passage: Passage, here: dict[str, Span], there: dict[str, Span]) -> list[tuple[Span, Span]]:
    """Return who speaks in whose place, where as many quotations as people stand on both sides, in two orders."""
    if here.keys() != there.keys() or len(here) < 2:
        return []
    if not len(here) == len(passage.source.of(quotations)) == len(passage.target.of(quotations)):
        return []
    pairs = zip(sorted(here.items(), key=_place), sorted(there.items(), key=_place), strict=True)
    return [(right, wrong) for (name, right), (found, wrong) in pairs if name != found]


def _by_sentence(passage: Passage, ours: list[SpeechAct], theirs: list[SpeechAct]) -> list[tuple[Span, Span]]:
    """Return who speaks in whose place, where the same people speak on both sides, one a sentence."""
    if len(ours) < 2 or sorted(act.person for act in ours) != sorted(act.person for act in theirs):
        return []
    exchanged = []
    for here, there in parallel(passage.source, passage.target):
        one = [act for act in ours if act.span.overlaps(here)]
        other = [act for act in theirs if act.span.overlaps(there)]
        if len(one) == len(other) == 1 and one[0].person != other[0].person:
            exchanged.append((one[0].span, other[0].span))
    return exchanged


def _place(speaker: tuple[str, Span]) -> int:
    return speaker[1].start


def _put_right(
    passage: Passage, here: dict[str, Span], there: dict[str, Span], right: Span, wrong: Span
) -> tuple[Suggestion, ...]:
    """Offer the translation's own word for who speaks in the source, where it stands with a verb, too."""
    said = right.of(passage.source.text)
    name = next((name for name, span in here.items() if span.of(passage.source.text) == said), "")
    rendering = there.get(name)
    return (Suggestion(rendering.of(passage.target.text), wrong),) if rendering else ()


def _acts(source: Reading, target: Reading, *, perhaps: bool = False) -> tuple[list[SpeechAct], list[SpeechAct]]:
    """Return who speaks, and where, in the source and in the translation; nobody where fewer than two are named.

    `perhaps`, also those who may be places or things by their names: Vargas is a state and a surname, Keller a cellar.
    """
    ours: dict[str, str] = {}
    theirs: dict[str, str] = {}
    pair = compare(source.text, source.lang, target.text, target.lang)
    known = [(fate, fate.name.span, fate.at) for fate in pair.sources if fate.at]
    met = [there for _, _, there in known]
    known += [
        (fate, fate.at, fate.name.span)
        for fate in pair.targets
        if fate.at and not any(map(fate.name.span.overlaps, met))
    ]
    last: tuple[Span, Span, str] | None = None
    for fate, here, there in sorted(known, key=lambda one: one[1:]):
        surname = last is not None and here.start - last[0].end == there.start - last[1].end == 1
        if not (perhaps or surname or (fate.name.sort in _PEOPLE and fate.name.weight >= 0.6)):
            continue
        written = _words(here.of(source.text), source.lang)
        rendered = _words(there.of(target.text), target.lang)
        # One rendering is one person, however the source inflects the name (Тереховим, Терехов).
        same = [
            *(ours[word] for word in written if word in ours),
            *(theirs[word] for word in rendered if word in theirs),
        ]
        person = next(iter(same), written[-1])
        if last is not None and surname:
            person = last[2]
        for word in written:
            ours.setdefault(word, person)
        for word in rendered:
            theirs.setdefault(word, person)
        last = here, there, person
    if perhaps and pair.source.script == pair.target.script:
        for word in bare_speakers(source) & bare_speakers(target):
            ours.setdefault(word, word)
            theirs.setdefault(word, ours[word])
    if len(set(ours.values())) < 2:
        return [], []
    return speech_acts(source, ours), speech_acts(target, theirs)


def _words(name: str, lang: str) -> list[str]:
    """Return the words of a name as they are looked for; in scripts without spaces the name itself."""
    return [name] if script(lang) in UNSPACED else fold(name).split() or [name]


CHECK = Check(
    id="speakers",
    title="Who is speaking",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    description=(
        "Where two people are named and one of them speaks, it must be the same in the translation; where each "
        "quotation has its speaker, so must their order. Looked at are names right beside a verb of saying, in 15 "
        "languages."
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
