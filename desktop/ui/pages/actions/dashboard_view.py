"""The view of how the plan comes along: over time, by owner, by area, measure by measure, and what it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desktop.exchange.deliverable_plan import action_lines
from desktop.exchange.figures import drawing
from desktop.exchange.figures.burn_up import burn_up_data
from desktop.language import _
from desktop.model.assessment.pace import Pace, pace
from desktop.model.assessment.standing import Standing
from desktop.model.planning.progress import Progress, progress, progress_by
from desktop.model.records import Action
from desktop.ui.pages.actions import places
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chart import wide_chart
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Label
from desktop.wording import names
from desktop.wording.aftercare import progress_text
from desktop.wording.measures import standing_text
from desktop.wording.predicted import changes_text

if TYPE_CHECKING:
    from desktop.ui.page import Page

BY_OWNER, BY_AREA, BY_MEASURE = range(3)
_PACES = {
    Pace.OVERDUE: "bad",
    Pace.BEHIND: "warn",
    Pace.ON_TRACK: "good",
    Pace.REACHED: "good",
}
_ORDER = (Pace.OVERDUE, Pace.BEHIND, Pace.NO_READING, Pace.UNDER_WAY, Pace.ON_TRACK, Pace.REACHED, Pace.NO_TARGET)


class CountedRow(NamedTuple):
    """Actions that belong together, and how they come along."""

    name: str
    progress: Progress


class MeasuredRow(NamedTuple):
    """A measure of an action and how it comes along."""

    found: Standing
    action: Action
    pace: Pace


class DashboardView(QWidget):
    """What the sponsor asks first.

    Attributes:
        landing: what has the focus when the view comes to the front.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.told = Label("", "strong", wrap=True)
        self.chart = wide_chart(_("Actions over time"), 240)
        self.levels = Label("", "body", wrap=True)
        self.modes = QButtonGroup(self)
        self.counted = Table(RowsModel(_counted_columns()), _("Actions together"), sortable=True)
        self.measured = Table(RowsModel(self._measured_columns()), _("Measures"), sortable=False)
        self.landing: QWidget = self.counted
        self._lay_out()

    def refresh(self) -> None:
        """Show the assessment as it is now."""
        assessment, today = self._page.assessment, self._page.session.today()
        actions = assessment.actions.all()
        packs = {in_use.id: in_use.pack for in_use in assessment.models.all()}
        self.told.setText(progress_text(progress(actions, today)))
        self.chart.show_drawing(drawing.burn_up(burn_up_data(action_lines(assessment, packs, today), today)))
        open_ones = {each.id for each in actions if each.status.is_open}
        lines = [
            _("{model}: {change}").format(
                model=pack.name,
                change=changes_text(pack, assessment.results.of(model), assessment.foreseen.of(model, open_ones))[0],
            )
            for model, pack in packs.items()
        ]
        self.levels.setText("\n".join(lines))
        if self._mode == BY_MEASURE:
            known = {each.id: each for each in actions}
            rows = [
                MeasuredRow(each, known[each.measure.action], pace(each, today)) for each in assessment.measures.all()
            ]
            self.measured.fill(sorted(rows, key=lambda row: _ORDER.index(row.pace)), _measure_key)
        else:
            named = self._area if self._mode == BY_AREA else _owner
            found = progress_by(actions, named, today)
            self.counted.fill([CountedRow(name, these) for name, these in found.items()], _count_key)
        self.counted.setVisible(self._mode != BY_MEASURE)
        self.measured.setVisible(self._mode == BY_MEASURE)
        self.landing = self.measured if self._mode == BY_MEASURE else self.counted

    def reveal(self, target: str) -> bool:
        """It shows what others lead to."""
        del target
        return False

    def summary(self) -> str:
        """What stands beside the page's title."""
        return ""

    def commit(self) -> None:
        """Nothing is typed here."""

    @property
    def _mode(self) -> int:
        return self.modes.checkedId()

    def _lay_out(self) -> None:
        over_time, apart = Card(_("How the plan comes along")), Card()
        over_time.body.addWidget(self.told)
        over_time.body.addWidget(self.chart)
        over_time.body.addWidget(Label(_("Now, and once all open actions are done"), "mute", wrap=True))
        over_time.body.addWidget(self.levels)
        over_time.body.addStretch(1)
        bar = QWidget()
        row = Flow(bar)
        for number, text in ((BY_OWNER, _("By owner")), (BY_AREA, _("By area")), (BY_MEASURE, _("By measure"))):
            chip = QPushButton(text)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            self.modes.addButton(chip, number)
            row.addWidget(chip)
        self.modes.button(BY_OWNER).setChecked(True)
        self.modes.buttonClicked.connect(self._on_mode)
        apart.body.addWidget(bar)
        apart.body.addWidget(self.counted, 1)
        apart.body.addWidget(self.measured, 1)
        panes = FoldingColumns()
        panes.add(over_time, _("Over time"), 380, 520, 1)
        panes.add(apart, _("Apart"), 380, 520, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addWidget(panes, 1)

    def _measured_columns(self) -> list[Column[MeasuredRow]]:
        return [
            Column(
                _("Pace"), lambda row: names.name(row.pace), tone=lambda row: _PACES.get(row.pace, "plain"), width=112
            ),
            Column(
                _("Measure"),
                lambda row: row.found.measure.name,
                beneath=lambda row: _("{number}  {title}").format(number=row.action.number, title=row.action.title),
                tip=lambda row: standing_text(row.found, self._page.session.today()),
            ),
            Column(_("Way done"), lambda row: names.percent(row.found.percent), width=80, right=True, gives_way=1),
        ]

    def _area(self, action: Action) -> str:
        pack = next((each.pack for each in self._page.assessment.models.all() if each.id == action.model), None)
        return places.place_text(action, pack) or _("About no area")

    @Slot(object)
    def _on_mode(self, _button: object) -> None:
        self.refresh()


def _counted_columns() -> list[Column[CountedRow]]:
    return [
        Column(_("Whose"), lambda row: row.name, tip=lambda row: row.name),
        Column(
            _("Overdue"),
            lambda row: str(row.progress.overdue or ""),
            sort=lambda row: row.progress.overdue,
            tone=lambda row: "bad" if row.progress.overdue else None,
            width=84,
        ),
        Column(_("Open"), lambda row: str(row.progress.open), sort=lambda row: row.progress.open, width=64, right=True),
        Column(_("Done"), lambda row: str(row.progress.done), sort=lambda row: row.progress.done, width=64, right=True),
        Column(
            _("Verified"),
            lambda row: str(row.progress.verified),
            sort=lambda row: row.progress.verified,
            width=80,
            right=True,
            gives_way=1,
        ),
    ]


def _owner(action: Action) -> str:
    return action.owner or _("Without owner")


def _count_key(row: CountedRow) -> str:
    return row.name


def _measure_key(row: MeasuredRow) -> str:
    return row.found.measure.id
