"""What the assessment may cost and has cost."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.preparation import LONGEST_CURRENCY
from desktop.model.records import BudgetLine
from desktop.ui.edited_lists import AddLine, ListTable
from desktop.ui.page import Page
from desktop.ui.sizes import size
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip


class Budget(QWidget):
    """Lines with planned and spent, and their sum."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        card = Card(_("Budget"), _("It stays in the team. Amounts are exact, all in one currency."))
        self.currency = LineField(_("Currency"), _("e.g. EUR"))
        self.currency.setMaxLength(LONGEST_CURRENCY)
        size(self.currency, most_width=110)
        self.currency.committed.connect(self._on_currency)
        label = Label(_("&Currency"), "mute")
        label.setBuddy(self.currency)
        self.sums = Label("", "strong", wrap=True)
        self.over = Label("", wrap=True)
        self.over.setProperty("tone", "bad")
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.currency)
        head.addStretch(1)
        self.table = ListTable(RowsModel(self._columns()), _("Lines of the budget"))
        self.table.removing.connect(self._on_removing)
        self.table.pasted.connect(self._on_given)
        self.add_line = AddLine(_("Add line"), _("Add a line: what for; planned; spent – then Enter"))
        self.add_line.given.connect(self._on_given)
        self._remove = QPushButton(_("&Remove"))
        self._remove.setToolTip(plain_tip(_("Take the line off the budget (Delete); undo brings it back")))
        self._remove.clicked.connect(self._on_remove)
        line = QHBoxLayout()
        line.addWidget(self.add_line, 1)
        line.addWidget(self._remove)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.sums)
        card.body.addWidget(self.over)
        card.body.addLayout(line)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addWidget(card)

    def refresh(self) -> None:
        """Show the budget as it is now."""
        assessment = self._page.assessment
        currency = assessment.preparation.details().currency
        lines, total = assessment.organisation.budget(), assessment.organisation.budget_sum()
        self.currency.show_text(currency)
        self.table.fill(lines, _key)
        text = _("Together: planned {planned}, spent {spent} {currency}")
        self.sums.setText(text.format(planned=total.planned, spent=total.spent, currency=currency).rstrip())
        self.sums.setVisible(bool(lines))
        self.over.setVisible(total.over > 0)
        self.over.setText(_("{amount} {currency} over the budget").format(amount=total.over, currency=currency))
        editable = not assessment.readonly
        for part in (self.currency, self.add_line):
            part.setEnabled(editable)
        self._remove.setEnabled(editable and bool(lines))

    def reveal(self, target: str) -> bool:
        """Put the cursor on a line."""
        return self.table.select(lambda line: line.id == target)

    def landing(self) -> QWidget:
        """The lines, or the field that adds one."""
        return self.table if self.table.source.rows else self.add_line

    def _columns(self) -> list[Column[BudgetLine]]:
        return [
            Column(_("What for"), lambda line: line.name, edit=self._rename),
            Column(_("Planned"), lambda line: line.planned, edit=self._set_planned, width=120, right=True),
            Column(_("Spent"), lambda line: line.spent, edit=self._set_spent, width=120, right=True),
            Column(_("Note"), lambda line: line.note, tip=lambda line: line.note, edit=self._set_note, gives_way=1),
        ]

    def _rename(self, line: BudgetLine, name: str) -> None:
        if name.strip():
            self._set(line, name=name)

    def _set_planned(self, line: BudgetLine, amount: str) -> None:
        self._set(line, planned=amount)

    def _set_spent(self, line: BudgetLine, amount: str) -> None:
        self._set(line, spent=amount)

    def _set_note(self, line: BudgetLine, note: str) -> None:
        self._set(line, note=note.strip())

    def _set(self, line: BudgetLine, **cells: object) -> None:
        organisation = self._page.assessment.organisation
        self._page.session.run(lambda: organisation.change_line(line.id, **cells), self._page)
        self.refresh()

    @Slot(str)
    def _on_currency(self, text: str) -> None:
        self._page.session.run(lambda: self._page.assessment.preparation.set_details(currency=text), self._page)
        self.refresh()

    @Slot(str)
    def _on_given(self, text: str) -> None:
        organisation = self._page.assessment.organisation
        for line in filter(str.strip, text.splitlines()):
            cells = [cell.strip() for cell in line.replace("\t", ";").split(";")][:3]
            if self._page.session.run(partial(organisation.add_line, *cells), self._page) is None:
                self.add_line.setText(line)  # the others of a paste are taken
        self.refresh()

    @Slot(object)
    def _on_removing(self, line: BudgetLine) -> None:
        done = self._page.session.run(lambda: self._page.assessment.organisation.remove_line(line.id), self._page)
        self.refresh()
        if done is not None:
            self._page.session.tell_of_step(_("“{name}” was taken off the budget.").format(name=line.name))

    @Slot()
    def _on_remove(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self._on_removing(line)


def _key(line: BudgetLine) -> str:
    return line.id
