"""What goes on while the editor works: checking, pairing, translating, none of it in the way."""
