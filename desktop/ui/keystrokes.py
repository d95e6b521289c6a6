"""What was pressed, whatever the keyboard: the one place that reads keys which judge, act or lead on."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.key_places import foreign_letter, is_known, sign_there

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
    Qt.Key.Key_F8: "F8",
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


def strokes(event: QKeyEvent, taken: Collection[str] = ()) -> tuple[str, ...]:
    """The names of what was pressed, the likeliest first, e.g. ``("A",)``, ``("Ctrl+Page Down",)``, ``("&", "1")``.

    A digit counts with Shift or without. A key in a digit's place counts as the digit, too, unless its own sign is
    among those `taken`; and so does a key that types a letter of another script, as the letter in whose place it is.
    """
    modifiers, key = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.key()
    name = _NAMES.get(Qt.Key(key)) if key in _NAMES else None
    if name is not None:
        return (_held(modifiers) + name,)
    by_place = _by_place(event)
    if modifiers & _COMMANDING:
        sign = by_place or _letter(key)
        shift = Qt.KeyboardModifier.ShiftModifier if sign.isalpha() else Qt.KeyboardModifier.NoModifier
        return (_held(modifiers & (_COMMANDING | shift)) + sign,) if sign else ()
    found = [sign for sign in (event.text().strip().upper(), _letter(key)) if sign]
    if by_place and not (found and found[0] in taken):
        found.append(by_place)
    return tuple(dict.fromkeys(found))


def _by_place(event: QKeyEvent) -> str:
    place = digit(event)
    if place is not None:
        return str(place)
    there = sign_there(event) if foreign_letter(event) else ""
    return there if there.isalpha() else ""


def digit(event: QKeyEvent) -> int | None:
    """The digit that a key types or in whose place it is, whatever is held with it; None for any other key."""
    text, key = event.text(), event.key()
    if len(text) == 1 and text.isdecimal():
        return int(text)
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return int(key) - int(Qt.Key.Key_0)
    if is_known(event):
        there = sign_there(event)
        return int(there) if there.isdigit() else None
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


def _letter(key: int) -> str:
    """The letter of a key that carries no text, as keys sent by other programs do."""
    return chr(key) if Qt.Key.Key_A <= key <= Qt.Key.Key_Z else ""
