"""The text of a model with its lines numbered, and those with a fault marked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.language import _
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.theme import current, px
from desktop.ui.widgets.editors import PAUSE_MS

_ROOM = 8
"""Beside the numbers, in pixels at 100 %."""


class PackText(Keyed, QPlainTextEdit):
    """What is typed is written when one pauses or leaves. Enter breaks the line, Esc leads back.

    Signals:
        committed: (text) it differs from what was shown or committed last.
        left: the list is to have the keys again.
    """

    committed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Text of the model"))
        self.setTabChangesFocus(True)
        self._known = ""
        self._faulty: frozenset[int] = frozenset()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self._numbers = _Numbers(self)
        self.textChanged.connect(self._on_edited)
        self.blockCountChanged.connect(self._stand)
        self.updateRequest.connect(self._on_update)
        self._stand()

    def show_text(self, text: str, *, editable: bool) -> None:
        """Show a text from its beginning; the one that is shown already stays where it is."""
        self.setReadOnly(not editable)
        self._known = text
        if self.toPlainText() != text:
            self.setPlainText(text)
            self._known = self.toPlainText()
        self._pause.stop()

    def mark(self, lines: Collection[int]) -> None:
        """Mark the numbers of these lines."""
        self._faulty = frozenset(lines)
        self._numbers.update()

    def go_to(self, line: int) -> None:
        """Put the cursor on a line, from 1."""
        block = self.document().findBlockByNumber(max(line - 1, 0))
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_typing(self) -> bool:
        """Whether something stands in it that is not written yet."""
        return not self.isReadOnly() and self.toPlainText() != self._known

    @Slot()
    def commit(self) -> None:
        """Write what is typed."""
        self._pause.stop()
        if self.is_typing:
            self._known = self.toPlainText()
            self.committed.emit(self._known)

    def deeds(self) -> Sequence[Deed]:
        """Check at once; leave."""
        return (
            Deed(("Ctrl+S",), _("Write and check"), self.commit),
            *((Deed(("F8",), _("The next fault"), self._to_next),) if self._faulty else ()),
            Deed(("Esc",), _("Back to the list"), self._leave, listed=False),
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a text."""
        QPlainTextEdit.contextMenuEvent(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write on leaving."""
        super().focusOutEvent(event)
        self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers are as high as the text."""
        super().resizeEvent(event)
        self._stand()

    def changeEvent(self, event: QEvent) -> None:
        """With larger letters they are wider."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._stand()

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines in view."""
        painter, theme = QPainter(self._numbers), current()
        painter.fillRect(event.rect(), QColor(theme.bg))
        block = self.firstVisibleBlock()
        place = self.blockBoundingGeometry(block).translated(self.contentOffset())
        while block.isValid() and place.top() <= event.rect().bottom():
            number = block.blockNumber() + 1
            line = QRect(0, round(place.top()), self._numbers.width(), self.fontMetrics().lineSpacing())
            if number in self._faulty:
                painter.fillRect(line, QColor(theme.bad_soft))
            painter.setPen(QColor(theme.bad if number in self._faulty else theme.mute))
            painter.drawText(line.adjusted(0, 0, -px(_ROOM), 0), Qt.AlignmentFlag.AlignRight, str(number))
            block = block.next()
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
        painter.end()

    @Slot()
    def _stand(self) -> None:
        digits = self.fontMetrics().horizontalAdvance("0") * len(str(max(self.blockCount(), 100)))
        width = digits + 2 * px(_ROOM)
        self.setViewportMargins(width, 0, 0, 0)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    @Slot(QRect, int)
    def _on_update(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self._numbers.scroll(0, scrolled)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    @Slot()
    def _on_edited(self) -> None:
        if self.is_typing:
            self._pause.start()

    def _to_next(self) -> None:
        """To the next line with a fault, after the last to the first."""
        here = self.textCursor().blockNumber() + 1
        lines = sorted(line for line in self._faulty if line)
        if lines:
            self.go_to(next((line for line in lines if line > here), lines[0]))

    def _leave(self) -> None:
        self.commit()
        self.left.emit()


class _Numbers(QWidget):
    """Beside the text."""

    def __init__(self, text: PackText) -> None:
        super().__init__(text)
        self._text = text

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the text scrolls."""
        self._text.paint_numbers(event)
