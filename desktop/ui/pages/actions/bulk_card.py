"""Several actions changed together, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.exchange.typed_days import UnclearDayError
from desktop.language import _, ngettext
from desktop.model.records import Action, ActionStatus, Milestone
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.field_grid import FieldGrid, labelled
from desktop.ui.widgets.text import Label
from desktop.wording import names

_STAYS = None


class BulkCard(Card):
    """What several actions are to have in common; what is left as it stands stays as it is in each.

    `applied` carries ``(ids of actions, fields to set, tags with whether they have them)``.
    """

    applied = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__(" ")
        self._actions: tuple[str, ...] = ()
        self.status, self.milestone = Choice(_("Status of all")), Choice(_("Milestone of all"))
        self.because, self.owner, self.tag, self.untag = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.due = DateField(_("Due date of all"))
        self.apply = QPushButton(_("Ch&ange"))
        self.apply.setProperty("kind", "primary")
        for field, name, hint in (
            (self.because, _("Dropped because"), _("Why they are dropped")),
            (self.owner, _("Owner of all"), _("Stays as it is")),
            (self.tag, _("Add a tag to all"), _("Stays as it is")),
            (self.untag, _("Take a tag off all"), _("Stays as it is")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
        self.because_label = labelled(_("Because"), self.because)
        rows: tuple[tuple[QWidget, QWidget], ...] = (
            (labelled(_("&Status"), self.status), self.status),
            (self.because_label, self.because),
            (labelled(_("O&wner"), self.owner), self.owner),
            (labelled(_("D&ue"), self.due), self.due),
            (labelled(_("&Milestone"), self.milestone), self.milestone),
            (labelled(_("Add &tag"), self.tag), self.tag),
            (labelled(_("Ta&ke tag off"), self.untag), self.untag),
        )
        self.body.addWidget(Label(_("What you leave empty stays as it is in each of them."), "mute", wrap=True))
        self.body.addLayout(FieldGrid(rows))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.apply)
        self.body.addLayout(row)
        self.body.addStretch(1)
        for before, after in pairwise((*(field for _label, field in rows), self.apply)):
            QWidget.setTabOrder(before, after)
        self.status.chosen.connect(self._on_status)
        self.apply.clicked.connect(self._on_apply)

    def show_actions(self, actions: Sequence[Action], milestones: Sequence[Milestone], *, editable: bool) -> None:
        """Offer to change these together; other actions than before begin anew."""
        ids = tuple(action.id for action in actions)
        if set(ids) != set(self._actions):
            self._clear()
        self._actions = ids
        count = len(ids)
        self.say(ngettext("{count} action chosen", "{count} actions chosen", count).format(count=count))
        self.apply.setText(ngettext("Ch&ange {count} action", "Ch&ange {count} actions", count).format(count=count))
        self.apply.setEnabled(editable)
        offered = [each for each in ActionStatus if each is not ActionStatus.VERIFIED]
        self.status.offer([(_STAYS, _("Stays as it is")), *((each, names.name(each)) for each in offered)])
        found = [("", _("None")), *((each.id, each.title) for each in milestones)]
        self.milestone.offer([(_STAYS, _("Stays as it is")), *found])
        self._on_status(self.status.value())

    def _clear(self) -> None:
        for field in (self.because, self.owner, self.tag, self.untag):
            field.clear()
        for choice in (self.status, self.milestone):
            choice.show_value(_STAYS)
        self.due.show_date(None, object())

    @Slot(object)
    def _on_status(self, status: object) -> None:
        for part in (self.because, self.because_label):
            part.setVisible(status is ActionStatus.DROPPED)

    @Slot()
    def _on_apply(self) -> None:
        cells: dict[str, object] = {}
        try:
            due = self.due.value()
        except UnclearDayError:
            self.due.commit()
            self.due.setFocus()
            return
        if due is not None:
            cells["due"] = due
        status = cast("ActionStatus | None", self.status.value())
        if status is not None:
            cells["status"] = status
        if status is ActionStatus.DROPPED:
            cells["dropped_because"] = self.because.text()
        if self.owner.text().strip():
            cells["owner"] = self.owner.text().strip()
        milestone = cast("str | None", self.milestone.value())
        if milestone is not None:
            cells["milestone"] = milestone
        tags = {self.untag.text(): False} if self.untag.text().strip() else {}
        tags |= {self.tag.text(): True} if self.tag.text().strip() else {}
        if cells or tags:
            self.applied.emit(self._actions, cells, tags)

    def applied_all(self) -> None:
        """It is in the file: begin anew."""
        self._clear()
        self._on_status(None)
