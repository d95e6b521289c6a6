"""The summary of a model of streams: radar of now, wanted and answers; blockers; the streams at each level."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import stream_data
from desktop.exchange.workbook import streams
from desktop.exchange.workbook.charts import web_chart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.page import Page, Place
from desktop.exchange.workbook.parts import listed
from desktop.exchange.workbook.plots import cells, line
from desktop.exchange.workbook.summary import (
    CHART_HEIGHT,
    HEADING_AND_A_ROW,
    WIDTHS,
    sheet_name,
    write_blockers,
    write_head,
)
from desktop.language import _
from desktop.model.maturity import Scheme
from desktop.model.scoring.results import Blocker

_CHART = (24.0, CHART_HEIGHT)
"""Width and height in centimetres."""

_WIDE = sum(WIDTHS[4:7])


def blocker_columns() -> tuple[Column, ...]:
    """What stands before the next level."""
    return (
        Column(_("Stream"), WIDTHS[0], _("A stream at the lowest level; least work first.")),
        Column(_("Name"), WIDTHS[1], _("The stream's name."), Look.STRONG),
        Column(
            _("Rating"),
            WIDTHS[2],
            _("Unsatisfied where it stands below the next level; not rated while nothing is said."),
        ),
        Column(_("Work"), WIDTHS[3], _("Practices to tick for the next level."), Look.NUMBER),
        Column(_("Practices not ticked"), _WIDE, _("Practices that stand before the next level.")),
    )


def level_columns() -> tuple[Column, ...]:
    """Which streams stand at each level."""
    return (
        Column(_("Level"), WIDTHS[0], _("A level of the model.")),
        Column(_("Name"), WIDTHS[1], _("Its name in the model."), Look.STRONG),
        Column(_("Streams"), WIDTHS[2], _("How many of the rated streams stand at it."), Look.NUMBER),
        Column(_("Wanted"), WIDTHS[3], _("How many are wanted at it."), Look.NUMBER),
        Column(_("Streams at it"), _WIDE, _("Which streams stand at it.")),
    )


def guide() -> Guide:
    """What the sheet and the columns of its tables mean."""
    columns = {column.heading: column for column in (*blocker_columns(), *level_columns())}
    return Guide(
        sheet_name(),
        _("The weakest stream and the mean, a radar of levels, and what stands before the next level."),
        tuple(columns.values()),
        Scheme.STREAMS,
    )


def write(page: Page, deliverable: Deliverable, part: ModelPart, of_streams: Place) -> None:
    """Write the sheet.

    Args:
        page: the sheet.
        deliverable: what may be shown.
        part: the model's share.
        of_streams: the table of streams, to which the chart refers.
    """
    row = write_head(page, deliverable, part)
    found = stream_data.rows(part)
    chart = web_chart(
        _("Levels of the streams"),
        cells(of_streams, streams.NAME, [each.name for each in found]),
        [
            line(of_streams, streams.LEVEL, _("Level now"), [each.level for each in found], COLOURS.accent),
            line(
                of_streams,
                streams.MEAN,
                _("Mean level of answers"),
                [each.mean_level for each in found],
                COLOURS.warn,
                "dash",
            ),
            line(
                of_streams, streams.TARGET, _("Level wanted"), [each.target for each in found], COLOURS.text, "sysDot"
            ),
        ],
        size=_CHART,
        axis=(part.pack.levels[-1].number, 1),
    )
    page.sheet.add_chart(chart, f"B{row}")
    write_blockers(page, part, blocker_columns(), [_blocker(part, each) for each in part.result.level.blockers], over=3)
    page.keep_together(HEADING_AND_A_ROW + 20 * len(part.pack.levels))
    page.line(_("Levels"), Look.SECTION)
    page.headings(level_columns(), over=3)
    page.rows(level_columns(), [_level(part, level.number, level.name) for level in part.pack.levels], over=3)


def _blocker(part: ModelPart, blocker: Blocker) -> Sequence[Value]:
    return (
        blocker.area,
        part.pack.stream_by_id[blocker.area].name,
        blocker.why,
        blocker.work,
        listed(part.pack, (*blocker.weak, *blocker.open)),
    )


def _level(part: ModelPart, number: int, name: str) -> Sequence[Value]:
    found = part.result.streams
    here = [stream.name for stream in found if stream.rated and stream.level == number]
    wanted = sum(stream.target == number for stream in found)
    return (str(number), name, len(here), wanted, ", ".join(here) or None)
