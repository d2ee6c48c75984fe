"""Documents of word processors: DOCX, bilingual tables in DOCX among them, and ODT."""
