"""The first sheet, for a board: on one printed page the verdict, why, and what is next; behind it how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.chart import Chart

from desktop.exchange.board_tables import WIDTHS, next_actions, results
from desktop.exchange.board_texts import (
    counts_of_actions,
    limits,
    reasons,
    where_models_disagree,
)
from desktop.exchange.deliverable import Deliverable
from desktop.exchange.workbook.action_sheet import mark_overdue
from desktop.exchange.workbook.charts import bar_chart
from desktop.exchange.workbook.guide import Guide, Look, told
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.page import Page, Place
from desktop.exchange.workbook.plots import line, names_in
from desktop.language import _
from desktop.wording import names
from desktop.wording.verdict import how_levels_come_about, verdict

_CHART_ROWS, _OWN_CHART_ROWS = 12, 22
_BEGINNING = 70.0
"""In points: the title of a section and its first texts, which are not torn apart on paper."""


def guide(deliverable: Deliverable) -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Summary"),
        _(
            "On its first page the verdict, the result of each model, the main reasons and the next actions; behind "
            "that a chart, what was not assessed, and how sure the team is."
        ),
        told((*results(deliverable).columns, *next_actions(deliverable).columns)),
    )


def write(page: Page, deliverable: Deliverable, own_chart: Chart | None = None) -> Place:
    """Write the sheet; returns where the results of the models stand.

    Args:
        page: the sheet.
        deliverable: what may be shown.
        own_chart: what is drawn of a model that is the only one; of several their levels are.
    """
    _head(page, deliverable)
    place = page.table(results(deliverable))
    _told(page, _("Why no higher level: the main reasons"), reasons(deliverable))
    _actions(page, deliverable)
    if own_chart is not None:
        page.add_chart(own_chart, page.chart_room(_OWN_CHART_ROWS), _OWN_CHART_ROWS)
    elif any(level is not None for level in place.numbers("level")):
        page.add_chart(_levels_chart(deliverable, place), page.chart_room(_CHART_ROWS), _CHART_ROWS)
    _told(page, _("What was not assessed, and how sure the team is"), list(limits(deliverable)))
    _told(page, _("Where models disagree, worth another look"), where_models_disagree(deliverable))
    return place


def _head(page: Page, deliverable: Deliverable) -> None:
    subject = deliverable.subject
    page.prose(subject.organisation or _("Results"), len(WIDTHS), Look.MASTHEAD)
    whose = [subject.unit, _("sponsor: {sponsor}").format(sponsor=subject.sponsor) if subject.sponsor else ""]
    when = [
        _("assessed {first} to {last}").format(first=names.day(subject.starts), last=names.day(subject.ends))
        if subject.starts and subject.ends
        else "",
        _("exported {day}").format(day=names.day(deliverable.day)),
    ]
    lines = [" · ".join(each for each in parts if each) for parts in (whose, when)]
    page.prose("\n".join(each for each in lines if each), len(WIDTHS), Look.SUBTITLE)
    if subject.purpose:
        page.prose(subject.purpose, len(WIDTHS))
    page.skip()
    page.prose(verdict([(part.pack.name, part.whole) for part in deliverable.models]), len(WIDTHS), Look.LEAD)
    page.prose(how_levels_come_about([part.pack for part in deliverable.models]), len(WIDTHS))
    page.skip()


def _levels_chart(deliverable: Deliverable, place: Place) -> Chart:
    return bar_chart(
        place.page.workbook,
        _("Level now and target"),
        names_in(place, "pack.name"),
        [line(place, "level", COLOURS.accent), line(place, "whole.target", COLOURS.levels[1])],
        axis=(max((part.pack.levels[-1].number for part in deliverable.models if part.pack.levels), default=1), 1),
    )


def _actions(page: Page, deliverable: Deliverable) -> None:
    page.skip()
    found = next_actions(deliverable)
    page.keep_together(_BEGINNING)
    page.line(found.name, Look.SECTION)
    if deliverable.actions:
        page.prose(counts_of_actions(deliverable), len(WIDTHS), Look.SUBTITLE)
    if found.rows:
        mark_overdue(page.table(found))
    else:
        page.prose(_("No action is open."), len(WIDTHS))


def _told(page: Page, title: str, texts: Sequence[tuple[str, str]]) -> None:
    """A section of texts, each with what it is about; nothing where there are none."""
    if not texts:
        return
    page.skip()
    page.keep_together(_BEGINNING)
    page.line(title, Look.SECTION)
    for about, text in texts:
        page.labelled(about, text)
