"""How often each check is right, as measured for pairs of languages: the tables of `resources/precision.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache

from reviewer.text.languages import primary
from reviewer.text.resources import resource

PREVALENCE = 0.1
"""Share of sentences taken to have an error of the kind a check is for, where its precision is told: in test
sets half of them have, in a draft worth reviewing about one in ten."""

_POOR = 0.5
"""A check that is right less often than this is a hint."""
_ENOUGH = 50
"""Right translations a check must have been tried on, before what it flagged there counts against it."""
_ON_TRIAL = frozenset(("opposites",))
"""Checks that go by lists of words with many meanings, and are hints until they were tried on so many."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a check did with translations whose errors are known."""

    found: int
    """Wrong translations, of the kinds the check is for, that it flagged."""
    wrong: int
    """How many of these there were."""
    flagged: int
    """Right translations that it flagged."""
    right: int
    """How many of these there were."""

    @property
    def recall(self) -> float | None:
        """The share of wrong translations it finds, from 0 to 1; None where it was tried on none."""
        return self.found / self.wrong if self.wrong else None

    @property
    def false_alarms(self) -> float | None:
        """The share of right translations it flags, from 0 to 1; None where it was tried on none."""
        return self.flagged / self.right if self.right else None

    @property
    def precision(self) -> float | None:
        """How likely a finding is right in a text with `PREVALENCE`, from 0 to 1; None where that is not known."""
        recall, alarms = self.recall, self.false_alarms
        if recall is None or alarms is None or not (recall or alarms):
            return None
        return PREVALENCE * recall / (PREVALENCE * recall + (1 - PREVALENCE) * alarms)


def precision_of(check: str, source: str, target: str) -> Measured | None:
    """Return what was measured of a check between two languages (BCP 47 tags); None where nothing was."""
    return _table().get(check, {}).get((primary(source), primary(target)))


def pairs_of(check: str) -> dict[tuple[str, str], Measured]:
    """Return what was measured of a check, by primary subtags of source and target language."""
    return dict(_table().get(check, {}))


def overall(check: str) -> Measured | None:
    """Return what was measured of a check in all pairs of languages together; None where nothing was."""
    pairs = _table().get(check, {}).values()
    if not pairs:
        return None
    return Measured(
        sum(pair.found for pair in pairs),
        sum(pair.wrong for pair in pairs),
        sum(pair.flagged for pair in pairs),
        sum(pair.right for pair in pairs),
    )


@cache
def is_poor(check: str, source: str, target: str) -> bool:
    """Say whether a check is wrong so often between two languages that its findings are hints there."""
    measured = precision_of(check, source, target)
    if measured is None or measured.right < _ENOUGH:
        return check in _ON_TRIAL
    if measured.wrong < _ENOUGH and (everywhere := overall(check)):
        # Too few errors were at hand in this pair: what the check finds elsewhere stands for them.
        measured = Measured(everywhere.found, everywhere.wrong, measured.flagged, measured.right)
    precision = measured.precision
    return precision is not None and precision < _POOR


@cache
def _table() -> dict[str, dict[tuple[str, str], Measured]]:
    with resource("precision.toml").open("rb") as file:
        table = tomllib.load(file)
    return {check: {_pair(pair): Measured(*counts) for pair, counts in row.items()} for check, row in table.items()}


def _pair(name: str) -> tuple[str, str]:
    source, _, target = name.partition(">")
    return source, target
