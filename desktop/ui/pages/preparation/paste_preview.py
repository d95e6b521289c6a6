"""What was pasted, before any of it is taken: who it would add, and what has no place yet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.ui.deeds import Deed
from desktop.ui.pages.preparation.pasting import PastedPeople, PersonField
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.theme import px
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Label

SHOWN = 8
"""So many pieces without a place are told."""

Row = tuple[str, ...]


class PastePreview(QWidget):
    """A table of the pasted cells with a choice over each column; hidden until something needs a look.

    Signals:
        taken: (list of `NewPerson`) they should be added.
        left: nothing is to be added; the cursor should go back.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pasted = PastedPeople()
        self.said = Label("", "strong", wrap=True)
        self.left_over = Label("", "small", wrap=True)
        self.choices: list[Choice] = []
        self._fields = QHBoxLayout()
        self._fields.setSpacing(px(6))
        self.table: Table | None = None
        self._place = QVBoxLayout()
        self.add = QPushButton(_("&Add participants"))
        self.add.setProperty("kind", "primary")
        self.add.clicked.connect(self._on_add)
        self.cancel = QPushButton(_("Add nobody"))
        self.cancel.clicked.connect(self._on_cancel)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.left_over)
        column.addLayout(self._fields)
        column.addLayout(self._place, 1)
        column.addLayout(buttons)
        self.hide()

    def show_people(self, pasted: PastedPeople) -> None:
        """Show what was pasted, with what each column is taken for."""
        for choice in self.choices:
            self._fields.removeWidget(choice)
            choice.deleteLater()
        self.choices = [self._choice(place) for place in range(len(pasted.fields))]
        self._show(pasted)
        self.show()
        self.add.setFocus()

    def deeds(self) -> Sequence[Deed]:
        """What the table offers."""
        return (Deed(("Enter",), _("Add these participants"), self._on_add),)

    def _choice(self, place: int) -> Choice:
        heading = self._pasted.headings[place] if place < len(self._pasted.headings) else ""
        choice = Choice(_("Column {number} {heading}").format(number=place + 1, heading=heading).strip())
        choice.offer([(field, field_name(field)) for field in PersonField])
        choice.chosen.connect(self._on_field)
        self._fields.addWidget(choice, 1)
        return choice

    def _show(self, pasted: PastedPeople) -> None:
        self._pasted = pasted
        for choice, field in zip(self.choices, pasted.fields, strict=True):
            choice.show_value(field)
        people = pasted.people()
        count = len(people)
        self.said.setText(
            ngettext("{count} participant was found.", "{count} participants were found.", count).format(count=count)
            + " "
            + _("Check that every column holds what its heading says, then add them.")
        )
        left = pasted.left_over()
        shown = ", ".join(f"“{piece}”" for piece in left[:SHOWN])
        more = _("{shown} and {more} more").format(shown=shown, more=len(left) - SHOWN) if len(left) > SHOWN else shown
        self.left_over.setText(_("Left out, because it fits no column: {pieces}").format(pieces=more))
        self.left_over.setVisible(bool(left))
        self.add.setText(ngettext("&Add {count} participant", "&Add {count} participants", count).format(count=count))
        self.add.setEnabled(count > 0)
        self._show_table(pasted)

    def _show_table(self, pasted: PastedPeople) -> None:
        if self.table is not None:
            self._place.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        columns: list[Column[Row]] = [
            Column(field_name(field), partial(_cell, place)) for place, field in enumerate(pasted.fields)
        ]
        self.table = Table(RowsModel(columns), _("Pasted participants"), sortable=False)
        self.table.offer_deeds(self.deeds)
        self.table.source.set_rows(pasted.rows)
        self._place.addWidget(self.table)

    @Slot(object)
    def _on_field(self, field: PersonField) -> None:
        place = next(place for place, choice in enumerate(self.choices) if choice is self.sender())
        self._show(self._pasted.taken_as(place, field))

    @Slot()
    def _on_add(self) -> None:
        self.hide()
        self.taken.emit(self._pasted.people())

    @Slot()
    def _on_cancel(self) -> None:
        self.hide()
        self.left.emit()


def field_name(field: PersonField) -> str:
    """What a field is called."""
    return {
        PersonField.NAME: _("Name"),
        PersonField.EMAIL: _("E-mail"),
        PersonField.ROLE: _("Role"),
        PersonField.GROUP: _("Group"),
        PersonField.UNIT: _("Unit"),
        PersonField.SERVICE: _("Service"),
        PersonField.ASKED: _("Questionnaire"),
        PersonField.INTERVIEWED: _("Interview"),
        PersonField.DISCUSSES: _("Discussion"),
        PersonField.FIRST_NAME: _("First name"),
        PersonField.LAST_NAME: _("Last name"),
        PersonField.NOTHING: _("Left out"),
    }[field]


def _cell(place: int, row: Row) -> str:
    return row[place]
