"""What the assessment took: hours of the team, phase by phase, and money, against the plan."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from desktop.language import _
from desktop.model.assessment.debriefing import hours_sum
from desktop.model.records import Phase
from desktop.ui.edited_lists import ListTable
from desktop.ui.page import Page
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label
from desktop.wording import names
from desktop.wording.debrief import hours_text, money_text


class HoursRow(NamedTuple):
    """The hours of a member in a phase; None where nothing was said."""

    member: str
    name: str
    phase: Phase
    planned: Decimal | None
    spent: Decimal | None


class Hours(Card):
    """Hours and cost against plan."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("What it took"), _("Hours of each member, typed in place. The budget is on Preparation."))
        self._page = page
        self.table = ListTable(RowsModel(self._columns()), _("Hours of the team"))
        self.none = Label(_("There is nobody in the team yet. Add its members on Preparation."), "mute", wrap=True)
        self.hours = Label("", "strong", wrap=True)
        self.money = Label("", "strong", wrap=True)
        self.body.addWidget(self.none)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.hours)
        self.body.addWidget(self.money)

    def refresh(self) -> None:
        """Show hours and cost as they are now."""
        assessment = self._page.assessment
        people = assessment.debriefing.hours()
        called = {member.id: member.name for member in assessment.preparation.members()}
        rows = [
            HoursRow(each.member, called.get(each.member, ""), phase, each.planned.get(phase), each.spent.get(phase))
            for each in people
            for phase in Phase
        ]
        self.none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.table.fill(rows, _key)
        self.hours.setText(hours_text(hours_sum(people)))
        details, total = assessment.preparation.details(), assessment.organisation.budget_sum()
        self.money.setText(money_text(total, details.currency))

    def reveal(self, target: str) -> bool:
        """Put the cursor on the hours of a member in a phase."""
        return self.table.select(lambda row: _key(row) == target)

    def _columns(self) -> list[Column[HoursRow]]:
        return [
            Column(_("Who"), lambda row: row.name),
            Column(_("Phase"), lambda row: names.name(row.phase), width=110),
            Column(_("Planned"), lambda row: _shown(row.planned), edit=self._set_planned, width=88, right=True),
            Column(_("Spent"), lambda row: _shown(row.spent), edit=self._set_spent, width=88, right=True),
        ]

    def _set_planned(self, row: HoursRow, typed: str) -> None:
        self._note(row, planned=typed)

    def _set_spent(self, row: HoursRow, typed: str) -> None:
        self._note(row, spent=typed)

    def _note(self, row: HoursRow, **hours: str) -> None:
        debriefing = self._page.assessment.debriefing
        self._page.session.run(lambda: debriefing.note_hours(row.member, row.phase, **hours), self._page)
        self.refresh()


def _key(row: HoursRow) -> str:
    return f"{row.member}/{row.phase}"


def _shown(hours: Decimal | None) -> str:
    return "" if hours is None else str(hours)
