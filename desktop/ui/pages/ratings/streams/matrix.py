"""The matrix of streams and levels, in which one walks by arrow keys and rates by number keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.language import _
from desktop.model.maturity.pack import Level
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.ratings.streams.matrix_cells import CellDelegate, StreamHeader
from desktop.ui.pages.ratings.streams.matrix_model import MatrixModel
from desktop.ui.pages.ratings.streams.rows import RowEntry
from desktop.ui.pages.ratings.streams.snapshot import Place
from desktop.ui.sizes import size

LEAST_HEIGHT = 42


class Matrix(Keyed, QTableView):
    """Streams and levels.

    Signals:
        moved: the cursor came to a cell; carries its `Place`.
        placed: (`Place`) the level was chosen for the stream, or chosen again.
        wanted: (`Place`) the level was made the target, or made it again.
        ticked: (`Place`) all practices of the cell were ticked or not ticked.
        asked: (str) the cursor should go to ``practices``, ``reason`` or ``importance``.
    """

    moved = Signal(object)
    placed = Signal(object)
    wanted = Signal(object)
    ticked = Signal(object)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = MatrixModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(_("Streams and levels"))
        self.setAccessibleDescription(
            _(
                "Level number or Enter: the team's level, again: read from the ticks. T: target. "
                "Space: tick the cell's practices. P: go to the practices. R: reason. I: importance."
            )
        )
        self.setVerticalHeader(StreamHeader(self.rows, self))
        self.setItemDelegate(CellDelegate(self.rows, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        size(header, height=29, least_section=68)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        size(self.verticalHeader(), least_section=LEAST_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().sectionClicked.connect(self._on_stream)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, levels: Sequence[Level], rows: Sequence[RowEntry], place: Place) -> None:
        """Show streams with the cursor on a cell; nothing is announced."""
        self._quiet = True
        self.rows.set_rows(levels, rows)
        index = self.rows.place(place)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self._quiet = False

    def deeds(self) -> Sequence[Deed]:
        """Rate by the level's number or Enter; T wants, Space ticks; P, R and I lead on."""
        index = self.currentIndex()
        if not index.isValid():
            return ()
        place = self.rows.cell(index).place
        return (
            Deed(
                ("Enter",),
                _("Put the stream at this level, or read it from the ticks again"),
                partial(self.placed.emit, place),
            ),
            *(
                Deed(
                    (str(level.number),),
                    _("Level {number}").format(number=level.number),
                    partial(self.placed.emit, Place(place.stream, level.number)),
                )
                for level in self.rows.levels
            ),
            Deed(("T",), _("Make this level the target"), partial(self.wanted.emit, place)),
            Deed(("Space",), _("Tick the practices of the cell"), partial(self.ticked.emit, place)),
            Deed(("P",), _("Go to the practices"), partial(self.asked.emit, "practices")),
            Deed(("R",), _("Say why"), partial(self.asked.emit, "reason")),
            Deed(("I",), _("Set the importance"), partial(self.asked.emit, "importance")),
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor shows where it is."""
        super().focusInEvent(event)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    @Slot(int)
    def _on_stream(self, number: int) -> None:
        cells = self.rows.rows[number].cells
        held = [column for column, cell in enumerate(cells) if cell.mark or cell.middle]
        self.setCurrentIndex(self.rows.index(number, held[0] if held else 0))
        self.setFocus()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.moved.emit(self.rows.cell(index).place)
