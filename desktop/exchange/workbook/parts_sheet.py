"""The sheet of a model with rules of its own: how much of its main parts is reached, and every part with its result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.chart import Chart

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import part_data
from desktop.exchange.workbook.charts import web_chart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.model_sheet import CHART_ROWS, ModelPlace, write_head, write_section
from desktop.exchange.workbook.page import Page
from desktop.exchange.workbook.plots import line, names_in
from desktop.language import _
from desktop.model.maturity import Scheme
from desktop.model.maturity.parts_pack import part_name, rules_of
from desktop.wording import part_results
from desktop.wording.part_results import PartLine

WIDTHS = (50.0, 22.0, 14.0, 14.0, 12.0, 16.0)
_NAME, _REACHED, _WANTED = 1, 3, 4


def main_columns() -> tuple[Column, ...]:
    """The main parts, as the chart shows them."""
    return (
        Column(_("Main part"), WIDTHS[0], _("A part under the whole, or under these where they are few."), Look.STRONG),
        Column(_("Result"), WIDTHS[1], _("What it is: a grade, a number, or why there is none.")),
        Column(
            _("Reached"),
            WIDTHS[2],
            _("Its place on the span from the least to the most that the part could be. A share, not a level."),
            Look.PERCENT,
        ),
        Column(_("Target reached at"), WIDTHS[3], _("The place of the target on that span."), Look.PERCENT),
    )


def part_columns() -> tuple[Column, ...]:
    """Every part, each indented below the one it stands under."""
    return (
        Column(_("Part"), WIDTHS[0], _("Its numbering in the model, and what it is called."), Look.STRONG),
        Column(_("Result"), WIDTHS[1], _("What it is: a grade, a number, or why there is none.")),
        Column(_("Number"), WIDTHS[2], _("The number of the result, to two decimals."), Look.DECIMAL),
        Column(_("Target"), WIDTHS[3], _("Its target, in its own units.")),
        Column(_("Gap"), WIDTHS[4], _("What is missing up to the target; 0 where it is reached."), Look.DECIMAL),
        Column(_("Can become"), WIDTHS[5], _("What the result can still become while something is open.")),
    )


def guide() -> Guide:
    """What the sheet and the columns of its tables mean."""
    columns = {column.heading: column for column in (*main_columns(), *part_columns())}
    return Guide(
        _("Model with rules of its own"),
        _("How much of each main part is reached, and every part with its result, its target and what is missing."),
        tuple(columns.values()),
        Scheme.PARTS,
    )


def write(page: Page, deliverable: Deliverable, part: ModelPart) -> ModelPlace:
    """Write the sheet; returns the table that the chart shows."""
    row = write_head(page, deliverable, part, WIDTHS, CHART_ROWS)
    mains = list(_mains(part))
    place = write_section(page, _("Main parts"), main_columns(), mains)
    shown = ModelPlace(place, len(mains))
    write_section(page, _("All parts"), part_columns(), [_line(each) for each in part_data.lines(part)])
    page.add_chart(chart(part, shown), row, CHART_ROWS)
    return shown


def chart(part: ModelPart, shown: ModelPlace) -> Chart:
    """How much of each main part is reached, and how much is wanted."""
    place, rows = shown.place, list(_mains(part))
    return web_chart(
        place.page.workbook,
        _("Main parts: reached and target, in percent"),
        names_in(place, _NAME),
        [
            line(place, _REACHED, _column(rows, _REACHED), COLOURS.accent),
            line(place, _WANTED, _column(rows, _WANTED), COLOURS.text, "round_dot"),
        ],
    )


def _mains(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    book = rules_of(part.pack)
    for each in part_data.main_results(part):
        yield (
            part_name(book.part_by_id[each.id]),
            part_results.stands(each.result),
            part_results.percent_of(each, each.result.point),
            part_results.percent_of(each, each.target),
        )


def _line(each: PartLine) -> tuple[Value, ...]:
    return (
        f"{'    ' * each.depth}{each.title}",
        each.stands,
        each.value,
        each.target or None,
        each.gap,
        each.between or None,
    )


def _column(rows: Sequence[Sequence[Value]], number: int) -> list[float | None]:
    return [float(value) if isinstance(value := row[number - 1], (int, float)) else None for row in rows]
