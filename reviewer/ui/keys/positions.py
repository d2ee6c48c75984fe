"""Which letter or digit a key would be on a US keyboard, told from its place: for layouts that have neither.

Under a Russian, Greek or Arabic layout no key gives a Latin letter, and under a French one the digits
need Shift. Codes are those of Linux evdev (`linux/input-event-codes.h`, plus 8 under X11 and Wayland),
of Windows (scan code set 1, the same numbers), and of macOS (`kVK_ANSI_…` in `HIToolbox/Events.h`).
"""

import sys

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

_EVDEV = {2: "1234567890", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
"""Code of the first key of a row → the row."""
_MAC = {
    0: "A", 1: "S", 2: "D", 3: "F", 4: "H", 5: "G", 6: "Z", 7: "X", 8: "C", 9: "V", 11: "B", 12: "Q", 13: "W",
    14: "E", 15: "R", 16: "Y", 17: "T", 18: "1", 19: "2", 20: "3", 21: "4", 22: "6", 23: "5", 25: "9", 26: "7",
    28: "8", 29: "0", 31: "O", 32: "U", 34: "I", 35: "P", 37: "L", 38: "J", 40: "K", 45: "N", 46: "M",
}  # fmt: skip
_ROWS = {first + n: char for first, row in _EVDEV.items() for n, char in enumerate(row)}
_X11_OFFSET = 8


def by_place(event: QKeyEvent) -> QKeyCombination | None:
    """Return what a key press would be on a US keyboard; None where the layout itself gives a Latin letter
    or a digit, or where the place is unknown."""
    key = event.key()
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return None
    char = _char(event)
    if char is None:
        return None
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeyCombination(modifiers, Qt.Key(ord(char)))


def _char(event: QKeyEvent) -> str | None:
    if sys.platform == "darwin":
        return _MAC.get(event.nativeVirtualKey()) if event.key() else None
    code = event.nativeScanCode()
    return _ROWS.get(code if sys.platform == "win32" else code - _X11_OFFSET)
