"""What is being reviewed now; the only place where a document changes."""
