"""Models of criteria: a staircase for each track, beside what stops it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.exchange.figures.data import StaircaseData
from desktop.exchange.figures.drawing import staircase
from desktop.exchange.figures.track_data import stairs
from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult, TrackResult
from desktop.ui.pages.overview.cards import MOST_LINES, ModelCards
from desktop.ui.session import Session
from desktop.ui.tables import Column, RowsModel
from desktop.ui.whole_table import WholeTable
from desktop.ui.widgets.chart import Chart, staircase_chart
from desktop.ui.widgets.text import Label
from desktop.wording import names, outcome
from desktop.wording.tones import tone_of

_STAIRS = {1: 200, 2: 118, 3: 74}
"""Height of a staircase by the number of tracks."""

_LEAST = 64


class StopRow(Struct, frozen=True):
    """A statement that stops a track, or a cap that holds tracks down.

    Attributes:
        part: id of the statement.
        text: what the statement or the reason of the cap says.
        where: track and level.
    """

    part: str
    text: str
    where: str
    state: str
    tone: str


class TrackCards(ModelCards):
    """The tracks of one model as staircases, and what stops them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, (4, 3))
        self._tracks: list[tuple[Label, Chart]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        columns: list[Column[StopRow]] = [
            Column(_("Blocks the next level"), lambda row: row.text, beneath=lambda row: row.where),
            Column(_("State"), lambda row: row.state, tone=lambda row: row.tone, width=112),
        ]
        self._rows: RowsModel[StopRow] = RowsModel(columns)
        self._table = WholeTable(self._rows, _("What blocks each track"))
        self._table.activated.connect(self._on_activated)
        self._level.body.addLayout(self._column)
        self._level.body.addStretch(1)
        self._shape.body.addWidget(self._table)
        self._shape.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._shape.body.addStretch(1)

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        self.say_level(in_use, result, _lag(result), self._table)
        self._make_stairs([track.name for track in result.tracks])
        for (label, chart), track in zip(self._tracks, result.tracks, strict=True):
            label.setText(_track_heading(track))
            chart.show_drawing(staircase(StaircaseData("", "", stairs(in_use.pack, track))))
        rows = [*_caps(in_use, result), *_stops(in_use, result)]
        self._rows.set_rows(rows[:MOST_LINES])
        self._table.setVisible(bool(rows))
        self.say_more(len(rows))
        if rows:
            self._shape.say("")
        else:
            self._shape.say(_("What blocks each track"), _("Nothing: every track is at its highest level."))

    def _make_stairs(self, names: list[str]) -> None:
        if len(names) == len(self._tracks):
            return
        for pair in self._tracks:
            for widget in pair:
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        height = _STAIRS.get(len(names), _LEAST)
        self._tracks = [(Label("", "strong"), staircase_chart(name, height)) for name in names]
        for _name, chart in self._tracks:
            chart.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # there are many; Tab need not stop at each
        for place, widget in enumerate(widget for pair in self._tracks for widget in pair):
            self._column.insertWidget(place, widget)

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        row = self._table.current_row()
        if row is not None:
            self.go_to_ratings(row.part)


def _lag(result: ModelResult) -> str:
    names = [track.name for track in result.tracks if track.id in result.weakest]
    if not names:
        counted = [track for track in result.tracks if track.excluded is None]
        return _("All tracks stand at the same level.") if len(counted) > 1 else ""
    return ngettext("{names} is the lowest.", "{names} are the lowest.", len(names)).format(names=", ".join(names))


def _track_heading(track: TrackResult) -> str:
    stands = _("{track}: {stands}").format(track=track.name, stands=outcome.stands(track))
    if track.target is None:
        return stands
    return _("{stands}, target {target}").format(stands=stands, target=track.target)


def _caps(in_use: ModelInUse, result: ModelResult) -> Iterator[StopRow]:
    for cap in in_use.pack.caps:
        held = [track.name for track in result.tracks if cap.id in track.caps]
        if held:
            where = _("Whatever else is met: {tracks}").format(tracks=", ".join(held))
            yield StopRow(cap.unless[0], cap.reason, where, _("At most {level}").format(level=cap.at_most), "bad")


def _stops(in_use: ModelInUse, result: ModelResult) -> Iterator[StopRow]:
    """The statements that stop tracks, those of the weakest track first, each once."""
    values = {statement.id: statement.value for statement in result.statements}
    told = set()
    for track in sorted(result.tracks, key=lambda track: track.level):
        for statement in track.stopping:
            if statement not in told:
                told.add(statement)
                home, found = in_use.pack.statement_by_id[statement]
                where = _("{track} · level {level} · {id}").format(track=home.name, level=found.level, id=statement)
                value = values[statement]
                yield StopRow(statement, found.text, where, names.fulfilment(value), tone_of(value))
