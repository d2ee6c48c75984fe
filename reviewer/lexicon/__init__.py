"""What is known: places, persons, terms, earlier translations. Read-only look-ups."""
