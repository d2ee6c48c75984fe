"""One text of a pair, with everything that looking for names in it asks of it."""

from functools import cached_property, lru_cache
from itertools import pairwise

from reviewer.lexicon.gazetteer import gazetteer
from reviewer.lexicon.naming import Name, names
from reviewer.model.span import Span
from reviewer.text.inflection import bases
from reviewer.text.languages import primary, script
from reviewer.text.scripts import UNSPACED
from reviewer.text.sounds.romanisation import phonetic, romanise, sounds
from reviewer.text.tokens import Token, tokens


class Side:
    """One text of a pair, with what matching asks of it, each worked out when first needed."""

    def __init__(self, text: str, lang: str, settled: tuple[Name, ...] | None = None) -> None:
        self.text = text
        self.lang = lang
        self.script = script(lang)
        self.unspaced = self.script in UNSPACED
        self.ideographs = primary(lang) in ("zh", "ja")
        self.names = names(text, lang) if settled is None else settled
        self._settled: frozenset[int] = frozenset()
        self._inflected: frozenset[int] = frozenset()

    def settled(self, found: tuple[Name, ...]) -> "Side":
        """Return the same text with names as the article shows them to be."""
        side = Side(self.text, self.lang, found)
        # What the article settled no longer stands for all that its spelling can mean; an inflected form is not itself.
        for name, before in zip(found, self.names, strict=True):
            if name is not before:
                side._settled |= {name.start}
                side._inflected |= {name.start} if name.key != before.key else set()
        return side

    def forget(self) -> None:
        """Drop what was only needed for comparing; it is worked out again should anyone ask."""
        for name in _WORKED_OUT & self.__dict__.keys():
            del self.__dict__[name]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words; none where there are no spaces, but in Latin letters."""
        if not self._settled:
            return self._words
        return tuple(token for token in self._words if token.start not in self._settled)

    @cached_property
    def keys(self) -> dict[str, Token]:
        """The words by their folded forms."""
        return {token.key: token for token in self.tokens}

    @cached_property
    def written(self) -> dict[str, Token]:
        """The words that stand for the name they are, whatever place the article shows that to be."""
        if not self._settled:
            return self.keys
        return {token.key: token for token in self._words if token.start not in self._inflected}

    @cached_property
    def _words(self) -> tuple[Token, ...]:
        return () if self.unspaced and not any(map(latin, self.text)) else tokens(self.text, self.lang)

    @cached_property
    def meanings(self) -> dict[int, Name]:
        """What the names can mean, and where that is."""
        return {number: name for name in self.names for number in name.meanings | name.others}

    @cached_property
    def foreign(self) -> dict[int, Token]:
        """Places that the capitalised words are called in any language (Napoli in English)."""
        return {
            number: token
            for token in self.tokens
            if token.capital and len(token.key) >= 5
            for number in gazetteer().meant(token.key)
        }

    @cached_property
    def base_forms(self) -> dict[str, Token]:
        """What the words may be inflected from."""
        return {base: token for token in self.tokens if len(token.key) > 3 for base in bases(token.key, self.lang)}

    @cached_property
    def beginnings(self) -> dict[str, list[Token]]:
        """The words by their first three letters."""
        found: dict[str, list[Token]] = {}
        for token in self.tokens:
            if len(token.key) >= 4:
                found.setdefault(token.key[:3], []).append(token)
        return found

    @cached_property
    def sounds(self) -> str:
        """The whole text romanised, for scripts without spaces."""
        return sounds(self.text, self.lang)

    @cached_property
    def romanised(self) -> tuple[tuple[str, Token], ...]:
        """The words worth comparing by sound, romanised."""
        return tuple((romanise(token.key), token) for token in self.tokens if len(token.key) >= 2)

    @cached_property
    def spoken(self) -> tuple[tuple[str, Token], ...]:
        """The words worth comparing by sound as they are written, and each two beside each other in one."""
        words = [(token.key, token) for token in self.tokens if len(token.key) >= 2]
        return (*words, *((one[0] + other[0], one[1]) for one, other in pairwise(words)))

    @cached_property
    def phonetic(self) -> dict[str, Token]:
        """The words by their phonetic keys."""
        return {phonetic(word): token for word, token in self.romanised if len(word) >= 3}


_WORKED_OUT = frozenset(name for name, value in vars(Side).items() if isinstance(value, cached_property))


def latin(char: str) -> bool:
    """Say whether a character is a Latin letter."""
    return "A" <= char <= "z" or "À" <= char <= "ɏ"


Found = tuple[float, Span | None]
"""1 and where, for what is found; less the farther it is from being found."""


def where(found: Name | Token | None) -> Found:
    """Return what was found with its place, or that nothing was."""
    return (1.0, Span(found.start, found.end)) if found is not None else (0.0, None)


@lru_cache(maxsize=16384)
def keys_of(number: int, lang: str) -> tuple[str, ...]:
    """Return the folded names by which a language may call a place, remembered."""
    return gazetteer().keys_of(number, lang)
