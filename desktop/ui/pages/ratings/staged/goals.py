"""The area and its goals in a compact list, and the editor of a goal's weakness."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.scheme_settings import TeamSetting
from desktop.model.records import GoalRating
from desktop.model.scoring.results import GoalResult
from desktop.ui.deeds import Deed
from desktop.ui.pages.ratings.staged.rows import GoalEntry
from desktop.ui.pages.ratings.staged.snapshot import Subject
from desktop.ui.sizes import size
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.text import Label
from desktop.wording import names
from desktop.wording.tones import tone_of

ROW = 27
"""The height of an entry, in pixels at 100 %."""


class GoalTable(Table):
    """The area as a whole and its goals with their ratings.

    Attributes:
        leads: whether the page turns to an entry as soon as the table has the focus; else Tab only passes through.

    Signals:
        moved: the cursor came to an entry, or the table got the focus; carries its `Subject`.
        explain: Enter was pressed.
    """

    moved = Signal(object)
    explain = Signal()

    def __init__(self) -> None:
        rows: RowsModel[GoalEntry] = RowsModel(
            [
                Column(_("Goal"), text=_text, tip=_tip),
                Column(_("Practices"), text=_progress, width=150),
                Column(_("Rating"), text=_rating, tone=_tone, width=112),
            ]
        )
        super().__init__(rows, _("The area and its goals"), sortable=False, fit_rows=False)
        self.horizontalHeader().hide()
        size(self.verticalHeader(), least_section=ROW, section=ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.leads = True
        self._quiet = False
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.clicked.connect(self._on_clicked)

    def show_goals(self, entries: list[GoalEntry], subject: Subject) -> None:
        """Show entries; the cursor goes to the subject if it is among them, else nothing is marked."""
        self._quiet = True
        if list(self.source.rows) != entries:
            self.source.set_rows(entries)
            size(self, height=ROW * len(entries) + 4)
        for number, entry in enumerate(entries):
            if entry.subject == subject:
                self.setCurrentIndex(self.proxy.index(number, 0))
                break
        else:
            self.clearSelection()
        self._quiet = False

    def deeds(self) -> Sequence[Deed]:
        """Enter goes on to the words about the goal."""
        return (Deed(("Enter",), _("Say what the weakness is, or why"), self.explain.emit), *super().deeds())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With the focus the entry under the cursor becomes what the page is about."""
        self._quiet = not self.leads  # Qt puts the cursor on the first entry where it is on none
        super().focusInEvent(event)
        self._quiet = False
        if event.reason() is Qt.FocusReason.MouseFocusReason or not self.leads:
            return  # a click says which entry is meant
        if not self.currentIndex().isValid() and self.source.rowCount():
            self.setCurrentIndex(self.proxy.index(0, 0))
        elif (row := self.current_row()) is not None:
            self.moved.emit(row.subject)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.moved.emit(self.source.row(index.row()).subject)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.moved.emit(self.source.row(index.row()).subject)


class GoalEditor(QWidget):
    """What the team says of a goal's weaknesses.

    Signals:
        weakness: (str) the weakness text.
        significant: (bool) whether the weaknesses outweigh what is in place.
        left: Enter in the field; the cursor should go back to the goals.
    """

    weakness = Signal(object)
    significant = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.goal = Label("", "body", wrap=True)
        self.outweigh = QCheckBox(_("The weaknesses together &outweigh what is in place"))
        self.outweigh.clicked.connect(self._on_outweigh)
        self.text = LineField(_("Weakness of the goal"))
        self.text.committed.connect(self._on_text)
        self.text.returnPressed.connect(self._on_return)
        label = Label(_("&Weakness"), "mute")
        label.setBuddy(self.text)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label)
        line.addWidget(self.text, 1)
        self.missing = Label("", "small")
        self.missing.setProperty("tone", "bad")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.goal)
        rows.addLayout(line)
        rows.addWidget(self.missing, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.outweigh)

    def show_goal(
        self, text: str, rating: GoalRating, result: GoalResult, team: TeamSetting, *, readonly: bool
    ) -> None:
        """Show a goal, as far as the model lets the team go."""
        self.goal.setText(text)
        self.text.show_text(rating.weakness)
        self.text.setReadOnly(readonly)
        self.text.setPlaceholderText(_("What is missing, as short sentences that name nobody"))
        self.outweigh.setChecked(rating.weaknesses_significant)
        self.outweigh.setEnabled(not readonly and (team.may_lower or rating.weaknesses_significant))
        self.missing.setVisible(result.weakness_missing)
        self.missing.setText(_("Compulsory: an unsatisfied goal must say which weakness causes it."))

    def commit(self) -> None:
        """Write what is being typed."""
        self.text.commit()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.weakness.emit(text)

    @Slot(bool)
    def _on_outweigh(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.significant.emit(on)

    @Slot()
    def _on_return(self) -> None:
        self.left.emit()


def _text(entry: GoalEntry) -> str:
    return entry.text


def _tip(entry: GoalEntry) -> str:
    return entry.tip


def _progress(entry: GoalEntry) -> str:
    return entry.progress


def _rating(entry: GoalEntry) -> str:
    return names.name(entry.rating)


def _tone(entry: GoalEntry) -> str:
    return tone_of(entry.rating)
