"""The two texts side by side, and the one target that is being edited."""
