"""Which of many files are the translations of which others, by their names alone."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reviewer.session.opening.file_names import SHORTENED, NameBook, natural, number, whole
from reviewer.text.languages import primary
from reviewer.text.named_languages import readings, role, same_name


@dataclass(frozen=True, slots=True)
class Pairing:
    """What belongs together, and what is left over."""

    pairs: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    """Sources without a translation."""
    targets: tuple[str, ...] = ()
    """Translations without a source."""
    others: tuple[str, ...] = ()
    """Files of other languages, or whose names tell nothing."""
    languages: tuple[str, ...] = ()
    """The languages (BCP 47) that the names tell of; the empty one is that of names which tell none."""
    chosen: tuple[str, str] = ("", "")
    """Which two of them were paired."""
    doubtful: bool = False
    """Whether others could have been paired as well."""


def pair_sides(
    sources: Iterable[str], targets: Iterable[str], source_lang: str | None = None, target_lang: str | None = None
) -> Pairing:
    """Pair the files of a folder with those of the folder of their translations, by their paths in each.

    In turn: the same path; the same but for the languages in it; the same but for its ending, too; a name with
    the same number of a chapter; the only file left on either side.
    """
    heap = _Heap(sources, targets)
    heap.match(lambda path: [same_name(path)], lambda path: [same_name(path)])
    for shorten in SHORTENED:
        for one, other in heap.likeliest_languages(shorten, source_lang, target_lang):
            heap.match(_keys(one, shorten), _keys(other, shorten), alone=shorten is number)
    heap.match_last()
    return Pairing(heap.paired(), tuple(heap.sources), tuple(heap.targets))


def pair_mixed(paths: Iterable[str], source_lang: str | None = None, target_lang: str | None = None) -> Pairing:
    """Pair files that lie in one folder, by the words `source` and `target` or the languages in their paths."""
    files = sorted(set(paths), key=natural)
    by_role = _by_role(files, source_lang, target_lang)
    by_language = _by_language(files, source_lang, target_lang)
    return by_role if len(by_role.pairs) > len(by_language.pairs) else by_language


def _by_language(files: Sequence[str], source_lang: str | None, target_lang: str | None) -> Pairing:
    """Pair files by the languages in their paths."""
    names = NameBook(files)
    asked_for = {primary(tag) for tag in (source_lang, target_lang) if tag}
    votes = next(filter(None, (names.votes(asked_for, shorten) for shorten in SHORTENED)), Counter[str]())
    one, other, doubtful = _choose(votes, source_lang, target_lang)
    if one == other:
        return Pairing(others=tuple(files), languages=tuple(sorted(votes)))
    heap = _Heap(files, files, shared=True)
    for shorten in SHORTENED:
        heap.match(names.keys(one, shorten), names.keys(other, shorten), alone=shorten is number)
    left = tuple(heap.sources)
    sides = [other if names.is_in(path, other) else one if names.is_in(path, one) else None for path in left]
    sources, targets, others = (
        tuple(path for path, side in zip(left, sides, strict=True) if side == wanted) for wanted in (one, other, None)
    )
    return Pairing(heap.paired(), sources, targets, others, tuple(sorted(votes)), (one, other), doubtful)


def pair_folders(
    paths: Sequence[str], source_lang: str | None = None, target_lang: str | None = None
) -> Pairing | None:
    """Pair files that lie in two folders, the first of them that of the sources; None where nothing belongs together.

    The folder of the first path is the first.
    """
    sides: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        folder, _, name = path.partition("/")
        sides[folder].append(name)
    if len(sides) != 2 or not all(map(all, sides.values())):
        return None
    (one, ours), (other, theirs) = sides.items()
    found = pair_sides(ours, theirs, source_lang, target_lang)
    return (
        Pairing(
            tuple((f"{one}/{source}", f"{other}/{target}") for source, target in found.pairs),
            tuple(f"{one}/{path}" for path in found.sources),
            tuple(f"{other}/{path}" for path in found.targets),
        )
        if found.pairs
        else None
    )


def pair_two(pairing: Pairing) -> Pairing:
    """Pair the only two files there are, whose names tell nothing, if they end alike and name no one language."""
    if len(pairing.others) != 2 or any((pairing.pairs, pairing.sources, pairing.targets)):
        return pairing
    one, other = pairing.others
    in_one_language = {lang for _, lang in readings(one) if lang} & {lang for _, lang in readings(other) if lang}
    return Pairing(pairs=((one, other),)) if _ending(one) == _ending(other) and not in_one_language else pairing


def choose_translations(paths: Iterable[str], target_lang: str | None = None) -> Pairing:
    """Choose among files that hold both languages those of one translation, where there are several of a text.

    The chosen ones are `sources`, those of other languages `others`.
    """
    files = sorted(set(paths), key=natural)
    names = NameBook(files)
    votes = names.votes({primary(target_lang)} if target_lang else set(), whole)
    known = [lang for lang in sorted(votes, key=lambda lang: (-votes[lang], lang)) if lang]
    if not known:
        return Pairing(sources=tuple(files))
    wanted = _asked(target_lang, known) or known[0]
    away = {path for path in files if any(names.is_in(path, lang) for lang in known if lang != wanted)}
    mine = {path for path in files if names.is_in(path, wanted)}
    return Pairing(
        sources=tuple(path for path in files if path in mine or path not in away),
        others=tuple(path for path in files if path in away and path not in mine),
        languages=tuple(sorted(known)),
        chosen=("", wanted),
        doubtful=target_lang is None and len(known) > 1,
    )


class _Heap:
    """Files that are still to be paired, each of them once."""

    def __init__(self, sources: Iterable[str], targets: Iterable[str], *, shared: bool = False) -> None:
        self.sources = dict.fromkeys(sorted(set(sources), key=natural))
        self.targets = self.sources if shared else dict.fromkeys(sorted(set(targets), key=natural))
        self._pairs: list[tuple[str, str]] = []

    def match(
        self,
        source_keys: Callable[[str], list[str]],
        target_keys: Callable[[str], list[str]],
        *,
        alone: bool = False,
    ) -> None:
        """Pair what has a key in common; with `alone`, only by keys that one file of either side has."""
        ours, by_key = _by_key(self.sources, source_keys), _by_key(self.targets, target_keys)
        if alone:
            by_key = {key: its for key, its in by_key.items() if len(its) == 1 == len(ours.get(key, ()))}
        for path in tuple(self.sources):
            fitting = (target for key in source_keys(path) for target in by_key.get(key, ()))
            target = next((each for each in fitting if each in self.targets and self._differ(path, each)), None)
            if target is not None and path in self.sources:
                self._pair(path, target)

    def match_last(self) -> None:
        """Pair the only file left on either side, if it ends alike or there was no other."""
        if len(self.sources) == len(self.targets) == 1:
            (source,), (target,) = self.sources, self.targets
            if not self._pairs or _ending(source) == _ending(target):
                self._pair(source, target)

    def likeliest_languages(
        self, shorten: Callable[[str], str], source_lang: str | None, target_lang: str | None
    ) -> list[tuple[str, str]]:
        """Return the pairs of languages without which paths of both sides are the same, commonest first."""
        ours, theirs = _grouped(self.sources, shorten), _grouped(self.targets, shorten)
        votes = Counter(
            (one, other)
            for key in ours.keys() & theirs.keys()
            for one in ours[key]
            for other in theirs[key]
            if _allowed(one, source_lang) and _allowed(other, target_lang)
        )
        return sorted(votes, key=lambda pair: (-votes[pair], pair))

    def paired(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs found, in the order of the sources."""
        return tuple(sorted(self._pairs, key=lambda pair: natural(pair[0])))

    def _pair(self, source: str, target: str) -> None:
        self._pairs.append((source, target))
        del self.sources[source], self.targets[target]

    def _differ(self, source: str, target: str) -> bool:
        return self.sources is not self.targets or source != target


def _by_role(files: Sequence[str], source_lang: str | None, target_lang: str | None) -> Pairing:
    """Pair files that call themselves sources with those that call themselves translations."""
    sides: dict[str, dict[str, str]] = {"source": {}, "target": {}}
    for path in files:
        said, rest = role(path)
        if said:
            sides[said].setdefault(rest, path)
    ours, theirs = sides["source"], sides["target"]
    found = pair_sides(ours, theirs, source_lang, target_lang) if ours and theirs else Pairing()
    known = {*ours.values(), *theirs.values()}
    return Pairing(
        tuple((ours[one], theirs[other]) for one, other in found.pairs),
        tuple(ours[path] for path in found.sources),
        tuple(theirs[path] for path in found.targets),
        tuple(path for path in files if path not in known),
    )


def _grouped(paths: Iterable[str], shorten: Callable[[str], str]) -> dict[str, set[str]]:
    """Return what remains of paths without their languages → the languages."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for path in paths:
        for key, language in readings(path):
            groups[shorten(key)].add(language)
    return groups


def _choose(votes: Counter[str], source_lang: str | None, target_lang: str | None) -> tuple[str, str, bool]:
    """Return which language to pair with which, and whether there was a choice that nobody made."""
    ranked = sorted(votes, key=lambda lang: (-votes[lang], lang))
    one, other = _asked(source_lang, ranked), _asked(target_lang, ranked)
    if one is None:
        # What names no language was there first.
        free = [lang for lang in ranked if lang != other] or [""]
        one = "" if "" in free else min(free[:2]) if other is None else free[0]
        doubtful = len(free) > (1 if other is not None else 2) and (other is None or one != "")
    else:
        doubtful = False
    if other is None:
        free = [lang for lang in ranked if lang not in (one, "")] or [""]
        other = free[0]
        doubtful = len(free) > 1
    return one, other, doubtful


def _asked(wanted: str | None, known: Sequence[str]) -> str | None:
    """Return the language that was asked for as names write it; the one they leave out if none does."""
    if wanted is None:
        return None
    same = [lang for lang in known if lang.casefold() == wanted.replace("_", "-").casefold()]
    return next(iter([*same, *(lang for lang in known if lang and primary(lang) == primary(wanted))]), "")


def _allowed(language: str, wanted: str | None) -> bool:
    return wanted is None or not language or primary(language) == primary(wanted)


def _keys(language: str, shorten: Callable[[str], str]) -> Callable[[str], list[str]]:
    return lambda path: [shorten(key) for key, found in readings(path) if found == language]


def _by_key(paths: Iterable[str], keys: Callable[[str], list[str]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        for key in keys(path):
            found[key].append(path)
    return found


def _ending(path: str) -> str:
    return same_name(path).rpartition("/")[2].rpartition(".")[2]
