"""The sheet of a model of tracks: statements met as bars, the tracks, and the statements that block the next level."""

from __future__ import annotations

from xlsxwriter.chart import Chart

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.figures.bars import inks
from desktop.exchange.tables.blocking import blocking_statements, caps_in_force
from desktop.exchange.tables.tracks import track_levels, tracks
from desktop.exchange.workbook.charts import stacked_chart
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.model_sheet import ModelSheet
from desktop.exchange.workbook.page import Place
from desktop.exchange.workbook.plots import line, names_in
from desktop.language import _
from desktop.wording.track_states import bar_parts

_WIDTHS = (48.0, 19.0, 9.0, 12.0, 9.0, 9.0, 9.0, 13.0)


def sheet(part: ModelPart) -> ModelSheet:
    """What it shows."""
    blocking, caps, levels = blocking_statements(part), caps_in_force(part), track_levels(part)
    counts = [each.key for each in bar_parts(None)]
    title = _("Statements met, level by level")
    return ModelSheet(
        _("Model with tracks"),
        _("The level of each track, the statements that block the next one, and how many are met level by level."),
        _WIDTHS,
        (
            (_("Tracks"), tracks(part).pick("name", "level", "target", "gap", widths=_WIDTHS[:4])),
            (blocking.name, blocking.pick("text", "tracks", "level", "value", widths=_WIDTHS[:4])),
            (caps.name, caps.pick("cap.reason", "track", "cap.at_most", widths=_WIDTHS[:3])),
            (title, levels.pick("name", "state", *counts, widths=_WIDTHS)),
        ),
        _chart,
        len(levels.rows),
        charted=3,
    )


def _chart(place: Place) -> Chart:
    look = inks(COLOURS)
    return stacked_chart(
        place.page.workbook,
        _("Statements met, level by level"),
        names_in(place, "name"),
        [line(place, each.key, look[each.value].ground) for each in bar_parts(None)],
    )
