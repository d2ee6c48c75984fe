"""Names: what became of each, and the checks that report it."""
