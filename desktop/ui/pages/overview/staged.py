"""Staged models: level and blockers beside the radar of the areas of the next level."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.figures.data import RadarData, Role, Series, StaircaseData, area_axes, percents, stairs
from desktop.exchange.figures.drawing import radar, staircase
from desktop.exchange.tables.blocking import BlockingArea, blocking_areas
from desktop.exchange.tables.table import AnyTable, Table
from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Rating
from desktop.ui.pages.overview.cards import ModelCards
from desktop.ui.session import Session
from desktop.ui.table_rows import Column
from desktop.ui.told_columns import shown
from desktop.ui.widgets.chart import radar_chart, wide_chart

_STAIRS = 130


class StagedCards(ModelCards):
    """Level and blockers of one model beside its radar."""

    def __init__(self, session: Session, in_use: ModelInUse, result: ModelResult) -> None:
        super().__init__(session, in_use, result)
        self._stairs = wide_chart(_("Levels"), _STAIRS)
        self._radar = radar_chart(_("Practices in place"))
        self._level.body.addWidget(self._stairs)
        self.list_in(self._level)
        self._shape.body.addWidget(self._radar, 1)

    def told(self, part: ScoredModel) -> Table[BlockingArea]:
        """What blocks the next level."""
        return blocking_areas(part).pick("area.name", "missing", "work", "blocker.why")

    def columns(self, told: AnyTable) -> Sequence[Column[BlockingArea]]:
        """Areas with what they lack."""
        name, missing, work, why = told.columns
        return shown(name, width=170), shown(missing), shown(work, width=120, gives_way=1), shown(why, width=112)

    def note(self, part: ScoredModel) -> str:
        """How many areas block."""
        level = part.result.level
        count = len(level.blockers)
        if not count or level.next is None:
            return ""
        text = ngettext("{count} area blocks level {number}.", "{count} areas block level {number}.", count)
        return text.format(count=count, number=level.next)

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        super().show_result(in_use, result)
        self._stairs.show_drawing(staircase(StaircaseData("", "", stairs(result))))
        number = result.level.next or result.level.reached
        self._shape.say(
            _("Areas of level {number}").format(number=number),
            _("Share of practices in place; the outer ring is all of them"),
        )
        self._radar.show_drawing(radar(_areas(result, number)))


def _areas(result: ModelResult, level: int) -> RadarData:
    """The areas of a level that count."""
    outside = (Rating.OUT_OF_SCOPE, Rating.NOT_APPLICABLE)
    found = [area for area in result.areas if area.level == level and area.rating not in outside]
    in_place = Series(Role.NOW, _("Practices in place"), tuple(area.in_place_percent for area in found))
    return RadarData("", "", area_axes(found), (in_place,), percents(), full_names=True)
