"""Reports: what was found and corrected, for people and for other programs."""
