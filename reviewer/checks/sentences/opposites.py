"""Words of the translation that mean the opposite of what the source says."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.sentences.sentence_pairs import parallel
from reviewer.model.finding import Category, Evidence, Severity
from reviewer.text.languages import primary
from reviewer.text.negation import negations
from reviewer.text.opposites import Poled, knows_opposites, may_oppose, near, opposites_of, poled

_LONGEST = 200
"""In longer stretches some word or other will be opposed to some other by chance."""


def find(passage: Passage) -> Iterator[Report]:
    """Report each target word that no source word supports while one left over means its opposite."""
    source, target = passage.source, passage.target
    if primary(source.lang) == primary(target.lang):
        return
    if not knows_opposites(source.lang) or not knows_opposites(target.lang):
        return
    if not may_oppose(source.text, source.lang, target.text, target.lang):
        return
    ours, theirs = source.of(poled), target.of(poled)
    for here, there in parallel(source, target):
        if max(here.end - here.start, there.end - there.start) > _LONGEST:
            continue
        mine = [word for word in ours if word.span.overlaps(here)]
        other = [word for word in theirs if word.span.overlaps(there)]
        found = list(_opposed(mine, other))
        if found and not _denied(passage, here.of(source.text), there.of(target.text)):
            for one, word in found:
                yield _report(passage, one, word)


def _opposed(ours: list[Poled], theirs: list[Poled]) -> Iterator[tuple[Poled, Poled]]:
    """Yield words of source and target that are opposed and have no better partner."""
    rendered, supported = _paired(ours, theirs)
    loose = [word for i, word in enumerate(ours) if i not in rendered]
    loose += [word for j, word in enumerate(theirs) if j not in supported]
    if any("less" in word.poles for word in loose) and not any("more" in word.poles for word in loose):
        return  # less good is worse
    for j, word in enumerate(theirs):
        if j in supported:
            continue
        against = opposites_of(word.poles)
        if any(k not in supported and other.poles & against for k, other in enumerate(theirs)):
            continue  # "larger or smaller" for "widen or compress": both ends are there
        for i, one in enumerate(ours):
            if i not in rendered and one.poles & against:
                yield one, word
                break


def _paired(ours: list[Poled], theirs: list[Poled]) -> tuple[set[int], set[int]]:
    """Return which words have a partner of the same meaning, each partner used once where that is possible.

    A maximum matching in the graph of words with like poles (augmenting paths).
    """
    partners = [[j for j, word in enumerate(theirs) if word.poles & near(one.poles)] for one in ours]
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in partners[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in sorted(range(len(ours)), key=lambda k: len(partners[k])):
        place(i, set())
    return set(taken.values()), set(taken)


def _denied(passage: Passage, source: str, target: str) -> bool:
    """Say whether one side alone denies or nearly does: "not old" may well be "young"."""
    return bool(negations(source, passage.source.lang)) != bool(negations(target, passage.target.lang))


def _report(passage: Passage, one: Poled, word: Poled) -> Report:
    source, target = one.span.of(passage.source.text), word.span.of(passage.target.text)
    against = sorted(one.poles & opposites_of(word.poles))[0]
    meant = sorted(word.poles & opposites_of(frozenset((against,))))[0]
    return Report(
        "“{word}” says the opposite of “{source}”.",
        {"word": target, "source": source},
        source_span=one.span,
        target_span=word.span,
        evidence=(Evidence(f"{source}: {against}; {target}: {meant}", "FreeDict, WordNet"),),
    )


CHECK = Check(
    id="opposites",
    title="Opposite meaning",
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    find=find,
    description=(
        "A word that means the opposite of one in the source, while neither has a better counterpart. From word "
        "lists of opposites in 20 languages; silent where one side is negative."
    ),
    examples=(
        Example("de", "en", "Die Preise sind im Mai gestiegen.", "Prices decreased in May.", "decreased"),
        Example("en", "de", "The museum was closed in winter.", "Das Museum war im Sommer geschlossen.", "Sommer"),
        Example("fr", "en", "C’est une bonne nouvelle pour les jeunes.", "It is good news for old people.", "old"),
        Example("en", "es", "The most expensive house was sold.", "Se compró la casa más cara.", "compró"),
        Example("en", "ru", "They rejected the new plan.", "Они приняли новый план.", "приняли"),
        Example("cs", "en", "Starý most je zavřený.", "The new bridge is closed.", "new"),
        Example("zh", "en", "出口大幅增加。", "Exports decreased sharply.", "decreased"),
        Example("en", "ar", "The north of the country is dry.", "جنوب البلاد جاف.", "جنوب"),
        Example("de", "en", "Die Preise sind im Mai gestiegen.", "Prices rose in May."),
        Example("de", "en", "Er ist nicht alt.", "He is young."),
        Example("en", "de", "Their health is less good.", "Sie haben eine schlechtere Gesundheit."),
        Example("en", "de", "He bought the old house.", "Er kaufte das alte Haus."),
        Example("fr", "en", "Les anciens élèves du nord sont venus.", "The former pupils from the north came."),
        Example("zh", "en", "加拿大东部的大学增加了学生。", "Universities in eastern Canada took in more students."),
    ),
)
