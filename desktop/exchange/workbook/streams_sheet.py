"""The sheet of a model of streams: a radar of now, target and answers, and what each stream needs next."""

from __future__ import annotations

from xlsxwriter.chart import Chart

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.tables.streams import streams
from desktop.exchange.workbook.charts import web_chart
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.model_sheet import ModelSheet
from desktop.exchange.workbook.page import Place
from desktop.exchange.workbook.plots import line, names_in
from desktop.language import _

_WIDTHS = (30.0, 9.0, 9.0, 8.0, 11.0, 61.0)


def sheet(part: ModelPart) -> ModelSheet:
    """What it shows."""

    def chart(place: Place) -> Chart:
        return web_chart(
            place.page.workbook,
            _("Levels of the streams"),
            names_in(place, "name"),
            [
                line(place, "level", COLOURS.accent),
                line(place, "suggestion.mean_level", COLOURS.warn, "dash"),
                line(place, "target", COLOURS.text, "round_dot"),
            ],
            axis=(part.pack.levels[-1].number, 1),
        )

    shown = ("name", "level", "target", "gap", "suggestion.mean_level", "to_do")
    return ModelSheet(
        _("Model with streams"),
        _("The level of each stream, the target, what people answered, and what is to be done for the next level."),
        _WIDTHS,
        ((_("Streams"), streams(part).pick(*shown, widths=_WIDTHS)),),
        chart,
        len(part.result.streams),
    )
