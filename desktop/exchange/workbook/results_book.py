"""The results workbook, for the sponsor: a page for the board, findings, the plan, a page a model, coverage, checks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from xlsxwriter.chart import Chart

from desktop.exchange.board_tables import WIDTHS
from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.tables.actions import actions
from desktop.exchange.tables.covered_places import covered_places
from desktop.exchange.tables.findings import findings
from desktop.exchange.tables.levels import levels
from desktop.exchange.tables.measures import measures
from desktop.exchange.tables.plan import plan
from desktop.exchange.tables.readings import readings
from desktop.exchange.workbook import (
    action_sheet,
    board,
    measure_charts,
    model_sheet,
    parts_sheet,
    plan_sheet,
    readme,
    roadmap_sheet,
    staged_sheet,
    streams_sheet,
    tracks_sheet,
)
from desktop.exchange.workbook.book import Book, Cancelled, Progress, TableSetUp
from desktop.exchange.workbook.live import level_formulas
from desktop.exchange.workbook.live.ties import Around
from desktop.exchange.workbook.page import Page
from desktop.language import _
from desktop.model.maturity.by_scheme import ByScheme


def write(
    deliverable: Deliverable, path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> bool:
    """Write the workbook; see `desktop.exchange.workbook.write_workbook`."""
    results = _Results(deliverable)
    if not results.book.fill(results.sheets(), progress, cancelled):
        return False
    results.book.save(path)
    return True


SHEETS = ByScheme(
    staged=staged_sheet.sheet, streams=streams_sheet.sheet, criteria=tracks_sheet.sheet, parts=parts_sheet.sheet
)
"""What the sheet of a model shows."""


class _Results:
    """The sheets in the order in which a sponsor reads them."""

    def __init__(self, deliverable: Deliverable) -> None:
        self.book = Book(deliverable, _("Results"))
        self._deliverable = deliverable
        self._board: Page | None = None
        self._own_chart: Chart | None = None
        self._around: dict[str, Around] = {}

    def sheets(self) -> list[Callable[[], None]]:
        """What writes them; the first is filled last, because its chart may show what stands on another."""
        models = self._deliverable.models
        return [
            *([self._begin_board] if models else []),
            *([self._findings] if self._deliverable.findings else []),
            *([self._actions, self._plan, self._roadmap] if self._deliverable.actions else []),
            *([self._measures] if any(action.measures for action in self._deliverable.actions) else []),
            *(partial(self._model, part) for part in models),
            *([self._history] if self._deliverable.rounds else []),
            *([self._coverage, self._fill_board] if models else []),
            self.book.check,
            self._readme,
        ]

    def _begin_board(self) -> None:
        guide = board.guide(self._deliverable)
        self._board = self.book.page(guide, guide.name, WIDTHS)

    def _fill_board(self) -> None:
        assert self._board is not None
        place = board.write(self._board, self._deliverable, self._own_chart)
        self.book.ties[:0] = level_formulas.tie_levels(place, self._around)

    def _findings(self) -> None:
        table = findings(self._deliverable)
        self.book.table(table, table.name, TableSetUp(1))

    def _actions(self) -> None:
        table = actions(self._deliverable)
        place = self.book.table(table, table.name, TableSetUp(2, filtered=False))
        action_sheet.finish(place, action_sheet.write_lists(self.book.workbook))

    def _plan(self) -> None:
        table = plan(self._deliverable)
        place = self.book.table(table, table.name, TableSetUp(2))
        guide = plan_sheet.guide(self._deliverable)
        page = self.book.page(guide, guide.name, plan_sheet.WIDTHS)
        self.book.tie([place, *plan_sheet.write(page, self._deliverable)])

    def _roadmap(self) -> None:
        guide = roadmap_sheet.guide(self._deliverable)
        page = self.book.page(guide, guide.name, roadmap_sheet.widths(self._deliverable), orientation="landscape")
        roadmap_sheet.write(page, self._deliverable)

    def _history(self) -> None:
        table = levels(self._deliverable)
        self.book.table(table, table.name, TableSetUp(1))

    def _measures(self) -> None:
        table, read = measures(self._deliverable.actions), readings(self._deliverable.actions)
        measured = self.book.table(table, table.name, TableSetUp(2))
        found = self.book.table(read, read.name, TableSetUp(2)) if read.rows else None
        self.book.tie([measured, *([found] if found else [])])
        if found is not None:
            measure_charts.add(measured.page, found)

    def _coverage(self) -> None:
        table = covered_places(self._deliverable.models)
        if table.rows:
            self.book.tie([self.book.table(table, table.name, TableSetUp(2))])

    def _model(self, part: ModelPart) -> None:
        sheet = SHEETS.of(part.pack)(part)
        page = self.book.page(sheet.guide(part), part.pack.name, sheet.widths)
        written = model_sheet.write(page, self._deliverable, part, sheet)
        self._around[part.pack.id] = self.book.tie(written.places, part)
        if len(self._deliverable.models) == 1:
            self._own_chart = sheet.chart(written.drawn)

    def _readme(self) -> None:
        guide = readme.guide()
        page = self.book.page(guide, guide.name, readme.WIDTHS)
        readme.write(page, self._deliverable, self.book.guides, readme.about_results(self._deliverable))
