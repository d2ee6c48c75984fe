"""Reviewer: check and correct a translation, paragraph by paragraph, from the keyboard."""

__version__ = "0.1.0"
