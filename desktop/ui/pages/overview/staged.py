"""Staged models: level and blockers beside the radar of the areas of the next level."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt, Slot

from desktop.exchange.figures.data import RadarData, Role, Series, StaircaseData, area_axes, percents, stairs
from desktop.exchange.figures.drawing import radar, staircase
from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import Blocker, ModelResult
from desktop.model.scoring.vocabulary import Rating
from desktop.ui.pages.overview.cards import MOST_LINES, ModelCards, shortened
from desktop.ui.session import Session
from desktop.ui.tables import Column, RowsModel
from desktop.ui.whole_table import WholeTable
from desktop.ui.widgets.chart import radar_chart, staircase_chart
from desktop.wording.names import name
from desktop.wording.tones import tone_of

_STAIRS = 130


class BlockerRow(Struct, frozen=True):
    """A blocker with the names it needs."""

    blocker: Blocker
    area: str
    goals: str
    practices: str


class StagedCards(ModelCards):
    """Level and blockers of one model beside its radar."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._stairs = staircase_chart(_("Levels"), _STAIRS)
        self._radar = radar_chart(_("Practices in place"))
        columns: list[Column[BlockerRow]] = [
            Column(_("Blocks the next level"), lambda row: row.area, width=170),
            Column(_("Goals not satisfied"), lambda row: row.goals),
            Column(_("Practices"), lambda row: row.practices, width=120, gives_way=1),
            Column(
                _("State"),
                lambda row: name(row.blocker.why),
                tone=lambda row: tone_of(row.blocker.why),
                width=112,
            ),
        ]
        self._rows: RowsModel[BlockerRow] = RowsModel(columns)
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
        rows = [_blocker_row(blocker, in_use) for blocker in level.blockers]
        self._rows.set_rows(rows[:MOST_LINES])
        self._table.setVisible(bool(rows))
        self.say_more(len(rows))
        shown = level.next or level.reached
        self._shape.say(
            _("Areas of level {number}").format(number=shown),
            _("Share of practices in place; the outer ring is all of them"),
        )
        self._radar.show_drawing(radar(_areas(result, shown)))

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        row = self._table.current_row()
        if row is not None:
            self.go_to_ratings(row.blocker.place)


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


def _blocker_row(blocker: Blocker, in_use: ModelInUse) -> BlockerRow:
    pack = in_use.pack
    work = [practice.removeprefix(f"{blocker.place}-") for practice in dict.fromkeys((*blocker.weak, *blocker.open))]
    goals = "; ".join(pack.goal_by_id[goal][1].name for goal in blocker.goals)
    return BlockerRow(blocker, pack.area_by_id[blocker.place].name, goals, shortened(work, 4))
