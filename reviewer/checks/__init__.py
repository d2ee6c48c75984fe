"""Checks: each file declares what it looks for and shows examples of it."""
