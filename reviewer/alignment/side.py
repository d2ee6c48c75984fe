"""One of the two texts as arrays of numbers."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from reviewer.alignment.lengths import letters
from reviewer.alignment.words import MARK, NUMBER, PIVOT, forms, keys

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]


class Vocabulary(dict[str, int]):
    """Numbers for words, given as they come."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class _Forms(dict[str, tuple[int, ...]]):
    """Numbers of the keys of written forms, each looked up once."""

    def __init__(self, vocabulary: Vocabulary, mark: str = "") -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._mark = mark

    def __missing__(self, form: str) -> tuple[int, ...]:
        numbers = self[form] = tuple([self._vocabulary[self._mark + key] for key in keys(form)])
        return numbers


class Side:
    """The segments of one text: their words as numbers, their lengths.

    `token[start[i]:start[i + 1]]` are the words of segment `i`; `segment` says of each word where it
    stands. `share` is how much of the text a word of the vocabulary makes up, `spread` in how many
    segments it stands, `sort` whether it is a word, a number or a mark (0, 1, 2).
    """

    def __init__(self, texts: Sequence[str], pivot: Sequence[str] | None = None) -> None:
        self.texts = texts
        self.count = len(texts)
        self.vocabulary = Vocabulary()
        self.forms = _Forms(self.vocabulary)
        lists = [list(chain.from_iterable(map(self.forms.__getitem__, forms(text)))) for text in texts]
        if pivot is not None:
            translated = _Forms(self.vocabulary, PIVOT)
            for own, text in zip(lists, pivot, strict=True):
                own += chain.from_iterable(map(translated.__getitem__, forms(text)))
        counts = np.fromiter(map(len, lists), np.int64, self.count)
        self.start: Ints = np.concatenate([[0], np.cumsum(counts)])
        self.token: Ints = np.fromiter(chain.from_iterable(lists), np.int64, int(self.start[-1]))
        self.segment: Ints = np.repeat(np.arange(self.count), counts)
        size = len(self.vocabulary)
        self.sort: Ints = np.fromiter(map(_sort, self.vocabulary), np.int64, size)
        tokens = np.bincount(self.token, minlength=size)
        self.share: Floats = (tokens / max(1, len(self.token))).astype(np.float32)
        self.words_in: Floats = np.maximum(1, counts).astype(np.float32)
        self.length: Floats = letters(texts)
        pairs = np.unique(self.segment * size + self.token) if size else np.zeros(0, np.int64)
        self.spread: Ints = np.bincount(pairs % size, minlength=size) if size else np.zeros(0, np.int64)


def _sort(key: str) -> int:
    return 1 if key[0] == NUMBER else 2 if key[0] == MARK else 0
