"""Checks of single words: foreign, misspelt, repeated, missing, in a wrong form or place."""
