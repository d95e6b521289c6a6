"""Planning within a budget: what there is, the plan that reaches the most, and taking it up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.exchange.tables.best_plan import left_out_actions, planned_actions, unreached_places
from desktop.language import _, ngettext
from desktop.model.assessment.best_plans import Ambition, AskedPlan
from desktop.model.assessment.decimals import amount_text
from desktop.model.errors import RefusalError
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.planning.budgeted.asked import MOST_QUARTERS, Budget, ItemState, Pin
from desktop.model.planning.budgeted.best_plan import best_plan
from desktop.model.planning.budgeted.told import BestPlan
from desktop.model.planning.part_targets import offered_targets
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.pages.actions.budget_lines import Line, key, lines, of_left_out, of_planned, of_unreached
from desktop.ui.pages.actions.rows import today
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field_grid import FieldGrid, labelled
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.front_tabs import FrontTabs
from desktop.ui.widgets.numbers import NumberField
from desktop.ui.widgets.text import Label
from desktop.ui.work import Progress
from desktop.ui.working import Working
from desktop.wording.best_plans import HOW, ToldPlan, growth_line, head_line, levels_line, spent_line, warnings

_USUAL = 4


class BudgetView(QWidget):
    """The budget beside the plan; nothing is written before the plan is accepted.

    Signals:
        opening: the id of an action to see in full.
        accepted: the plan was taken up.
    """

    opening = Signal(str)
    accepted = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._told: ToldPlan | None = None
        self._asked: AskedPlan | None = None
        self._ask: Callable[[Budget], AskedPlan] | None = None
        self._pins: dict[str, Pin] = {}
        self.cost = LineField(_("Cost in total"), _("no limit"))
        self.effort = LineField(_("Person days in a quarter"), _("no limit"))
        self.quarters = NumberField(_("Number of quarters"), 1, MOST_QUARTERS)
        self.quarters.setValue(_USUAL)
        self.first = DateField(_("The plan begins with the quarter of"))
        self.wanted = Choice(_("What is to be reached"))
        self.keep_dates = QCheckBox(_("&Keep to dates"))
        self.keep_dates.setChecked(True)
        self.look = QPushButton(_("F&ind the plan"))
        self.look.setProperty("kind", "primary")
        self.working = Working(page.session, self)
        self.head, self.spent, self.levels = Label("", "strong", wrap=True), Label("", wrap=True), Label("", wrap=True)
        self.growth, self.warned = Label("", wrap=True), Label("", wrap=True)
        self.warned.setProperty("tone", "warn")
        self.planned = Table(RowsModel(of_planned()), _("Plan"), sortable=False)
        self.left_out = Table(RowsModel(of_left_out()), _("Left out"), sortable=False)
        self.unreached = Table(RowsModel(of_unreached()), _("Not reached"), sortable=False)
        self.accept = QPushButton(_("&Accept the plan"))
        self.accept.setProperty("kind", "primary")
        self.discard = QPushButton(_("Di&scard it"))
        self._lay_out()
        self._connect()
        self._show()

    @property
    def landing(self) -> QWidget:
        """What has the keys first."""
        return self.planned if self._told is not None else self.cost

    def refresh(self) -> None:
        """What can be wanted may have changed; a plan that was found no longer fits what was edited since."""
        self._offer()
        if self.first.value() is None:
            self.first.show_date(today(), "budget")
        if self._told is not None and self._ask is not None and not self._fits(self._told.asked, self._ask):
            self._clear()
            self.head.setText(_("What the plan rests on has changed since. Find the plan again."))

    def commit(self) -> None:
        """Nothing half typed is written here."""

    def summary(self) -> str:
        """What the plan reaches."""
        return head_line(self._told) if self._told is not None else ""

    def _fits(self, asked: AskedPlan, ask: Callable[[Budget], AskedPlan]) -> bool:
        """Whether all that a plan rests on is as it was."""
        try:
            return ask(asked.budget) == asked
        except RefusalError:
            return False

    def _lay_out(self) -> None:
        budget = Card(_("Budget"), _("Nothing is changed before you accept the plan."))
        budget.body.addLayout(
            FieldGrid(
                (
                    (labelled(_("Cost in &total"), self.cost), self.cost),
                    (labelled(_("Days a &quarter"), self.effort), self.effort),
                    (labelled(_("Q&uarters"), self.quarters), self.quarters),
                    (labelled(_("From"), self.first), self.first),
                    (labelled(_("To &reach"), self.wanted), self.wanted),
                )
            )
        )
        budget.body.addWidget(self.keep_dates)
        budget.body.addWidget(self.look)
        budget.body.addWidget(self.working)
        budget.body.addWidget(Label(_(HOW), "small", wrap=True))
        budget.body.addStretch(1)
        found = Card()
        found.tighten()
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept)
        buttons.addWidget(self.discard)
        buttons.addStretch(1)
        for line in (self.head, self.spent, self.levels, self.growth, self.warned):
            found.body.addWidget(line)
        found.body.addLayout(buttons)
        self.tables = FrontTabs()
        self.tables.setDocumentMode(True)
        self.tables.tabBar().setDrawBase(False)
        self.tables.setAccessibleName(_("What the plan says"))
        for table in (self.planned, self.left_out, self.unreached):
            self.tables.addTab(table, table.accessibleName())
        found.body.addWidget(self.tables, 1)
        panes = FoldingColumns()
        panes.add(budget, _("Budget"), 290, 340, 1)
        panes.add(found, _("Plan"), 420, 700, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.addWidget(panes)

    def _connect(self) -> None:
        self.look.clicked.connect(self._on_find)
        self.cost.returnPressed.connect(self._on_find)
        self.effort.returnPressed.connect(self._on_find)
        self.working.done.connect(self._on_done)
        self.working.busy.connect(self.look.setDisabled)
        self.accept.clicked.connect(self._on_accept)
        self.discard.clicked.connect(self._on_discard)
        for table in (self.planned, self.left_out):
            table.activated.connect(self._on_open)
        self.planned.offer_deeds(self._planned_deeds)
        self.left_out.offer_deeds(self._left_out_deeds)

    def _offer(self) -> None:
        """What can be wanted: the targets that are set, or of one model a level or result that it has not."""
        offered: list[tuple[Ambition, str]] = [(Ambition(), _("The targets that are set"))]
        for each in self._page.assessment.models.all():
            result = self._page.assessment.results.of(each.id)
            if isinstance(each.pack, PartsPack):
                offered += [
                    (Ambition(each.id, value), _("{model}: {value}").format(model=each.pack.name, value=value))
                    for value in offered_targets(result.parts[0])
                ]
                continue
            offered += [
                (
                    Ambition(each.id, str(level.number)),
                    _("{model}: level {level}").format(model=each.pack.name, level=level.number),
                )
                for level in each.pack.levels
                if level.number > result.level.reached
            ]
        self.wanted.offer(offered)

    def _show(self) -> None:
        told = self._told
        for widget in (self.spent, self.levels, self.growth, self.warned, self.accept, self.discard):
            widget.setVisible(told is not None)
        self.tables.setVisible(told is not None)
        if told is None:
            self.head.setText(_("Say what there is, then find the plan that reaches the most."))
            return
        self.head.setText(head_line(told))
        self.spent.setText(spent_line(told))
        self.levels.setText("\n".join(levels_line(told, model) for model in told.packs))
        growth, warned = growth_line(told), "\n".join(warnings(told))
        for label, text in ((self.growth, growth), (self.warned, warned)):
            label.setText(text)
            label.setVisible(bool(text))
        self.planned.fill(lines(planned_actions(told)), key)
        self.left_out.fill(lines(left_out_actions(told)), key)
        self.unreached.fill(lines(unreached_places(told)), key)
        for place, (name, table) in enumerate(
            ((_("Plan"), self.planned), (_("Left out"), self.left_out), (_("Not reached"), self.unreached))
        ):
            count = len(table.source.rows)
            self.tables.setTabText(place, _("{name} ({count})").format(name=name, count=count))
        self.accept.setEnabled(not self._page.assessment.readonly)

    def _planned_deeds(self) -> Sequence[Deed]:
        row: Line | None = self.planned.current_row()
        if row is None or self._is_under_way(row.id):
            return ()
        return (
            Deed(("P",), _("Pin it into the plan"), self._pin_in),
            Deed(("X",), _("Leave it out and plan again"), self._pin_out),
            *self._unpinning(row.id),
        )

    def _left_out_deeds(self) -> Sequence[Deed]:
        row: Line | None = self.left_out.current_row()
        if row is None:
            return ()
        return (Deed(("P",), _("Pin it into the plan and plan again"), self._pin_in), *self._unpinning(row.id))

    def _unpinning(self, action: str) -> Sequence[Deed]:
        return (Deed(("U",), _("Take the pin off and plan again"), self._unpin),) if action in self._pins else ()

    def _is_under_way(self, action: str) -> bool:
        return self._told is not None and self._told.item(action).state is ItemState.UNDER_WAY

    def _chosen(self) -> str:
        table = self.left_out if self.left_out.hasFocus() else self.planned
        row: Line | None = table.current_row()
        return row.id if row is not None else ""

    def _pin_in(self) -> None:
        self._pin(Pin.IN)

    def _pin_out(self) -> None:
        self._pin(Pin.OUT)

    def _unpin(self) -> None:
        self._pin(None)

    def _pin(self, pin: Pin | None) -> None:
        action = self._chosen()
        if not action:
            return
        if pin is None:
            self._pins.pop(action, None)
        else:
            self._pins[action] = pin
        self._on_find()

    def _budget(self) -> Budget:
        """What there is.

        Raises:
            RefusalError: what is typed is no amount.
        """
        cost, effort = (amount_text(field.text()) for field in (self.cost, self.effort))
        return Budget(self.quarters.value(), Fraction(cost) if cost else None, Fraction(effort) if effort else None)

    @Slot()
    def _on_find(self) -> None:
        if self.working.is_busy:
            return
        assessment, ambition = self._page.assessment, self.wanted.value()
        known = {action.id for action in assessment.actions.all()}
        pins = {id_: pin for id_, pin in self._pins.items() if id_ in known}
        begins, keep_dates = self.first.value() or today(), self.keep_dates.isChecked()

        def ask(budget: Budget) -> AskedPlan:
            wanted = ambition if isinstance(ambition, Ambition) else Ambition()
            return assessment.best_plans.asked(budget, wanted, begins, pins, keep_dates=keep_dates)

        try:
            asked = ask(self._budget())
        except RefusalError as refusal:
            self._page.session.refuse(refusal)
            return
        self._asked, self._ask = asked, ask
        self.working.begin(_("Looking for the best plan…"), _task(asked))

    @Slot(object)
    def _on_done(self, plan: BestPlan | None) -> None:
        asked = self._asked
        if plan is None or asked is None or not self._page.session.is_open:
            return
        assessment = self._page.assessment
        actions = {action.id: action for action in assessment.actions.all()}
        if any(item.id not in actions for item in asked.items):
            self._page.session.tell(_("Actions were removed meanwhile. Find the plan again."), "warn")
            return
        self._told = ToldPlan(
            plan=plan,
            asked=asked,
            actions=actions,
            packs={each.pack.id: each.pack for each in asked.models},
            currency=assessment.preparation.details().currency,
        )
        self._show()
        self._page.subtitle.setText(self.summary())
        if self.isVisible():
            self.planned.setFocus()

    @Slot()
    def _on_accept(self) -> None:
        told = self._told
        if told is None:
            return
        plans = self._page.assessment.best_plans
        changed = self._page.session.run(lambda: plans.accept(told.plan, told.asked.first, today()) or (), self._page)
        if changed is None:
            return
        self._clear()
        if not changed:
            self._page.session.tell(_("The actions have these dates already."))
        else:
            count = len(changed.rows)
            text = ngettext("Set the dates of {count} action.", "Set the dates of {count} actions.", count)
            self._page.session.tell_of_step(text.format(count=count))
        self.accepted.emit()

    @Slot()
    def _on_discard(self) -> None:
        self._clear()
        self.cost.setFocus()

    def _clear(self) -> None:
        self._told = None
        self._pins.clear()
        self._show()
        self._page.subtitle.setText("")

    @Slot()
    def _on_open(self) -> None:
        action = self._chosen()
        if action:
            self.opening.emit(action)


def _task(asked: AskedPlan) -> Callable[[Progress, Callable[[], bool]], BestPlan | None]:
    """The search beside the window, on plain values."""

    def task(_progress: Progress, cancelled: Callable[[], bool]) -> BestPlan | None:
        return best_plan(asked.items, asked.models, asked.budget, cancelled)

    return task
