"""The sheet of a model: whose results, the level in a sentence, a chart, and the tables beneath it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct
from xlsxwriter.chart import Chart

from desktop.exchange.board_texts import target_sentence
from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.tables.table import AnyTable
from desktop.exchange.workbook.guide import Guide, Look, told
from desktop.exchange.workbook.page import Page, Place
from desktop.language import _
from desktop.wording import board, names
from desktop.wording.model_words import words_of


class ModelSheet(Struct, frozen=True):
    """What the sheet of a model shows.

    Attributes:
        name: what such a sheet is called.
        about: what it holds, in a sentence or two.
        widths: of its columns.
        tables: each with its title, in order; one without rows is left out unless it is drawn.
        chart: draws one of them.
        drawn: so many of its rows are drawn.
        charted: the place of that table among them.
        chart_rows: the height of the chart, in rows.
    """

    name: str
    about: str
    widths: tuple[float, ...]
    tables: Sequence[tuple[str, AnyTable]]
    chart: Callable[[Place], Chart]
    drawn: int
    charted: int = 0
    chart_rows: int = 17

    def guide(self, part: ModelPart) -> Guide:
        """What the sheet of a model and the columns of its tables mean."""
        columns = [column for _title, table in self.tables for column in table.columns]
        return Guide(self.name, self.about, told(columns), words_of(part.pack).kind)


class Written(NamedTuple):
    """The tables of a model on its sheet, and of these what its chart shows."""

    places: tuple[Place, ...]
    drawn: Place


def write(page: Page, deliverable: Deliverable, part: ModelPart, sheet: ModelSheet) -> Written:
    """Write the sheet."""
    page.prose(part.pack.name, len(sheet.widths), Look.MASTHEAD)
    page.prose(_about(deliverable, part), len(sheet.widths), Look.SUBTITLE)
    page.skip()
    page.prose(board.result_sentence(part.result, part.pack), len(sheet.widths), Look.LEAD)
    page.prose(target_sentence(part), len(sheet.widths))
    page.skip()
    row = page.row + 1
    page.space(sheet.chart_rows)
    places = {
        number: page.table(table, title)
        for number, (title, table) in enumerate(sheet.tables)
        if table.rows or number == sheet.charted
    }
    place = places[sheet.charted].first(sheet.drawn)
    page.add_chart(sheet.chart(place), row, sheet.chart_rows)
    return Written(tuple(places.values()), place)


def _about(deliverable: Deliverable, part: ModelPart) -> str:
    subject = deliverable.subject
    parts = [
        subject.organisation,
        subject.unit,
        _("version {version} of the model").format(version=part.pack.version),
        _("exported {day}").format(day=names.day(deliverable.day)),
    ]
    return " · ".join(each for each in parts if each)
