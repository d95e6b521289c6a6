"""The view of the findings: valid observations that wait, the findings area by area, and the one in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.maturity.refs import Ref
from desktop.model.records import ObservationState, Tone
from desktop.ui.deeds import Deed
from desktop.ui.pages.findings.finding_detail import FindingDetail
from desktop.ui.pages.findings.finding_rows import (
    FindingRow,
    candidate_columns,
    finding_columns,
    finding_key,
    finding_rows,
    waiting_rows,
)
from desktop.ui.pages.findings.observation_rows import ObservationRow, observation_key, observation_rows
from desktop.ui.pages.findings.observations_view import TONE_LETTERS
from desktop.ui.pages.findings.ordered_table import OrderedRows, OrderedTable
from desktop.ui.pages.interviews.part_names import PartNames
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Label
from desktop.wording import names as words
from desktop.wording.observed import finding_number

if TYPE_CHECKING:
    from desktop.ui.page import Page

WAITING, LIST, DETAIL = range(3)


class FindingsView(QWidget):
    """Valid observations on the left, findings in the middle, the one in hand on the right.

    Attributes:
        landing: what has the focus when the view comes to the front.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._shown = ""
        self._filling = False
        self._rows: list[FindingRow] = []
        self.waiting = Table(RowsModel(candidate_columns()), _("Valid observations without a finding"), sortable=False)
        self.waiting.horizontalHeader().hide()
        self.waiting.offer_deeds(self._waiting_deeds)
        self.table = OrderedTable(OrderedRows(finding_columns()), _("Findings"))
        self.table.offer_deeds(self._deeds)
        self.detail = FindingDetail()
        self.landing: QWidget = self.table
        self.nothing = Label("", "mute", wrap=True)
        self.new = QPushButton(_("New findin&g"))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the assessment as it is now."""
        assessment = self._page.assessment
        self._names = PartNames(assessment)
        self._areas = self._names.areas()
        self.new.setEnabled(not assessment.readonly)
        self.table.writable = not assessment.readonly
        observed = observation_rows(assessment, self._names)
        waiting = waiting_rows(observed)
        self.waiting.fill(waiting, observation_key)
        self.beside.say(_("Valid observations"), _told_of(observed, len(waiting)))
        self._rows = finding_rows(assessment, self._names)
        self._filling = True
        self.table.fill(self._rows, finding_key)
        self._filling = False
        self.nothing.setText(
            "" if self._rows else _("No findings yet. Select valid observations that say the same and press Enter.")
        )
        self.nothing.setVisible(not self._rows)
        self._select(self._shown)
        self._page.subtitle.setText(self.summary())

    def reveal(self, target: str) -> bool:
        """Bring a finding into view by its id; False when there is none such."""
        if not any(row.id == target for row in self._rows):
            return False
        self._select(target)
        self.table.setFocus()
        return True

    def summary(self) -> str:
        """What stands beside the page's title."""
        count, final = len(self._rows), sum(row.finding.final for row in self._rows)
        if not count:
            return ""
        many = ngettext("{count} finding", "{count} findings", count).format(count=count)
        return _("{many} · {final} for the report").format(many=many, final=final)

    def commit(self) -> None:
        """Write what is being typed."""
        self.detail.commit()

    def _lay_out(self) -> None:
        self.beside, listed = Card(_("Valid observations")), Card()
        for card in (self.beside, listed):
            card.tighten()
        self.beside.body.addWidget(self.waiting, 1)
        listed.body.addWidget(self.nothing)
        listed.body.addWidget(self.table, 1)
        listed.body.addWidget(self.new)
        self._panes = FoldingColumns()
        self._panes.add(self.beside, _("Valid observations"), 220, 240, 2)
        self._panes.add(listed, _("Findings"), 330, 440, 3)
        self._panes.add(self.detail, _("Finding in full"), 310, 330, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._panes, 1)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.moved.connect(self._on_moved)
        self.new.clicked.connect(self.add_bare)
        detail = self.detail
        detail.edited.connect(self._on_edited)
        detail.placed.connect(self._on_placed)
        detail.marking.connect(self._on_marking)
        detail.rests.opening.connect(self._on_opening)
        detail.rests.withdrawing.connect(self._on_withdrawing)
        detail.rests.parting.connect(self._on_parting)

    def _select(self, finding: str) -> None:
        self._filling = True
        found = self.table.select(lambda row: row.id == finding)
        if not found and self.table.proxy.rowCount() and self.table.current_row() is None:
            self.table.selectRow(0)
        self._filling = False
        self._show_detail()

    def _show_detail(self) -> None:
        row: FindingRow | None = self.table.current_row()
        self._shown = row.id if row is not None else ""
        self.detail.show_finding(row, self._areas, editable=not self._page.assessment.readonly)

    def _deeds(self) -> Sequence[Deed]:
        if self.table.current_row() is None or self._page.assessment.readonly:
            return ()
        toning = (Deed((key,), words.name(tone), partial(self._tone, tone)) for key, tone in TONE_LETTERS.items())
        several = len(self.table.selectionModel().selectedRows()) > 1
        merging = (Deed(("M",), _("Make one of the selected findings"), self._merge),) if several else ()
        return (
            Deed(("Enter", "F2"), _("Reword the finding"), self._reword),
            *toning,
            Deed(("R",), _("Mark for the report, or no longer"), self._mark),
            *merging,
            Deed(("Delete", "Backspace"), _("Remove the finding"), self._remove),
        )

    def _waiting_deeds(self) -> Sequence[Deed]:
        if self.waiting.current_row() is None or self._page.assessment.readonly:
            return ()
        adding = (Deed(("+",), _("Let the finding beside rest on them as well"), self._add),) if self._shown else ()
        return (Deed(("Enter", "F"), _("Make one finding of the selected ones"), self._make), *adding)

    def _run(self, operation: Callable[[], object]) -> bool:
        done = self._page.session.run(operation, self._page) is not None
        self._page.refresh()
        return done

    def _selected(self) -> list[FindingRow]:
        rows: list[FindingRow] = self.table.selected_rows()
        return rows

    def _make(self) -> None:
        rows: list[ObservationRow] = self.waiting.selected_rows()
        text = " ".join(row.observed.observation.text for row in rows)
        self._begin(text, rows[0].observed.observation.tone, None, [row.id for row in rows])

    @Slot()
    def add_bare(self) -> None:
        """A finding that rests on nothing yet, of the area of the one in hand."""
        row: FindingRow | None = self.table.current_row()
        self._begin(_("New finding"), Tone.NEUTRAL, row.place if row is not None else Ref("", ""), [])

    def _begin(self, text: str, tone: Tone, area: Ref | None, observations: Sequence[str]) -> None:
        self.detail.commit()
        it = self._page.assessment.findings
        added = self._page.session.run(
            lambda: it.add(text, tone=tone, area=area, observations=observations), self._page
        )
        if added is not None:
            self._shown = added
            self._page.refresh()
            self._reword()

    def _add(self) -> None:
        ids, finding = [row.id for row in self.waiting.selected_rows()], self._shown
        self._run(lambda: self._page.assessment.findings.keep(finding, ids))

    def _tone(self, tone: Tone) -> None:
        it = self._page.assessment.findings
        for row in self._selected():
            self._page.session.run(partial(it.change, row.id, tone=tone), self._page)
        self._page.refresh()

    def _mark(self) -> None:
        self.detail.commit()
        rows = self._selected()
        self._on_marking(not all(row.finding.final for row in rows))

    def _merge(self) -> None:
        self.detail.commit()
        rows = self._selected()
        ids, first = [row.id for row in rows], rows[0]
        self._shown = first.id
        if self._run(lambda: self._page.assessment.findings.merge(ids)):
            self._reword()

    def _reword(self) -> None:
        self._panes.bring(DETAIL)
        self.detail.start_text()

    def _remove(self) -> None:
        self.detail.forget()
        ids = [row.id for row in self._selected()]
        if self._run(lambda: self._page.assessment.findings.remove(ids)):
            self._page.session.tell_of_step(
                ngettext("The finding was removed.", "The findings were removed.", len(ids))
            )

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._filling:
            self._show_detail()

    @Slot(object, int)
    def _on_moved(self, row: FindingRow, by: int) -> None:
        """Put a row elsewhere in its area; beyond its ends it stays there."""
        order = [each.id for each in self._rows if each.place == row.place]
        here = order.index(row.id)
        there = min(max(here + by, 0), len(order) - 1)
        order.remove(row.id)
        before = order[there] if there < len(order) else ""
        if there != here:
            self._run(lambda: self._page.assessment.findings.move(row.id, before))

    @Slot(object, object)
    def _on_edited(self, finding: str, cells: dict[str, object]) -> None:
        self._run(lambda: self._page.assessment.findings.change(finding, None, **cells))

    @Slot(object, object)
    def _on_placed(self, finding: str, area: Ref) -> None:
        self._run(lambda: self._page.assessment.findings.change(finding, area=area))

    @Slot(bool)
    def _on_marking(self, final: bool) -> None:  # noqa: FBT001 - Qt's signal
        ids = [row.id for row in self._selected()]
        self._run(lambda: self._page.assessment.findings.mark(ids, final=final))

    @Slot(object)
    def _on_opening(self, observation: str) -> None:
        self._page.session.go("findings", observation)

    @Slot(object)
    def _on_withdrawing(self, observation: str) -> None:
        finding = self._shown
        self._run(lambda: self._page.assessment.findings.keep(finding, [observation], kept=False))

    @Slot(object)
    def _on_parting(self, observation: str) -> None:
        finding = self._shown
        text = self._page.assessment.observations.get(observation).observation.text
        it = self._page.assessment.findings
        added = self._page.session.run(lambda: it.split(finding, [observation], text), self._page)
        if added is not None:
            self._shown = added
            self._page.refresh()
            number = finding_number(it.get(added).number)
            self._page.session.tell_of_step(_("It is {finding} now.").format(finding=number))


def _told_of(observed: Sequence[ObservationRow], waiting: int) -> str:
    """How many valid observations wait for a finding, or why none does."""
    if waiting:
        return ngettext("{count} in no finding yet", "{count} in no finding yet", waiting).format(count=waiting)
    if any(row.state is ObservationState.VALID for row in observed):
        return _("Each is in a finding.")
    return _("None yet. Under Observations the team agrees on them (T) and calls them valid (V).")
