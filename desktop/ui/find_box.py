"""A line over the window with a list of what it finds: arrow keys move in the list, Enter goes there, Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.text import Label


class FindBox(QDialog):
    """The line and the list; what is found, and where it leads, is up to whoever fills it.

    Attributes:
        line: where one types.
        list: what was found; lines that cannot be chosen are headings.
        nothing: says what there is to say where nothing was found.
    """

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("finder")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit()
        self.line.textChanged.connect(self.show_found)
        self.line.installEventFilter(self)
        self.nothing = Label("", "mute", wrap=True)
        self.nothing.hide()
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch()

    def open_over(self, window: QWidget, *, width: int = 640) -> None:
        """Show it over the upper middle of a window, so wide in pixels at 100 %."""
        width = min(theme.px(width), window.width() - 40)
        above = min(theme.px(70), window.height() // 8)
        self.setFixedSize(width, min(theme.px(420), window.height() - above - 20))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + above)
        self.show()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and Enter in the line move in the list and choose."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_row(self.list.currentRow())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def show_found(self, text: str) -> None:
        """Fill the list with what is found by a text."""
        raise NotImplementedError

    def open_row(self, row: int) -> None:
        """Go where a line of the list leads; below 0 there is none."""
        raise NotImplementedError

    def say_nothing(self, text: str) -> None:
        """Say something in place of the list; nothing where there is a list."""
        self.nothing.setText(text)
        self.nothing.setVisible(bool(text))
        self.list.setVisible(not text)

    def choose_first(self) -> None:
        """Put the cursor on the first line that leads somewhere."""
        self.list.setCurrentRow(-1)
        self._step(1)

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        while 0 <= row < self.list.count() and not self.list.item(row).flags() & Qt.ItemFlag.ItemIsSelectable:
            row += by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)
            if row == 1:
                self.list.scrollToTop()

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.open_row(self.list.row(item))
