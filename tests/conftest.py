"""The window is tested without a display, except by the tests that open one of their own."""

import os

# Qt reads this once, when it is first imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
