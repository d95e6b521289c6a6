"""The sheet of a staged model: a radar of its areas, what blocks the next level, levels, categories and areas."""

from __future__ import annotations

from xlsxwriter.chart import Chart

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.tables.areas import areas
from desktop.exchange.tables.blocking import blocking_areas
from desktop.exchange.tables.groups import groups
from desktop.exchange.workbook.charts import web_chart
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.model_sheet import ModelSheet
from desktop.exchange.workbook.page import Place
from desktop.exchange.workbook.plots import line, names_in
from desktop.language import _
from desktop.model.scoring.results import AreaResult
from desktop.model.scoring.vocabulary import Rating

_WIDTHS = (34.0, 8.0, 17.0, 13.0, 13.0, 43.0)


def sheet(part: ModelPart) -> ModelSheet:
    """What it shows; the areas that were not assessed stand last and are not drawn."""
    blocking, found = blocking_areas(part), sorted(part.result.areas, key=_is_outside)
    shown = ("name", "level", "rating", "in_place_percent", "answers.mean_percent", "note")
    return ModelSheet(
        _("Model with levels"),
        _("The level and what blocks the next one; how far the practices of each area are in place."),
        _WIDTHS,
        (
            (blocking.name, blocking.pick(*(column.key for column in blocking.columns), widths=_WIDTHS)),
            (
                _("Levels and categories"),
                groups(part).pick("name", "areas", "state", "in_place_percent", "mean_percent", widths=_WIDTHS[:-1]),
            ),
            (_("Key process areas"), areas(part).of(found).pick(*shown, widths=_WIDTHS)),
        ),
        _chart,
        sum(not _is_outside(area) for area in found),
        charted=2,
        chart_rows=22,
    )


def _chart(place: Place) -> Chart:
    return web_chart(
        place.page.workbook,
        _("Practices in place and answers, by key process area, in percent"),
        names_in(place, "name"),
        [
            line(place, "in_place_percent", COLOURS.accent),
            line(place, "answers.mean_percent", COLOURS.warn, "dash"),
        ],
    )


def _is_outside(area: AreaResult) -> bool:
    return area.rating in (Rating.OUT_OF_SCOPE, Rating.NOT_APPLICABLE)
