"""What was pressed, whatever the keyboard: the one place that reads keys which judge, act or lead on."""

from __future__ import annotations

import sys
from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

_NAMES = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_PageUp: "Page Up",
    Qt.Key.Key_PageDown: "Page Down",
    Qt.Key.Key_F2: "F2",
}

_SIGNS = {
    Qt.Key.Key_Ampersand: 1,
    Qt.Key.Key_Eacute: 2,
    Qt.Key.Key_QuoteDbl: 3,
    Qt.Key.Key_Apostrophe: 4,
    Qt.Key.Key_ParenLeft: 5,
    Qt.Key.Key_Minus: 6,
    Qt.Key.Key_section: 6,
    Qt.Key.Key_Egrave: 7,
    Qt.Key.Key_Underscore: 8,
    Qt.Key.Key_Exclam: 8,
    Qt.Key.Key_Ccedilla: 9,
    Qt.Key.Key_Agrave: 0,
}
"""The bare keys of the top row on French and Belgian keyboards, for where the place of a key is not known."""

NO_FINGER = 5
"""Milliseconds between letting go of a key and pressing it again that nobody can do."""

_X11_FIRST, _WINDOWS_FIRST = 10, 2
_MAC_ROW = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9, 29: 0}


def strokes(event: QKeyEvent, taken: Collection[str] = ()) -> tuple[str, ...]:
    """The names of what was pressed, the likeliest first, e.g. ``("A",)``, ``("Ctrl+Page Down",)``, ``("&", "1")``.

    A digit counts with Shift or without. A key in a digit's place counts as the digit, too, unless its own sign is
    among those `taken`.
    """
    modifiers, key = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.key()
    name = _NAMES.get(Qt.Key(key)) if key in _NAMES else None
    if name is not None:
        return (_held(modifiers) + name,)
    if modifiers & _COMMANDING:
        command, place = _held(modifiers & _COMMANDING), digit(event)
        sign = _letter(key) if place is None else str(place)
        return (command + sign,) if sign else ()
    found = [sign for sign in (event.text().strip().upper(), _letter(key)) if sign]
    place = digit(event)
    if place is not None and not (found and found[0] in taken):
        found.append(str(place))
    return tuple(dict.fromkeys(found))


def digit(event: QKeyEvent) -> int | None:
    """The digit that a key types or in whose place it is, whatever is held with it; None for any other key."""
    text, key = event.text(), event.key()
    if len(text) == 1 and text.isdecimal():
        return int(text)
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return int(key) - int(Qt.Key.Key_0)
    known, place = _place(event)
    if known:
        return place
    bare = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return _SIGNS.get(Qt.Key(key)) if bare and key in _SIGNS else None


class KeyRhythm:
    """Tells a key that is held from one that is pressed again, also where the system tells it too late.

    On X11 a held key is let go and pressed again in the same moment, and Qt notices that only when both have arrived.
    """

    def __init__(self) -> None:
        self._let_go: tuple[int, int] | None = None

    def note_release(self, event: QKeyEvent) -> None:
        """A key was let go."""
        self._let_go = event.key(), event.timestamp()

    def repeats(self, event: QKeyEvent) -> bool:
        """Whether a press comes of the key being held."""
        if event.isAutoRepeat():
            return True
        if self._let_go is None or event.timestamp() == 0:  # sent by a program
            return False
        key, moment = self._let_go
        return key == event.key() and 0 <= event.timestamp() - moment <= NO_FINGER


RHYTHM = KeyRhythm()
"""Of the one keyboard."""


def _held(modifiers: Qt.KeyboardModifier) -> str:
    marks = (
        (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
        (Qt.KeyboardModifier.AltModifier, "Alt+"),
        (Qt.KeyboardModifier.MetaModifier, "Meta+"),
        (Qt.KeyboardModifier.ShiftModifier, "Shift+"),
    )
    return "".join(mark for held, mark in marks if modifiers & held)


def _place(event: QKeyEvent) -> tuple[bool, int | None]:
    """Whether the system says where the key is, and which digit's place that is."""
    if sys.platform == "darwin":
        code = event.nativeVirtualKey()
        return bool(code), _MAC_ROW.get(code)
    code = event.nativeScanCode()
    number = code - (_WINDOWS_FIRST if sys.platform == "win32" else _X11_FIRST)
    return code > 1, (number + 1) % 10 if 0 <= number < 10 else None


def _letter(key: int) -> str:
    """The letter of a key that carries no text, as keys sent by other programs do."""
    return chr(key) if Qt.Key.Key_A <= key <= Qt.Key.Key_Z else ""
