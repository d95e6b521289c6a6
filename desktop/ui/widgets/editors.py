"""Fields that write when one pauses, presses Enter or leaves them, so that nothing typed waits for a save."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.ui.widgets.tips import plain_tip

PAUSE_MS = 800


class LineField(QLineEdit):
    """One line of text. `committed` carries the text whenever it differs from what was shown or committed last."""

    committed = Signal(str)

    def __init__(self, accessible_name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.setToolTip(plain_tip(placeholder))
        self._known = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Show a value from the file; what is being typed right now stays."""
        self._known = text
        if not self._pause.isActive() and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    @Slot()
    def commit(self) -> None:
        """Write what is typed."""
        self._pause.stop()
        if self.text() != self._known:
            self._known = self.text()
            self.committed.emit(self._known)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self._pause.start()


class TextField(QPlainTextEdit):
    """Several lines of text; Tab moves on. `committed` as for `LineField`."""

    committed = Signal(str)

    def __init__(self, accessible_name: str, placeholder: str = "", *, lines: int = 3) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)
        self._known = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._on_edited)

    def show_text(self, text: str) -> None:
        """Show a value from the file; what is being typed right now stays."""
        self._known = text
        if not self._pause.isActive() and self.toPlainText() != text:
            self.setPlainText(text)
            self._pause.stop()

    @Slot()
    def commit(self) -> None:
        """Write what is typed."""
        self._pause.stop()
        if self.toPlainText() != self._known:
            self._known = self.toPlainText()
            self.committed.emit(self._known)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write on leaving."""
        super().focusOutEvent(event)
        self.commit()

    @Slot()
    def _on_edited(self) -> None:
        if self.toPlainText() != self._known:
            self._pause.start()
