"""The sheet of a model of streams: a radar of now, target and answers, and what each stream needs next."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.chart import Chart

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import stream_data
from desktop.exchange.workbook.charts import web_chart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.model_sheet import CHART_ROWS, ModelPlace, write_head, write_section
from desktop.exchange.workbook.page import Page
from desktop.exchange.workbook.plots import line, names_in
from desktop.language import _
from desktop.model.maturity import Scheme
from desktop.model.scoring.results import StreamResult
from desktop.wording import outcome

WIDTHS = (30.0, 9.0, 9.0, 8.0, 11.0, 61.0)
_NAME, _LEVEL, _TARGET, _MEAN = 1, 2, 3, 5


def columns() -> tuple[Column, ...]:
    """How each stream stands."""
    return (
        Column(_("Stream"), WIDTHS[0], _("The stream."), Look.STRONG),
        Column(_("Level now"), WIDTHS[1], _("The level it stands at. Empty where it was not rated."), Look.CENTRE),
        Column(_("Target"), WIDTHS[2], _("The target, its own or that of the whole model."), Look.CENTRE),
        Column(_("Gap"), WIDTHS[3], _("Levels from now up to the target; 0 where it is reached."), Look.NUMBER),
        Column(
            _("Level by answers"),
            WIDTHS[4],
            _("Mean of the levels people chose: an index, not a level. Empty where it would show a small group."),
            Look.INDEX,
        ),
        Column(_("To do for the next level"), WIDTHS[5], _("Practices still to be taken up.")),
    )


def guide() -> Guide:
    """What the sheet and the columns of its table mean."""
    return Guide(
        _("Model with streams"),
        _("The level of each stream, the target, what people answered, and what is to be done for the next level."),
        columns(),
        Scheme.STREAMS,
    )


def write(page: Page, deliverable: Deliverable, part: ModelPart) -> ModelPlace:
    """Write the sheet; returns the table that the chart shows."""
    row = write_head(page, deliverable, part, WIDTHS, CHART_ROWS)
    place = write_section(page, _("Streams"), columns(), list(_rows(part)))
    shown = ModelPlace(place, len(part.result.streams))
    page.add_chart(chart(part, shown), row, CHART_ROWS)
    return shown


def chart(part: ModelPart, shown: ModelPlace) -> Chart:
    """Level now, target and answers, stream by stream."""
    place, found = shown.place, stream_data.rows(part)
    return web_chart(
        place.page.workbook,
        _("Levels of the streams"),
        names_in(place, _NAME),
        [
            line(place, _LEVEL, [each.level for each in found], COLOURS.accent),
            line(place, _MEAN, [each.mean_level for each in found], COLOURS.warn, "dash"),
            line(place, _TARGET, [each.target for each in found], COLOURS.text, "round_dot"),
        ],
        axis=(part.pack.levels[-1].number, 1),
    )


def _rows(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    for stream in part.result.streams:
        texts = [part.pack.item_by_id[practice][2].text for practice in stream.missing]
        yield (
            stream.name,
            stream.level if stream.rated and stream.excluded is None else None,
            stream.target,
            stream.gap,
            stream.suggestion.mean_level if stream.suggestion else None,
            "\n".join(texts) if stream.excluded is None and stream.rated and texts else _stands(stream),
        )


def _stands(stream: StreamResult) -> str | None:
    """Why nothing is to be done: it is not rated, takes no part, or there is nothing left."""
    return outcome.stands(stream) if stream.excluded is not None or not stream.rated else None
