"""What lies over the window with all keys: palette, preferences, key chart, sign-off, welcome."""
