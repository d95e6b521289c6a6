"""The summary of a model of tracks: statements met as bars, what stands before the next level, levels of each track."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import track_data
from desktop.exchange.workbook.charts import stacked_chart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.page import Page, Place
from desktop.exchange.workbook.plots import cells, line
from desktop.exchange.workbook.summary import (
    CHART_HEIGHT,
    HEADING_AND_A_ROW,
    WIDTHS,
    sheet_name,
    write_blockers,
    write_head,
)
from desktop.exchange.workbook.tracks import statements
from desktop.language import _
from desktop.model.maturity import Scheme
from desktop.model.scoring.results import Blocker
from desktop.model.scoring.vocabulary import Fulfilment

_CHART = (28.0, CHART_HEIGHT)
"""Width and height in centimetres."""

_WIDE = sum(WIDTHS[4:8])
_BAR, _FIRST_COUNT = 2, 4
"""Numbers of the columns that the chart shows."""

_COLOURS = {
    Fulfilment.MET: COLOURS.accent,
    Fulfilment.PARTLY_MET: COLOURS.levels[1],
    Fulfilment.NOT_MET: COLOURS.bad_soft,
    Fulfilment.DONT_KNOW: COLOURS.warn_soft,
    None: COLOURS.surface,
    Fulfilment.NOT_APPLICABLE: COLOURS.line,
}


def blocker_columns() -> tuple[Column, ...]:
    """What stands before the next level."""
    return (
        Column(_("Level"), WIDTHS[0], _("The level of a track, or a level of the model."), Look.CENTRE),
        Column(_("Track"), WIDTHS[1], _("A track at the lowest level; least work first."), Look.STRONG),
        Column(
            _("Rating"), WIDTHS[2], _("Unsatisfied where statements stop it; not rated where judgements are wanting.")
        ),
        Column(_("Work"), WIDTHS[3], _("Statements to meet: 1 each if partly met or open, 2 if not met."), Look.NUMBER),
        Column(_("Statements"), _WIDE, _("Statements to be met for the next level, with how they stand.")),
    )


def level_columns() -> tuple[Column, ...]:
    """How the statements of each level of each track stand."""
    return (
        Column(_("Level"), WIDTHS[0], _("The level of a track, or a level of the model."), Look.CENTRE),
        Column(_("Track and level"), WIDTHS[1], _("The track, and the level with its name."), Look.STRONG),
        Column(_("State"), WIDTHS[2], _("Held, held down by a cap, or how many of the statements that count are met.")),
        *(
            Column(part.name, width, _("How many statements stand so."), Look.NUMBER)
            for part, width in zip(track_data.bar_parts(None), WIDTHS[3:], strict=True)
        ),
    )


def guide() -> Guide:
    """What the sheet and the columns of its tables mean."""
    columns = {column.heading: column for column in (*blocker_columns(), *level_columns())}
    return Guide(
        sheet_name(),
        _("The level of each track and which one lags, statements met, and what stands before the next level."),
        tuple(columns.values()),
        Scheme.CRITERIA,
    )


def write(page: Page, deliverable: Deliverable, part: ModelPart) -> None:
    """Write the sheet.

    Args:
        page: the sheet.
        deliverable: what may be shown.
        part: the model's share.
    """
    row = write_head(page, deliverable, part)
    write_blockers(page, part, blocker_columns(), [_blocker(part, each) for each in part.result.level.blockers], over=4)
    page.keep_together(HEADING_AND_A_ROW)
    page.line(_("Statements by track and level"), Look.SECTION)
    heading = page.headings(level_columns())
    rows = list(_levels(part))
    place = Place(page, heading, page.rows(level_columns(), rows))
    parts = track_data.bar_parts(None)
    chart = stacked_chart(
        _("Statements met, level by level"),
        cells(place, _BAR, [str(each[_BAR - 1]) for each in rows]),
        [
            line(place, _FIRST_COUNT + number, each.name, _column(rows, _FIRST_COUNT + number), _COLOURS[each.value])
            for number, each in enumerate(parts)
        ],
        size=_CHART,
    )
    page.sheet.add_chart(chart, f"A{row}")


def _blocker(part: ModelPart, blocker: Blocker) -> Sequence[Value]:
    return (
        next(track.level for track in part.result.tracks if track.id == blocker.area),
        part.pack.track_by_id[blocker.area].name,
        blocker.why,
        blocker.work,
        statements(part, (*blocker.weak, *blocker.open)),
    )


def _levels(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    names = {level.number: level.name for level in part.pack.levels}
    for track in part.result.tracks:
        for level in track.levels:
            yield (
                level.level,
                _("{track}: {level} {name}").format(track=track.name, level=level.level, name=names[level.level]),
                track_data.state_of(level, track),
                *(each.count for each in track_data.bar_parts(level)),
            )


def _column(rows: Sequence[Sequence[Value]], number: int) -> list[float | None]:
    return [float(value) if isinstance(value := row[number - 1], int) else None for row in rows]
