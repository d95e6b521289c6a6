"""The first sheet: the level, why it is that level, and what stands before the next."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.data import group_share
from desktop.exchange.workbook import areas
from desktop.exchange.workbook.charts import Cells, Line, share_chart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.page import Page, Place, Span
from desktop.language import _
from desktop.model.scoring.results import GroupResult
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import names, outcome

WIDTHS = (11.0, 33.0, 16.0, 9.0, 21.0, 21.0, 21.0, 14.0, 14.0)
_NAME, _IN_PLACE, _MEAN = 2, 8, 9
_CHART_ROWS = 24
_CATEGORY_CHART = (10.8, 12.0)
_AREA_CHART = (19.0, 12.0)
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
        _("Summary"),
        _(
            "The maturity level and why, radar charts by category and by area, what stands before the next level, and "
            "how levels and categories stand."
        ),
        tuple(columns.values()),
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
    subject = deliverable.subject
    page.line(subject.organisation or _("Results"), Look.TITLE)
    page.line(_about(deliverable, part), Look.SUBTITLE)
    if subject.purpose:
        page.prose(subject.purpose, len(WIDTHS))
    page.skip()
    page.line(outcome.headline(level, part.pack), Look.HEADLINE)
    page.prose(outcome.why(level, part.pack), len(WIDTHS))
    page.skip()
    chart_row = page.row + 1
    page.skip(_CHART_ROWS)
    if level.blockers:
        _blockers(page, part)
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


def _about(deliverable: Deliverable, part: ModelPart) -> str:
    subject = deliverable.subject
    parts = [
        subject.unit,
        _("{model}, version {version}").format(model=part.pack.name, version=part.pack.version),
        _("for {sponsor}").format(sponsor=subject.sponsor) if subject.sponsor else "",
        _("assessed {first} to {last}").format(first=names.day(subject.starts), last=names.day(subject.ends))
        if subject.starts and subject.ends
        else "",
        _("exported {day}").format(day=names.day(deliverable.day)),
    ]
    return " · ".join(each for each in parts if each)


def _blockers(page: Page, part: ModelPart) -> None:
    level = part.result.level
    page.line(_("What stands before level {level}").format(level=level.next), Look.SECTION)
    page.headings(blocker_columns())
    page.rows(
        blocker_columns(),
        [
            (
                blocker.area,
                part.pack.area_by_id[blocker.area].name,
                blocker.why,
                None if blocker.why is Rating.OUT_OF_SCOPE else blocker.work,
                ", ".join(blocker.goals) or None,
                ", ".join(blocker.weak) or None,
                ", ".join(blocker.open) or None,
            )
            for blocker in level.blockers
        ],
    )
    page.skip()


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
    by_category = share_chart(
        _("By process category"),
        _cells(categories, _NAME, [group.name for group in groups]),
        _lines(
            categories,
            (_IN_PLACE, [group_share(part, group) for group in groups]),
            (_MEAN, [group.mean_percent for group in groups]),
        ),
        size=_CATEGORY_CHART,
    )
    by_area = share_chart(
        _("By key process area (short names as on the sheet {sheet})").format(sheet=of_areas.page.title),
        _cells(of_areas, areas.ID, [area.id for area in found]),
        _lines(
            of_areas,
            (areas.IN_PLACE, [shares[area.id] for area in found]),
            (areas.MEAN, [area.answers.mean_percent for area in found]),
        ),
        size=_AREA_CHART,
    )
    page.sheet.add_chart(by_category, f"A{row}")
    page.sheet.add_chart(by_area, f"D{row}")


def _cells(place: Place, column: int, values: Sequence[str | float | None]) -> Cells:
    return Cells(place.page.cell_range(column, place.span), tuple(values))


def _lines(
    place: Place, in_place: tuple[int, Sequence[float | None]], mean: tuple[int, Sequence[float | None]]
) -> list[Line]:
    heading = Span(place.heading, place.heading)
    named = (
        (in_place, _("Practices in place"), COLOURS.accent, False),
        (mean, _("Mean of answers"), COLOURS.warn, True),
    )
    return [
        Line(
            name=Cells(place.page.cell_range(column, heading), (name,)),
            numbers=_cells(place, column, values),
            colour=colour,
            dashed=dashed,
        )
        for (column, values), name, colour, dashed in named
    ]
