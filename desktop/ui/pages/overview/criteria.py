"""Models of criteria: a staircase for each track, beside what stops it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.figures.data import StaircaseData
from desktop.exchange.figures.drawing import staircase
from desktop.exchange.figures.track_data import stairs
from desktop.exchange.tables.blocking import StopRow, stops
from desktop.exchange.tables.table import AnyTable, Table
from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult, TrackResult
from desktop.ui.pages.overview.cards import ModelCards
from desktop.ui.session import Session
from desktop.ui.table_rows import Column
from desktop.ui.told_columns import shown
from desktop.ui.widgets.chart import Chart, wide_chart
from desktop.ui.widgets.text import Label
from desktop.wording import outcome
from desktop.wording.tones import tone_of

_STAIRS = {1: 200, 2: 118, 3: 74}
"""Height of a staircase by the number of tracks."""

_LEAST = 64


class TrackCards(ModelCards):
    """The tracks of one model as staircases, and what stops them."""

    def __init__(self, session: Session, in_use: ModelInUse, result: ModelResult) -> None:
        super().__init__(session, in_use, result, (4, 3))
        self._tracks: list[tuple[Label, Chart]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._level.body.addLayout(self._column)
        self._level.body.addStretch(1)
        self.list_in(self._shape)

    def told(self, part: ScoredModel) -> Table[StopRow]:
        """What stops the tracks."""
        return stops(part)

    def columns(self, told: AnyTable) -> Sequence[Column[StopRow]]:
        """Caps and statements with where they stand."""
        text, state = told.columns
        return shown(text, beneath=lambda row: row.where), shown(state, tone=_tone, width=112)

    def note(self, part: ScoredModel) -> str:
        """Which tracks stand lowest."""
        names = [track.name for track in part.result.tracks if track.id in part.result.weakest]
        if not names:
            counted = [track for track in part.result.tracks if track.excluded is None]
            return _("All tracks stand at the same level.") if len(counted) > 1 else ""
        return ngettext("{names} is the lowest.", "{names} are the lowest.", len(names)).format(names=", ".join(names))

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        super().show_result(in_use, result)
        self._make_stairs([track.name for track in result.tracks])
        for (label, chart), track in zip(self._tracks, result.tracks, strict=True):
            label.setText(_track_heading(track))
            chart.show_drawing(staircase(StaircaseData("", "", stairs(in_use.pack, track))))
        if self._told.rows:
            self._shape.say("")
        else:
            self._shape.say(self._told.name, _("Nothing: every track is at its highest level."))

    def _make_stairs(self, names: list[str]) -> None:
        if len(names) == len(self._tracks):
            return
        for pair in self._tracks:
            for widget in pair:
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        height = _STAIRS.get(len(names), _LEAST)
        self._tracks = [(Label("", "strong"), wide_chart(name, height)) for name in names]
        for _name, chart in self._tracks:
            chart.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # there are many; Tab need not stop at each
        for place, widget in enumerate(widget for pair in self._tracks for widget in pair):
            self._column.insertWidget(place, widget)


def _track_heading(track: TrackResult) -> str:
    stands = _("{track}: {stands}").format(track=track.name, stands=outcome.stands(track))
    if track.target is None:
        return stands
    return _("{stands}, target {target}").format(stands=stands, target=track.target)


def _tone(row: StopRow) -> str:
    return "bad" if row.at_most is not None else tone_of(row.value)
