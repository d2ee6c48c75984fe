"""A window, and a good end: Qt's application, the display, signals, garbage."""
