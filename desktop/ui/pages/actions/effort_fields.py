"""What an action takes and brings: the inputs of the methods that put actions in order."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _, pgettext
from desktop.model.records import GRADES, SIZES, Action
from desktop.ui.pages.actions.in_full import ActionInFull
from desktop.ui.theme import px
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field_grid import FieldGrid, labelled
from desktop.ui.widgets.text import Label
from desktop.wording import names, priorities


class EffortFields(QWidget):
    """The estimates of one action. `edited` carries ``(action id, fields that change)``."""

    edited = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self._action: Action | None = None
        self.effort = LineField(_("Effort"), _("Person days, e.g. 4.5"))
        self.cost = LineField(pgettext("of an action", "Cost"), _("Besides the effort"))
        self.benefit = LineField(_("Benefit"), _("What it brings a year"))
        self.risk, self.impact = Choice(_("Risk")), Choice(_("Impact"))
        self.value, self.urgency = Choice(_("Value to users and business")), Choice(_("Urgency"))
        self.opportunity = Choice(_("Risk lowered or chance opened"))
        self.size_ = Choice(pgettext("of an action", "Size"))
        self._amounts = {"effort": self.effort, "cost": self.cost, "benefit": self.benefit}
        self._grades = {"risk": self.risk, "impact": self.impact}
        self._steps = {
            "value": self.value,
            "urgency": self.urgency,
            "opportunity": self.opportunity,
            "size": self.size_,
        }
        self.order, self.reckoned = Label("", "strong", wrap=True), Label("", wrap=True)
        self.rule = Label("", "small", wrap=True)
        self.cost_label, self.benefit_label = labelled("", self.cost), labelled("", self.benefit)
        self._lay_out()
        for field in self._amounts.values():
            field.committed.connect(self._on_amount)
        for choice in (*self._grades.values(), *self._steps.values()):
            choice.chosen.connect(self._on_chosen)

    def show_action(self, found: ActionInFull | None) -> None:
        """Show the estimates of an action, and what comes of them."""
        self._action = found.action if found else None
        if found is None:
            return
        action, money = found.action, found.currency
        self.cost_label.setText(_("Co&st ({currency})").format(currency=money) if money else _("Co&st"))
        self.benefit_label.setText(
            _("Benefit &a year ({currency})").format(currency=money) if money else _("Benefit &a year")
        )
        for name, field in self._amounts.items():
            field.show_text(getattr(action, name))
        for name, choice in self._grades.items():
            choice.offer([(None, "–"), *((grade, _grade(name, grade)) for grade in GRADES)])
            choice.show_value(getattr(action, name))
        for name, choice in self._steps.items():
            choice.offer([(None, "–"), *((step, str(step)) for step in SIZES)])
            choice.show_value(getattr(action, name))
        self._show_order(found)

    def commit(self) -> None:
        """Write what is being typed."""
        for field in self._amounts.values():
            field.commit()

    def _show_order(self, found: ActionInFull) -> None:
        self.rule.setText(priorities.rule(found.method))
        method = names.name(found.method)
        if found.weighed is None:
            self.order.setText(_("Closed actions have no place in the order."))
            self.reckoned.setText("")
            return
        place, count, weighed = found.weighed
        self.order.setText(_("{method}: place {place} of {count} open").format(method=method, place=place, count=count))
        self.reckoned.setText(priorities.reckoned(found.method, weighed))

    def _lay_out(self) -> None:
        money = (
            (labelled(_("Effor&t in person days"), self.effort), self.effort),
            (self.cost_label, self.cost),
            (self.benefit_label, self.benefit),
            (labelled(_("I&mpact"), self.impact), self.impact),
            (labelled(_("Ris&k"), self.risk), self.risk),
        )
        steps = (
            (labelled(_("Va&lue"), self.value), self.value),
            (labelled(_("&Urgency"), self.urgency), self.urgency),
            (labelled(_("O&pportunity"), self.opportunity), self.opportunity),
            (labelled(_("Si&ze"), self.size_), self.size_),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, px(12), 0)
        column.setSpacing(6)
        column.addLayout(FieldGrid(money))
        column.addSpacing(6)
        column.addWidget(Label(_("In relative steps, for weighted shortest job first"), "small", wrap=True))
        column.addLayout(FieldGrid(steps))
        column.addSpacing(6)
        for label in (self.order, self.reckoned, self.rule):
            column.addWidget(label)
        column.addStretch(1)
        for before, after in pairwise([field for _label, field in (*money, *steps)]):
            QWidget.setTabOrder(before, after)

    @Slot(str)
    def _on_amount(self, text: str) -> None:
        self._edit({name: text for name, field in self._amounts.items() if field is self.sender()})

    @Slot(object)
    def _on_chosen(self, value: object) -> None:
        choices = {**self._grades, **self._steps}
        self._edit({name: value for name, choice in choices.items() if choice is self.sender()})

    def _edit(self, cells: dict[str, object]) -> None:
        if self._action is not None:
            self.edited.emit(self._action.id, cells)


def _grade(name: str, grade: int) -> str:
    ends = {
        ("risk", 1): _("1 hardly likely to fail"),
        ("risk", 5): _("5 very likely to fail"),
        ("impact", 1): _("1 changes little"),
        ("impact", 5): _("5 changes most"),
    }
    return ends.get((name, grade), str(grade))
