"""Shortcuts on keyboards that type other signs than the shortcut names: the key in the sign's place does, too.

So it is with a digit that needs Shift and with a letter where the keyboard types another script. Where the system knows
a Latin layout beside it, Qt has found the shortcut already.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.keystrokes import strokes


def trigger_twin(event: QKeyEvent, actions: Iterable[QAction], window: QWidget) -> bool:
    """Carry out the shortcut that a key nobody took stands for by its place. True when there is one."""
    keys = [QKeySequence(stroke) for stroke in strokes(event) if "+" in stroke]
    for action in actions:
        if action.isEnabled() and set(keys) & set(action.shortcuts()):
            action.trigger()
            return True
    for shortcut in window.findChildren(QShortcut) if keys else ():
        if shortcut.isEnabled() and set(keys) & set(shortcut.keys()) and _has_focus(shortcut.parent()):
            shortcut.activated.emit()
            return True
    return False


def _has_focus(part: QObject | None) -> bool:
    focused = QApplication.focusWidget()
    return isinstance(part, QWidget) and focused is not None and (part is focused or part.isAncestorOf(focused))
