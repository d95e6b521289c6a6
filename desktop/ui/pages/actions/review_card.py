"""An action as a review talks about it: its status, what was said, what its measures read; each written when left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.language import _
from desktop.model.assessment.standing import Standing
from desktop.model.planning.review_agenda import AgendaItem
from desktop.model.records import Action, ActionStatus, ReviewRemark
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField, TextField
from desktop.ui.widgets.field_grid import FieldGrid, labelled
from desktop.ui.widgets.numbers import NumberField
from desktop.ui.widgets.text import Label
from desktop.wording import names
from desktop.wording.measures import value

_ALL = 100
_FOUND = tuple(status for status in ActionStatus if status is not ActionStatus.VERIFIED)


class ReviewCard(Card):
    """One action.

    Signals:
        said: ``(action id, what the review says)``, as `Reviews.record` takes it.
        read: ``(measure id, value)`` that was read.
    """

    said = Signal(str, object)
    read = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_("Action"))
        self._action: Action | None = None
        self.title, self.facts = Label("", "strong", wrap=True), Label("", "mute", wrap=True)
        self.status = Choice(_("Status"))
        self.percent = NumberField(_("Done by, in percent"), 0, _ALL)
        self.due = DateField(_("Due date"))
        self.because = LineField(_("Dropped because"), _("Why it is dropped"))
        self.text = TextField(_("What was said"), _("What the review says of it; the sponsor reads it"), lines=2)
        self._because = labelled(_("Dropped because"), self.because)
        self.fields = QWidget()
        grid = FieldGrid(
            (
                (labelled(_("St&atus"), self.status), self.status),
                (self._because, self.because),
                (labelled(_("Do&ne by %"), self.percent), self.percent),
                (labelled(_("D&ue"), self.due), self.due),
                (labelled(_("Sai&d"), self.text), self.text),
            ),
            spacing=6,
        )
        grid.setContentsMargins(0, 0, 0, 0)
        self.fields.setLayout(grid)
        self.measures = QWidget()
        self._lines = QGridLayout(self.measures)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setColumnStretch(0, 1)
        self._readings: list[tuple[Label, LineField]] = []
        self._measured: list[str] = []
        for part in (self.title, self.facts, self.fields, self.measures):
            self.body.addWidget(part)
        self.status.chosen.connect(self._on_status)
        self.percent.committed.connect(self._on_percent)
        self.due.committed.connect(self._on_due)
        self.because.committed.connect(self._on_because)
        self.text.committed.connect(self._on_text)

    def show_item(self, item: AgendaItem | None, remark: ReviewRemark | None, *, editable: bool) -> None:
        """Show an action with what the review said of it; what was being typed of another is written first."""
        action = item.action if item is not None else None
        if action is None or self._action is None or action.id != self._action.id:
            self.commit()
        self._action = action
        for part in (self.title, self.facts, self.fields, self.measures):
            part.setVisible(action is not None)
        if action is None:
            self.say(_("Action"), _("Choose an action to say how it stands."))
            return
        self.say(_("Action {number}").format(number=action.number))
        self.title.setText(action.title)
        self.facts.setText(" · ".join(filter(None, (action.owner, _due(action)))))
        self.status.offer([(each, names.name(each)) for each in _FOUND])
        self.status.show_value(action.status)
        self.percent.show_number(action.percent)
        self.due.show_date(action.due, action.id)
        self.because.show_text(action.dropped_because)
        self._show_because(action.status is ActionStatus.DROPPED)
        self.text.show_text(remark.text if remark is not None else "")
        for field in (self.status, self.percent, self.due, self.because, self.text):
            field.setEnabled(editable and action.status is not ActionStatus.VERIFIED)
        self.percent.setEnabled(editable and not action.status.is_done)

    def show_measures(self, found: Sequence[Standing], *, editable: bool) -> None:
        """Offer a line for what each measure of the action reads now."""
        self._measured = [each.measure.id for each in found]
        while len(self._readings) < len(found):
            label, field = Label("", "mute", wrap=True), LineField(_("Reading"), _("New reading"))
            row = len(self._readings)
            self._lines.addWidget(label, row, 0)
            self._lines.addWidget(field, row, 1)
            field.committed.connect(self._on_reading)
            self._readings.append((label, field))
        for (label, field), each in zip(self._readings, found, strict=False):
            label.setText(_("{name}: {standing}").format(name=each.measure.name, standing=_stands(each)))
            field.setAccessibleName(_("New reading of {name}").format(name=each.measure.name))
            field.show_text("")
            field.setEnabled(editable)
        for number, pair in enumerate(self._readings):
            for part in pair:
                part.setVisible(number < len(found))

    def commit(self) -> None:
        """Write what is being typed."""
        if self._action is not None:
            for field in (self.percent, self.due, self.because, self.text):
                field.commit()
            for _label, reading in self._readings:
                reading.commit()

    def _show_because(self, shown: bool) -> None:  # noqa: FBT001 - whether it is shown is all there is to say
        self.because.setVisible(shown)
        self._because.setVisible(shown)

    def _say(self, **said: object) -> None:
        if self._action is not None:
            self.said.emit(self._action.id, said)

    @Slot(object)
    def _on_status(self, status: ActionStatus) -> None:
        if status is ActionStatus.DROPPED and not self.because.text().strip():
            self.status.show_value(status)
            self._show_because(True)
            self.because.setFocus()
            return
        self._say(status=status)

    @Slot(int)
    def _on_percent(self, percent: int) -> None:
        self._say(percent=percent)

    @Slot(object)
    def _on_due(self, day: object) -> None:
        if day is not None:
            self._say(due=day)

    @Slot(str)
    def _on_because(self, text: str) -> None:
        if text.strip():
            self._say(status=ActionStatus.DROPPED, dropped_because=text)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._say(text=text)

    @Slot(str)
    def _on_reading(self, text: str) -> None:
        place = next(number for number, (_label, field) in enumerate(self._readings) if field is self.sender())
        if text.strip():
            self.read.emit(self._measured[place], text)


def _due(action: Action) -> str:
    return _("due {day}").format(day=names.day(action.due)) if action.due is not None else ""


def _stands(found: Standing) -> str:
    """The last reading of a measure and its target."""
    measure, latest = found.measure, found.latest
    now = value(latest.value, measure.unit) if latest is not None else _("no reading yet")
    if not measure.target:
        return now
    return _("{now}, target {target}").format(now=now, target=value(measure.target, measure.unit))
