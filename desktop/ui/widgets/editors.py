"""Fields that write when one pauses, presses Enter or leaves them, so that nothing typed waits for a save."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyle, QStyleOptionFrame, QStylePainter

from desktop.ui.widgets.tips import plain_tip

PAUSE_MS = 800

BESIDE = 2
"""What Qt leaves free beside a line of text, in pixels."""
AROUND = 28
"""What frame and margins of several lines take, above and below, in pixels."""


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
        self.textChanged.connect(self._tell)
        self.editingFinished.connect(self.commit)
        self._tell()

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
        if self.is_typing:
            self._known = self.text()
            self.committed.emit(self._known)

    @property
    def is_typing(self) -> bool:
        """Whether something stands in it that is not written yet."""
        return self.text() != self._known

    @property
    def is_cut(self) -> bool:
        """Whether it has no room for all of its text."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self._room(QStyleOptionFrame()).width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of it is seen."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Until somebody writes in it, what does not fit ends in an ellipsis; Qt would cut a letter in two."""
        if self.hasFocus() or not self.is_cut:
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionFrame()
        room = self._room(option)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setPen(self.palette().text().color())
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.end()

    def _room(self, option: QStyleOptionFrame) -> QRect:
        """Where the text stands; fills the option."""
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.adjusted(BESIDE, 0, -BESIDE, 0)

    @Slot()
    def _tell(self) -> None:
        """What is meant by it, or what stands in it where that is cut."""
        self.setToolTip(plain_tip(self.text() if self.is_cut else self.placeholderText()))

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self._pause.start()


class TextField(QPlainTextEdit):
    """Several lines of text; Tab moves on. `committed` as for `LineField`.

    Args:
        accessible_name: what it is called.
        placeholder: what stands in it while it is empty.
        lines: how many it shows at least.
        grows: as tall as its text, so that only the page around it scrolls; else it scrolls on its own.
    """

    committed = Signal(str)

    def __init__(self, accessible_name: str, placeholder: str = "", *, lines: int = 3, grows: bool = True) -> None:
        super().__init__()
        self._lines = lines
        self._grows = grows
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._known = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._on_edited)
        self._stand()

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
        if self.is_typing:
            self._known = self.toPlainText()
            self.committed.emit(self._known)

    @property
    def is_typing(self) -> bool:
        """Whether something stands in it that is not written yet."""
        return self.toPlainText() != self._known

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write on leaving."""
        super().focusOutEvent(event)
        self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its text breaks anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._stand()

    def changeEvent(self, event: QEvent) -> None:
        """Its letters may have become larger."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._stand()

    def _stand(self) -> None:
        """Be as tall as its lines; called only where width, text or letters change, or layouts would never rest."""
        tall = self.fontMetrics().lineSpacing() * self._lines
        if self._grows:
            block, layout = self.document().begin(), self.document().documentLayout()
            text = 0.0
            while block.isValid():
                text += layout.blockBoundingRect(block).height()
                block = block.next()
            tall = max(tall, ceil(text))
        if self.minimumHeight() != tall + AROUND:
            self.setFixedHeight(tall + AROUND)

    @Slot()
    def _on_edited(self) -> None:
        self._stand()
        if self.is_typing:
            self._pause.start()
