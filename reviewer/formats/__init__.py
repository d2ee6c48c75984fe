"""File formats: each file reads one format and writes back only what was corrected."""
