"""How dates and numbers are written in what leaves the team."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout

from desktop.language import _
from desktop.model.records import DayStyle, DecimalMark, Details
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Label
from desktop.wording.manners import day_example, mark_example


class MannerCard(Card):
    """Two choices, each told by an example."""

    def __init__(self, set_details: Callable[..., None]) -> None:
        super().__init__(_("Dates and numbers"))
        self._set = set_details
        self.days = Choice(_("How days are written"))
        self.days.offer([(style, day_example(style)) for style in DayStyle])
        self.days.chosen.connect(self._on_days)
        self.mark = Choice(_("Decimal mark"))
        self.mark.offer([(mark, mark_example(mark)) for mark in DecimalMark])
        self.mark.chosen.connect(self._on_mark)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for text, field in ((_("Days"), self.days), (_("Decimal mark"), self.mark)):
            label = Label(text)
            label.setBuddy(field)
            form.addRow(label, field)
        self.body.addLayout(form)
        note = _("So they stand in reports, workbooks, slides and pictures. The window always writes them as it does.")
        self.body.addWidget(Label(note, "small", wrap=True))

    def show_details(self, details: Details) -> None:
        """Show what is chosen."""
        self.days.show_value(details.day_style)
        self.mark.show_value(details.decimal_mark)

    @Slot(object)
    def _on_days(self, style: DayStyle) -> None:
        self._set(day_style=style)

    @Slot(object)
    def _on_mark(self, mark: DecimalMark) -> None:
        self._set(decimal_mark=mark)
