"""The sheet of a staged model: a radar of its areas, what blocks the next level, levels, categories and areas."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.chart import Chart

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.workbook.charts import web_chart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.model_sheet import (
    ModelPlace,
    blocks_title,
    write_head,
    write_section,
)
from desktop.exchange.workbook.page import Page
from desktop.exchange.workbook.plots import line, names_in
from desktop.language import _
from desktop.model.maturity import Scheme
from desktop.model.scoring.results import AreaResult, Blocker, GroupResult
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import outcome

WIDTHS = (34.0, 8.0, 17.0, 13.0, 13.0, 43.0)
_NAME, _IN_PLACE, _MEAN = 1, 4, 5
_CHART_ROWS = 22
_OUTSIDE = (Rating.OUT_OF_SCOPE, Rating.NOT_APPLICABLE)


def blocker_columns() -> tuple[Column, ...]:
    """What keeps the organisation from the next level."""
    return (
        Column(_("Blocking area"), WIDTHS[0], _("An area that blocks the next level."), Look.STRONG),
        Column(_("Level"), WIDTHS[1], _("The maturity level that asks for it."), Look.CENTRE),
        Column(_("Rating"), WIDTHS[2], _("Satisfied when all its goals are, unsatisfied when one of them is.")),
        Column(_("Weak practices"), WIDTHS[3], _("How many of its practices are weak."), Look.NUMBER),
        Column(_("Open practices"), WIDTHS[4], _("How many of them cannot be rated yet."), Look.NUMBER),
        Column(
            _("What is missing"), WIDTHS[5], _("Its goals that are not satisfied, with the weakness the team found.")
        ),
    )


def group_columns() -> tuple[Column, ...]:
    """How levels and categories stand."""
    return (
        Column(_("Level or category"), WIDTHS[0], _("A maturity level, or a process category."), Look.STRONG),
        Column(_("Areas"), WIDTHS[1], _("How many areas of it are in scope and apply."), Look.NUMBER),
        Column(_("State"), WIDTHS[2], _("Whether the level is reached; if not, how many areas are satisfied.")),
        Column(_("Practices in place"), WIDTHS[3], _("Mean share of practices in place."), Look.PERCENT),
        Column(_("Mean of answers"), WIDTHS[4], _("Mean of the answers to its questions."), Look.PERCENT),
    )


def area_columns() -> tuple[Column, ...]:
    """How each area stands."""
    return (
        Column(_("Area"), WIDTHS[0], _("A key process area; those not assessed stand last."), Look.STRONG),
        Column(_("Level"), WIDTHS[1], _("The maturity level that asks for it."), Look.CENTRE),
        Column(_("Rating"), WIDTHS[2], _("Satisfied when all its goals are, unsatisfied when one of them is.")),
        Column(_("Practices in place"), WIDTHS[3], _("Share of its practices that are in place."), Look.PERCENT),
        Column(_("Mean of answers"), WIDTHS[4], _("Mean of the answers to its questions."), Look.PERCENT),
        Column(_("Note"), WIDTHS[5], _("Why it is out of scope or does not apply.")),
    )


def guide() -> Guide:
    """What the sheet and the columns of its tables mean."""
    columns = {column.heading: column for column in (*blocker_columns(), *group_columns(), *area_columns())}
    return Guide(
        _("Model with levels"),
        _("The level and what blocks the next one; how far the practices of each area are in place."),
        tuple(columns.values()),
        Scheme.STAGED,
    )


def write(page: Page, deliverable: Deliverable, part: ModelPart) -> ModelPlace:
    """Write the sheet; returns the table that the chart shows."""
    chart_row = write_head(page, deliverable, part, WIDTHS, _CHART_ROWS)
    level = part.result.level
    if level.blockers:
        write_section(page, blocks_title(part), blocker_columns(), [_blocker(part, each) for each in level.blockers])
    groups = (*part.result.levels, *part.result.categories)
    write_section(page, _("Levels and categories"), group_columns(), [_group(part, group) for group in groups])
    areas = ordered(part)
    place = write_section(page, _("Key process areas"), area_columns(), list(_areas(part, areas)))
    shown = ModelPlace(place, sum(area.rating not in _OUTSIDE for area in areas))
    page.add_chart(chart(part, shown), chart_row, _CHART_ROWS)
    return shown


def chart(part: ModelPart, shown: ModelPlace) -> Chart:
    """Practices in place and answers, area by area, those outside left out."""
    found = ordered(part)[: shown.count]
    place = shown.place.first(shown.count)
    return web_chart(
        place.page.workbook,
        _("Practices in place and answers, by key process area, in percent"),
        names_in(place, _NAME),
        [
            line(place, _IN_PLACE, [area.in_place_percent for area in found], COLOURS.accent),
            line(place, _MEAN, [a.answers.mean_percent for a in found], COLOURS.warn, "dash"),
        ],
    )


def ordered(part: ModelPart) -> list[AreaResult]:
    """Areas in the model's order, those out of scope or not applicable last."""
    return sorted(part.result.areas, key=lambda area: area.rating in _OUTSIDE)


def _blocker(part: ModelPart, blocker: Blocker) -> tuple[Value, ...]:
    area = part.pack.area_by_id[blocker.place]
    missing = [
        _("{goal}: {weakness}").format(goal=part.pack.goal_by_id[goal][1].name, weakness=part.weaknesses[goal])
        if goal in part.weaknesses
        else part.pack.goal_by_id[goal][1].name
        for goal in blocker.goals
    ]
    return (
        area.name,
        area.level,
        blocker.why,
        len(blocker.weak),
        len(blocker.open),
        "\n".join(missing) or part.reasons.get(area.id),
    )


def _group(part: ModelPart, group: GroupResult) -> tuple[Value, ...]:
    is_level = group in part.result.levels
    return (
        _("Level {level}: {name}").format(level=group.id, name=group.name) if is_level else group.name,
        group.areas,
        outcome.step_text(group, part.result.level) if is_level else outcome.state_text(group),
        group.in_place_percent,
        group.mean_percent,
    )


def _areas(part: ModelPart, areas: list[AreaResult]) -> Iterator[tuple[Value, ...]]:
    for area in areas:
        yield (
            area.name,
            area.level,
            area.rating,
            area.in_place_percent,
            area.answers.mean_percent,
            part.reasons.get(area.id),
        )
