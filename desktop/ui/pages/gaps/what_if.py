"""What if: suggestions ticked as done, and what would come of them. Nothing is saved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.language import _, ngettext
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.planning.next_points import next_of
from desktop.model.planning.suggestions import suggestions
from desktop.model.planning.what_if import smallest_set, what_if
from desktop.model.scoring.results import ModelResult
from desktop.ui.deeds import Deed
from desktop.ui.delegates import Role, TagDelegate
from desktop.ui.pages.gaps.compare import Compare
from desktop.ui.pages.gaps.offers import OfferRow, offer_row
from desktop.ui.pages.gaps.reading import Offer, Snapshot
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.part_results import point_text

Index = QModelIndex | QPersistentModelIndex
BOX = 16


class IfRow(Struct, frozen=True):
    """A suggested action, and whether it is taken as done."""

    row: OfferRow
    done: bool


class BoxDelegate(TagDelegate):
    """Paints whether a row is ticked as a box."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of the row and a box on it."""
        super().paint(painter, option, QModelIndex())
        painter.save()
        box = QStyleOptionViewItem(option)
        side = px(BOX)
        box.rect = QRect(option.rect.left() + px(10), option.rect.center().y() - side // 2, side, side)
        box.state |= QStyle.StateFlag.State_On if index.data(Role.SORT) else QStyle.StateFlag.State_Off
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, view)
        painter.restore()


class IfTable(Table):
    """Suggestions to tick.

    Signals:
        ticked: (origin) it should be ticked, or no longer.
    """

    ticked = Signal(object)

    def __init__(self) -> None:
        columns: list[Column[IfRow]] = [
            Column(
                _("Done"),
                lambda row: _("ticked") if row.done else _("not ticked"),
                sort=lambda row: row.done,
                width=58,
            ),
            Column(_("Suggested action"), lambda row: row.row.title, beneath=lambda row: row.row.beneath),
            Column(_("Action"), lambda row: row.row.state, tone=lambda _row: "accent", width=100),
        ]
        super().__init__(RowsModel(columns), _("What if these were done"), sortable=False)
        self.setItemDelegateForColumn(0, BoxDelegate(self))
        self.setAccessibleDescription(_("Space counts an action as done, or as not done. Esc goes back."))
        self.clicked.connect(self._on_clicked)

    def deeds(self) -> Sequence[Deed]:
        """Space and Enter tick."""
        row: IfRow | None = self.current_row()
        if row is None:
            return super().deeds()
        text = _("Count it as not done") if row.done else _("Count it as done")
        tick = partial(self.ticked.emit, row.row.offer.proposal.origin)
        return (Deed(("Space", "Enter"), text, tick), *super().deeds())

    def keyboardSearch(self, search: str) -> None:
        """Letters look for nothing here."""

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row: IfRow | None = self.current_row()
        if index.column() == 0 and row is not None:
            self.ticked.emit(row.row.offer.proposal.origin)


class WhatIfView(QWidget):
    """One model as it would be.

    Attributes:
        model: id of the model.
        done: origins taken as done.

    Signals:
        taken: (list of `Offer`) they should become action items.
        left: what was ticked is to be forgotten.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._readonly = False
        self.model = ""
        self.done: dict[str, list[str]] = {}
        self.table = IfTable()
        self.hint = Label(
            _("Space counts a line as done, or as not done. Nothing is saved; Esc goes back."), "small", wrap=True
        )
        self.smallest = QPushButton(_("&Smallest set to the next level"))
        self.make = QPushButton(_("Make &actions"))
        self.make.setProperty("kind", "primary")
        self.compare = Compare()
        self._lay_out()
        self.table.ticked.connect(self._on_ticked)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)
        self.smallest.clicked.connect(self.tick_smallest)
        self.make.clicked.connect(self._on_make)

    def _lay_out(self) -> None:
        work = Card()
        work.tighten()
        work.body.addWidget(self.table, 1)
        work.body.addWidget(self.hint)
        buttons = QHBoxLayout()
        buttons.addWidget(self.smallest)
        buttons.addWidget(self.make)
        buttons.addStretch(1)
        work.body.addLayout(buttons)
        columns = FoldingColumns()
        columns.add(work, _("Suggestions"), 420, 500)
        columns.add(scrolled(self.compare, _("What it would lead to")), _("What it would lead to"), 420, 520)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)

    def show_model(self, snapshot: Snapshot, model: str, *, readonly: bool) -> None:
        """Show what could be done in a model, by default the first, and what would come of what is ticked."""
        self._snapshot, self._readonly = snapshot, readonly
        self.model = model if model in snapshot.results else next(iter(snapshot.results), "")
        if not self.model:
            return
        before = snapshot.results[self.model]
        done = self.done.get(self.model, [])
        after = self._after()
        rows = [self._row(origin) for origin in self._origins(before, after, done)]
        self.table.fill(rows, lambda row: row.row.offer.key)
        if self.table.current_row() is None and rows:
            self.table.selectRow(0)
        self._offer_smallest(snapshot.packs[self.model], before)
        fresh = [row for row in rows if row.done and row.row.offer.taken is None]
        self._offer_making(len(fresh))
        self.compare.show_results(snapshot.packs[self.model], before, after)

    def _offer_smallest(self, pack: Pack, before: ModelResult) -> None:
        """Offer to tick what leads to the next level, or what the whole becomes next by rules of its own."""
        if isinstance(pack, PartsPack):
            point = None if before.whole is None else next_of(pack.rules, before.whole)
            told = _("A &small set to reach {result}").format(result=point_text(point)) if point else _("A &small set")
            self.smallest.setText(told)
            self.smallest.setEnabled(point is not None)
            return
        following = before.level.next
        text = _("&Smallest set to level {level}").format(level=following)
        self.smallest.setText(text if following is not None else _("&Smallest set to the next level"))
        self.smallest.setEnabled(following is not None)

    def _offer_making(self, count: int) -> None:
        """Offer to make what is ticked; where that would make nothing, say why."""
        made = ngettext("Make {count} &action", "Make {count} &actions", count).format(count=count)
        self.make.setText(made if count else _("Make &actions"))
        self.make.setEnabled(count > 0 and not self._readonly)
        reason = "" if count else _("Tick a suggestion that is not an action yet.")
        if self._readonly:
            reason = _("The file is open for reading only.")
        self.make.setToolTip(plain_tip(reason))

    def forget(self) -> None:
        """Take nothing as done any more."""
        self.done.clear()
        self.model = ""

    def _after(self) -> ModelResult:
        assert self._snapshot is not None
        done = self.done.get(self.model, [])
        if not done:
            return self._snapshot.results[self.model]
        return what_if(self._snapshot.packs[self.model], self._snapshot.given[self.model], done)

    def _origins(self, before: ModelResult, after: ModelResult, done: list[str]) -> list[str]:
        """What is suggested today, what is ticked, and what would be suggested next."""
        assert self._snapshot is not None
        pack = self._snapshot.packs[self.model]
        following = () if after is before else suggestions(pack, after)
        today = [found.origin for found in self._snapshot.suggested[self.model]]
        return list(dict.fromkeys([*today, *done, *(found.origin for found in following)]))

    def _row(self, origin: str) -> IfRow:
        assert self._snapshot is not None
        offer = self._snapshot.offer_of(self.model, origin)
        return IfRow(offer_row(offer, self._snapshot), origin in self.done.get(self.model, []))

    def _refresh(self) -> None:
        if self._snapshot is not None:
            self.show_model(self._snapshot, self.model, readonly=self._readonly)

    @Slot()
    def tick_smallest(self) -> None:
        """Tick exactly the smallest set that would bring the model to its next level."""
        if self._snapshot is None:
            return
        pack, given = self._snapshot.packs[self.model], self._snapshot.given[self.model]
        found = smallest_set(pack, given, self._snapshot.results[self.model])
        self.done[self.model] = list(found)
        self._refresh()
        if not found:
            self.compare.say_nothing_helps()
        self.table.setFocus()

    @Slot(object)
    def _on_ticked(self, origin: str) -> None:
        done = self.done.setdefault(self.model, [])
        if origin in done:
            done.remove(origin)
        else:
            done.append(origin)
        self._refresh()

    @Slot()
    def _on_make(self) -> None:
        offers: list[Offer] = [row.row.offer for row in self.table.source.rows if row.done]
        self.taken.emit(offers)
