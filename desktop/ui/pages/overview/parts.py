"""Models with rules of their own: the main parts with their results, beside a chart of how much of each is reached."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot

from desktop.exchange.figures.data import Axis, RadarData, Rings, Role, Series
from desktop.exchange.figures.drawing import radar
from desktop.exchange.tables.parts import main_of
from desktop.language import _
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.parts_pack import part_name, rules_of
from desktop.model.scoring.results import ModelResult
from desktop.ui.pages.overview.cards import ModelCards
from desktop.ui.pages.ratings.parts.tree import part_tone
from desktop.ui.session import Session
from desktop.ui.tables import Column, RowsModel
from desktop.ui.whole_table import WholeTable
from desktop.ui.widgets.chart import radar_chart
from desktop.wording import outcome, part_results
from desktop.wording.part_results import PartLine, part_lines

_MOST = 8


class PartCards(ModelCards):
    """Where the main parts of one model stand."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, (3, 2))
        columns: list[Column[PartLine]] = [
            Column(_("Main part"), lambda line: line.title, beneath=_beneath),
            Column(_("Result"), lambda line: line.stands, tone=part_tone, width=150),
        ]
        self._rows: RowsModel[PartLine] = RowsModel(columns)
        self._table = WholeTable(self._rows, _("Main parts"))
        self._table.activated.connect(self._on_activated)
        self._chart = radar_chart(_("How much of each main part is reached"))
        self._level.body.addWidget(self._table)
        self._level.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._level.body.addStretch(1)
        self._shape.body.addWidget(self._chart, 1)

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        self.say_standing(in_use, outcome.standing(result, in_use.pack), self._table)
        book, found = rules_of(in_use.pack), main_of(in_use.pack, result)
        shown = {each.id for each in found[:_MOST]}
        self._rows.set_rows([line for line in part_lines(in_use.pack, result) if line.id in shown])
        self.say_more(len(found), _MOST)
        shares = [part_results.percent_of(each, each.result.point) for each in found]
        wanted = [part_results.percent_of(each, each.target) for each in found]
        data = RadarData(
            "",
            "",
            tuple(
                Axis(each.id, part_name(book.part_by_id[each.id]), part_results.stands(each.result)) for each in found
            ),
            (
                Series(Role.NOW, _("Reached"), tuple(shares)),
                Series(Role.TARGET, _("Target"), tuple(wanted)),
            ),
            Rings((25, 50, 75, 100), _("100 percent")),
            full_names=True,
        )
        self._shape.setVisible(bool(found))
        self._chart.show_drawing(radar(data))

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        line = self._table.current_row()
        if line is not None:
            self.go_to_ratings(line.id)


def _beneath(line: PartLine) -> str:
    told = [_("target {target}").format(target=line.target)] if line.target else []
    if line.between:
        told.append(_("can still become {between}").format(between=line.between))
    return " · ".join(told)
