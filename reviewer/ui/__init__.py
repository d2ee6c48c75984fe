"""The window: nouns and verbs made visible. The only room with Qt."""
