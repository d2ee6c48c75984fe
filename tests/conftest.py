"""The window is tested without a display, except by the tests that open one of their own."""

import os

from hypothesis import HealthCheck, settings

# Qt reads this once, when it is first imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test asks or fills the keyring of whoever runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

# How long an example takes says more about how busy the machine is than about the program.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
