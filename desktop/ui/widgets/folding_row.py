"""Parts side by side while there is room, in fewer columns or beneath each other where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.ui.theme import px

GAP = 14


class FoldingRow(QWidget):
    """A row of parts that folds.

    Args:
        least: what each part needs to stand beside the others, in pixels at 100 %.
        stretches: how the parts share the width of one row; all alike where it is empty.
    """

    def __init__(self, least: int, stretches: Sequence[int] = ()) -> None:
        super().__init__()
        self._least, self._stretches = least, tuple(stretches)
        self._parts: list[QWidget] = []
        self._laid: tuple[int, tuple[QWidget, ...]] = (0, ())
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._lay)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)

    def add(self, part: QWidget) -> None:
        """Add a part at the end; one that is hidden takes no place."""
        self._parts.append(part)
        part.setParent(self)
        part.installEventFilter(self)
        self._lay()

    @property
    def columns(self) -> int:
        """How many parts stand side by side now."""
        return self._laid[0]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part came or went; it may not leave the layout while Qt is at hiding it."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._soon.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another room."""
        super().resizeEvent(event)
        self._lay()

    def showEvent(self, event: QShowEvent) -> None:
        """It is known now how wide it is."""
        super().showEvent(event)
        self._lay()

    @Slot()
    def _lay(self) -> None:
        there = tuple(part for part in self._parts if not _taken_away(part))
        columns = self._fitting(len(there))
        if self._laid == (columns, there):
            return
        self._laid = (columns, there)
        for part in self._parts:
            self._grid.removeWidget(part)
        shares = self._stretches if columns == len(there) == len(self._stretches) else (1,) * columns
        for column in range(len(self._parts)):
            self._grid.setColumnStretch(column, shares[column] if column < columns else 0)
        for place, part in enumerate(there):
            self._grid.addWidget(part, place // columns, place % columns)
        self.updateGeometry()

    def _fitting(self, parts: int) -> int:
        """As many columns as have room, filled evenly: six parts fold to three and three, not to five and one."""
        most = max(1, (self.width() + GAP) // (px(self._least) + GAP))
        rows = -(-max(parts, 1) // most)
        return -(-max(parts, 1) // rows)


def _taken_away(part: QWidget) -> bool:
    """Whether somebody hid it; one that was never shown only waits for its row to be."""
    return part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
