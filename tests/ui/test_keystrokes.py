"""Keys are read whatever the keyboard."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.keystrokes import digit, strokes

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEYPAD = Qt.KeyboardModifier.KeypadModifier

FRENCH = [
    (Qt.Key.Key_Agrave, "à", 0), (Qt.Key.Key_Ampersand, "&", 1), (Qt.Key.Key_Eacute, "é", 2),
    (Qt.Key.Key_QuoteDbl, '"', 3), (Qt.Key.Key_Apostrophe, "'", 4), (Qt.Key.Key_ParenLeft, "(", 5),
    (Qt.Key.Key_Minus, "-", 6), (Qt.Key.Key_Egrave, "è", 7), (Qt.Key.Key_Underscore, "_", 8),
    (Qt.Key.Key_Ccedilla, "ç", 9),
]  # fmt: skip


def event(key: Qt.Key | int, text: str = "", held: Qt.KeyboardModifier = NONE, number: int | None = None) -> QKeyEvent:
    """What Qt reports of a key; `number` says in which digit's place it is."""
    if number is None:
        return QKeyEvent(QEvent.Type.KeyPress, int(key), held, text)
    place = (number - 1) % 10
    mac = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)[place]
    code = place + (2 if sys.platform == "win32" else 10)
    return QKeyEvent(QEvent.Type.KeyPress, int(key), held, code, mac, 0, text)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(("key", "sign", "number"), FRENCH)
def test_a_bare_key_of_a_french_top_row_is_its_digit(key, sign, number, known):
    pressed = event(key, sign, number=number if known else None)
    assert digit(pressed) == number
    assert str(number) in strokes(pressed)


@pytest.mark.parametrize(("_key", "_sign", "number"), FRENCH)
def test_a_french_digit_needs_shift_and_counts(_key, _sign, number):
    assert strokes(event(Qt.Key.Key_0.value + number, str(number), SHIFT, number=number)) == (str(number),)


def test_a_key_in_a_digits_place_is_the_digit_on_any_layout():
    assert strokes(event(Qt.Key.Key_Plus, "+", number=1)) == ("+", "1")
    assert strokes(event(Qt.Key.Key_Exclam, "!", SHIFT, number=1)) == ("!", "1")


def test_a_sign_that_has_a_meaning_of_its_own_is_no_digit():
    assert strokes(event(Qt.Key.Key_Minus, "-", number=6), {"-", "+", "6"}) == ("-",)


def test_signs_that_stand_elsewhere_are_no_digits():
    minus = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Minus.value, NONE, 20, 27, 0, "-")
    assert digit(minus) is None
    assert digit(event(Qt.Key.Key_Ampersand, "&", SHIFT)) is None, "Shift+7 where the place is not known"


def test_the_keypad_types_digits():
    assert strokes(event(Qt.Key.Key_7, "7", KEYPAD)) == ("7",)


@pytest.mark.parametrize(
    ("pressed", "name"),
    [
        (event(Qt.Key.Key_Return, "\r"), "Enter"),
        (event(Qt.Key.Key_Enter, "\r", KEYPAD), "Enter"),
        (event(Qt.Key.Key_Return, "\r", SHIFT), "Shift+Enter"),
        (event(Qt.Key.Key_PageDown, "", CTRL), "Ctrl+Page Down"),
        (event(Qt.Key.Key_Space, " "), "Space"),
        (event(Qt.Key.Key_A, "a"), "A"),
        (event(Qt.Key.Key_A, "A", SHIFT), "A"),
        (event(Qt.Key.Key_C, "\x03", CTRL), "Ctrl+C"),
        (event(Qt.Key.Key_4, "4", CTRL), "Ctrl+4"),
        (event(Qt.Key.Key_Apostrophe, "'", CTRL, 4), "Ctrl+4"),
        (event(Qt.Key.Key_Apostrophe, "'", CTRL), "Ctrl+4"),
        (event(Qt.Key.Key_Eacute, "é", ALT, 2), "Alt+2"),
    ],
)
def test_keys_have_names(pressed, name):
    assert strokes(pressed) == (name,)


@pytest.mark.parametrize("pressed", [event(Qt.Key.Key_Shift), event(Qt.Key.Key_F5), event(Qt.Key.Key_Dead_Acute)])
def test_other_keys_have_none(pressed):
    assert strokes(pressed) == ()
