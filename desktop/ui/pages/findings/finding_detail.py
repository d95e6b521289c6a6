"""The finding in hand: its words, what it says and of which area, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.records import Tone
from desktop.ui.pages.findings.finding_rows import FindingRow
from desktop.ui.pages.findings.rests_on import RestsOn
from desktop.ui.pages.interviews.part_names import NO_AREA
from desktop.ui.pages.interviews.tone_chips import ToneChips
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.editors import TextField
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label, Tag
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.observed import finding_number, may_tell


class FindingDetail(Card):
    """Each field is written as soon as it is left.

    Signals:
        edited: ``(id of the finding, cells that change)``.
        placed: ``(id, area)``.
        marking: whether it is for the report.
    """

    edited = Signal(object, object)
    placed = Signal(object, object)
    marking = Signal(bool)

    def __init__(self) -> None:
        super().__init__(_("Finding"))
        self._shown = ""
        self._final = False
        self.state = Tag()
        self.text = TextField(_("Text of the finding"), _("In the words of the team; it names nobody"), lines=2)
        self.naming = Label("", "strong", wrap=True)
        self.nobody = QPushButton(_("Gives nobody away"))
        self.nobody.setToolTip(plain_tip(_("The team has looked at it, and says that the text names nobody")))
        self.tones = ToneChips()
        self.tones.setAccessibleName(_("What the finding says"))
        self.tones.buttons[Tone.NEUTRAL].hide()  # one that says nothing is none
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
        self.text.show_text(finding.text)
        self.text.setReadOnly(not editable)
        self.naming.setText(may_tell(row.naming))
        self.naming.setVisible(bool(row.naming))
        self.nobody.setVisible(bool(row.naming))
        self.tones.show_tone(finding.tone)
        self.area.offer([(str(NO_AREA), _("Outside the models")), *areas])
        self.area.show_value(str(row.place))
        self.rests.show_observations(row.observations, editable=editable)
        self.lacking.setText("" if row.is_founded else _("Only what rests on valid observations goes into the report."))
        self.lacking.setVisible(not row.is_founded)
        self.mark.setText(_("Take out of the &report") if finding.final else _("Mark for the &report"))
        for part in (self.tones, self.area, self.nobody, self.mark):
            part.setEnabled(editable)

    def commit(self) -> None:
        """Write what is being typed."""
        if self._shown:
            self.text.commit()

    def forget(self) -> None:
        """Its finding is gone; nothing is written to it any more."""
        self._shown = ""

    def start_text(self) -> None:
        """Put the cursor into the text, ready to be typed over."""
        self.text.setFocus()
        self.text.selectAll()

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
        self.text.committed.connect(self._on_text)
        self.nobody.clicked.connect(self._on_nobody)
        self.tones.chosen.connect(self._on_tone)
        self.area.chosen.connect(self._on_area)
        self.mark.clicked.connect(self._on_mark)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        if self._shown:
            self.edited.emit(self._shown, {"text": text})

    @Slot()
    def _on_nobody(self) -> None:
        self.commit()
        self.edited.emit(self._shown, {"names_nobody": True})

    @Slot(object)
    def _on_tone(self, tone: Tone) -> None:
        self.commit()
        self.edited.emit(self._shown, {"tone": tone})

    @Slot(object)
    def _on_area(self, area: str) -> None:
        self.commit()
        self.placed.emit(self._shown, Ref.read(area))

    @Slot()
    def _on_mark(self) -> None:
        self.commit()
        self.marking.emit(not self._final)
