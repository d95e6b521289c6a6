"""One step and every cell it changed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from msgspec import Struct
from msgspec.structs import fields
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.journal import Cell, Change
from desktop.model.records import KINDS, Privacy, cell_rules
from desktop.ui.pages.history.called import Called
from desktop.ui.pages.history.rows import StepRow
from desktop.ui.tables import Column, RowsModel, Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.changes import change_text
from desktop.wording.records import kind_name

DETAIL_WIDTH = 316
MOST = 200
"""So many changes are listed; an imported questionnaire can have thousands."""


class ChangeRow(Struct, frozen=True):
    """A change in words: what it says, and what kind of thing it is about."""

    text: str
    about: str


class Detail(Card):
    """Shows a step and offers to go back to it."""

    def __init__(self) -> None:
        super().__init__(_("Step"))
        self.what = Label("", "body", wrap=True)
        self.who = Label("", "small", wrap=True)
        self.state = Label("", "small", wrap=True)
        self.changes = Table(
            RowsModel[ChangeRow]((Column(_("Changes"), lambda row: row.text, beneath=lambda row: row.about),)),
            _("Changes of the step"),
            sortable=False,
        )
        self.more = Label("", "small", wrap=True)
        self.after = Label("", "small", wrap=True)
        self.undo = QPushButton(_("&Undo to here"))
        self.undo.setToolTip(plain_tip(_("Undo every edit made after this step; redo brings them back")))
        for label in (self.what, self.who, self.state):
            self.body.addWidget(label)
        self.body.addWidget(self.changes, 1)
        for label in (self.more, self.after):
            self.body.addWidget(label)
        self.body.addWidget(self.undo)

    def show_step(self, row: StepRow | None, assessment: Assessment) -> None:
        """Show a step, or that none is chosen."""
        parts: tuple[QWidget, ...] = (self.what, self.who, self.state, self.changes, self.more, self.after, self.undo)
        for part in parts:
            part.setVisible(row is not None)
        if row is None:
            self.say(_("Step"), _("Choose a step in the table to see what it changed."))
            self.changes.source.set_rows([])
            return
        self.say(_("Step {number}").format(number=row.number))
        self.what.setText(row.what)
        self.who.setText(_("{author} · {when}").format(author=row.step.author, when=row.when))
        self.state.setText(row.meaning())
        changes = [change for change in assessment.history.changes(row.step.id) if not _is_bookkeeping(change)]
        self.changes.source.set_rows(change_rows(changes[:MOST], assessment))
        left = len(changes) - MOST
        self.more.setVisible(left > 0)
        self.more.setText(ngettext("and {count} more", "and {count} more", left).format(count=left))
        later = sum(edit > row.step.id for edit in assessment.history.in_effect())
        self.after.setText(
            ngettext("{count} later edit is in effect.", "{count} later edits are in effect.", later).format(
                count=later
            )
            if later
            else _("No later edit is in effect.")
        )
        self.undo.setEnabled(later > 0 and not assessment.readonly)


def change_rows(changes: Sequence[Change], assessment: Assessment) -> list[ChangeRow]:
    """Changes in words, in their order."""
    called = Called(assessment)
    come_or_go = {(change.kind, change.row) for change in changes if change.cell not in _cells(change.kind)}
    return [
        ChangeRow(
            change_text(
                change.kind,
                change.row,
                change.cell,
                *(
                    called.value(change, value)
                    for value in _values(change, comes_or_goes=(change.kind, change.row) in come_or_go)
                ),
                place=called.place(change),
            ),
            " · ".join(part for part in (kind_name(change.kind), called.about(change)) if part),
        )
        for change in changes
    ]


def _is_bookkeeping(change: Change) -> bool:
    rules = cell_rules(KINDS[change.kind])
    return change.cell in rules and rules[change.cell].privacy is Privacy.NOBODY


def _values(change: Change, *, comes_or_goes: bool) -> tuple[Cell, Cell]:
    """Before and after; where nothing was said, what holds without a word, unless the record was not there at all."""
    if comes_or_goes:
        return change.before, change.after
    unsaid = _cells(change.kind)[change.cell]
    before, after = (unsaid if value is None else value for value in (change.before, change.after))
    return before, after


@cache
def _cells(kind: str) -> dict[str, Cell]:
    """The fields of a kind of record that may change, with what holds until something is said."""
    record = KINDS[kind]
    return {
        field.name: field.default.value if isinstance(field.default, StrEnum) else field.default
        for field in fields(record)
        if field.name not in record.keys
    }
