"""The bars at the bottom, where the window asks and the editor searches."""
