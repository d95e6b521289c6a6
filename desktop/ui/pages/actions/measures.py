"""The measures of an action: what shows whether it works, and what was read so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.exchange.figures.drawing import trend
from desktop.exchange.figures.trend import TrendData
from desktop.exchange.tables import measures as told
from desktop.exchange.typed_days import UnclearDayError
from desktop.language import _
from desktop.model.assessment.pace import line, pace
from desktop.model.assessment.standing import Standing
from desktop.model.maturity.pack import Metric
from desktop.model.records import Reading
from desktop.ui.deeds import Deed
from desktop.ui.pages.actions.measure_fields import MeasureFields
from desktop.ui.sizes import size
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.theme import px
from desktop.ui.told_columns import shown
from desktop.ui.widgets.chart import trend_chart
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.text import Label, unmarked
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import measures, names
from desktop.wording.tones import tone_of


class Measures(QWidget):
    """A list of measures; of the chosen one its readings, a chart of them, and its fields.

    Signals:
        adding: ``(fields of a new measure)``.
        changing: ``(measure id, fields that change)``.
        removing: ``(measure id)``.
        reading: ``(measure id, day, value, note)`` was read.
        unreading: ``(reading id)`` is to go.
    """

    adding = Signal(object)
    changing = Signal(object, object)
    removing = Signal(object)
    reading = Signal(object, object, object, object)
    unreading = Signal(object)

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self._today = today
        self._metrics: Sequence[Metric] = ()
        self._read_for = ""
        self.table = Table(RowsModel(self._columns()), _("Measures"), sortable=False)
        self.add, self.remove = QPushButton(_("Add &measure")), QPushButton(_("Remove measure"))
        self.add.setToolTip(plain_tip(_("A figure that shows whether the action works")))
        self.state = Label("", "mute", wrap=True)
        self.trend = trend_chart(_("Readings"))
        self.day = DateField(_("Day of the reading"))
        self.value, self.note = QLineEdit(), QLineEdit()
        self.take = QPushButton(_("Add reading"))
        self.readings = Table(RowsModel(_reading_columns()), _("Readings"), sortable=False)
        self.fields = MeasureFields()
        self.nothing = Label(
            _("A measure shows whether the action works: a figure, where it starts and where it should get to."),
            "mute",
            wrap=True,
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for field, name, hint in ((self.value, _("Value"), _("Value")), (self.note, _("Note"), _("Note, optional"))):
            field.setAccessibleName(_("{field} of the reading").format(field=name))
            field.setPlaceholderText(hint)
        size(self.day, width=136)
        size(self.table, height=136)
        self.table.horizontalHeader().hide()
        size(self.readings, height=118)
        self.readings.horizontalHeader().hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        taking = QHBoxLayout()
        taking.setSpacing(6)
        taking.addWidget(self.day)
        taking.addWidget(self.value, 1)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self.note, 1)
        second.addWidget(self.take)
        self._one = QWidget()
        one = QVBoxLayout(self._one)
        one.setContentsMargins(0, 0, 0, 0)
        one.setSpacing(6)
        for widget in (self.state, self.trend):
            one.addWidget(widget)
        one.addLayout(taking)
        one.addWidget(self.day.note)
        one.addLayout(second)
        one.addWidget(self.readings)
        one.addSpacing(6)
        one.addWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, px(12), 0)
        column.setSpacing(6)
        column.addWidget(self.nothing)
        column.addWidget(self.table)
        column.addLayout(buttons)
        column.addWidget(self._one)
        column.addStretch(1)
        order = (self.table, self.add, self.remove, self.day, self.value, self.note, self.take, self.readings)
        for before, after in pairwise((*order, *self.fields.order)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.take.clicked.connect(self._on_reading)
        self.value.returnPressed.connect(self._on_reading)
        self.note.returnPressed.connect(self._on_reading)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.fields.edited.connect(self._on_edited)
        self.table.offer_deeds(self._measure_deeds)
        self.readings.offer_deeds(self._reading_deeds)

    def _measure_deeds(self) -> Sequence[Deed]:
        if self.current is None or not self.remove.isEnabled():
            return ()
        return (
            Deed(("Enter",), _("Add a reading"), self.value.setFocus),
            Deed(("Delete", "Backspace"), _("Remove the measure"), self._on_remove),
        )

    def _reading_deeds(self) -> Sequence[Deed]:
        if self.readings.current_row() is None or not self.remove.isEnabled():
            return ()
        return (Deed(("Delete", "Backspace"), _("Remove the reading"), self._on_unread),)

    @property
    def current(self) -> Standing | None:
        """The measure under the cursor."""
        row = self.table.current_row()
        return row if isinstance(row, Standing) else None

    def show_measures(self, found: Sequence[Standing], metrics: Sequence[Metric], *, editable: bool) -> None:
        """Show the measures of an action; the cursor stays on the one it was on.

        Args:
            found: its measures.
            metrics: metrics of the place that it improves, to make measures from.
            editable: whether anything may be changed.
        """
        taken = {one.measure.metric for one in found}
        self._metrics = [metric for metric in metrics if metric.id not in taken]
        self.table.fill(list(found), _measure_key)
        if found and self.current is None:
            self.table.selectRow(0)
        for widget in (self.add, self.remove, self.take, self.day, self.value, self.note, self.fields):
            widget.setEnabled(editable)
        self.nothing.setVisible(not found)
        self.table.setVisible(bool(found))
        self._show_one()

    def choose(self, measure: str) -> None:
        """Put the cursor on a measure."""
        self.table.select(lambda row: row.measure.id == measure)

    def start_name(self, around: QScrollArea) -> None:
        """Put the cursor into the name of the measure, ready to be typed over, and bring it into view."""
        self.fields.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.fields.name.selectAll()
        around.ensureWidgetVisible(self.fields)

    def commit(self) -> None:
        """Write what is being typed."""
        self.fields.commit()

    def _columns(self) -> list[Column[Standing]]:
        name, state = told.measures(()).pick("measure.name", "measure.pace").columns
        return [
            shown(name, beneath=measures.aim, tip=lambda row: row.measure.how),
            shown(state, text=self._word, tone=self._tone, width=118),
        ]

    def _word(self, row: Standing) -> str:
        return names.name(pace(row, self._today()))

    def _tone(self, row: Standing) -> str:
        return tone_of(pace(row, self._today()))

    def _show_one(self) -> None:
        found = self.current
        self._one.setVisible(found is not None)
        self.remove.setVisible(found is not None)
        self.fields.show_measure(found.measure if found else None)
        if found is None:
            return
        today = self._today()
        self.state.setText(measures.standing_text(found, today))
        way = line(found)
        shown = TrendData(
            tuple((one.day, float(one.value)) for one in found.readings if one.day is not None),
            ((way.start, float(way.start_value)), (way.end, float(way.end_value))) if way else None,
            float(found.measure.target) if found.measure.target else None,
        )
        self.trend.show_drawing(trend(shown))
        self.trend.setVisible(bool(found.readings))
        self.readings.fill(list(reversed(found.readings)), _reading_key)
        self.readings.setVisible(bool(found.readings))
        if self._read_for != found.measure.id:
            self._read_for = found.measure.id
            self.day.show_date(today, self._read_for)

    @Slot()
    def _on_add(self) -> None:
        if not self._metrics:
            self.adding.emit({"name": _("New measure")})
            return
        menu = QMenu(self)
        menu.addAction(_("&New measure"))
        menu.addSeparator()
        for metric in self._metrics:
            action = menu.addAction(unmarked(metric.name))
            action.setData(metric.id)
            action.setToolTip(plain_tip(metric.how))
        menu.triggered.connect(self._on_offer)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    @Slot(QAction)
    def _on_offer(self, action: QAction) -> None:
        self.add_from(str(action.data() or ""))

    def add_from(self, metric: str) -> None:
        """Ask for a measure made from a metric of the model; for none, from nothing."""
        found = next((one for one in self._metrics if one.id == metric), None)
        if found is None:
            self.adding.emit({"name": _("New measure")})
            return
        cells = {"name": found.name, "unit": found.unit, "direction": found.direction, "how": found.how}
        self.adding.emit({**cells, "metric": found.id})

    @Slot()
    def _on_remove(self) -> None:
        if self.current is not None:
            self.removing.emit(self.current.measure.id)

    @Slot()
    def _on_reading(self) -> None:
        try:
            day = self.day.value() or self._today()
        except UnclearDayError:
            self.day.commit()
            self.day.setFocus()
            return
        if self.current is not None and self.value.text().strip():
            self.reading.emit(self.current.measure.id, day, self.value.text(), self.note.text().strip())
        else:
            self.value.setFocus()

    def taken(self) -> None:
        """The reading is in the file: make room for the next."""
        self.value.clear()
        self.note.clear()
        self.day.show_date(self._today(), self._read_for)
        self.value.setFocus()

    @Slot()
    def _on_unread(self) -> None:
        row = self.readings.current_row()
        if row is not None:
            self.unreading.emit(row.id)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_one()

    @Slot(object, object)
    def _on_edited(self, measure: str, cells: dict[str, object]) -> None:
        self.changing.emit(measure, cells)


def _measure_key(row: Standing) -> str:
    return row.measure.id


def _reading_key(row: Reading) -> str:
    return row.id


def _reading_columns() -> list[Column[Reading]]:
    return [
        Column(_("Day"), lambda row: names.day(row.day), width=112),
        Column(_("Value"), lambda row: row.value, width=62, right=True),
        Column(_("Note"), lambda row: row.note, tip=lambda row: row.note),
    ]
