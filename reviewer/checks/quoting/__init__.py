"""Checks of quotations: their marks, what they hold, who speaks."""
