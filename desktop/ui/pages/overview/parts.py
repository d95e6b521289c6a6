"""Models with rules of their own: the main parts with their results, beside a chart of how much of each is reached."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.figures.data import Axis, RadarData, Rings, Role, Series
from desktop.exchange.figures.drawing import radar
from desktop.exchange.tables.parts import main_of, main_parts
from desktop.exchange.tables.table import AnyTable, Table
from desktop.language import _
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.parts_pack import part_name, rules_of
from desktop.model.scoring.results import ModelResult
from desktop.ui.pages.overview.cards import ModelCards
from desktop.ui.pages.ratings.parts.tree import part_tone
from desktop.ui.session import Session
from desktop.ui.table_rows import Column
from desktop.ui.told_columns import shown
from desktop.ui.widgets.chart import radar_chart
from desktop.wording import part_results
from desktop.wording.part_results import PartLine


class PartCards(ModelCards):
    """Where the main parts of one model stand."""

    most = 8

    def __init__(self, session: Session, in_use: ModelInUse, result: ModelResult) -> None:
        super().__init__(session, in_use, result, (3, 2))
        self._chart = radar_chart(_("How much of each main part is reached"))
        self.list_in(self._level)
        self._shape.body.addWidget(self._chart, 1)

    def told(self, part: ScoredModel) -> Table[PartLine]:
        """The main parts."""
        return main_parts(part).pick("title", "stands")

    def columns(self, told: AnyTable) -> Sequence[Column[PartLine]]:
        """Parts with their results."""
        title, stands = told.columns
        return (
            shown(title, heading=_("Main part"), beneath=_beneath),
            shown(stands, tone=part_tone, width=150),
        )

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        super().show_result(in_use, result)
        book, found = rules_of(in_use.pack), main_of(in_use.pack, result)
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


def _beneath(line: PartLine) -> str:
    told = [_("target {target}").format(target=line.target)] if line.target else []
    if line.between:
        told.append(_("can still become {between}").format(between=line.between))
    return " · ".join(told)
