"""Checks of punctuation, spaces and inline codes."""
