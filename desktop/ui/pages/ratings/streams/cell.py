"""A cell of the matrix read in full: its text, practices, outcomes and metrics."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Cell, Item, Metric
from desktop.ui.pages.ratings.streams.snapshot import Place, Snapshot
from desktop.ui.pages.ratings.streams.ticks import TickList
from desktop.ui.theme import px
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.wording import names


class CellCard(QFrame):
    """One cell.

    Signals:
        placed: the button that chooses the level was pressed.
        wanted: the button that makes it the target was pressed.
    """

    placed = Signal()
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.heading = Label("", "heading", wrap=True)
        self.text = Label("", wrap=True)
        self.place = QPushButton()
        self.target = QPushButton()
        for button, slot in ((self.place, self._on_place), (self.target, self._on_target)):
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(slot)
        self.ticks = TickList()
        self.outcomes = _Section(_("Outcomes"))
        self.metrics = _Section(_("Metrics"))
        self._place = Place("", 0)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(6))
        buttons.addWidget(self.place)
        buttons.addWidget(self.target)
        buttons.addStretch(1)
        self.practices = Label(_("&Practices"), "heading")
        self.practices.setBuddy(self.ticks)
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(px(8))
        column.addWidget(self.heading)
        column.addWidget(self.text)
        column.addLayout(buttons)
        for widget in (self.practices, self.ticks, self.outcomes, self.metrics):
            column.addWidget(widget)
        column.addStretch(1)
        self.area = scrolled(content, _("The cell in full"))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(14, 12, 6, 8)
        frame.addWidget(self.area)

    def show_cell(self, snapshot: Snapshot, place: Place, *, readonly: bool) -> None:
        """Show a cell; another one starts at the top."""
        cell, stream = snapshot.cell(place), snapshot.pack.stream_by_id[place.stream]
        level, result = snapshot.pack.level(place.level), snapshot.streams[place.stream]
        self.heading.setText(
            _("{stream} · {number} {level}").format(stream=stream.name, number=level.number, level=level.name)
        )
        self.text.setText(cell.text)
        chosen = result.chosen and result.level == place.level
        wanted = snapshot.target(place.stream).level == place.level
        self.place.setText(_("Team's level  ⏎") if chosen else _("Choose level {level}  ⏎").format(level=place.level))
        self.place.setAccessibleName(_("Level {level} fits best").format(level=place.level))
        self.place.setChecked(chosen)
        self.target.setText(_("Target  T"))
        self.target.setAccessibleName(_("Level {level} is the target").format(level=place.level))
        self.target.setChecked(wanted)
        self.place.setEnabled(not readonly and (snapshot.pack.settings.team.may_set or chosen))
        self.target.setEnabled(not readonly)
        self.ticks.show_items(cell.practices, snapshot.ticks, readonly=readonly)
        self.outcomes.show_entries(_outcomes(cell.outcomes))
        self.metrics.show_entries(_metrics(cell))
        if place != self._place:
            self.area.verticalScrollBar().setValue(0)
        self._place = place

    @Slot()
    def _on_place(self) -> None:
        self.placed.emit()

    @Slot()
    def _on_target(self) -> None:
        self.wanted.emit()


class _Section(QWidget):
    """A heading over entries of a text and what is said less loudly under it."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(3))
        self._column.addWidget(Label(heading, "heading"))
        self._labels: list[tuple[Label, Label]] = []

    def show_entries(self, entries: list[tuple[str, str]]) -> None:
        """Show entries; without any it goes away."""
        while len(self._labels) < len(entries):
            pair = Label("", wrap=True), Label("", "small", wrap=True)
            self._labels.append(pair)
            for label in pair:
                self._column.addWidget(label)
        for number, (first, second) in enumerate(self._labels):
            text, beneath = entries[number] if number < len(entries) else ("", "")
            for label, words in ((first, text), (second, beneath)):
                label.setText(words)
                label.setVisible(bool(words))
        self.setVisible(bool(entries))


def _outcomes(outcomes: tuple[Item, ...]) -> list[tuple[str, str]]:
    return [(_("• {text}").format(text=item.text), "") for item in outcomes]


def _metrics(cell: Cell) -> list[tuple[str, str]]:
    return [(_("• {text}").format(text=metric.name), _measured(metric)) for metric in cell.metrics]


def _measured(metric: Metric) -> str:
    direction = names.name(metric.direction).lower()
    return _("{unit}, {direction}. {how}").format(unit=metric.unit, direction=direction, how=metric.how)
