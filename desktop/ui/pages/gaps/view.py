"""The gaps of all models: a table, and the place under its cursor in full."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.planning.gaps import Gap
from desktop.model.planning.part_targets import stepped_target, target_by_digit
from desktop.ui.pages.gaps.detail import Detail
from desktop.ui.pages.gaps.reading import Key, Snapshot, is_weak
from desktop.ui.pages.gaps.rows import GapRow, rows
from desktop.ui.pages.gaps.table import GapTable
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Label


class GapsView(QWidget):
    """Table and detail.

    Signals:
        wanted: (place, cells of its `Target`).
        taken: (`Offer`) it should become an action item.
        rated: (model, place) its ratings are asked for.
    """

    wanted = Signal(object, object)
    taken = Signal(object)
    rated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._assessment: Assessment | None = None
        self._filling = False
        self.model, self.only_gaps, self.only_blocking = "", False, False
        self.table = GapTable()
        self.detail = Detail()
        self.nothing = Label(_("Nothing matches these filters."), "mute", wrap=True)
        card = Card()
        card.tighten()
        card.body.addWidget(self.nothing)
        card.body.addWidget(self.table, 1)
        self.columns = FoldingColumns()
        self.columns.add(card, _("List"), 520, 680, 2)
        self.columns.add(self.detail, _("The line in full"), 320, 342, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.stepped.connect(self._on_stepped)
        self.table.leveled.connect(self._on_leveled)
        self.table.asked.connect(self.detail.take_focus)
        self.table.taken.connect(self._on_take_first)
        self.detail.wanted.connect(self._on_wanted)
        self.detail.taken.connect(self.taken)
        self.detail.left.connect(self._on_left)
        self.detail.rated.connect(self._on_rated)

    def show_gaps(self, snapshot: Snapshot, assessment: Assessment) -> None:
        """Show the gaps as they are now."""
        self._snapshot, self._assessment = snapshot, assessment
        self._filling = True
        self.table.fill(rows(snapshot), _key)
        self._filling = False
        self.filter()

    def filter(self) -> None:
        """Keep what the filters say, and the place that is being worked on."""
        working = self.detail.key
        self._filling = True
        self.table.proxy.set_test(None)
        self.table.proxy.set_test(self._passes)
        self._filling = False
        if not (working and self.table.select(lambda row: row.key == working)) and self.table.proxy.rowCount():
            self.table.setCurrentIndex(self.table.proxy.index(0, 0))
        self.nothing.setVisible(not self.table.proxy.rowCount())
        self._show_detail()

    def counts(self) -> tuple[int, int]:
        """How many places of the model chosen have a gap, and how many block a next level."""
        every = [row for row in self.table.source.rows if self._is_of_model(row)]
        return sum(is_weak(row.gap) for row in every), sum(row.blocking for row in every)

    def reveal(self, model: str, place: str) -> bool:
        """Put the cursor on a place; False where there is none such. `model` may be empty."""
        found = next(
            (row for row in self.table.source.rows if row.gap.place == place and model in ("", row.gap.model)), None
        )
        if found is None:
            return False
        if not self._passes(found):
            self.model, self.only_gaps, self.only_blocking = "", False, False
            self.filter()
        return self.table.select(lambda row: row.key == found.key)

    def current(self) -> GapRow | None:
        """The place under the cursor."""
        row: GapRow | None = self.table.current_row()
        return row

    def commit(self) -> None:
        """Write what is being typed."""
        self.detail.commit()

    def _is_of_model(self, row: GapRow) -> bool:
        return self.model in ("", row.gap.model)

    def _passes(self, row: GapRow) -> bool:
        return (
            self._is_of_model(row)
            and (not self.only_gaps or is_weak(row.gap))
            and (not self.only_blocking or row.blocking)
        )

    def _show_detail(self) -> None:
        row = self.current()
        if self._snapshot is None or self._assessment is None:
            return
        target = None if row is None else self._assessment.targets.get(row.gap.model, row.gap.place)
        self.detail.show_place(row, self._snapshot, target, readonly=self._assessment.readonly)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._filling:
            self._show_detail()

    @Slot(object)
    def _on_stepped(self, step: int) -> None:
        row = self.current()
        if row is not None and row.gap.part is not None:
            now = self._assessment.targets.get(*row.key).value if self._assessment else ""
            self.wanted.emit(row.key, {"value": stepped_target(row.gap.part, now, step)})
        elif row is not None:
            numbers = [0, 1] if row.gap.rating is not None else [level.number for level in row.pack.levels]
            self.wanted.emit(row.key, {"level": stepped(row.gap, numbers, step)})

    @Slot(object)
    def _on_leveled(self, level: int | None) -> None:
        row = self.current()
        if row is not None and row.gap.part is not None:
            self.wanted.emit(row.key, {"value": target_by_digit(row.gap.part, level or 0)})
        elif row is not None:
            self.wanted.emit(row.key, {"level": level})

    @Slot()
    def _on_take_first(self) -> None:
        row = self.current()
        if row is None or self._snapshot is None:
            return
        offers = self._snapshot.offers(row.gap)
        first = next((offer for offer in offers if offer.taken is None), None)
        if first is not None:
            self.taken.emit(first)

    @Slot(object)
    def _on_wanted(self, cells: dict[str, object]) -> None:
        if self.detail.key is not None:
            self.wanted.emit(self.detail.key, cells)

    @Slot()
    def _on_left(self) -> None:
        self.table.setFocus()

    @Slot()
    def _on_rated(self) -> None:
        if self.detail.key is not None:
            self.rated.emit(self.detail.key)


def stepped(gap: Gap, numbers: list[int], step: int) -> int | None:
    """The target one up or down; below the lowest there is none.

    Without a target, one up is the level after the one that is held, and for an area to be satisfied.

    Args:
        gap: the place with what is wanted of it.
        numbers: the levels it can have, the lowest first.
        step: 1 or -1.
    """
    if gap.target is None:
        return next((number for number in numbers if number > gap.level), numbers[-1]) if step > 0 else None
    here = numbers.index(int(gap.target)) + step
    return numbers[min(here, len(numbers) - 1)] if here >= 0 else None


def _key(row: GapRow) -> Key:
    return row.key
