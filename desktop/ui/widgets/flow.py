"""A row that breaks into more rows where it has no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays widgets out like words: from the left, on as many lines as are needed; one that grows ends its line."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._tall = 0
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way to add something."""
        self._items.append(item)

    def count(self) -> int:
        """Number of things in it."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """The thing at a place."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Take the thing at a place out."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect) -> None:
        """Lay everything out. How tall that is, is needed from now on, also by those who do not ask for a width."""
        super().setGeometry(place)
        tall = self._lay(place, move=True)
        if tall != self._tall:
            self._tall = tall
            self.update()

    def sizeHint(self) -> QSize:
        """All on one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in shown) + self.spacing() * max(len(shown) - 1, 0)
        return QSize(width, max((hint.height() for hint in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest thing on a line of its own, and all lines of the width it has now."""
        least = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least.expandedTo(QSize(0, self._tall))

    def _lay(self, room: QRect, *, move: bool) -> int:
        top, lines = room.top(), self._lines(room.width())
        for line in lines:
            tall, left, last = max(hint.height() for _item, hint in line), room.left(), line[-1][0]
            for item, hint in line:
                if move:
                    width = min(hint.width(), max(room.width(), item.minimumSize().width()))
                    if item is last and item.expandingDirections() & Qt.Orientation.Horizontal:
                        width = max(width, room.right() + 1 - left)
                    place = QPoint(left, top + (tall - hint.height()) // 2)
                    item.setGeometry(QRect(place, QSize(width, hint.height())))
                left += hint.width() + self.spacing()
            top += tall + self.spacing()
        return top - room.top() - (self.spacing() if lines else 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What stands on each line, with the sizes wanted."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint().expandedTo(item.minimumSize())
            if not lines or taken + hint.width() > width:
                lines.append([])
                taken = 0
            lines[-1].append((item, hint))
            taken += hint.width() + self.spacing()
        return lines
