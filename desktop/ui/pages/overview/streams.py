"""Models of streams: the weakest streams and what they lack, beside the radar of all streams against their targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt, Slot

from desktop.exchange.figures.data import RadarData, Rings, Role, Series
from desktop.exchange.figures.drawing import radar
from desktop.exchange.figures.stream_data import level_axis
from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult, StreamResult
from desktop.ui.pages.overview.cards import MOST_LINES, ModelCards, shortened
from desktop.ui.session import Session
from desktop.ui.tables import Column, RowsModel
from desktop.ui.whole_table import WholeTable
from desktop.ui.widgets.chart import radar_chart
from desktop.wording import outcome
from desktop.wording.tones import standing_tone


class StreamRow(Struct, frozen=True):
    """A stream with what it lacks."""

    stream: StreamResult
    missing: str


class StreamCards(ModelCards):
    """The weakest streams of one model beside its radar."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, (1, 1))
        columns: list[Column[StreamRow]] = [
            Column(_("Weakest streams"), lambda row: row.stream.name, beneath=_stands, width=170),
            Column(_("What it lacks"), lambda row: row.missing),
            Column(_("Gap"), _gap, tone=_tone, width=104),
        ]
        self._rows: RowsModel[StreamRow] = RowsModel(columns)
        self._table = WholeTable(self._rows, _("The weakest streams"))
        self._table.activated.connect(self._on_activated)
        self._radar = radar_chart(_("Levels of the streams"))
        self._level.body.addWidget(self._table)
        self._level.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._level.body.addStretch(1)
        self._shape.body.addWidget(self._radar, 1)

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        standing = _("{standing}.").format(standing=outcome.standing(result, in_use.pack))
        self.say_level(in_use, result, standing, self._table)
        counted = [stream for stream in result.streams if stream.excluded is None]
        ranked = sorted(counted, key=lambda stream: (stream.rated, stream.level, -(stream.weighted_gap or 0)))
        self._rows.set_rows([StreamRow(stream, _missing(in_use, stream)) for stream in ranked[:MOST_LINES]])
        self.say_more(len(ranked))
        wanted = any(stream.target is not None for stream in result.streams)
        self._shape.say(
            _("Level of each stream"), _("Against the target") if wanted else _("No stream has a target yet")
        )
        last = self._session.assessment.streams.last(in_use.id)
        self._radar.show_drawing(radar(_levels(in_use, counted, last)))

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        row = self._table.current_row()
        if row is not None:
            self.go_to_ratings(row.stream.id)


def _levels(in_use: ModelInUse, streams: Sequence[StreamResult], last: Mapping[str, int]) -> RadarData:
    now = tuple(stream.level if stream.rated else None for stream in streams)
    lines = [
        Series(Role.NOW, _("Level now"), now),
        Series(Role.TARGET, _("Target"), tuple(stream.target for stream in streams)),
        Series(Role.LAST, _("Level before its latest change"), tuple(last.get(stream.id) for stream in streams)),
    ]
    rings = Rings(tuple(level.number for level in in_use.pack.levels))
    return RadarData("", "", tuple(map(level_axis, streams)), tuple(lines), rings, full_names=True)


def _stands(row: StreamRow) -> str:
    stream = row.stream
    stands = outcome.stands(stream)
    if stream.target is None:
        return stands
    return _("{stands}, target {target}").format(stands=stands, target=stream.target)


def _missing(in_use: ModelInUse, stream: StreamResult) -> str:
    if stream.next is None:
        return _("nothing: it is the highest level")
    if not stream.rated:
        return _("rating")
    texts = [in_use.pack.item_by_id[item][2].text for item in stream.missing]
    return shortened(texts, 1) if texts else _("the team's judgement that level {next} fits").format(next=stream.next)


def _gap(row: StreamRow) -> str:
    gap = row.stream.gap
    if gap is None:
        return ""
    return ngettext("{count} level", "{count} levels", gap).format(count=gap) if gap else _("reached")


def _tone(row: StreamRow) -> str:
    return standing_tone(row.stream.gap, said=row.stream.rated)
