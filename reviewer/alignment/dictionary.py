"""A dictionary learnt from the two texts themselves: which words stand in links together."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reviewer.alignment.link import Link
from reviewer.alignment.seeds import Lexicon
from reviewer.alignment.side import Doubles, Floats, Ints, Side
from reviewer.alignment.tiles import ranges

_ROUNDS = 5
_LEAST = 3
"""Links in which two words must meet: fewer prove themselves right, for they come from the same links."""
_ENOUGH = 2_000_000
"""Pairs of words that are looked at: more links hardly teach more about words that matter."""
_DISCOUNT = 0.6
"""Taken from each expected count, for the same reason."""
_WEAK = 0.01
"""Probabilities up to this are dropped."""
_NOISE_BELIEF = 3.0
"""How many occurrences of a word the usual share of noise among its sort counts for."""
_LITTLE = 1e-6
"""Occurrences that decide only about a sort of which no others are known."""


def learn(source: Side, target: Side, links: Sequence[Link], known: Lexicon) -> Lexicon:
    """Return the words' translation probabilities in both directions.

    IBM model 1 (Brown et al. 1993) by expectation maximisation over links, each counted by its
    probability, with `known` ones as pseudo-counts and a source of noise that emits words by their share
    of the text.
    """
    rows, columns = _together(source, target, links, known)
    # One entry for each pair of different words of a link.
    count = columns.size[rows.link]
    row = np.repeat(np.arange(len(rows.word)), count)
    column = ranges(columns.first[rows.link], count)
    if not len(row) or not rows.sure.any():
        return known
    key = rows.word[row] * len(target.share) + columns.word[column]
    key, pair, met = np.unique(key, return_inverse=True, return_counts=True)
    s, t = key // len(target.share), key % len(target.share)
    prior = np.zeros(len(key))
    wanted = known.source * len(target.share) + known.target
    spot = np.minimum(np.searchsorted(key, wanted), len(key) - 1)
    there = key[spot] == wanted
    prior[spot[there]] = known.forward[there]
    forward, forward_noise = _probabilities(_Given(s, rows, row), _Given(t, columns, column), target, pair, met, prior)
    backward, backward_noise = _probabilities(
        _Given(t, columns, column), _Given(s, rows, row), source, pair, met, prior
    )
    keep = (forward > 0) | (backward > 0)
    return Lexicon(
        np.concatenate([s[keep], known.source[~there]]),
        np.concatenate([t[keep], known.target[~there]]),
        np.concatenate([forward[keep], known.forward[~there] / 2]).astype(np.float32),
        np.concatenate([backward[keep], known.backward[~there] / 2]).astype(np.float32),
        forward_noise,
        backward_noise,
    )


class _Words:
    """The different words of one side of every link: which, how often (also with the links weighed), in which link.

    Words too rare to be learnt are left out, or they would explain whatever stands beside them.
    """

    def __init__(self, side: Side, links: Ints, seeded: Ints, weight: Doubles) -> None:
        low, span = side.start[links[:, 0]], side.start[links[:, 1]] - side.start[links[:, 0]]
        link = np.repeat(np.arange(len(links)), span)
        word = side.token[ranges(low, span)]
        worth = side.spread >= _LEAST
        worth[seeded] = True
        size = max(1, len(side.share))
        key, times = np.unique((link * size + word)[worth[word]], return_counts=True)
        self.link: Ints = key // size
        self.word: Ints = key % size
        self.times: Doubles = times.astype(np.float64)
        self.sure: Doubles = times * weight[self.link]
        self.size: Ints = np.bincount(self.link, minlength=len(links))
        self.first: Ints = np.cumsum(self.size) - self.size
        self.words_in: Doubles = np.maximum(1, span).astype(np.float64)


def _together(source: Side, target: Side, links: Sequence[Link], known: Lexicon) -> tuple[_Words, _Words]:
    """Return the words of both sides of the links, or of so many links, evenly spread, as are enough."""
    full = [link for link in links if link.source and link.target]
    a, b = (
        np.array([(own[0], own[-1] + 1) for own in side], np.int64).reshape(-1, 2)
        for side in ([link.source for link in full], [link.target for link in full])
    )
    pairs = (source.start[a[:, 1]] - source.start[a[:, 0]]) @ (target.start[b[:, 1]] - target.start[b[:, 0]])
    step = int(pairs // _ENOUGH + 1)
    weight = np.array([link.score for link in full[::step]])
    return _Words(source, a[::step], known.source, weight), _Words(target, b[::step], known.target, weight)


class _Given(NamedTuple):
    """One side of the pairs of words."""

    word: Ints
    """The word of each different pair."""
    words: _Words
    at: Ints
    """Which of `words` each met pair has."""


def _probabilities(
    given: _Given, explained: _Given, side: Side, pair: Ints, met: Ints, prior: Doubles
) -> tuple[Doubles, Floats]:
    """Return the probability of each pair's explained word given the other, and each word's noise.

    The noise of a word is the share of its occurrences that nothing in the other text explains.
    """
    words = explained.words
    # What noise would give a word, measured against one word of the other side.
    chance = side.share[words.word] * given.words.words_in[words.link]
    times = given.words.times[given.at]
    table, noise = 0.02 + prior, 0.3
    for _ in range(_ROUNDS):
        part = table[pair] * times
        by_noise = noise / (1 - noise) * chance
        scale = words.sure / (np.bincount(explained.at, part, len(words.word)) + by_noise)
        expected = np.bincount(pair, part * scale[explained.at], len(table))
        noise = min(0.9, max(0.05, float((by_noise * scale).sum() / words.sure.sum())))
        mass = expected + prior
        table = mass / (np.bincount(given.word, mass) + 0.5)[given.word]
    trusted = np.maximum(0, expected - _DISCOUNT) / np.maximum(expected, 1e-9) * table
    table = np.where(met >= _LEAST, trusted, np.minimum(table, prior))
    table[table <= _WEAK] = 0
    odds = np.bincount(explained.at, table[pair] * times, len(words.word)) / chance
    noises = np.full(len(side.share), 0.5)
    often = np.bincount(words.word, words.sure, len(noises))
    often_by_sort = np.bincount(side.sort, often) + _LITTLE
    for _ in range(_ROUNDS * 2):
        own = noises[words.word]
        silent = np.bincount(words.word, words.sure * own / (own + (1 - own) * odds), len(noises))
        # Numbers stay in translation where words may go: each sort has its own usual noise.
        usual = ((np.bincount(side.sort, silent) + _LITTLE / 2) / often_by_sort)[side.sort]
        noises = (silent + _NOISE_BELIEF * usual) / (often + _NOISE_BELIEF)
    return table, np.clip(noises, 0.03, 0.95).astype(np.float32)
