"""A table as tall as its rows, for a page that scrolls as a whole."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QSizePolicy

from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table


class WholeTable(Table):
    """Shows all its rows without a scroll bar of its own; give it few."""

    def __init__(self, source: RowsModel[Any], accessible_name: str) -> None:
        super().__init__(source, accessible_name, sortable=False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._told = 0
        lines = self.verticalHeader()
        for signal in (lines.sectionResized, lines.sectionCountChanged, self.proxy.modelReset):
            signal.connect(self._stand)
        self.horizontalHeader().geometriesChanged.connect(self._stand)

    def sizeHint(self) -> QSize:
        """As its rows ask for."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """It can be narrow, never lower than its rows."""
        return QSize(super().minimumSizeHint().width(), self._height())

    @Slot()
    def _stand(self) -> None:
        if self._height() != self._told:
            self._told = self._height()
            self.updateGeometry()

    def _height(self) -> int:
        heading = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        return heading + self.verticalHeader().length() + 2 * self.frameWidth()
