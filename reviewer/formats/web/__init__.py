"""Texts written for the web: HTML, Markdown, and EPUB, which is made of XHTML."""
