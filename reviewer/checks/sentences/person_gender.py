"""A man who became a woman in the translation, or a woman a man, by their pronouns."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.languages import primary
from reviewer.text.person_pronouns import Pronouns, genders_things, person_pronouns, tells_gender
from reviewer.text.reading import Reading

_OTHER = {
    "en": {"he": "she", "she": "he", "him": "her", "his": "her", "himself": "herself", "herself": "himself"},
    "zh": {"他": "她", "她": "他"},
    "ja": {"彼": "彼女", "彼女": "彼", "彼の": "彼女の"},
    "sv": {"han": "hon", "hon": "han", "honom": "henne", "henne": "honom", "hans": "hennes", "hennes": "hans"},
    "da": {"han": "hun", "hun": "han", "ham": "hende", "hende": "ham", "hans": "hendes", "hendes": "hans"},
}
"""What to put for a pronoun to tell of the other; English “her” may be “his” or “him” and is left to the editor."""


def find(passage: Passage) -> Iterator[Report]:
    """Report a translation that speaks of one gender alone where the source speaks of the other alone."""
    source, target = passage.source, passage.target
    if not tells_gender(source.lang) or not tells_gender(target.lang):
        return
    if primary(source.lang) == primary(target.lang):
        return
    theirs = target.of(person_pronouns)
    if not (theirs.maybe_he or theirs.maybe_she):
        return
    ours = source.of(person_pronouns)
    subjects = genders_things(source.lang) or genders_things(target.lang)
    for man in (True, False):
        here, there = _telling(ours, man, subjects), _telling(theirs, not man, subjects)
        if here and there and not _excused(ours, not man) and not _excused(theirs, man):
            yield _report(source, target, here[0], there[0])


def _telling(pronouns: Pronouns, man: bool, subjects: bool) -> tuple[Span, ...]:
    """Return the words that tell of a man (or a woman) and of nothing else."""
    first, others = (pronouns.he, pronouns.his) if man else (pronouns.she, pronouns.hers)
    return first if subjects else tuple(sorted((*first, *others)))


def _excused(pronouns: Pronouns, man: bool) -> bool:
    """Say whether some word may tell of a man (or a woman)."""
    return pronouns.maybe_he if man else pronouns.maybe_she


def _report(source: Reading, target: Reading, here: Span, there: Span) -> Report:
    ours, theirs = here.of(source.text), there.of(target.text)
    other = _OTHER.get(primary(target.lang), {}).get(theirs.lower())
    fix = other.capitalize() if other and theirs[:1].isupper() else other
    return Report(
        "The source speaks of “{source}”, the translation of “{target}”.",
        {"source": ours, "target": theirs},
        source_span=here,
        target_span=there,
        suggestions=(Suggestion(fix, there),) if fix else (),
        evidence=(Evidence("All pronouns of the source tell of the one, all of the translation of the other."),),
    )


CHECK = Check(
    id="person-gender",
    title="He and she",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    find=find,
    description=(
        "A man who became a woman or the other way about, in 15 languages whose pronouns tell. Speaks only where the "
        "source tells of one alone and the translation of the other alone."
    ),
    examples=(
        Example(
            "de", "en", "Flick nannte drei Ziele, die er sehen will.", "Flick named three goals she wants.", "she", "he"
        ),
        Example("zh", "en", "他的研究很重要。", "Her research is important.", "Her"),
        Example("ja", "en", "彼女は昨日到着した。", "He arrived yesterday.", "He", "She"),
        Example("en", "de", "She closed the door.", "Er schloss die Tür.", "Er"),
        Example("en", "fr", "He said nothing.", "Elle n'a rien dit.", "Elle"),
        Example("ru", "en", "Она приехала вчера.", "He arrived yesterday.", "He", "She"),
        Example("en", "zh", "She arrived yesterday.", "他昨天到了。", "他", "她"),
        Example("sv", "en", "Hon kom i går.", "He came yesterday.", "He", "She"),
        Example("de", "en", "Er sah sie an.", "She looked at him."),
        Example("de", "en", "Sie schloss die Tür.", "She closed the door."),
        Example("de", "en", "Der Vertrag gilt; er endet 2030.", "The contract is valid; it ends in 2030."),
        Example("fr", "en", "Elle a vendu sa maison.", "She sold her house."),
        Example("fr", "en", "Il est clair que sa femme viendra.", "It is clear that she will come, his wife."),
        Example("en", "fr", "His car is red; it is new.", "Sa voiture est rouge ; elle est neuve."),
        Example("zh", "en", "其他国家也是如此。", "Her country is like others."),
        Example("es", "en", "Dijo que vendría.", "She said she would come."),
    ),
)
