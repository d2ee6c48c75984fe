"""Checks of what whole sentences say: left out, added, denied, left untranslated."""
