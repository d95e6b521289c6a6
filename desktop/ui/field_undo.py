"""Undo and redo where one types: of the typing while there is some, else of the assessment, as everywhere."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_WAYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class FieldUndo(QObject):
    """Keeps the field with the focus from taking the keys of undo and redo for nothing, as Qt's fields do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys to the window where nothing was typed that they could take back."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not any(map(event.matches, _WAYS)) or is_typing(watched):
            return False
        event.ignore()
        return True

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QLineEdit | QPlainTextEdit):
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit):
            now.installEventFilter(self)


def is_typing(field: object) -> bool:
    """Whether something was typed in a field that is not written yet."""
    from desktop.ui.widgets.date_field import DateField  # noqa: PLC0415 - fields are not on the start page
    from desktop.ui.widgets.editors import LineField, TextField  # noqa: PLC0415 - as above

    if isinstance(field, LineField | TextField | DateField):
        return field.is_typing
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() or field.isRedoAvailable()
    return True
