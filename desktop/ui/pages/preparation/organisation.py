"""What is assessed and for whom: fields that write by themselves."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.preparation import SMALLEST_THRESHOLD
from desktop.ui.page import Page
from desktop.ui.pages.preparation.manner_card import MannerCard
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_field import DateField, noted
from desktop.ui.widgets.editors import LineField, TextField
from desktop.ui.widgets.numbers import NumberField
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label

LARGEST_THRESHOLD = 50

MOST_WIDTH = 1500
"""Longer lines are hard to read, in pixels at 100 %."""


class Organisation(QWidget):
    """The details of the assessment."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._make_fields()
        what = Card(_("What is assessed"))
        left = _form(what)
        left.addRow(_("Org&anisation"), self.organisation)
        left.addRow(_("Un&it"), self.unit)
        left.addRow(_("P&urpose"), self.purpose)
        left.addRow(_("Business goals"), self.goals)
        left.addRow(_("&Notes"), self.notes)
        terms = Card(_("On what terms"))
        right = _form(terms)
        right.addRow(_("Sponso&r"), self.sponsor)
        right.addRow(_("&Budget"), self.budget)
        for text, field in ((_("First &day on site"), self.starts), (_("&Last day on site"), self.ends)):
            label = Label(text)
            label.setBuddy(field)
            right.addRow(label, noted(field))
        privacy = Card(_("Anonymity"))
        threshold = _form(privacy)
        threshold.addRow(_("Smallest group sho&wn"), self.threshold)
        self._why = Label(style="small", wrap=True)
        privacy.body.addWidget(self._why)
        threshold.addRow(_("What was agreed"), self.confidentiality)
        self.manner = MannerCard(self._set)
        content = QWidget()
        content.setObjectName("scrolled")
        size(content, most_width=MOST_WIDTH)
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 14, 0, 0)
        columns.setSpacing(14)
        for cards, stretch in (((what, self.manner), 3), ((terms, privacy), 2)):
            column = QVBoxLayout()
            column.setSpacing(14)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, stretch)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(content, _("Details of the assessment")))

    def _make_fields(self) -> None:
        self.organisation = LineField(_("Organisation"), _("Whose services are assessed"))
        self.unit = LineField(_("Unit"), _("The part that is assessed, e.g. the service desk"))
        self.sponsor = LineField(_("Sponsor"), _("Who asked for it and acts on the results"))
        self.budget = LineField(_("Budget"), _("e.g. 20 days, or an amount with its currency"))
        self.purpose = TextField(_("Purpose"), _("What the sponsor wants to know or decide"), lines=4)
        self.goals = TextField(_("Business goals"), _("Which goals of the business it serves"), lines=3)
        self.confidentiality = TextField(
            _("What was agreed about confidentiality"), _("Who may see what, and what becomes of notes"), lines=3
        )
        self.notes = TextField(_("Notes"), _("Agreements, sites, anything the team should know"), lines=4)
        self.starts = DateField(_("First day on site"))
        self.ends = DateField(_("Last day on site"))
        self.threshold = NumberField(_("Smallest group shown"), SMALLEST_THRESHOLD, LARGEST_THRESHOLD)
        self.organisation.committed.connect(self._on_organisation)
        self.unit.committed.connect(self._on_unit)
        self.sponsor.committed.connect(self._on_sponsor)
        self.budget.committed.connect(self._on_budget)
        self.purpose.committed.connect(self._on_purpose)
        self.notes.committed.connect(self._on_notes)
        self.goals.committed.connect(self._on_goals)
        self.confidentiality.committed.connect(self._on_confidentiality)
        self.starts.committed.connect(self._on_starts)
        self.ends.committed.connect(self._on_ends)
        self.threshold.committed.connect(self._on_threshold)

    def refresh(self) -> None:
        """Show the details as they are now; what is being typed stays."""
        details = self._page.assessment.preparation.details()
        self.organisation.show_text(details.organisation)
        self.unit.show_text(details.unit)
        self.sponsor.show_text(details.sponsor)
        self.budget.show_text(details.budget)
        self.purpose.show_text(details.purpose)
        self.notes.show_text(details.notes)
        self.goals.show_text(details.goals)
        self.confidentiality.show_text(details.confidentiality)
        self.starts.show_date(details.starts)
        self.ends.show_date(details.ends)
        self.threshold.show_number(details.threshold)
        self.manner.show_details(details)
        self._why.setText(
            _(
                "In everything that leaves the team, answers of fewer than {threshold} people are left out, "
                "so that nobody can be recognised."
            ).format(threshold=details.threshold)
        )
        self.setEnabled(not self._page.assessment.readonly)

    def reveal(self, target: str) -> bool:
        """Nothing here has an id of its own."""
        return target == "assessment"

    def landing(self) -> None:
        """Which field comes first is for the user to say."""

    def _set(self, **cells: object) -> None:
        self._page.session.run(lambda: self._page.assessment.preparation.set_details(**cells), self._page)
        self._page.refresh()

    @Slot(str)
    def _on_organisation(self, text: str) -> None:
        self._set(organisation=text)

    @Slot(str)
    def _on_unit(self, text: str) -> None:
        self._set(unit=text)

    @Slot(str)
    def _on_sponsor(self, text: str) -> None:
        self._set(sponsor=text)

    @Slot(str)
    def _on_budget(self, text: str) -> None:
        self._set(budget=text)

    @Slot(str)
    def _on_purpose(self, text: str) -> None:
        self._set(purpose=text)

    @Slot(str)
    def _on_notes(self, text: str) -> None:
        self._set(notes=text)

    @Slot(str)
    def _on_goals(self, text: str) -> None:
        self._set(goals=text)

    @Slot(str)
    def _on_confidentiality(self, text: str) -> None:
        self._set(confidentiality=text)

    @Slot(object)
    def _on_starts(self, day: dt.date | None) -> None:
        self._set(starts=day)

    @Slot(object)
    def _on_ends(self, day: dt.date | None) -> None:
        self._set(ends=day)

    @Slot(int)
    def _on_threshold(self, number: int) -> None:
        self._set(threshold=number)


def _form(card: Card) -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(px(14))
    form.setVerticalSpacing(px(10))
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    card.body.addLayout(form)
    return form
