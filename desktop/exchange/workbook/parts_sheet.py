"""The sheet of a model with rules of its own: how much of its main parts is reached, and every part with its result."""

from __future__ import annotations

from xlsxwriter.chart import Chart

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.tables.parts import main_parts, parts_in_scope
from desktop.exchange.workbook.charts import web_chart
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.model_sheet import ModelSheet
from desktop.exchange.workbook.page import Place
from desktop.exchange.workbook.plots import line, names_in
from desktop.language import _

_WIDTHS = (50.0, 22.0, 14.0, 14.0, 12.0, 16.0)


def sheet(part: ModelPart) -> ModelSheet:
    """What it shows."""
    mains, every = main_parts(part), parts_in_scope(part)
    return ModelSheet(
        _("Model with rules of its own"),
        _("How much of each main part is reached, and every part with its result, its target and what is missing."),
        _WIDTHS,
        (
            (_("Main parts"), mains.pick("title", "stands", "reached", "wanted", widths=_WIDTHS[:4])),
            (_("All parts"), every.pick("indented", "stands", "value", "target", "gap", "between", widths=_WIDTHS)),
        ),
        _chart,
        len(mains.rows),
    )


def _chart(place: Place) -> Chart:
    return web_chart(
        place.page.workbook,
        _("Main parts: reached and target, in percent"),
        names_in(place, "title"),
        [line(place, "reached", COLOURS.accent), line(place, "wanted", COLOURS.text, "round_dot")],
    )
