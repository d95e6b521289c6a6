"""Which digit or letter of a usual keyboard is in the place of a key, as far as the system says where the key is.

X11 and Wayland count keys as Windows does, eight later; macOS has numbers of its own, 0 for A, which is also what it
says of keys that a program sends.
"""

from __future__ import annotations

import sys
import unicodedata

from PySide6.QtGui import QKeyEvent

_LINUX_LATER = 8
_ROWS = {2: "1234567890", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
_SCANNED = {first + later: sign for first, row in _ROWS.items() for later, sign in enumerate(row)}
_MAC = dict(
    zip(
        (18, 19, 20, 21, 23, 22, 26, 28, 25, 29, 12, 13, 14, 15, 17, 16, 32, 34, 31, 35),
        "1234567890QWERTYUIOP",
        strict=True,
    )
) | dict(zip((0, 1, 2, 3, 5, 4, 38, 40, 37, 6, 7, 8, 9, 11, 45, 46), "ASDFGHJKLZXCVBNM", strict=True))


def is_known(event: QKeyEvent) -> bool:
    """Whether the system says where the key is; it does not for keys that a program sends."""
    return bool(event.nativeVirtualKey()) if sys.platform == "darwin" else event.nativeScanCode() > 1


def sign_there(event: QKeyEvent) -> str:
    """The digit or capital letter in whose place the key is; empty when there is none or the place is not known."""
    if sys.platform == "darwin":
        return _MAC.get(event.nativeVirtualKey(), "")
    if not is_known(event):
        return ""
    return _SCANNED.get(event.nativeScanCode() - (0 if sys.platform == "win32" else _LINUX_LATER), "")


def foreign_letter(event: QKeyEvent) -> str:
    """The letter of another script, such as Cyrillic or Greek, that a key types, in capitals; empty for any other key.

    While Ctrl is held a key types nothing, and Qt gives its letter as the key itself.
    """
    text, key = event.text(), event.key()
    sign = text if text.isprintable() and text.strip() else chr(key) if 0x7F < key < sys.maxunicode else ""
    if len(sign) != 1 or not sign.isalpha() or unicodedata.name(sign, "LATIN").startswith("LATIN"):
        return ""
    return sign.upper()
