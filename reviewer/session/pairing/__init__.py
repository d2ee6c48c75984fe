"""Which paragraphs belong together, put right while they are reviewed."""
