"""Find or do anything: one line that knows commands, pages, files, models, people and actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui import theme
from desktop.ui.commands import Commands
from desktop.ui.findable import everything
from desktop.ui.finding import Catalogue, Found
from desktop.ui.session import Session
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip

MOST = 60
"""So many are shown at most."""
REMEMBERED = 20
"""So many of what was opened are remembered while the window is open."""


class Finder(QDialog):
    """The line and what it finds; Enter goes there, Escape leaves."""

    def __init__(self, parent: QWidget, session: Session, commands: Commands) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("finder")
        self.setAccessibleName(_("Find or do anything"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._commands = commands
        self._catalogue = Catalogue(everything(session, commands))
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Type a command, a page, a part of a model, a person, an action, a file"))
        self.line.setAccessibleName(_("What to find"))
        self.line.textChanged.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.nothing = Label("", "mute", wrap=True)
        self.nothing.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(_("What was found"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch()
        self._shown: list[Found] = []
        self._on_typed("")

    def open_over(self, window: QWidget) -> None:
        """Show it over the upper middle of a window."""
        width = min(theme.px(640), window.width() - 40)
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
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = self.list.currentRow() + step
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.list.currentRow())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._shown = self._catalogue.find(text, self._commands.lately, MOST)
        self.list.clear()
        for thing in self._shown:
            item = QListWidgetItem(f"{thing.kind}   {thing.words}")
            item.setToolTip(plain_tip(thing.words))
            self.list.addItem(item)
        self.nothing.setVisible(not self._shown)
        self.list.setVisible(bool(self._shown))
        if self._shown:
            self.list.setCurrentRow(0)
        else:
            self.nothing.setText(
                _("Nothing here is called “{text}”. Try fewer letters, or another word.").format(text=text)
            )

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self._open(self.list.row(item))

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            found = self._shown[row]
            others = [key for key in self._commands.lately if key != found.key]
            self._commands.lately = [found.key, *others][:REMEMBERED]
            self.close()
            found.open()
