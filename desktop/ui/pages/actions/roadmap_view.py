"""The plan over quarters, by area or by owner."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.exchange.deliverable_outlook import outlook_lines
from desktop.exchange.deliverable_plan import action_lines, milestone_lines
from desktop.exchange.figures.roadmap_data import RoadmapOrder, roadmap_data
from desktop.exchange.tables.roadmap import PlanInTime
from desktop.language import _, ngettext
from desktop.ui.page import Page
from desktop.ui.pages.actions.roadmap_chart import RoadmapChart
from desktop.ui.pages.actions.rows import today
from desktop.ui.sizes import size
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Label


class RoadmapView(QWidget):
    """The road map. `opening` carries the id of an action to see in full."""

    opening = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.order = Choice(_("By what bars stand together"))
        self.order.offer([(RoadmapOrder.AREA, _("Area")), (RoadmapOrder.OWNER, _("Owner"))])
        size(self.order, most_width=180)
        self.chart = RoadmapChart()
        self._notes = Label("", "mute", wrap=True)
        label = Label(_("Bars &by"), "mute")
        label.setBuddy(self.order)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.order)
        hint = Label(
            _("Drag a bar or an end of it, or use Ctrl and Shift with the arrow keys. Enter opens the action."),
            "small",
            wrap=True,
        )
        head.addWidget(hint, 1)
        card = Card()
        card.tighten()
        card.body.addLayout(head)
        card.body.addWidget(self._notes)
        card.body.addWidget(self.chart, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.addWidget(card)
        self.order.chosen.connect(self._on_order)
        self.chart.opening.connect(self.opening)
        self.chart.moving.connect(self._on_moving)

    @property
    def landing(self) -> QWidget:
        """What has the keys first."""
        return self.chart

    def refresh(self) -> None:
        """Show the plan as it is now."""
        assessment, day = self._page.assessment, today()
        packs = {each.id: each.pack for each in assessment.models.all()}
        plan = PlanInTime(
            day=day,
            actions=action_lines(assessment, packs, day),
            milestones=milestone_lines(assessment),
            outlook=outlook_lines(assessment, day),
            packs=packs,
        )
        order = self.order.value()
        data = roadmap_data(plan, by=order if isinstance(order, RoadmapOrder) else RoadmapOrder.AREA)
        self._notes.setText(" · ".join(data.notes))
        self._notes.setVisible(bool(data.notes))
        self.chart.editable = not assessment.readonly
        self.chart.show_plan(data)

    def commit(self) -> None:
        """Nothing is typed here."""

    def summary(self) -> str:
        """How many actions are shown."""
        count = len(self._page.assessment.actions.all())
        return ngettext("{count} action", "{count} actions", count).format(count=count)

    @Slot(object)
    def _on_order(self, _order: object) -> None:
        self.refresh()

    @Slot(str, object, object)
    def _on_moving(self, action: str, starts: dt.date | None, ends: dt.date | None) -> None:
        """Give an action other days; a day that it has not stays unknown when it is moved as a whole."""
        known = self._page.assessment.actions.get(action)
        cells: dict[str, dt.date] = {}
        if starts is not None and (known.start is not None or ends is None):
            cells["start"] = starts
        if ends is not None and (known.due is not None or starts is None):
            cells["due"] = ends
        actions = self._page.assessment.actions
        self._page.session.run(lambda: actions.change(action, **cells), self._page)
        self.refresh()
