"""Fields that write when one pauses, presses Enter or leaves them, so that nothing typed waits for a save."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPlainTextEdit, QWidget

PAUSE_MS = 800


class LineField(QLineEdit):
    """One line of text. `committed` carries the text whenever it differs from what was shown or committed last."""

    committed = Signal(str)

    def __init__(self, accessible_name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
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


class DateField(QDateEdit):
    """A date that may be empty. `committed` carries a ``datetime.date`` or None."""

    committed = Signal(object)
    _NONE = QDate(1900, 1, 1)

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setMinimumDate(self._NONE)
        self.setSpecialValueText(" ")
        self.setDate(self._NONE)
        self._known = self._NONE
        self._moved_on = False
        self.editingFinished.connect(self.commit)

    def show_date(self, value: object) -> None:
        """Show a ``datetime.date`` or None."""
        date = self._NONE if value is None else QDate.fromString(str(value), "yyyy-MM-dd")
        self._known = date
        if self.date() != date:
            self.setDate(date)

    @Slot()
    def commit(self) -> None:
        """Write what is chosen."""
        if self.date() != self._known:
            self._known = self.date()
            self.committed.emit(None if self._known == self._NONE else self._known.toPython())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete empties the field; a digit or an arrow in an empty one starts from today.

        A full part moves on by itself, so the separator typed after it is not taken a second time.
        """
        if event.key() == Qt.Key.Key_Delete:
            self.setDate(self._NONE)
            return
        starts = event.text().isdigit() or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if starts and self.date() == self._NONE:
            self.setDate(QDate.currentDate())
            self.setSelectedSection(QDateEdit.Section.YearSection)
            if not event.text().isdigit():
                return
        if event.text() and event.text() in "-/." and self._moved_on:
            self._moved_on = False
            return
        section = self.currentSection()
        super().keyPressEvent(event)
        self._moved_on = event.text().isdigit() and self.currentSection() != section

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt hands it over by place
        """Tab leaves the field; Qt would go from part to part, and in an empty field never leave."""
        return QWidget.focusNextPrevChild(self, forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """An empty field offers today as soon as one steps into it with the calendar."""
        super().focusInEvent(event)
        calendar = self.calendarWidget()
        if self.date() == self._NONE:
            today = QDate.currentDate()
            calendar.setCurrentPage(today.year(), today.month())
