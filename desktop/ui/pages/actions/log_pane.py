"""The progress log of an action: a line to write, and below it what happened, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.exchange.typed_days import UnclearDayError
from desktop.language import _, pgettext
from desktop.model.assessment.action_log import LogLine
from desktop.ui.deeds import Deed
from desktop.ui.pages.actions.rows import today
from desktop.ui.sizes import size
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.theme import px
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.text import Label
from desktop.wording import names


class LogPane(QWidget):
    """What happened to one action.

    Signals:
        writing: ``(action id, text, day, by)``.
        rewording: ``(entry id, text)``.
        erasing: ``(entry id)``.
    """

    writing = Signal(object, object, object, object)
    rewording = Signal(object, object)
    erasing = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self._action, self._editable = "", True
        self.text, self.by = QLineEdit(), QLineEdit()
        self.day = DateField(_("Day of the entry"))
        self.write = QPushButton(_("&Write down"))
        self.lines = Table(RowsModel(self._columns()), _("Log of the action"), sortable=False)
        self.lines.horizontalHeader().hide()
        self.nothing = Label(
            _("How the action goes on: who said what, what was decided, what holds it up. The log stays in the team."),
            "mute",
            wrap=True,
        )
        self._lay_out()
        self.write.clicked.connect(self._on_write)
        for field in (self.text, self.by):
            field.returnPressed.connect(self._on_write)
        self.lines.offer_deeds(self._line_deeds)

    def show_log(self, action: str, found: Sequence[LogLine], *, editable: bool) -> None:
        """Show what happened to an action."""
        if action != self._action:
            self._action = action
            self.text.clear()
            self.day.show_date(today(), action)
        self._editable = editable
        for widget in (self.text, self.by, self.day, self.write):
            widget.setEnabled(editable)
        self.lines.fill(list(found), _key)
        self.lines.setVisible(bool(found))
        self.nothing.setVisible(not found)

    def written(self) -> None:
        """The entry is in the file: make room for the next."""
        self.text.clear()
        self.day.show_date(today(), self._action)
        self.text.setFocus()

    def _lay_out(self) -> None:
        self.text.setAccessibleName(_("Entry in the log"))
        self.text.setPlaceholderText(_("What is to be known"))
        self.by.setAccessibleName(_("Who says so"))
        self.by.setPlaceholderText(_("Who says so, e.g. desk lead"))
        size(self.day, width=136)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self.day)
        second.addWidget(self.by, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, px(12), 0)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addLayout(second)
        column.addWidget(self.day.note)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.write)
        column.addLayout(row)
        column.addWidget(self.nothing)
        column.addWidget(self.lines, 1)
        for before, after in (
            (self.text, self.day),
            (self.day, self.by),
            (self.by, self.write),
            (self.write, self.lines),
        ):
            QWidget.setTabOrder(before, after)

    def _columns(self) -> list[Column[LogLine]]:
        return [
            Column(_("Day"), lambda line: names.day(line.day), width=96),
            Column(_("What"), _told, beneath=lambda line: line.by or None, tip=_told, edit=self._reword),
        ]

    def _line_deeds(self) -> Sequence[Deed]:
        line: LogLine | None = self.lines.current_row()
        if line is None or not line.entry or not self._editable:
            return ()
        return (Deed(("Delete", "Backspace"), _("Remove the entry"), self._erase),)

    def _erase(self) -> None:
        line: LogLine | None = self.lines.current_row()
        if line is not None and line.entry:
            self.erasing.emit(line.entry)

    def _reword(self, line: LogLine, text: str) -> None:
        if line.entry and text.strip() and self._editable:
            self.rewording.emit(line.entry, text)

    @Slot()
    def _on_write(self) -> None:
        try:
            day = self.day.value() or today()
        except UnclearDayError:
            self.day.commit()
            self.day.setFocus()
            return
        if self._action and self.text.text().strip():
            self.writing.emit(self._action, self.text.text(), day, self.by.text())
        else:
            self.text.setFocus()


def _key(line: LogLine) -> object:
    return line.entry or (line.day, line.status, line.by)


def _told(line: LogLine) -> str:
    if line.status is None:
        return line.text
    said = names.name(line.status)
    return pgettext("of an action", "Reopened: {status}").format(status=said.lower()) if line.reopened else said
