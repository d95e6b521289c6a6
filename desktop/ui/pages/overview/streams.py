"""Models of streams: the weakest streams and what they lack, beside the radar of all streams against their targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.figures.data import RadarData, Rings, Role, Series
from desktop.exchange.figures.drawing import radar
from desktop.exchange.figures.stream_data import level_axis
from desktop.exchange.tables.streams import streams
from desktop.exchange.tables.table import AnyTable, Table
from desktop.exchange.tables.table import Column as Told
from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult, StreamResult
from desktop.ui.pages.overview.cards import ModelCards, shortened
from desktop.ui.session import Session
from desktop.ui.table_rows import Column
from desktop.ui.told_columns import shown
from desktop.ui.widgets.chart import radar_chart
from desktop.wording import outcome
from desktop.wording.tones import standing_tone


class StreamCards(ModelCards):
    """The weakest streams of one model beside its radar."""

    def __init__(self, session: Session, in_use: ModelInUse, result: ModelResult) -> None:
        super().__init__(session, in_use, result, (1, 1))
        self._radar = radar_chart(_("Levels of the streams"))
        self.list_in(self._level)
        self._shape.body.addWidget(self._radar, 1)

    def told(self, part: ScoredModel) -> Table[StreamResult]:
        """The streams, the weakest first."""
        counted = [stream for stream in part.result.streams if stream.excluded is None]
        ranked = sorted(counted, key=lambda stream: (stream.rated, stream.level, -(stream.weighted_gap or 0)))
        return streams(part).pick("name", "to_do", "gap").of(ranked)

    def columns(self, told: AnyTable) -> Sequence[Column[StreamResult]]:
        """Streams with what they lack."""
        name, to_do, gap = told.columns
        return (
            shown(name, width=170, heading=_("Weakest streams"), beneath=_stands),
            shown(to_do, text=lambda stream: _missing(to_do, stream)),
            shown(gap, width=104, text=_gap, tone=_tone, right=False),
        )

    def note(self, part: ScoredModel) -> str:
        """Where the weakest stands."""
        return _("{standing}.").format(standing=outcome.standing(part.result, part.pack))

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        super().show_result(in_use, result)
        counted = [stream for stream in result.streams if stream.excluded is None]
        wanted = any(stream.target is not None for stream in result.streams)
        self._shape.say(
            _("Level of each stream"), _("Against the target") if wanted else _("No stream has a target yet")
        )
        last = self._session.assessment.streams.last(in_use.id)
        self._radar.show_drawing(radar(_levels(in_use, counted, last)))


def _levels(in_use: ModelInUse, streams: Sequence[StreamResult], last: Mapping[str, int]) -> RadarData:
    now = tuple(stream.level if stream.rated else None for stream in streams)
    lines = [
        Series(Role.NOW, _("Level now"), now),
        Series(Role.TARGET, _("Target"), tuple(stream.target for stream in streams)),
        Series(Role.LAST, _("Level before its latest change"), tuple(last.get(stream.id) for stream in streams)),
    ]
    rings = Rings(tuple(level.number for level in in_use.pack.levels))
    return RadarData("", "", tuple(map(level_axis, streams)), tuple(lines), rings, full_names=True)


def _stands(stream: StreamResult) -> str:
    stands = outcome.stands(stream)
    if stream.target is None:
        return stands
    return _("{stands}, target {target}").format(stands=stands, target=stream.target)


def _missing(to_do: Told[StreamResult], stream: StreamResult) -> str:
    if stream.next is None:
        return _("nothing: it is the highest level")
    if not stream.rated:
        return _("rating")
    if not stream.missing:
        return _("the team's judgement that level {next} fits").format(next=stream.next)
    return shortened(str(to_do.value(stream)).split("\n"), 1)


def _gap(stream: StreamResult) -> str:
    if stream.gap is None:
        return ""
    if not stream.gap:
        return _("reached")
    return ngettext("{count} level", "{count} levels", stream.gap).format(count=stream.gap)


def _tone(stream: StreamResult) -> str:
    return standing_tone(stream.gap, said=stream.rated)
