"""What became of the forms that were imported: one line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from desktop.language import _, ngettext
from desktop.model.assessment.forms import Outcome
from desktop.model.errors import RefusalError
from desktop.ui.deeds import Deed
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.forms import outdated_lines, passed_over, remark_line, taken_line
from desktop.wording.refusals import sentence

if TYPE_CHECKING:
    from desktop.exchange.forms.intake import Line


class Imported(Card):
    """Hidden until something was imported.

    Attributes:
        passed_over: how many files in the folders that were read cannot be forms.

    Signals:
        closed: the lines were read.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__(_("Imported forms"))
        self.passed_over = 0
        columns: list[Column[Line]] = [
            Column(_("File"), lambda line: line.path.name, tip=lambda line: str(line.path), width=250),
            Column(_("Outcome"), _outcome, tone=_tone, width=120),
            Column(_("What came of it, or why it is refused"), _reason),
        ]
        self.table = _Lines(RowsModel(columns), _("Imported forms"))
        self._copy = QPushButton(_("Cop&y"))
        self._copy.setToolTip(plain_tip(_("Copy all lines as text")))
        self._copy.clicked.connect(self.table.copy)
        self._close = QPushButton(_("C&lose"))
        self._close.clicked.connect(self._on_close)
        self.table.closing.connect(self._on_close)
        self.head.addWidget(self._copy)
        self.head.addWidget(self._close)
        self.body.addWidget(self.table, 1)
        self.hide()

    def show_lines(self, lines: list[Line]) -> None:
        """Show what became of the files, refused ones first."""
        refused = [line for line in lines if isinstance(line.result, RefusalError)]
        others = [line for line in lines if not isinstance(line.result, RefusalError)]
        self.table.source.set_rows([*refused, *others])
        taken = sum(not isinstance(line.result, RefusalError) and line.result.outcome.is_taken for line in lines)
        text = ngettext("{count} form imported", "{count} forms imported", taken).format(count=taken)
        if refused:
            text += " · " + _("{count} refused").format(count=len(refused))
        if self.passed_over:
            text += " · " + passed_over(self.passed_over)
        self.say(text)
        self.show()
        self.table.setFocus()
        self.table.setCurrentIndex(self.table.proxy.index(0, 0))

    @property
    def is_open(self) -> bool:
        """Whether the lines are shown."""
        return not self.isHidden()

    @Slot()
    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()


class _Lines(Table):
    closing = Signal()

    def __init__(self, source: RowsModel[Line], accessible_name: str) -> None:
        super().__init__(source, accessible_name, sortable=False)

    def deeds(self) -> Sequence[Deed]:
        """Esc goes back to the list of forms."""
        return (Deed(("Esc",), _("Close"), self.closing.emit), *super().deeds())

    @Slot()
    def copy(self) -> None:
        """Copy all lines as text, a tab between the columns."""
        rows: tuple[Line, ...] = self.source.rows
        text = "\n".join("\t".join((line.path.name, _outcome(line), _reason(line))) for line in rows)
        QGuiApplication.clipboard().setText(text)


def _outcome(line: Line) -> str:
    if isinstance(line.result, RefusalError):
        return _("Refused")
    return {
        Outcome.NEW: _("Imported"),
        Outcome.REPLACED: _("Replaced"),
        Outcome.UNCHANGED: _("Unchanged"),
        Outcome.BLANK: _("Blank"),
        Outcome.EARLIER: _("Earlier version"),
        Outcome.KEPT: _("Not imported"),
        Outcome.LEFT_OUT: _("Left out before"),
    }[line.result.outcome]


def _tone(line: Line) -> str:
    if isinstance(line.result, RefusalError):
        return "bad"
    return "good" if line.result.outcome in (Outcome.NEW, Outcome.REPLACED) else "plain"


def _reason(line: Line) -> str:
    if isinstance(line.result, RefusalError):
        return sentence(line.result)
    did = taken_line(line.result, line.winner.name if line.winner else "")
    remarks = line.form.remarks if line.form else ()
    return ". ".join((did, *outdated_lines(line.result), *map(remark_line, remarks)))
