"""Checks that a person's name keeps its letters where both languages write in Latin ones.

A name may come over inflected, without its accents, or spelt by another custom of romanisation (Araghtschi,
Araghchi). What is left when all that is set aside is a slip: Köpping, Köppling.
"""

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from reviewer.checks.check import Check, Example, Passage, Report
from reviewer.checks.names.fates import Fate
from reviewer.checks.names.pairs import compare
from reviewer.checks.names.witness import facts_of
from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.lexicon.naming import Sort
from reviewer.lexicon.spelling import speller
from reviewer.model.finding import Category, Evidence, Severity, Suggestion
from reviewer.model.span import Span
from reviewer.text.folding import fold
from reviewer.text.inflection import bases
from reviewer.text.languages import primary
from reviewer.text.sounds.romanisation import phonetic, romanise

_SPELL_ANEW = frozenset("az bs eo lt lv sq sr tk uz".split())
"""Languages that write foreign names as they sound (Džons Smits)."""
_ENDINGS = dict.fromkeys("af ca da de en es fr gl id it ms nb nl nn no pt sv sw vi".split(), ("", "s", "es"))
"""What names end in besides themselves, in languages that hardly inflect them; others change them at will."""
_FREE_END = 3
"""Letters at the end of a name that languages with cases may write otherwise (Merkel, Merkelovej)."""
_SHORTEST = 4
_SLIPS = 2
"""More letters than this make it another name, which the names of people are compared for."""
_ROMANISED_ALIKE = str.maketrans({"o": "u", "e": "a"})
"""Vowels that customs of romanisation exchange (Mohammed, Muhammad)."""
_READ_AS = (("", ""), ("ch", "tsch"), ("tsh", "sch"), ("j", "zh"))
"""Letters that are read in another way in some languages (English `ch` and `j`), and how."""
_EXCHANGED = frozenset(("h", "k"))
"""Consonants, as phonetic keys have them, that they exchange (Ukrenergo, Ukrenerho)."""


def find(passage: Passage) -> Iterator[Report]:
    """Report names of people that have other letters in the translation than custom explains."""
    source, target = passage.source, passage.target
    pair = compare(source.text, source.lang, target.text, target.lang)
    if not pair.source.script == pair.target.script == "Latn":
        return
    if {primary(source.lang), primary(target.lang)} & _SPELL_ANEW:
        return
    met = {(fate.name.span, fate.at): fate for fate in pair.sources if fate.at is not None}
    met |= {(fate.at, fate.name.span): fate for fate in pair.targets if fate.at is not None}
    facts = facts_of(passage.article)
    seen: set[Span] = set()
    for (here, there), fate in met.items():
        if here is None or there is None or there in seen or not _followed(fate):
            continue
        name, found = here.of(source.text), there.of(target.text)
        if name == found or not _are_names(name, found) or is_one_name(name, source.lang, found, target.lang):
            continue
        sure = _beside_another(fate, pair.sources) or _beside_another(fate, pair.targets)
        times = facts.times(name) if facts else 0
        if not (sure or times) and _may_be_word(name, source.lang, found, target.lang):
            continue
        seen.add(there)
        yield Report(
            "{name} is spelt “{found}” here.",
            {"name": name, "found": found},
            source_span=here,
            target_span=there,
            severity=None if sure or times else Severity.NEUTRAL,
            suggestions=(Suggestion(name, there),),
            evidence=(Evidence(f"The translation has “{name}” elsewhere.", "this article"),) if times else (),
        )


def _followed(fate: Fate) -> bool:
    name = fate.name
    if name.sort != Sort.UNKNOWN or name.weight < 0.6:
        return False
    # King Carlo is Charles in English, and Charles Leclerc is Charles everywhere.
    return not any(gazetteer().place(number).kind is Kind.GIVEN for number in name.meanings)


def _are_names(*words: str) -> bool:
    return all(len(word) >= _SHORTEST and word.isalpha() and word.istitle() for word in words)


def _beside_another(fate: Fate, fates: tuple[Fate, ...]) -> bool:
    """Say whether a name follows another that came over: a surname behind its first name."""
    return any(
        other.found and other.name.sort in (Sort.UNKNOWN, Sort.PERSON) and other.name.end + 1 == fate.name.start
        for other in fates
    )


def _may_be_word(name: str, lang: str, found: str, other_lang: str) -> bool:
    """Say whether two names may be words that mean the same: known to dictionaries (Muslims, Muslime), or of one
    stem (Geesthachter, Geesthacht)."""
    key, other = fold(name), fold(found)
    stems, others = {key, *bases(key, lang)}, {other, *bases(other, other_lang)}
    dictionaries = speller(lang), speller(other_lang)
    return not stems.isdisjoint(others) or all(
        dictionary is None or dictionary.knows(word) or dictionary.knows(word.lower())
        for dictionary, word in zip(dictionaries, (name, found), strict=True)
    )


@lru_cache(maxsize=4096)
def is_one_name(name: str, lang: str, found: str, other_lang: str) -> bool:
    """Say whether the letters in which two spellings differ are explained by inflection, accents or romanisation."""
    ends, other_ends = _ENDINGS.get(primary(lang)), _ENDINGS.get(primary(other_lang))
    keys = [key for form in _forms(_folded(name), ends or ("",)) for key in _keys(form)]
    others = [key for form in _forms(_folded(found), other_ends or ("",)) for key in _keys(form)]
    least = min(_slips(key, other, ends is None or other_ends is None) for key in keys for other in others)
    return not 0 < least <= min(_SLIPS, (len(keys[0]) - 1) // 2)


def _folded(name: str) -> str:
    """Return the key of a name, with what Turkish and its neighbours hear in ç: Miçotakis, Mitsotakis."""
    return fold(name.replace("ç", "ts"))


def _forms(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            yield word.removesuffix(ending)


def _keys(word: str) -> set[str]:
    """Return the phonetic keys of a name, in all the ways in which its letters are read."""
    romanised = romanise(word)
    return {phonetic(romanised.replace(letters, read)) for letters, read in _READ_AS}


def _slips(key: str, other: str, free_end: bool) -> int:
    """Return how many letters of two phonetic keys differ beyond what customs of romanisation exchange."""
    if free_end:
        shared = max(0, min(len(key), len(other)) - _FREE_END)
        key, other = key[:shared], other[:shared]
    key, other = key.translate(_ROMANISED_ALIKE), other.translate(_ROMANISED_ALIKE)
    slips = 0
    for operation in Levenshtein.editops(key, other):
        letters = key[operation.src_pos : operation.src_pos + 1], other[operation.dest_pos : operation.dest_pos + 1]
        slips += not (operation.tag == "replace" and _EXCHANGED.issuperset(letters))
    return slips


CHECK = Check(
    id="respelt-names",
    title="Letters of names",
    category=Category.ENTITY,
    severity=Severity.MAJOR,
    description=(
        "A person's name must keep its letters where both languages write in Latin ones. Endings, accents and customs "
        "of romanisation are set aside; a name that stands alone and may be a word is a hint."
    ),
    find=find,
    examples=(
        Example("it", "en", "Ieri re Carlo III ha parlato.", "King Charles III spoke yesterday."),
        Example("de", "en", "Das sagte Petra Köpping.", "Petra Köppling said this.", "Köppling", "Köpping"),
        Example("de", "en", "Das sagte Jens Spahn.", "Jens Spahm said this.", "Spahm", "Spahn"),
        Example(
            "en", "fr", "Natalia Gavrilita resigned.", "Natalia Gavralita a démissionné.", "Gavralita", "Gavrilita"
        ),
        Example("de", "en", "Jens Spahns Plan kam gut an.", "Jens Spahn's plan went down well."),
        Example("de", "en", "Das sagte Abbas Araghtschi.", "Abbas Araghchi said this."),
        Example("de", "en", "Das sagte Wolodymyr Kudryzkyj.", "Volodymyr Kudrytskyi said this."),
        Example("de", "en", "Der Geesthachter Bürgermeister kam.", "The mayor of Geesthacht came."),
        Example("en", "de", "Jomart Tokayev resigned.", "Schomart Toqajew trat zurück."),
        Example("en", "cs", "Angela Merkel met Petra Kellner.", "Angela Merkelová se setkala s Petrou Kellnerovou."),
    ),
)
