"""A whole number that writes by itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox

from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.editors import PAUSE_MS


class NumberField(QSpinBox):
    """A whole number; arrow keys count it. `committed` carries it whenever it differs from what is in the file."""

    committed = Signal(int)

    def __init__(self, accessible_name: str, least: int, most: int) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setRange(least, most)
        self.lineEdit().setTextMargins(px(8), 0, px(8), 0)
        size(self, most_width=90)
        self._known = self.value()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.valueChanged.connect(self._on_changed)
        self.editingFinished.connect(self.commit)

    def show_number(self, number: int) -> None:
        """Show a value from the file; what is being typed right now stays."""
        self._known = number
        if not self._pause.isActive():
            self.setValue(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page past the field does not change it."""
        event.ignore()

    @Slot()
    def commit(self) -> None:
        """Write what is set."""
        self._pause.stop()
        if self.value() != self._known:
            self._known = self.value()
            self.committed.emit(self._known)

    @Slot(int)
    def _on_changed(self, number: int) -> None:
        if number != self._known:
            self._pause.start()
