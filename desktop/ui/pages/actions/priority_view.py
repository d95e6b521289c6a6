"""The order in which the open actions are to be taken up, by a method that the team chooses."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.planning.priorities import Quadrant, Weighed
from desktop.model.records import PriorityMethod
from desktop.ui.page import Page
from desktop.ui.pages.actions.quadrant import ImpactField
from desktop.ui.sizes import size
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Label
from desktop.wording import names, priorities

_TONES = {
    Quadrant.QUICK_WIN: "good",
    Quadrant.BIG_BET: "accent",
    Quadrant.FILL_IN: "plain",
    Quadrant.THINK_TWICE: "warn",
}


class RankedRow(Struct, frozen=True):
    """An open action in its place.

    Attributes:
        place: from 1 up; 0 while an input is missing.
    """

    place: int
    title: str
    method: PriorityMethod
    weighed: Weighed


class PriorityView(QWidget):
    """The order, and impact against effort. `opening` carries the id of an action whose inputs are to be changed."""

    opening = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.method = Choice(_("How actions are put in order"))
        self.method.offer([(method, names.name(method)) for method in PriorityMethod])
        self.method.setMinimumContentsLength(24)
        size(self.method, most_width=320)
        self.rule = Label("", "mute", wrap=True)
        self.table = Table(RowsModel(_columns()), _("Open actions in their order"), sortable=False)
        self.field = ImpactField()
        self._lay_out()
        self.method.chosen.connect(self._on_method)
        self.table.activated.connect(self._on_open)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.field.chosen.connect(self._on_dot)
        self.field.opening.connect(self.opening)
        self.field.placing.connect(self._on_placing)

    @property
    def landing(self) -> QWidget:
        """What has the keys first."""
        return self.table

    def refresh(self) -> None:
        """Show the order as it is now."""
        assessment = self._page.assessment
        method, found = assessment.priorities.method(), assessment.priorities.open()
        titles = {action.id: action.title for action in assessment.actions.all()}
        self.method.show_value(method)
        self.method.setEnabled(not assessment.readonly)
        self.field.editable = not assessment.readonly
        self.rule.setText(priorities.rule(method))
        rows = [
            RankedRow(0 if each.missing else place, titles[each.of.action], method, each)
            for place, each in enumerate(found, start=1)
        ]
        self.table.fill(rows, _key)
        self.field.show_actions([each.of for each in found], titles)

    def commit(self) -> None:
        """Nothing is typed here."""

    def summary(self) -> str:
        """How many have a place, and how many lack an input."""
        rows: Sequence[RankedRow] = self.table.source.rows
        lacking = sum(not row.place for row in rows)
        told = ngettext("{count} open action", "{count} open actions", len(rows)).format(count=len(rows))
        return _("{actions} · {count} lack an input").format(actions=told, count=lacking) if lacking else told

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        label = Label(_("Put in o&rder by"), "mute")
        label.setBuddy(self.method)
        head.addWidget(label)
        head.addWidget(self.method)
        head.addStretch(1)
        order, field = (
            Card(),
            Card(_("Impact against effort"), _("Drag a dot, or move it with Ctrl and the arrow keys.")),
        )
        order.tighten()
        order.body.addLayout(head)
        order.body.addWidget(self.rule)
        order.body.addWidget(self.table, 1)
        field.body.addWidget(self.field, 1)
        panes = FoldingColumns()
        panes.add(order, _("Order"), 400, 600, 3)
        panes.add(field, _("Impact against effort"), 340, 420, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.addWidget(panes)

    @Slot(object)
    def _on_method(self, method: PriorityMethod) -> None:
        self._page.session.run(lambda: self._page.assessment.priorities.choose(method), self._page)
        self._page.refresh()

    @Slot(QModelIndex)
    def _on_open(self, _index: QModelIndex) -> None:
        row: RankedRow | None = self.table.current_row()
        if row is not None:
            self.opening.emit(row.weighed.of.action)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        row: RankedRow | None = self.table.current_row()
        if row is not None and self.table.hasFocus():
            self.field.select(row.weighed.of.action)

    @Slot(str)
    def _on_dot(self, action: str) -> None:
        if self.field.hasFocus():
            self.table.select(lambda row: row.weighed.of.action == action)

    @Slot(str, int, str)
    def _on_placing(self, action: str, impact: int, effort: str) -> None:
        actions = self._page.assessment.actions
        self._page.session.run(lambda: actions.change(action, impact=impact, effort=effort), self._page)
        self._page.refresh()
        self.field.select(action)


def _columns() -> list[Column[RankedRow]]:
    return [
        Column(_("Place"), lambda row: str(row.place) if row.place else "–", width=54, right=True),
        Column(
            _("Action"),
            lambda row: f"{row.weighed.of.number} {row.title}",
            beneath=lambda row: priorities.reckoned(row.method, row.weighed),
        ),
        Column(
            _("Result"),
            lambda row: priorities.score_text(row.weighed),
            tone=lambda row: _TONES[row.weighed.quadrant] if row.weighed.quadrant else None,
            width=104,
        ),
        Column(_("Due"), lambda row: names.day(row.weighed.of.due), width=104, gives_way=1),
    ]


def _key(row: RankedRow) -> str:
    return row.weighed.of.action
