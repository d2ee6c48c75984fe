"""What can be known of two languages' words before anything is learnt: numbers, marks, same words."""

from dataclasses import dataclass

import numpy as np

from reviewer.alignment.side import Floats, Ints, Side
from reviewer.alignment.words import MARK, NUMBER, PIVOT


@dataclass(frozen=True)
class Lexicon:
    """Links between words: `weight[k]` is the probability that source word `source[k]` stands for
    target word `target[k]`, given the word of the other side in a direction."""

    source: Ints
    target: Ints
    forward: Floats
    """Probability of the target word given the source word."""
    backward: Floats
    """Probability of the source word given the target word."""
    noise: float = 1.0
    """Share of words that come from nowhere in particular; 1 where nothing is known about it."""


def seeds(source: Side, target: Side) -> Lexicon:
    """Return links between words that are written alike, each with how far that can be trusted."""
    found: dict[tuple[int, int], float] = {}
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
    pairs = np.array(list(found), np.int64).reshape(-1, 2)
    weight = np.array(list(found.values()), np.float32)
    return Lexicon(pairs[:, 0], pairs[:, 1], weight, weight)


def _trust(word: str) -> float:
    if word[0] == NUMBER:
        return 0.9 if len(word) > 2 else 0.6
    if word[0] == MARK:
        return 0.5
    if word[0] == PIVOT:
        return 0.0
    return 0.7 if len(word) > 2 else 0.3
