"""The finding in hand: its words, what it says and of which area, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.ui.pages.findings.finding_rows import FindingRow
from desktop.ui.pages.findings.rests_on import RestsOn
from desktop.ui.pages.findings.worded_card import WordedCard
from desktop.ui.pages.interviews.part_names import NO_AREA
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.editors import TextField
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.observed import finding_number


class FindingDetail(WordedCard):
    """What is said of the finding beside its words.

    Signals:
        placed: ``(id, area)``.
        marking: whether it is for the report.
    """

    placed = Signal(object, object)
    marking = Signal(bool)

    def __init__(self) -> None:
        text = TextField(_("Text of the finding"), _("In the words of the team; it names nobody"), lines=2)
        super().__init__(_("Finding"), text, _("What the finding says"))
        self._final = False
        self.area = Choice(_("Area of the finding"))
        self.rests = RestsOn()
        self.lacking = Label("", "mute", wrap=True)
        self.mark = QPushButton(_("Mark for the &report"))
        self.mark.setToolTip(plain_tip(_("The report shows it outside the team (R in the list)")))
        self._lay_out()
        self._connect()

    def show_finding(self, row: FindingRow | None, areas: Sequence[tuple[str, str]], *, editable: bool) -> None:
        """Show a finding. What was being typed for another one is written first.

        Args:
            row: it; None for none.
            areas: all areas by `Ref` as text, in words.
            editable: whether anything can be changed.
        """
        if (row.id if row is not None else "") != self._shown:
            self.commit()
        self._shown = row.id if row is not None else ""
        self._inside.setVisible(row is not None)
        self.state.setVisible(row is not None)
        heading = _("Finding") if row is None else finding_number(row.finding.number)
        self.say(heading, "" if row is not None else _("Choose a finding, or make one of valid observations."))
        if row is None:
            return
        finding = row.finding
        self._final = finding.final
        self.state.say(_("In the report") if finding.final else _("Preliminary"), "good" if finding.final else "plain")
        self.show_words(finding.text, finding.tone, row.naming, editable=editable)
        self.area.offer([(str(NO_AREA), _("Outside the models")), *areas])
        self.area.show_value(str(row.place))
        self.rests.show_observations(row.observations, editable=editable)
        self.lacking.setText("" if row.is_founded else _("Only what rests on valid observations goes into the report."))
        self.lacking.setVisible(not row.is_founded)
        self.mark.setText(_("Take out of the &report") if finding.final else _("Mark for the &report"))
        for part in (self.area, self.mark):
            part.setEnabled(editable)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2, 2, 10, 2)
        column.setSpacing(8)
        for each in (self.text, self.naming, self.nobody, self.tones, self.area):
            column.addWidget(each)
        for below in (Label(_("Rests on"), "strong"), self.rests, self.lacking, self.mark):
            column.addWidget(below)
        column.addStretch(1)
        self.head.addWidget(self.state)
        self.body.addWidget(scrolled(self._inside, _("The finding in full")), 1)
        order = (self.text, self.nobody, *self.tones.buttons.values(), self.area, self.mark)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.area.chosen.connect(self._on_area)
        self.mark.clicked.connect(self._on_mark)

    @Slot(object)
    def _on_area(self, area: str) -> None:
        self.commit()
        self.placed.emit(self._shown, Ref.read(area))

    @Slot()
    def _on_mark(self) -> None:
        self.commit()
        self.marking.emit(not self._final)
