"""Staged models: level and blockers beside the radar of the areas of the next level."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.figures.data import RadarData, Role, Series, StaircaseData, area_axes, percents, stairs
from desktop.exchange.figures.drawing import radar, staircase
from desktop.exchange.tables.blocking import BlockingArea, blocking_area_columns, blocking_areas
from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Rating
from desktop.ui.pages.overview.cards import MOST_LINES, ModelCards, shortened
from desktop.ui.session import Session
from desktop.ui.tables import Column, RowsModel
from desktop.ui.told_columns import shown
from desktop.ui.whole_table import WholeTable
from desktop.ui.widgets.chart import radar_chart, staircase_chart

_STAIRS = 130


class StagedCards(ModelCards):
    """Level and blockers of one model beside its radar."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._stairs = staircase_chart(_("Levels"), _STAIRS)
        self._radar = radar_chart(_("Practices in place"))
        told = {column.key: column for column in blocking_area_columns()}
        self._rows: RowsModel[BlockingArea] = RowsModel(
            [
                shown(told["area.name"], width=170),
                shown(told["missing"]),
                Column(_("Practices"), _practices, width=120, gives_way=1),
                shown(told["blocker.why"], width=112),
            ]
        )
        self._table = WholeTable(self._rows, _("What blocks the next level"))
        self._table.activated.connect(self._on_activated)
        self._level.body.addWidget(self._stairs)
        self._level.body.addWidget(self._table)
        self._level.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._level.body.addStretch(1)
        self._shape.body.addWidget(self._radar, 1)

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        level = result.level
        self.say_level(in_use, result, _note(result), self._table)
        self._stairs.show_drawing(staircase(StaircaseData("", "", stairs(result))))
        rows = blocking_areas(ScoredModel(pack=in_use.pack, result=result)).rows
        self._rows.set_rows(rows[:MOST_LINES])
        self._table.setVisible(bool(rows))
        self.say_more(len(rows))
        number = level.next or level.reached
        self._shape.say(
            _("Areas of level {number}").format(number=number),
            _("Share of practices in place; the outer ring is all of them"),
        )
        self._radar.show_drawing(radar(_areas(result, number)))

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        row = self._table.current_row()
        if row is not None:
            self.go_to_ratings(row.area.id)


def _note(result: ModelResult) -> str:
    count = len(result.level.blockers)
    if not count or result.level.next is None:
        return ""
    text = ngettext(
        "{count} area blocks level {number}.",
        "{count} areas block level {number}.",
        count,
    )
    return text.format(count=count, number=result.level.next)


def _areas(result: ModelResult, level: int) -> RadarData:
    """The areas of a level that count."""
    outside = (Rating.OUT_OF_SCOPE, Rating.NOT_APPLICABLE)
    found = [area for area in result.areas if area.level == level and area.rating not in outside]
    in_place = Series(Role.NOW, _("Practices in place"), tuple(area.in_place_percent for area in found))
    return RadarData("", "", area_axes(found), (in_place,), percents(), full_names=True)


def _practices(row: BlockingArea) -> str:
    """Those to work on, by what their ids are within the area."""
    blocker = row.blocker
    work = [practice.removeprefix(f"{row.area.id}-") for practice in dict.fromkeys((*blocker.weak, *blocker.open))]
    return shortened(work, 4)
