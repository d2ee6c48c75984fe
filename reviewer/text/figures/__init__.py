"""Figures: whatever in a text has a value, read, paired with its translation, and written."""
