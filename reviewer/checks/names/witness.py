"""The article as witness: every name of a document with its renderings and where they stand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeVar

from reviewer.checks.check import Article, Passage
from reviewer.checks.names.fates import NamePair
from reviewer.checks.names.pairs import compare, has_determiner
from reviewer.lexicon import demonyms
from reviewer.lexicon.gazetteer import Kind, gazetteer
from reviewer.lexicon.naming import Sort
from reviewer.model.span import Span
from reviewer.text.folding import fold
from reviewer.text.inflection import bases
from reviewer.text.scripts import CASED

T = TypeVar("T")

FACTS = "odd-rendering"
"""Key of the `Facts` in `Article.facts`: the id of the check that surveys the article."""

ACCEPTED = "renderings"
"""Key in `Article.settings`: row key → folded renderings an editor has accepted as the article's own."""


_NEAR = 12
"""Passages within which a text may speak of somebody without the name."""


class Occurrence(NamedTuple):
    """A name in one passage, and what stands for it in the translation."""

    segment: str
    source: str
    source_span: Span
    rendering: str
    """As it stands in the target; empty where nothing was found."""
    target_span: Span | None


class _Contribution(NamedTuple):
    names: tuple[tuple[str, Sort, Occurrence], ...]
    words: tuple[str, ...]
    """Folded capitalised words of the target."""
    vouched: tuple[str, ...]
    """Folded names of the target that were found in the source."""
    places: frozenset[int]
    """Places that the source names in their base form."""
    doubtful: tuple[tuple[str, frozenset[int]], ...]
    """Names that also are inflected places, with these places."""
    countries: frozenset[str]
    """Countries of the places that are in one country beyond doubt."""


class Facts:
    """What a document says about its names; `update` replaces one passage's part in its own time."""

    def __init__(self, passages: Iterable[Passage] = ()) -> None:
        self._parts: dict[str, _Contribution] = {}
        self._rows: dict[str, dict[str, list[tuple[Sort, Occurrence]]]] = {}
        self._words: Counter[str] = Counter()
        self._vouched: dict[str, set[str]] = {}
        self._order: dict[str, int] = {}
        self._places: Counter[int] = Counter()
        self._doubtful: Counter[tuple[str, frozenset[int]]] = Counter()
        self._countries: Counter[str] = Counter()
        self._settled: tuple[frozenset[str], frozenset[str]] | None = None
        self._usual: dict[str, tuple[str, int, int]] = {}
        """What was answered for a row, until it changes."""
        for passage in passages:
            self.update(passage)

    @classmethod
    def of(cls, notes: Iterable[tuple[str, _Contribution]]) -> "Facts":
        """Return what the notes of all passages say together; see `note`."""
        facts = cls()
        for segment, part in notes:
            facts._put(segment, part)
        return facts

    # ------------------------------------------------------------------ keeping current

    def update(self, passage: Passage) -> None:
        """Replace what a passage contributed; the time taken depends on the passage alone."""
        self._put(passage.segment, _contribution(passage))

    def _put(self, segment: str, part: _Contribution) -> None:
        if part == self._parts.get(segment):
            return
        self.remove(segment)
        self._parts[segment] = part
        self._order.setdefault(segment, len(self._order))
        self._count(part, segment, 1)

    def remove(self, segment: str) -> None:
        """Forget what a passage contributed, if anything."""
        part = self._parts.pop(segment, None)
        self._settled = None
        if part is not None:
            self._count(part, segment, -1)

    def _count(self, part: _Contribution, segment: str, sign: int) -> None:
        for key, sort, occurrence in part.names:
            self._usual.pop(key, None)
            if sign > 0:
                self._rows.setdefault(key, {}).setdefault(segment, []).append((sort, occurrence))
            else:
                row = self._rows.get(key)
                if row is not None:
                    row.pop(segment, None)
                    if not row:
                        del self._rows[key]
        for word in part.words:
            _tally(self._words, word, sign)
        for name in part.vouched:
            passages = self._vouched.setdefault(name, set())
            if sign > 0:
                passages.add(segment)
            else:
                passages.discard(segment)
        for place in part.places:
            _tally(self._places, place, sign)
        for doubt in part.doubtful:
            _tally(self._doubtful, doubt, sign)
        for country in part.countries:
            _tally(self._countries, country, sign)

    # ------------------------------------------------------------------ asking

    @property
    def inflected(self) -> frozenset[str]:
        """Names of the source (folded) that are inflected places here: the article names the place itself."""
        return self._settle()[0]

    @property
    def home(self) -> frozenset[str]:
        """Countries (ISO 3166-1) in which the article names places in two passages or more."""
        return self._settle()[1]

    def _settle(self) -> tuple[frozenset[str], frozenset[str]]:
        if self._settled is None:
            met = self._places
            inflected = (key for key, places in self._doubtful if any(place in met for place in places))
            home = (country for country, passages in self._countries.items() if passages >= 2 and country)
            self._settled = frozenset(inflected), frozenset(home)
        return self._settled

    def times(self, rendering: str) -> int:
        """Return how often the translation has a name, by its first word."""
        return self._words[fold(rendering).split(" ")[0]] if rendering else 0

    def vouches_for(self, key: str, segment: str) -> bool:
        """Say whether a passage near one has a name (folded) in its translation that is in its source, too."""
        here = self._order.get(segment, 0)
        return any(abs(self._order[other] - here) <= _NEAR for other in self._vouched.get(key, ()))

    def __len__(self) -> int:
        return len(self._rows)

    def sort(self, key: str) -> Sort:
        """Return what sort of name a row is."""
        return next(iter(self._rows[key].values()))[0][0]

    def occurrences(self, segment: str) -> tuple[tuple[str, Occurrence], ...]:
        """Return the names of one passage with the keys of their rows."""
        part = self._parts.get(segment)
        return tuple((key, occurrence) for key, _, occurrence in part.names) if part else ()

    def usual(self, key: str) -> tuple[str, int, int]:
        """Return the rendering of a name by which others are odd, how often it is met, and how many others are.

        The rendering is empty where the article settles on none.
        """
        known = self._usual.get(key)
        if known is None:
            known = self._usual[key] = self._find_usual(key)
        return known

    def _find_usual(self, key: str) -> tuple[str, int, int]:
        renderings: Counter[str] = Counter()
        shown: dict[str, str] = {}
        own = ""
        for items in self._rows.get(key, {}).values():
            for _, occurrence in items:
                own = own or fold(occurrence.source)
                if occurrence.rendering:
                    folded = fold(occurrence.rendering)
                    renderings[folded] += 1
                    shown.setdefault(folded, occurrence.rendering)
        chosen = usual_of(renderings, "" if known_to_data(key) else own)
        times = renderings[chosen]
        return shown.get(chosen, ""), times, renderings.total() - times


def usual_of(renderings: Mapping[str, int], own: str) -> str:
    """Return the rendering by which others can be called odd, empty where there is none.

    It is the one met twice as often as all others. Of a name that no data know, `own` is how its own language
    writes it: that goes where no other is met more often, and where all are met as often the first one does.
    """
    commonest = max(renderings, key=renderings.__getitem__, default="")
    times = renderings.get(commonest, 0)
    if times >= 2 and times >= 2 * (sum(renderings.values()) - times):
        return commonest
    if not own or not times:
        return ""
    if renderings.get(own, 0) == times:
        return own
    return commonest if all(met == times for met in renderings.values()) else ""


def stands_out(rendering: str, usual: str, lang: str) -> bool:
    """Say whether a rendering is another name than the usual one, and not a form of it or an adjective."""
    if not _is_another(rendering, usual):
        return False
    here, there = fold(rendering), fold(usual)
    if any(demonyms.listed(form, lang) or demonyms.likely(form, lang) for form in (here, there)):
        return False
    ours, theirs = bases(here, lang), bases(there, lang)
    return there not in ours and here not in theirs and not set(ours) & set(theirs)


def _is_another(rendering: str, usual: str) -> bool:
    """Say whether a rendering is another than the usual one, and not just part of it or it with more."""
    here, there = fold(rendering), fold(usual)
    if not here or here == there:
        return False
    longer, shorter = sorted((here, there), key=len, reverse=True)
    if longer.startswith(shorter) and len(longer) - len(shorter) >= 3:
        return False
    return not (set(here.split()) & set(there.split()))


def _tally(counter: Counter[T], key: T, sign: int) -> None:
    counter[key] += sign
    if not counter[key]:
        del counter[key]


def _contribution(passage: Passage) -> _Contribution:
    pair = compare(passage.source.text, passage.source.lang, passage.target.text, passage.target.lang)
    found = []
    places: set[int] = set()
    doubtful = []
    countries: set[str] = set()
    for fate in pair.sources:
        name = fate.name
        if name.others and not has_determiner(passage.source.text, name.start, passage.source.lang):
            doubtful.append((name.key, name.others))
        if name.sort == Sort.PLACE and name.weight >= 0.5:
            if name.exact:
                places |= name.meanings
            countries |= _plain_country(name.meanings)
        if name.weight < 0.4:
            continue
        rendering = fate.at.of(passage.target.text) if fate.at else ""
        span = name.span
        found.append(
            (
                row_key(name.key, name.meanings),
                name.sort,
                Occurrence(passage.segment, name.text, span, rendering, fate.at),
            )
        )
    if not pair.source.unspaced and pair.source.script not in CASED:
        found += _heard(pair, passage)
    words = tuple(token.key for token in pair.target.tokens if token.capital)
    vouched = tuple(fate.name.key for fate in pair.targets if fate.found and fate.name.weight >= 0.5)
    return _Contribution(tuple(found), words, vouched, frozenset(places), tuple(doubtful), frozenset(countries))


def _heard(pair: NamePair, passage: Passage) -> Iterator[tuple[str, Sort, Occurrence]]:
    """Yield people by what the translation calls them: a script without capitals does not show who is one."""
    known = [fate.name.span for fate in pair.sources if fate.name.weight >= 0.4]
    for fate in pair.targets:
        name, at = fate.name, fate.at
        if name.sort != Sort.UNKNOWN or name.weight < 0.6 or at is None or len(at.of(passage.source.text)) < 4:
            continue
        if not any(at.overlaps(span) for span in known):
            written = at.of(passage.source.text)
            yield (
                fold(written),
                Sort.UNKNOWN,
                Occurrence(passage.segment, written, at, name.text, name.span),
            )


@lru_cache(maxsize=8192)
def _plain_country(meanings: frozenset[int]) -> frozenset[str]:
    """Return the country a place is in, where no place of that name elsewhere is a fifth as large.

    A country whose name a region elsewhere has, too (Georgia), tells nothing: the data do not say how large that is.
    """
    known = [place for place in map(gazetteer().place, meanings) if place.kind.geographic]
    states = {place.country for place in known if place.kind == Kind.COUNTRY}
    if states and any(place.kind == Kind.REGION and place.country not in states for place in known):
        return frozenset()
    people: Counter[str] = Counter()
    for place in known:
        people[place.country] = max(people[place.country], place.population, 1)
    first, *others = people.most_common(2) or [("", 0)]
    return frozenset((first[0],)) if first[0] and all(5 * size <= first[1] for _, size in others) else frozenset()


def known_to_data(key: str) -> bool:
    """Say whether a row stands for something of the gazetteer, which languages call by names of their own."""
    return key.startswith("#")


def row_key(key: str, meanings: frozenset[int]) -> str:
    """Return what names of one thing have in common: what they mean, else how they are written."""
    known = [gazetteer().place(number) for number in meanings]
    if known:
        best = max(known, key=lambda place: (place.kind <= Kind.CONTINENT, place.population, -place.number))
        return f"#{best.number}"
    return key


def note(passage: Passage) -> tuple[str, _Contribution]:
    """Return what a passage contributes to the facts, with its id."""
    return passage.segment, _contribution(passage)


def facts_of(article: Article) -> Facts | None:
    """Return what was found out about the article, if it was surveyed."""
    facts = article.facts.get(FACTS)
    return facts if isinstance(facts, Facts) else None
