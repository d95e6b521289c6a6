"""The sheet of a model of tracks: statements met as bars, the tracks, and the statements that block the next level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.chart import Chart

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import track_data
from desktop.exchange.workbook.charts import stacked_chart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.model_sheet import (
    CHART_ROWS,
    ModelPlace,
    blocks_title,
    write_head,
    write_section,
)
from desktop.exchange.workbook.page import Page
from desktop.exchange.workbook.plots import line, names_in
from desktop.language import _
from desktop.model.maturity import Scheme
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.wording import outcome

WIDTHS = (48.0, 19.0, 9.0, 12.0, 9.0, 9.0, 9.0, 13.0)
_BAR, _FIRST_COUNT = 1, 3
"""Numbers of the columns that the chart shows."""

_COLOURS = {
    Fulfilment.MET: COLOURS.accent,
    Fulfilment.PARTLY_MET: COLOURS.levels[1],
    Fulfilment.NOT_MET: COLOURS.bad_soft,
    Fulfilment.DONT_KNOW: COLOURS.warn_soft,
    None: COLOURS.surface,
    Fulfilment.NOT_APPLICABLE: COLOURS.line,
}


def track_columns() -> tuple[Column, ...]:
    """How each track stands."""
    return (
        Column(_("Track"), WIDTHS[0], _("The track that the line is about."), Look.STRONG),
        Column(_("Level now"), WIDTHS[1], _("The level it can demonstrate."), Look.CENTRE),
        Column(_("Target"), WIDTHS[2], _("The target, its own or that of the whole model."), Look.CENTRE),
        Column(_("Gap"), WIDTHS[3], _("Levels from now up to the target; 0 where it is reached."), Look.NUMBER),
    )


def statement_columns() -> tuple[Column, ...]:
    """What keeps the tracks from the next level."""
    return (
        Column(_("Blocking statement"), WIDTHS[0], _("What has to be so for the next level of the track.")),
        Column(_("Track"), WIDTHS[1], _("The track that the line is about.")),
        Column(_("Level"), WIDTHS[2], _("The level that asks for it."), Look.CENTRE),
        Column(_("State"), WIDTHS[3], _("How far the team finds it met.")),
    )


def cap_columns() -> tuple[Column, ...]:
    """What holds tracks down, whatever else is met."""
    return (
        Column(_("Rule"), WIDTHS[0], _("A rule of the model that caps a track, whatever else is met.")),
        Column(_("Track"), WIDTHS[1], _("The track that the line is about.")),
        Column(_("At most"), WIDTHS[2], _("The level above which the track cannot get."), Look.CENTRE),
    )


def level_columns() -> tuple[Column, ...]:
    """How the statements of each level of each track stand."""
    return (
        Column(_("Track and level"), WIDTHS[0], _("The track, and the level with its name."), Look.STRONG),
        Column(_("State"), WIDTHS[1], _("Reached, capped, or how many of the statements that count are met.")),
        *(
            Column(part.name, width, _("How many statements stand so."), Look.NUMBER)
            for part, width in zip(track_data.bar_parts(None), WIDTHS[2:], strict=True)
        ),
    )


def guide() -> Guide:
    """What the sheet and the columns of its tables mean."""
    columns = {
        column.heading: column for column in (*track_columns(), *statement_columns(), *cap_columns(), *level_columns())
    }
    return Guide(
        _("Model with tracks"),
        _("The level of each track, the statements that block the next one, and how many are met level by level."),
        tuple(columns.values()),
        Scheme.CRITERIA,
    )


def write(page: Page, deliverable: Deliverable, part: ModelPart) -> ModelPlace:
    """Write the sheet; returns the table that the chart shows."""
    row = write_head(page, deliverable, part, WIDTHS, CHART_ROWS)
    write_section(page, _("Tracks"), track_columns(), list(_tracks(part)))
    in_the_way = list(_statements(part))
    if in_the_way:
        write_section(page, blocks_title(part), statement_columns(), in_the_way)
    caps = list(_caps(part))
    if caps:
        write_section(page, _("Rules that cap tracks"), cap_columns(), caps)
    rows = list(_levels(part))
    place = write_section(page, _("Statements met, level by level"), level_columns(), rows)
    shown = ModelPlace(place, len(rows))
    page.add_chart(chart(part, shown), row, CHART_ROWS)
    return shown


def chart(part: ModelPart, shown: ModelPlace) -> Chart:
    """How many statements are met, track by track and level by level."""
    place, rows = shown.place, list(_levels(part))
    return stacked_chart(
        place.page.workbook,
        _("Statements met, level by level"),
        names_in(place, _BAR),
        [
            line(place, _FIRST_COUNT + number, _column(rows, _FIRST_COUNT + number), _COLOURS[each.value])
            for number, each in enumerate(track_data.bar_parts(None))
        ],
    )


def _tracks(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    for track in part.result.tracks:
        level = track.level if track.excluded is None else outcome.stands(track)
        yield (track.name, level, track.target, track.gap)


def _statements(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    """Those that keep the lowest tracks from the level after the model's, each once with its tracks."""
    blocking = {blocker.place for blocker in part.result.level.blockers}
    stopped: dict[str, list[str]] = {}
    for track in part.result.tracks:
        for statement in track.stopping if track.id in blocking else ():
            stopped.setdefault(statement, []).append(track.name)
    for stop in track_data.stops_of(part, tuple(stopped)):
        level = part.pack.statement_by_id[stop.id][1].level
        yield (stop.text, "\n".join(stopped[stop.id]), level, stop.state)


def _caps(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    for track in part.result.tracks:
        for cap in track.caps:
            known = part.pack.cap_by_id[cap]
            yield (known.reason, track.name, known.at_most)


def _levels(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    names = {level.number: level.name for level in part.pack.levels}
    for track in part.result.tracks:
        for level in track.levels:
            yield (
                _("{track}: {level} {name}").format(track=track.name, level=level.level, name=names[level.level]),
                track_data.state_of(level, track),
                *(each.count for each in track_data.bar_parts(level)),
            )


def _column(rows: Sequence[Sequence[Value]], number: int) -> list[float | None]:
    return [float(value) if isinstance(value := row[number - 1], int) else None for row in rows]
