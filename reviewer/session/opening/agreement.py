"""Which two languages the documents of a project are in, all of them the same."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.formats.format import Unit
from reviewer.text.language_names import LANGUAGE_NAMES
from reviewer.text.languages import UNDETERMINED, guess, primary

SAMPLE_UNITS = 200


@dataclass(frozen=True, slots=True)
class Languages:
    """What is known of a document's languages; source first, then translation."""

    name: str
    """What to call the document."""
    declared: tuple[str | None, str | None]
    """What its files say (BCP 47)."""
    units: tuple[Sequence[Unit], Sequence[Unit]]
    """Its texts; none where there is no translation yet."""

    def guessed(self, side: int) -> str:
        """Return what a text looks like."""
        return guess("\n".join(unit.text for unit in self.units[side][:SAMPLE_UNITS]))

    def likely(self, side: int) -> str:
        """Return what a text says it is in, or looks like.

        Nothing is translated into its own language: where both sides would be in one, which word processors say of
        whatever is typed, a text is in the language that it looks like.
        """
        said = self.declared[side]
        if not said:
            return self.guessed(side)
        if primary(said) != primary(self.declared[1 - side] or self.guessed(1 - side)):
            return said
        looks = self.guessed(side)
        return said if primary(looks) in (primary(said), UNDETERMINED) else looks


def agreed(
    documents: Sequence[Languages], given: tuple[str | None, str | None]
) -> tuple[tuple[str, str], list[int], list[str]]:
    """Return the languages of all documents, which of them are in these, and sentences about the others.

    A language that is given holds whatever the files say. Otherwise it is the one that the most paragraphs are in,
    and a document is not in it where both its files and its texts say so: either alone is often wrong.
    """
    kept = list(range(len(documents)))
    told = []
    languages = [UNDETERMINED, UNDETERMINED]
    for side, wanted in enumerate(given):
        if wanted:
            languages[side] = wanted
            continue
        likely = [document.likely(side) for document in documents]
        languages[side] = _most_common(likely, [len(document.units[side]) for document in documents])
        for number in tuple(kept):
            document = documents[number]
            strange = document.declared[side] and all(
                primary(tag) not in (primary(languages[side]), UNDETERMINED)
                for tag in (likely[number], document.guessed(side))
            )
            if strange:
                kept.remove(number)
                what = "The source of " if side == 0 else ""
                told.append(
                    f"Left out: {what}{document.name} is in {_named(likely[number])}, "
                    f"the other documents in {_named(languages[side])}. Open it by itself."
                )
    return (languages[0], languages[1]), kept, told


def _most_common(tags: Sequence[str], weights: Sequence[int]) -> str:
    """Return the tag that weighs most, of those of the language that does."""
    of_language: Counter[str] = Counter()
    of_tag: Counter[str] = Counter()
    for tag, weight in zip(tags, weights, strict=True):
        if tag != UNDETERMINED:
            of_language[primary(tag)] += weight
            of_tag[tag] += weight
    if not of_language:
        return UNDETERMINED
    language = max(of_language, key=of_language.__getitem__)
    return max((tag for tag in of_tag if primary(tag) == language), key=of_tag.__getitem__)


def _named(tag: str) -> str:
    return LANGUAGE_NAMES.get(tag) or LANGUAGE_NAMES.get(primary(tag), tag)
