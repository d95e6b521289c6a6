"""The view of the observations: what was heard, what was made of it, and the one in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.session_reading import HeardNote
from desktop.model.maturity.refs import Ref
from desktop.model.records import Evidence, ObservationState, Stance, Tone
from desktop.ui.deeds import Deed
from desktop.ui.pages.findings.drawn_from import Behind, ids_of, text_of
from desktop.ui.pages.findings.heard_pane import HeardPane
from desktop.ui.pages.findings.heard_rows import HeardRow
from desktop.ui.pages.findings.observation_detail import ObservationDetail
from desktop.ui.pages.findings.observation_rows import (
    ObservationRow,
    observation_columns,
    observation_key,
    observation_rows,
)
from desktop.ui.pages.interviews.part_names import PartNames
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Label
from desktop.wording import names as words
from desktop.wording.observed import observation_number

if TYPE_CHECKING:
    from desktop.ui.page import Page

HEARD, LIST, DETAIL = range(3)
TONE_LETTERS = {"S": Tone.STRENGTH, "W": Tone.WEAKNESS, "A": Tone.ALTERNATIVE}


class ObservationsView(QWidget):
    """What was heard and shown on the left, observations in the middle, the one in hand on the right.

    Attributes:
        landing: what has the focus when the view comes to the front.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._shown = ""
        self._filling = self._keeps_heard = False
        self.heard, self.detail = HeardPane(), ObservationDetail()
        self.table = Table(RowsModel(observation_columns()), _("Observations"))
        self.table.offer_deeds(self._deeds)
        self.landing: QWidget = self.table
        self.nothing = Label("", "mute", wrap=True)
        self.chips = QButtonGroup(self)
        self._lay_out()
        self._connect()

    @property
    def panes(self) -> FoldingColumns:
        """The three of them."""
        return self._panes

    def refresh(self) -> None:
        """Show the assessment as it is now."""
        assessment = self._page.assessment
        self._names = PartNames(assessment)
        self.heard.writable = not assessment.readonly
        if not self._keeps_heard:
            self.heard.show_heard(assessment, self._names)
        self._rows = observation_rows(assessment, self._names)
        self._filling = True
        self.table.fill(self._rows, observation_key)
        self._filling = False
        self._count()
        self._filter()
        self._select(self._shown)
        self._page.subtitle.setText(self.summary())

    def reveal(self, target: str) -> bool:
        """Bring an observation into view by its id; False when there is none such."""
        if not any(row.id == target for row in self._rows):
            return False
        self.chips.button(0).setChecked(True)
        self._filter()
        self._select(target)
        self.table.setFocus()
        return True

    def draw(self, ids: Sequence[str]) -> None:
        """Make one observation of these notes or items of evidence."""
        notes = self._page.assessment.interviews.noted(ids)
        self._draw([*notes, *(each for each in self._page.assessment.evidence.all() if each.id in ids)])

    def pick(self, ids: Sequence[str]) -> None:
        """Select the first of notes or items among what was heard and shown, to go on with it."""
        self._panes.bring(HEARD)
        self.heard.pick(ids)
        self.heard.table.setFocus()

    def summary(self) -> str:
        """What stands beside the page's title."""
        count = len(self._rows)
        valid = sum(row.state is ObservationState.VALID for row in self._rows)
        if not count:
            return ""
        many = ngettext("{count} observation", "{count} observations", count).format(count=count)
        return _("{many} · {valid} valid").format(many=many, valid=valid)

    def commit(self) -> None:
        """Write what is being typed."""
        self.detail.commit()

    def _lay_out(self) -> None:
        listed, bar = Card(), QWidget()
        row = Flow(bar)
        for number in range(len(ObservationState) + 1):
            chip = QPushButton()
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            self.chips.addButton(chip, number)
            row.addWidget(chip)
        self.chips.button(0).setChecked(True)
        listed.tighten()
        for part in (bar, self.nothing):
            listed.body.addWidget(part)
        listed.body.addWidget(self.table, 1)
        self._panes = FoldingColumns()
        self._panes.add(self.heard, _("Heard"), 240, 260, 2)
        self._panes.add(listed, _("Observations"), 330, 420, 3)
        self._panes.add(self.detail, _("Observation in full"), 310, 330, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._panes, 1)

    def _connect(self) -> None:
        self.chips.buttonClicked.connect(self._on_chip)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.heard.drawing.connect(self._on_drawing)
        self.heard.adding.connect(self._on_adding)
        self.heard.opening.connect(self._on_opening)
        detail = self.detail
        detail.edited.connect(self._on_edited)
        detail.tagged.connect(self._on_tagged)
        detail.agreeing.connect(self._on_agreeing)
        detail.disagreeing.connect(self._on_disagreeing)
        detail.withdrawing.connect(self._on_withdrawing)
        detail.opening.connect(self._on_opening)
        detail.rejecting.connect(self._on_rejecting)
        detail.agree.clicked.connect(self.agree_all)
        detail.confirm.clicked.connect(self.confirm)

    def _count(self) -> None:
        states = [None, *ObservationState]
        for number, state in enumerate(states):
            count = sum(state in (None, row.state) for row in self._rows)
            name = _("All") if state is None else words.name(state)
            self.chips.button(number).setText(_("{filter} {count}").format(filter=name, count=count))
        self.nothing.setText(
            "" if self._rows else _("No observations yet. Select notes that tell the same and press Enter.")
        )
        self.nothing.setVisible(not self._rows)
        for chip in self.chips.buttons():
            chip.setVisible(bool(self._rows))

    def _filter(self) -> None:
        states = [None, *ObservationState]
        chosen, working = states[self.chips.checkedId()], self._shown

        def keeps(row: ObservationRow) -> bool:
            return chosen in (None, row.state) or row.id == working

        self.table.proxy.set_test(None if chosen is None else keeps)

    def _select(self, observation: str) -> None:
        self._filling = True
        found = self.table.select(lambda row: row.id == observation)
        if not found and self.table.proxy.rowCount() and self.table.current_row() is None:
            self.table.selectRow(0)
        self._filling = False
        self._show_detail()

    def _show_detail(self) -> None:
        row: ObservationRow | None = self.table.current_row()
        assessment = self._page.assessment
        self._shown = row.id if row is not None else ""
        self.detail.show_observation(
            row.observed if row is not None else None,
            row.naming if row is not None else (),
            assessment.preparation.members(),
            self._names,
            editable=not assessment.readonly,
        )

    def _deeds(self) -> Sequence[Deed]:
        if self.table.current_row() is None or self._page.assessment.readonly:
            return ()
        toning = (Deed((key,), words.name(tone), partial(self._tone, tone)) for key, tone in TONE_LETTERS.items())
        return (
            Deed(("Enter", "F2"), _("Reword the observation"), self._reword),
            *toning,
            Deed(("T",), _("The team agrees that it is accurate"), self.agree_all),
            Deed(("V",), _("Call it valid"), self.confirm),
            Deed(("R",), _("Reject it, with a reason"), self._reject),
            Deed(("D",), _("Make it a draft again"), self._reopen),
            Deed(("F",), _("Make a finding of the selected ones"), self.make_finding),
            Deed(("Delete", "Backspace"), _("Remove the observation"), self._remove),
        )

    @Slot()
    def agree_all(self) -> None:
        """The whole team agrees on the selected ones."""
        self._run_on_selected(self._page.assessment.observations.agree_all)

    @Slot()
    def confirm(self) -> None:
        """Call the selected ones valid."""
        self._run_on_selected(self._page.assessment.observations.confirm)

    def make_finding(self) -> None:
        """Make one finding of the selected ones, and go on with it."""
        self.detail.commit()
        rows = self._selected()
        if not rows:
            return
        first = rows[0].observed.observation
        text = " ".join(row.observed.observation.text for row in rows)
        ids = [row.id for row in rows]
        added = self._page.session.run(
            lambda: self._page.assessment.findings.add(text, tone=first.tone, observations=ids), self._page
        )
        if added is not None:
            self._page.refresh()
            self._page.session.go("findings", added)

    def _selected(self) -> list[ObservationRow]:
        rows: list[ObservationRow] = self.table.selected_rows()
        return rows

    def _run_on_selected(self, operation: Callable[[list[str]], object]) -> None:
        self.detail.commit()
        ids = [row.id for row in self._selected()]
        if ids:
            self._page.session.run(partial(operation, ids), self._page)
            self._follow()

    def _follow(self) -> None:
        """Show what an edit changed that draws on nothing else than before; what was heard is not read again."""
        self._keeps_heard = True
        try:
            self._page.refresh()
        finally:
            self._keeps_heard = False

    def _tone(self, tone: Tone) -> None:
        self._run_on_selected(lambda ids: self._page.assessment.observations.set_tone(ids, tone))

    def _reword(self) -> None:
        self._panes.bring(DETAIL)
        self.detail.start_text()

    def _reject(self) -> None:
        self._panes.bring(DETAIL)
        self.detail.start_reason()

    def _reopen(self) -> None:
        self._run_on_selected(self._page.assessment.observations.reopen)

    def _remove(self) -> None:
        self.detail.forget()
        rows = self._selected()
        ids = [row.id for row in rows]
        if self._page.session.run(lambda: self._page.assessment.observations.remove(ids), self._page) is None:
            return
        self._page.refresh()
        self._page.session.tell_of_step(
            ngettext("The observation was removed.", "The observations were removed.", len(rows))
        )

    def _draw(self, sources: Sequence[Behind]) -> None:
        self.detail.commit()
        text, behind = " ".join(map(text_of, sources)), ids_of(sources)
        tones = {each.note.tone for each in sources if isinstance(each, HeardNote)} - {Tone.NEUTRAL}
        tone = tones.pop() if len(tones) == 1 else Tone.NEUTRAL
        it = self._page.assessment.observations
        added = self._page.session.run(lambda: it.add(text, tone=tone, **behind), self._page)
        if added is None:
            return
        self._shown = added
        self.chips.button(0).setChecked(True)
        self._page.refresh()
        self._reword()

    @Slot(object)
    def _on_drawing(self, rows: Sequence[HeardRow]) -> None:
        self._draw([row.thing for row in rows])

    @Slot(object)
    def _on_adding(self, rows: Sequence[HeardRow]) -> None:
        sources = [each.thing for each in rows]
        row: ObservationRow | None = self.table.current_row()
        if row is None:
            self._draw(sources)
            return
        it, id_ = self._page.assessment.observations, row.id
        if self._page.session.run(lambda: it.draw(id_, **ids_of(sources)), self._page) is not None:
            self._page.refresh()
            number = observation_number(row.observed.observation.number)
            self._page.session.tell_of_step(_("{observation} is drawn from it as well.").format(observation=number))

    @Slot(object)
    def _on_opening(self, source: Behind) -> None:
        if isinstance(source, HeardNote):
            self._page.session.go("interviews", source.note.id)
        elif isinstance(source, Evidence):
            self._page.session.go("evidence", source.id)

    @Slot(object, object)
    def _on_edited(self, observation: str, cells: dict[str, object]) -> None:
        self._page.session.run(lambda: self._page.assessment.observations.change(observation, **cells), self._page)
        self._follow()

    @Slot(object, object)
    def _on_tagged(self, observation: str, parts: Sequence[Ref]) -> None:
        self._page.session.run(lambda: self._page.assessment.observations.tag(observation, parts), self._page)
        self._follow()

    @Slot(object, object)
    def _on_agreeing(self, observation: str, agreeing: Sequence[str]) -> None:
        self._take_stances(observation, Stance.AGREES, agreeing)

    @Slot(object, object)
    def _on_disagreeing(self, observation: str, disagreeing: Sequence[str]) -> None:
        self._take_stances(observation, Stance.DISAGREES, disagreeing)

    def _take_stances(self, observation: str, said: Stance, members: Sequence[str]) -> None:
        """These members say so, and nobody else."""
        it = self._page.assessment.observations
        before = {id_ for id_, stance in it.get(observation).stances.items() if stance is said}
        for member in sorted(before.symmetric_difference(members)):
            stance = said if member in members else None
            self._page.session.run(partial(it.set_stance, observation, member, stance), self._page)
        self._follow()

    @Slot(object, object)
    def _on_withdrawing(self, observation: str, source: Behind) -> None:
        it = self._page.assessment.observations
        self._page.session.run(lambda: it.withdraw(observation, **ids_of([source])), self._page)
        self._page.refresh()

    @Slot(object, str)
    def _on_rejecting(self, observation: str, reason: str) -> None:
        it, row = self._page.assessment.observations, self.table.current_row()
        if row is not None and row.state is ObservationState.REJECTED:
            done = self._page.session.run(lambda: it.reopen([observation]), self._page)
        else:
            done = self._page.session.run(lambda: it.reject(observation, reason), self._page)
        self._page.refresh()
        if done is None:
            self.detail.start_reason()
        else:
            self.table.setFocus()

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._filling:
            self._show_detail()

    @Slot(QAbstractButton)
    def _on_chip(self, _chip: QAbstractButton) -> None:
        self._shown = ""
        self._filter()
        self._select("")
