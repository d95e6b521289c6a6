"""A link to a file: its name and, on a second line, where it lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.characters import one_line
from desktop.language import _
from desktop.ui.theme import px
from desktop.ui.widgets.text import unmarked
from desktop.ui.widgets.tips import plain_tip

LEAST = 200
"""It is never narrower, in pixels at 100 %."""


class FileLink(QPushButton):
    """A button with the name of a file and its folder; where room is short both give way, and the tooltip has all.

    Args:
        path: the file.
        ending: of the file's name, not shown.
    """

    def __init__(self, path: Path, ending: str) -> None:
        super().__init__()
        self.path = path
        self.away = False
        self._name = one_line(path.name.removesuffix(ending))
        self.setProperty("kind", "link")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tip(str(path)))
        self.setAccessibleName(_("Open {name}").format(name=self._name))
        self._show()

    def tell(self, *, away: bool) -> None:
        """Say whether the file can be reached."""
        self.away = away
        self._show()

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(min(px(LEAST), self.sizeHint().width()), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """What its lines need in full."""
        longest = max(map(self.fontMetrics().horizontalAdvance, self._lines()))
        return QSize(longest + self._around(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of it is seen."""
        super().resizeEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._show()

    def _lines(self) -> tuple[str, str]:
        folder = one_line(str(self.path.parent))
        return self._name, _("{folder} · not there at the moment").format(folder=folder) if self.away else folder

    def _around(self) -> int:
        """What lies beside the text."""
        shown = max(map(self.fontMetrics().horizontalAdvance, self.text().replace("&&", "&").split("\n")))
        return super().sizeHint().width() - shown

    def _show(self) -> None:
        room = max(self.width() - self._around(), 0) if self.text() else px(LEAST)
        name, folder = self._lines()
        cut = self.fontMetrics().elidedText
        right, left = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideLeft
        shown = unmarked(f"{cut(name, right, room)}\n{cut(folder, left, room)}")
        if shown != self.text():
            self.setText(shown)
