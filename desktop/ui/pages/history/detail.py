"""One step and every cell it changed."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.ui.pages.history.rows import StepRow
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names
from desktop.wording.change_rows import ChangeRow, change_rows, is_bookkeeping

DETAIL_WIDTH = 316
MOST = 200
"""So many changes are listed; an imported questionnaire can have thousands."""


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
        self.then = QPushButton(_("&See it as it was then"))
        self.then.setToolTip(plain_tip(_("Show the whole assessment as it was after this step; nothing is changed")))
        self.undo = QPushButton(_("&Undo to here"))
        self.undo.setToolTip(plain_tip(_("Undo every edit made after this step; redo brings them back")))
        for label in (self.what, self.who, self.state):
            self.body.addWidget(label)
        self.body.addWidget(self.changes, 1)
        for label in (self.more, self.after):
            self.body.addWidget(label)
        self.body.addWidget(self.then)
        self.body.addWidget(self.undo)

    def show_step(self, row: StepRow | None, assessment: Assessment) -> None:
        """Show a step, or that none is chosen."""
        parts: tuple[QWidget, ...] = (
            self.what,
            self.who,
            self.state,
            self.changes,
            self.more,
            self.after,
            self.then,
            self.undo,
        )
        for part in parts:
            part.setVisible(row is not None)
        if row is None:
            self.say(_("Step"), _("Choose a step in the table to see what it changed."))
            self.changes.source.set_rows([])
            return
        if row.parts:
            self._show_merge(row)
            return
        self.say(_("Step {number}").format(number=row.number))
        self.what.setText(row.what)
        self.who.setText(_("{author} · {when}").format(author=names.author(row.step.author), when=row.when))
        self.state.setText(row.meaning())
        changes = [change for change in assessment.history.changes(row.step.id) if not is_bookkeeping(change)]
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

    def _show_merge(self, row: StepRow) -> None:
        """Show what came in together."""
        self.say(_("Merge"))
        self.what.setText(row.what.partition(" ")[2])
        self.who.setText(_("{author} · {when}").format(author=names.author(row.step.author), when=row.when))
        self.state.setText(row.meaning())
        told = [
            ChangeRow(part.what, _("{author} · {when}").format(author=names.author(part.step.author), when=part.when))
            for part in row.parts
        ]
        self.changes.source.set_rows(told[:MOST])
        left = len(told) - MOST
        self.more.setVisible(left > 0)
        self.more.setText(ngettext("and {count} more", "and {count} more", left).format(count=left))
        self.after.hide()
        self.undo.hide()
