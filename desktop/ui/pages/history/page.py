"""History: every step ever made, what it changed, and the way back to it; and what the team makes of it all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.records import KINDS
from desktop.ui.collation import in_order
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.pages.history.arrival_rows import folded
from desktop.ui.pages.history.conflict_list import ConflictList
from desktop.ui.pages.history.copy_list import CopyList
from desktop.ui.pages.history.debrief import Debrief
from desktop.ui.pages.history.detail import DETAIL_WIDTH, Detail
from desktop.ui.pages.history.moments_view import MomentsView
from desktop.ui.pages.history.restore_view import RestoreView
from desktop.ui.pages.history.rows import StepRow, columns, rows
from desktop.ui.session import Session
from desktop.ui.sizes import size
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.front_tabs import FrontTabs
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.text import Label
from desktop.wording.called import question_names

if TYPE_CHECKING:
    from desktop.model.journal import Changed, Step

BATCH = 300
"""So many steps are shown at once; older ones when asked for, all of them while a filter is set."""

SLICE = 3_000
"""So many of them are made ready for a search at a time; some hundredths of a second."""

_ROW_HEIGHT = 38


class HistoryPage(Page):
    """The steps, the newest first; then and now, restore points, conflicts, copies, and the debrief."""

    concerns: ClassVar[frozenset[str]] = frozenset(KINDS)
    fills_front: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("History"))
        self._limit = BATCH
        self._shown = 0
        self._filling = False
        self._opened: set[int] = set()
        self._all: list[StepRow] | None = None
        self._unmade: list[Step] = []
        self._making = QTimer(self, singleShot=True, interval=0)
        self._making.timeout.connect(self._on_making)
        self.search = SearchField(_("Search steps"))
        self.author = Choice(_("Author"))
        self.table = Table(RowsModel(columns()), _("Steps of the assessment"), sortable=False, fit_rows=False)
        self.detail = Detail()
        self.nothing = Label("", "mute", wrap=True)
        self.older = QPushButton(_("Show &older steps"))
        self.debrief, self.moments, self.points = Debrief(self), MomentsView(self), RestoreView(self)
        self.conflicts, self.copies = ConflictList(self), CopyList(self)
        self.tabs = FrontTabs()
        self._lay_out()
        self._connect()
        self.landing = self.table

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.search, 1)
        size(self.author, width=220)
        above.addWidget(self.author)
        steps = Card()
        steps.tighten()
        steps.body.addWidget(self.nothing)
        steps.body.addWidget(self.table, 1)
        steps.body.addWidget(self.older, 0, Qt.AlignmentFlag.AlignHCenter)
        below = FoldingColumns()
        below.add(steps, _("Steps"), 400, 640, 2)
        below.add(self.detail, _("The step in full"), DETAIL_WIDTH, DETAIL_WIDTH, 1)
        view = QWidget()
        frame = QVBoxLayout(view)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addLayout(above)
        frame.addWidget(below, 1)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(_("Views of the history"))
        self.tabs.addTab(view, _("S&teps"))
        self.tabs.addTab(self.moments, _("Then and &now"))
        self.tabs.addTab(self.points, _("Restore &points"))
        self.tabs.addTab(self.conflicts, _("C&onflicts"))
        self.tabs.addTab(self.copies, _("Cop&ies"))
        self.tabs.addTab(self.debrief, _("&Debrief"))
        self.body.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_filter)
        self.search.left.connect(self._enter_table)
        self.author.chosen.connect(self._on_filter)
        self.older.clicked.connect(self.show_older)
        self.detail.undo.clicked.connect(self.undo_to_here)
        self.detail.then.clicked.connect(self.see_then)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.offer_deeds(self._step_deeds)
        self.tabs.currentChanged.connect(self._on_view)

    def refresh(self) -> None:
        """Show the view in front: of the steps the newest, or all of them while a filter is set."""
        view = self.tabs.currentWidget()
        if isinstance(view, Debrief | MomentsView | RestoreView | ConflictList | CopyList):
            view.refresh()
            self.landing = view.landing()
            self.subtitle.setText(view.summary())
            return
        self.landing = self.table
        self._show_steps()

    def _show_steps(self) -> None:
        history = self.assessment.history
        self.author.offer([(None, _("Everybody")), *((author, author) for author in in_order(history.authors()))])
        words, author = self.search.text().casefold().split(), cast("str | None", self.author.value())
        filtered = bool(words) or author is not None
        if filtered:
            found, more = [row for row in self._every() if row.passes(words, author)], False
        else:
            steps = history.steps(self._limit + 1)
            single = rows(history, steps[: self._limit], question_names(self.assessment))
            found, more = folded(single, self.assessment.merging.arrivals(), self._opened), len(steps) > self._limit
        self._filling = True
        size(self.table.verticalHeader(), section=_ROW_HEIGHT)
        self.table.source.set_rows(found)
        self._filling = False
        self.older.setVisible(more)
        self.nothing.setVisible(not found)
        self.nothing.setText(
            _("Looking further back …")
            if self._unmade
            else _("No step matches this filter. Clear the search or choose everybody.")
        )
        shown = sum(len(row.parts) or not row.inside for row in found)
        self._say_counts(shown, history.count(), filtered=filtered)
        self._select(self._shown)

    def reveal(self, target: str) -> None:
        """Show a step by its number, or a part of the debrief by its id."""
        if not target.isdigit():
            self._reveal_debrief(target)
            return
        self.tabs.setCurrentIndex(0)
        self.show_now()
        if not self._select(int(target)):
            self.search.clear()
            self.author.show_value(None)
            self._limit = max(self._limit, self.assessment.history.count(int(target)))
            self._shown = int(target)
            self.refresh()
        self.table.setFocus()

    def _reveal_debrief(self, target: str) -> None:
        self.copies.refresh()
        if self.copies.reveal(target):
            self.tabs.setCurrentWidget(self.copies)
            return
        self.debrief.refresh()
        found = self.debrief.reveal(target)
        if found is not None:
            self.tabs.setCurrentWidget(self.debrief)
            found.setFocus()

    @Slot()
    def show_older(self) -> None:
        """Show more of the past."""
        self._limit += BATCH
        place = self.table.verticalScrollBar().value()
        self.refresh()
        self.table.verticalScrollBar().setValue(place)

    @Slot()
    def see_then(self) -> None:
        """Show the assessment as it was after the chosen step."""
        row: StepRow | None = self.table.current_row()
        if row is not None:
            self.session.then_wanted.emit(row.step.id)

    @Slot()
    def undo_to_here(self) -> None:
        """Undo every edit made after the chosen step."""
        row: StepRow | None = self.table.current_row()
        if row is None:
            return
        history = self.assessment.history
        before = len(history.in_effect())
        if self.session.run(lambda: history.undo_to(row.number), self) is None:
            return
        self.refresh()
        self.table.setFocus()
        undone = before - len(history.in_effect())
        self.session.tell(
            ngettext(
                "{count} edit after step {number} was undone. Redo brings it back.",
                "{count} edits after step {number} were undone. Redo brings them back, one at a time.",
                undone,
            ).format(count=undone, number=row.number)
        )

    def _every(self) -> list[StepRow]:
        """All steps, kept while nothing changes, so that a search follows the typing; of very many the newest first."""
        if self._all is None:
            self._all, self._unmade = [], self.assessment.history.steps()
            self._make_rows(self._all)
        return self._all

    def _make_rows(self, made: list[StepRow]) -> None:
        """Some more of them; the rest between two keys."""
        some, self._unmade = self._unmade[:SLICE], self._unmade[SLICE:]
        made += rows(self.assessment.history, some, question_names(self.assessment))
        if self._unmade:
            self._making.start()

    @Slot()
    def _on_making(self) -> None:
        if self._all is None or not self.session.is_open:
            return
        self._make_rows(self._all)
        if not self._unmade and self.tabs.currentIndex() == 0:
            self.refresh()

    def _on_changed(self, changed: Changed, initiator: object) -> None:
        """What was found may stand otherwise, and there may be more: what comes in can be older than what is here."""
        self._all, self._unmade = None, []
        super()._on_changed(changed, initiator)

    def _say_counts(self, shown: int, count: int, *, filtered: bool) -> None:
        if filtered and self._unmade:
            text = ngettext("{count} step found so far", "{count} steps found so far", shown).format(count=shown)
        elif filtered:
            text = ngettext("{count} step found", "{count} steps found", shown).format(count=shown)
        elif shown < count:
            text = _("the newest {shown} of {count} steps").format(shown=shown, count=count)
        else:
            text = ngettext("{count} step", "{count} steps", shown).format(count=shown)
        self.subtitle.setText(text)

    def _select(self, number: int) -> bool:
        found = self.table.select(lambda row: row.number == number and bool(row.parts)) or self.table.select(
            lambda row: row.number == number
        )
        if not found and self.table.proxy.rowCount():
            self.table.selectRow(0)
        self._show_detail()
        return found

    def _show_detail(self) -> None:
        row: StepRow | None = self.table.current_row()
        self._shown = row.number if row else 0
        self.detail.show_step(row, self.assessment)

    @Slot()
    def _on_view(self) -> None:
        if not self.session.is_open:
            return
        self._stale = False
        self.refresh()
        if self.landing.isVisible() and not self.tabs.tabBar().hasFocus():
            self.landing.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_filter(self) -> None:
        self.refresh()

    def _step_deeds(self) -> Sequence[Deed]:
        row: StepRow | None = self.table.current_row()
        if row is None:
            return ()
        if row.parts:
            words = _("Hide its steps") if row.inside in self._opened else _("Show its steps")
            return (Deed(("Enter",), words, self.open_merge),)
        return (
            Deed(("Enter",), _("Go to “Undo to here”"), self.detail.undo.setFocus),
            Deed(("T",), _("See the assessment as it was then"), self.see_then),
        )

    def open_merge(self) -> None:
        """Show the steps of the merge with the cursor, or hide them again."""
        row: StepRow | None = self.table.current_row()
        if row is not None and row.parts:
            self._opened ^= {row.inside}
            self.refresh()

    @Slot()
    def _enter_table(self) -> None:
        self.table.setFocus()

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._filling:
            self._show_detail()
