"""What can be known of two languages' words before anything is learnt: numbers, marks, same words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

import numpy as np
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from reviewer.alignment.common_words import Meaning
from reviewer.alignment.side import Floats, Ints, Side
from reviewer.alignment.sounds import sound
from reviewer.alignment.words import MARK, NUMBER, PIVOT, keys

_LONG = 4
"""Letters a word must have to be compared by sound."""
_ALIKE = 0.86
"""Least Jaro-Winkler similarity of two sounds."""
_KNOWN_TRUST = 0.4
"""How far words of one meaning are trusted: there are other words for it."""
_ALIKE_TRUST = 0.6
"""How far words of one sound are trusted; those of less similarity less."""


@dataclass(frozen=True)
class Lexicon:
    """Links between words, as parallel arrays: source word, target word, probability in each direction."""

    source: Ints
    target: Ints
    forward: Floats
    """Probability of the target word given the source word."""
    backward: Floats
    """Probability of the source word given the target word."""
    forward_noise: Floats | None = None
    """By target word, the share of its occurrences that no source word stands for; None where nothing is
    known about it."""
    backward_noise: Floats | None = None
    """The same of the source's words."""


def seeds(source: Side, target: Side, known: Iterable[Meaning] = ()) -> Lexicon:
    """Return links between words that are written alike, or `known` to mean the same, each with how far
    that can be trusted."""
    found = _known(source, target, known)
    for word, t in target.vocabulary.items():
        s = source.vocabulary.get(PIVOT + word)
        if s is not None:
            found[s, t] = 0.8
        s = source.vocabulary.get(word)
        if s is not None:
            found[s, t] = _trust(word)
    for word, number in source.vocabulary.items():
        translated = target.vocabulary.get(PIVOT + word)
        if translated is not None:
            found[number, translated] = 0.8
    for pair, weight in _alike(source, target).items():
        if found.get(pair, 0) < weight:
            found[pair] = weight
    pairs = np.array(list(found), np.int64).reshape(-1, 2)
    weights = np.array(list(found.values()), np.float32)
    return Lexicon(pairs[:, 0], pairs[:, 1], weights, weights)


def _known(source: Side, target: Side, known: Iterable[Meaning]) -> dict[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    for ours, theirs in known:
        ours_there, theirs_there = _there(source, ours), _there(target, theirs)
        for (s, a), (t, b) in product(ours_there, theirs_there):
            found[s, t] = max(found.get((s, t), 0.0), _KNOWN_TRUST * a * b)
    return found


def _there(side: Side, words: tuple[str, ...]) -> list[tuple[int, float]]:
    """Return the numbers of the words' keys that the text has; a key that is part of a word counts for its share."""
    found = [keys(word) for word in words]
    return [(side.vocabulary[key], 1 / len(own)) for own in found for key in own if key in side.vocabulary]


def _trust(word: str) -> float:
    if word[0] == NUMBER:
        return 0.9 if len(word) > 2 else 0.6
    if word[0] == MARK:
        return 0.5
    if word[0] == PIVOT:
        return 0.0
    return 0.7 if len(word) > 2 else 0.3


def _alike(source: Side, target: Side) -> dict[tuple[int, int], float]:
    """Return links between words that sound alike."""
    found: dict[tuple[int, int], float] = {}
    theirs = _by_beginning(target)
    for beginning, ours in _by_beginning(source).items():
        others = theirs.get(beginning)
        if others is None:
            continue
        near = cdist(list(ours), list(others), scorer=JaroWinkler.similarity, score_cutoff=_ALIKE)
        a, b = list(ours.values()), list(others.values())
        for i, j in zip(*near.nonzero(), strict=True):
            weight = float(_ALIKE_TRUST * (near[i, j] - _ALIKE + 0.08) / (1.08 - _ALIKE))
            for pair in product(a[i], b[j]):
                if found.get(pair, 0.0) < weight:
                    found[pair] = weight
    return found


def _by_beginning(side: Side) -> dict[str, dict[str, set[int]]]:
    """Return the sounds of a text's longer words, and the numbers of those words, by first two letters."""
    found: dict[str, dict[str, set[int]]] = defaultdict(dict)
    for form, numbers in side.forms.items():
        if len(form) >= _LONG and form[0].isalpha() and len(numbers) == 1:
            heard = sound(form)
            if len(heard) > 2:
                found[heard[:2]].setdefault(heard, set()).update(numbers)
    return found
