"""The summary of a staged model: radars by category and by area, blockers, levels and categories."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.data import group_share
from desktop.exchange.workbook import areas
from desktop.exchange.workbook.charts import Line, web_chart
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
from desktop.language import _
from desktop.model.maturity import Scheme
from desktop.model.scoring.results import Blocker, GroupResult
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import outcome

_NAME, _IN_PLACE, _MEAN = 2, 8, 9
_CATEGORY_CHART = (10.8, CHART_HEIGHT)
_AREA_CHART = (19.0, CHART_HEIGHT)
"""Width and height in centimetres."""


def blocker_columns() -> tuple[Column, ...]:
    """What stands before the next level."""
    return (
        Column(_("Area"), WIDTHS[0], _("An area that keeps the organisation from the next level; least work first.")),
        Column(_("Name"), WIDTHS[1], _("The area's name."), Look.STRONG),
        Column(_("Rating"), WIDTHS[2], _("Why it stands in the way.")),
        Column(
            _("Work"),
            WIDTHS[3],
            _("Practices to bring in place: 1 each if partially in place or open, 2 if not in place."),
            Look.NUMBER,
        ),
        Column(_("Goals"), WIDTHS[4], _("Its goals that are not satisfied.")),
        Column(_("Weak practices"), WIDTHS[5], _("Practices characterised partially or not in place.")),
        Column(_("Open practices"), WIDTHS[6], _("Practices that cannot be rated yet.")),
    )


def group_columns() -> tuple[Column, ...]:
    """How levels and categories stand."""
    return (
        Column(_("Group"), WIDTHS[0], _("A maturity level, or a process category; an area of two counts in both.")),
        Column(_("Name"), WIDTHS[1], _("Its name in the model."), Look.STRONG),
        Column(_("State"), WIDTHS[2], _("Whether the level is held; if not, how many areas are satisfied.")),
        Column(_("Areas"), WIDTHS[3], _("Areas in scope that apply."), Look.NUMBER),
        Column(_("Areas rated"), WIDTHS[4], _("How many of them are satisfied or unsatisfied."), Look.NUMBER),
        Column(_("Areas satisfied"), WIDTHS[5], _("How many of them are satisfied."), Look.NUMBER),
        Column(
            _("Progress index"),
            WIDTHS[6],
            _("Share of goals satisfied. An index of progress, never a level: levels are whole."),
            Look.PERCENT,
        ),
        Column(
            _("Practices in place"),
            WIDTHS[7],
            _("Mean over its areas of the share of practices in place. Empty before any is characterised."),
            Look.PERCENT,
        ),
        Column(_("Mean of answers"), WIDTHS[8], _("Mean of all answers to its questions."), Look.PERCENT),
    )


def guide() -> Guide:
    """What the sheet and the columns of its tables mean."""
    columns = {column.heading: column for column in (*blocker_columns(), *group_columns())}
    return Guide(
        sheet_name(),
        _(
            "The maturity level and why, radar charts by category and by area, what stands before the next level, and "
            "how levels and categories stand."
        ),
        tuple(columns.values()),
        Scheme.STAGED,
    )


def write(page: Page, deliverable: Deliverable, part: ModelPart, of_areas: Place) -> None:
    """Write the sheet.

    Args:
        page: the sheet.
        deliverable: what may be shown.
        part: the model's share.
        of_areas: the table of areas, to which a chart refers.
    """
    level = part.result.level
    chart_row = write_head(page, deliverable, part)
    write_blockers(page, part, blocker_columns(), [_blocker(part, blocker) for blocker in level.blockers])
    page.keep_together(HEADING_AND_A_ROW)
    page.line(_("Levels and categories"), Look.SECTION)
    heading = page.headings(group_columns())
    level_word, category_word = _("Level {number}"), _("Category")
    page.rows(
        group_columns(),
        [
            _group(part, group, level_word.format(number=group.id), outcome.step_text(group, level))
            for group in part.result.levels
        ],
    )
    span = page.rows(
        group_columns(),
        [_group(part, group, category_word, outcome.state_text(group)) for group in part.result.categories],
    )
    _charts(page, part, chart_row, Place(page, heading, span), of_areas)


def _blocker(part: ModelPart, blocker: Blocker) -> Sequence[Value]:
    return (
        blocker.area,
        part.pack.area_by_id[blocker.area].name,
        blocker.why,
        None if blocker.why is Rating.OUT_OF_SCOPE else blocker.work,
        ", ".join(blocker.goals) or None,
        ", ".join(blocker.weak) or None,
        ", ".join(blocker.open) or None,
    )


def _group(part: ModelPart, group: GroupResult, what: str, state: str) -> Sequence[Value]:
    return (
        what,
        group.name,
        state,
        group.areas,
        group.rated,
        group.satisfied,
        group.progress_index,
        group_share(part, group),
        group.mean_percent,
    )


def _charts(page: Page, part: ModelPart, row: int, categories: Place, of_areas: Place) -> None:
    """Put the charts into the rows left for them: categories from this sheet's table, areas from theirs."""
    shares = part.shares()
    groups, found = part.result.categories, part.result.areas
    by_category = web_chart(
        _("By process category"),
        cells(categories, _NAME, [group.name for group in groups]),
        _lines(
            categories,
            (_IN_PLACE, [group_share(part, group) for group in groups]),
            (_MEAN, [group.mean_percent for group in groups]),
        ),
        size=_CATEGORY_CHART,
    )
    by_area = web_chart(
        _("By key process area (short names as on the sheet {sheet})").format(sheet=of_areas.page.title),
        cells(of_areas, areas.ID, [area.id for area in found]),
        _lines(
            of_areas,
            (areas.IN_PLACE, [shares[area.id] for area in found]),
            (areas.MEAN, [area.answers.mean_percent for area in found]),
        ),
        size=_AREA_CHART,
    )
    page.sheet.add_chart(by_category, f"A{row}")
    page.sheet.add_chart(by_area, f"D{row}")


def _lines(
    place: Place, in_place: tuple[int, Sequence[float | None]], mean: tuple[int, Sequence[float | None]]
) -> list[Line]:
    return [
        line(place, in_place[0], _("Practices in place"), in_place[1], COLOURS.accent),
        line(place, mean[0], _("Mean of answers"), mean[1], COLOURS.warn, "dash"),
    ]
