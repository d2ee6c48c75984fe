"""Texts without markup: plain text, and PDF, of which only the lines are known."""
