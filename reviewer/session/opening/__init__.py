"""From files to a project: finding documents, pairing their paragraphs, and the project they are kept in."""
