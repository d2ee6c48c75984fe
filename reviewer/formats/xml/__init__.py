"""XML documents of any vocabulary: what in them is text, and how it stands there."""
