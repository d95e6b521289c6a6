"""The matrix of coverage: parts down, sources across; the cursor stands on a cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.scoring.coverage import Coverage, SourceGroup
from desktop.ui.deeds import Deed
from desktop.ui.pages.evidence.coverage_lines import CoverageLine, columns, sources
from desktop.ui.pages.evidence.upright_header import UprightHeader
from desktop.ui.sizes import size
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table

_ROW = 46
"""The height of a row in pixels at 100 %: an id and two lines of text."""


FIRST = 2
"""The place of the first column that is about one source."""


class CoverageMatrix(QWidget):
    """Holds the table, which is made anew where other sources have columns.

    Signals:
        moved: the cursor came to another cell.
        opening: what there is under the cursor is to be seen, or of the place the cursor is on its parts alone.
        noting: what is missing of the part under the cursor is to be noted.
        reading: the part is to be read in its model.
        rating: the part is to be seen among the ratings.
    """

    moved = Signal()
    opening = Signal()
    noting = Signal()
    reading = Signal()
    rating = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sources: list[tuple[str, SourceGroup]] = []
        self._filling = False
        self.writable = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.table = self._make([])

    def show_lines(self, pack: Pack, covered: Coverage, roles: Sequence[str], lines: Sequence[CoverageLine]) -> None:
        """Show lines; the cursor stays on its line, and on its source where that still has a column."""
        self._filling = True
        found = sources(covered, roles)
        if found != self._sources or not self.table.source.columns:
            before, place = self.table.current_row(), self.table.currentIndex().column()
            held = self.table.hasFocus()
            self._sources = found
            self._replace(self._make(columns(pack, covered, roles)))
            self.table.fill(lines, _key)
            if before is not None:
                self.table.select(lambda line: line.id == before.id, min(place, len(self.table.source.columns) - 1))
            if held:
                self.table.setFocus()
        else:
            self.table.fill(lines, _key)
        if lines and self.table.current_row() is None:
            self.table.selectRow(0)
        self._filling = False

    def line(self) -> CoverageLine | None:
        """The line under the cursor."""
        found: CoverageLine | None = self.table.current_row()
        return found

    def group(self) -> SourceGroup | None:
        """The source under the cursor; None on a column that is about all of them."""
        place = self.table.currentIndex().column() - FIRST
        return self._sources[place][1] if 0 <= place < len(self._sources) else None

    def select(self, part: str) -> bool:
        """Bring a line into view by the id of its part or place; False when there is none."""
        return self.table.select(lambda line: line.id == part, max(self.table.currentIndex().column(), 0))

    def _make(self, told: Sequence[object]) -> Table:
        table = Table(RowsModel(told), _("Coverage"), sortable=False, fit_rows=False)  # type: ignore[arg-type]
        size(table.verticalHeader(), section=_ROW)
        table.setHorizontalHeader(UprightHeader(range(FIRST, len(told)), table))
        table.offer_deeds(self._deeds)
        table.selectionModel().currentChanged.connect(self._on_current)
        self._column.addWidget(table, 1)
        return table

    def _replace(self, table: Table) -> None:
        before, self.table = self.table, table
        self._column.removeWidget(before)
        before.hide()
        before.deleteLater()

    def _deeds(self) -> Sequence[Deed]:
        line = self.line()
        if line is None:
            return ()
        reading = Deed(("R",), _("Read it in the model"), self.reading.emit)
        rating = Deed(("G",), _("Go to its rating"), self.rating.emit)
        if line.part is None:
            return (Deed(("Enter",), _("Show this alone, or all again"), self.opening.emit), reading, rating)
        opening = Deed(("Enter",), _("See what there is"), self.opening.emit)
        noting = (Deed(("N",), _("Note it in an interview"), self.noting.emit),) if self.writable else ()
        return (opening, *noting, reading, rating)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._filling:
            self.moved.emit()


def _key(line: CoverageLine) -> str:
    return line.id
