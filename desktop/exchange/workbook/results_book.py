"""The results workbook, for the sponsor: a page for the board, the actions with their measures, a page a model."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct
from xlsxwriter.chart import Chart

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.workbook import (
    actions,
    board,
    measures,
    parts_sheet,
    readme,
    staged_sheet,
    streams_sheet,
    tracks_sheet,
)
from desktop.exchange.workbook.book import Book, Cancelled, Progress, TableSetUp
from desktop.exchange.workbook.guide import Guide
from desktop.exchange.workbook.model_sheet import ModelPlace
from desktop.exchange.workbook.page import Page
from desktop.language import _
from desktop.model.maturity import Scheme


def write(
    deliverable: Deliverable, path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> bool:
    """Write the workbook; see `desktop.exchange.workbook.write_workbook`."""
    results = _Results(deliverable)
    if not results.book.fill(results.sheets(), progress, cancelled):
        return False
    results.book.save(path)
    return True


class _ModelSheet(Struct, frozen=True):
    """How the sheet of a model is written."""

    guide: Guide
    widths: tuple[float, ...]
    write: Callable[[Page, Deliverable, ModelPart], ModelPlace]
    chart: Callable[[ModelPart, ModelPlace], Chart]


def _sheet_of(scheme: Scheme) -> _ModelSheet:
    match scheme:
        case Scheme.STAGED:
            return _ModelSheet(staged_sheet.guide(), staged_sheet.WIDTHS, staged_sheet.write, staged_sheet.chart)
        case Scheme.STREAMS:
            return _ModelSheet(streams_sheet.guide(), streams_sheet.WIDTHS, streams_sheet.write, streams_sheet.chart)
        case Scheme.CRITERIA:
            return _ModelSheet(tracks_sheet.guide(), tracks_sheet.WIDTHS, tracks_sheet.write, tracks_sheet.chart)
        case Scheme.PARTS:
            return _ModelSheet(parts_sheet.guide(), parts_sheet.WIDTHS, parts_sheet.write, parts_sheet.chart)


class _Results:
    """The sheets in the order in which a sponsor reads them."""

    def __init__(self, deliverable: Deliverable) -> None:
        self.book = Book(deliverable, _("Results"))
        self._deliverable = deliverable
        self._board: Page | None = None
        self._own_chart: Chart | None = None

    def sheets(self) -> list[Callable[[], None]]:
        """What writes them; the first is filled last, because its chart may show what stands on another."""
        models = self._deliverable.models
        return [
            *([self._begin_board] if models else []),
            self._actions,
            *(partial(self._model, part) for part in models),
            *([self._fill_board] if models else []),
            self._readme,
        ]

    def _begin_board(self) -> None:
        guide = board.guide()
        self._board = self.book.page(guide, guide.name, board.WIDTHS, one_page=True)

    def _fill_board(self) -> None:
        assert self._board is not None
        board.write(self._board, self._deliverable, self._own_chart)

    def _actions(self) -> None:
        guide = actions.guide()
        place = self.book.table(guide, guide.name, actions.rows(self._deliverable), TableSetUp(2, filtered=False))
        actions.finish(place, guide.columns, actions.write_lists(self.book.workbook))
        if any(action.measures for action in self._deliverable.actions):
            about = measures.guide()
            self.book.table(about, about.name, measures.rows(self._deliverable), TableSetUp(2))

    def _model(self, part: ModelPart) -> None:
        sheet = _sheet_of(part.pack.scheme)
        page = self.book.page(sheet.guide, part.pack.name, sheet.widths)
        shown = sheet.write(page, self._deliverable, part)
        if len(self._deliverable.models) == 1:
            self._own_chart = sheet.chart(part, shown)

    def _readme(self) -> None:
        guide = readme.guide()
        page = self.book.page(guide, guide.name, readme.WIDTHS)
        readme.write(page, self._deliverable, self.book.guides, readme.about_results(self._deliverable))
