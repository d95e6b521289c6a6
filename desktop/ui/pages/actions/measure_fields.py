"""The fields of a measure, each written as soon as it is left."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _, pgettext
from desktop.model.maturity.vocabulary import Direction
from desktop.model.records import Measure
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField, TextField
from desktop.ui.widgets.field_grid import FieldGrid, labelled
from desktop.wording import names


class MeasureFields(QWidget):
    """One measure. `edited` carries ``(measure id, fields that change)``."""

    edited = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._measure: Measure | None = None
        self.name = LineField(_("Name of the measure"), _("What is counted"))
        self.unit = LineField(pgettext("of a measure", "Unit"), _("e.g. percent"))
        self.direction = Choice(_("Which way is better"))
        self.baseline = LineField(_("Baseline"), _("Before"))
        self.target = LineField(_("Target"), _("Target"))
        self.due = DateField(_("Target to be reached by"))
        self.how = TextField(_("How it is measured"), _("Over what, and how often"), lines=2)
        self.direction.offer([(direction, names.name(direction)) for direction in Direction])
        rows = (
            (_("Name"), self.name),
            (pgettext("of a measure", "Unit"), self.unit),
            (_("Better"), self.direction),
            (_("Baseline"), self.baseline),
            (_("Target"), self.target),
            (pgettext("before a day", "By"), self.due),
            (_("How"), self.how),
        )
        self.order: tuple[QWidget, ...] = tuple(field for _text, field in rows)
        grid = FieldGrid(((labelled(text, field), field) for text, field in rows), spacing=6)
        grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(grid)
        self.name.committed.connect(self._on_name)
        self.unit.committed.connect(self._on_unit)
        self.direction.chosen.connect(self._on_direction)
        self.baseline.committed.connect(self._on_baseline)
        self.target.committed.connect(self._on_target)
        self.due.committed.connect(self._on_due)
        self.how.committed.connect(self._on_how)

    def show_measure(self, measure: Measure | None) -> None:
        """Show a measure; what was being typed about another is written first."""
        if self._measure is not None and (measure is None or measure.id != self._measure.id):
            self.commit()
        self._measure = measure
        if measure is None:
            return
        for field, text in (
            (self.name, measure.name),
            (self.unit, measure.unit),
            (self.baseline, measure.baseline),
            (self.target, measure.target),
        ):
            field.show_text(text)
        self.direction.show_value(measure.direction)
        self.due.show_date(measure.due, measure.id)
        self.how.show_text(measure.how)

    def commit(self) -> None:
        """Write what is being typed."""
        if self._measure is not None:
            for field in (self.name, self.unit, self.baseline, self.target, self.due, self.how):
                field.commit()

    def _edit(self, **cells: object) -> None:
        if self._measure is not None:
            self.edited.emit(self._measure.id, cells)

    @Slot(str)
    def _on_name(self, text: str) -> None:
        if text.strip():
            self._edit(name=text.strip())
        elif self._measure is not None:
            with QSignalBlocker(self.name):
                self.name.show_text(self._measure.name)

    @Slot(str)
    def _on_unit(self, text: str) -> None:
        self._edit(unit=text.strip())

    @Slot(object)
    def _on_direction(self, direction: Direction) -> None:
        self._edit(direction=direction)

    @Slot(str)
    def _on_baseline(self, text: str) -> None:
        self._edit(baseline=text)

    @Slot(str)
    def _on_target(self, text: str) -> None:
        self._edit(target=text)

    @Slot(object)
    def _on_due(self, day: object) -> None:
        self._edit(due=day)

    @Slot(str)
    def _on_how(self, text: str) -> None:
        self._edit(how=text)
