"""The words that Hunspell dictionaries list, as tries that are mapped into memory when first asked for."""

from functools import cache

import marisa_trie

from reviewer.text.resources import resource


@cache
def headwords(language: str) -> marisa_trie.Trie:
    """Return the words of a language (`resources/vocabulary/`, see the script that builds it for how they stand)."""
    return marisa_trie.Trie().mmap(str(resource(f"vocabulary/{language}.marisa")))
