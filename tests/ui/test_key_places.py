"""Letters count by the place of their key where a keyboard types another script, on each system in its own numbers."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.key_places import foreign_letter, is_known, sign_there
from desktop.ui.keystrokes import strokes

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

SYSTEMS = ("linux", "win32", "darwin")
CODES = {
    "A": (38, 30, 0), "B": (56, 48, 11), "C": (54, 46, 8), "I": (31, 23, 34), "K": (45, 37, 40), "M": (58, 50, 46),
    "P": (33, 25, 35), "Q": (24, 16, 12), "R": (27, 19, 15), "T": (28, 20, 17), "Z": (52, 44, 6),
    "1": (10, 2, 18), "6": (15, 7, 22), "0": (19, 11, 29),
}  # fmt: skip
"""What each system calls the place: X11's and Windows' scan codes, macOS' virtual keys, as their makers list them."""

TYPED = [("A", "ф"), ("C", "с"), ("I", "ш"), ("R", "к"), ("A", "α"), ("C", "ψ"), ("T", "ա"), ("A", "ش"), ("K", "ל")]


@pytest.fixture(params=SYSTEMS)
def system(request, monkeypatch):
    monkeypatch.setattr(sys, "platform", request.param)
    return request.param


def event(system: str, sign: str, typed: str, held: Qt.KeyboardModifier = NONE, text: str | None = None) -> QKeyEvent:
    """A key in the place of a sign that types something else."""
    code = CODES[sign][SYSTEMS.index(system)]
    scan, virtual = (0, code) if system == "darwin" else (code, 1)
    text = typed if text is None else text
    return QKeyEvent(QEvent.Type.KeyPress, ord(typed.upper()), held, scan, virtual, 0, text)


@pytest.mark.parametrize("sign", CODES)
def test_every_system_tells_the_place(system, sign):
    assert sign_there(event(system, sign, "ж")) == sign


@pytest.mark.parametrize(("sign", "typed"), TYPED)
def test_a_letter_of_another_script_is_also_the_letter_in_whose_place_it_is(system, sign, typed):
    assert strokes(event(system, sign, typed)) == (typed.upper(), sign)
    assert strokes(event(system, sign, typed.upper(), SHIFT)) == (typed.upper(), sign)


@pytest.mark.parametrize("text", ["", "с", "\x03"])
def test_so_it_is_with_ctrl_whatever_the_system_says_is_typed(system, text):
    assert strokes(event(system, "C", "с", CTRL, text)) == ("Ctrl+C",)
    assert strokes(event(system, "C", "с", CTRL | SHIFT, text)) == ("Ctrl+Shift+C",)
    assert strokes(event(system, "C", "с", CTRL | ALT, text)) == ("Ctrl+Alt+C",)


def test_a_letter_with_a_meaning_of_its_own_stays_that(system):
    assert strokes(event(system, "C", "с"), {"С", "C"}) == ("С",)


@pytest.mark.parametrize(("sign", "typed"), [("Q", "a"), ("A", "q"), ("Z", "w"), ("R", "p"), ("Q", "ğ")])
def test_a_latin_letter_is_what_it_says_wherever_it_is(system, sign, typed):
    """On French, Dvorak and Turkish keyboards letters have other places, and each key says which it is."""
    assert sign not in strokes(event(system, sign, typed))
    assert f"Ctrl+{sign}" not in strokes(event(system, sign, typed, CTRL))


@pytest.mark.parametrize("sign", ["'", ",", ".", ";", "/"])
def test_a_sign_in_the_place_of_a_letter_stays_that(system, sign):
    assert strokes(event(system, "Q", sign)) == (sign,)


def test_where_the_place_is_not_known_a_letter_stays_what_it_is(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    pressed = QKeyEvent(QEvent.Type.KeyPress, ord("Ф"), NONE, "ф")
    assert not is_known(pressed)
    assert strokes(pressed) == ("Ф",)


@pytest.mark.parametrize(("typed", "letter"), [("ф", "Ф"), ("ß", ""), ("é", ""), ("3", ""), ("٣", ""), ("漢", "漢")])
def test_letters_of_other_scripts_are_told_from_latin_ones(typed, letter):
    assert foreign_letter(QKeyEvent(QEvent.Type.KeyPress, ord(typed), NONE, typed)) == letter


def test_keys_that_type_nothing_are_no_letters():
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Shift, Qt.Key.Key_Dead_Acute):
        assert foreign_letter(QKeyEvent(QEvent.Type.KeyPress, key.value, NONE, "")) == ""
