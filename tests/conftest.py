"""The window is tested without a display, except by the tests that open one of their own."""

import os

# Qt reads this once, when it is first imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test asks or fills the keyring of whoever runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
