"""The first sheet, for a board: on one printed page the verdict, why, and what is next; behind it how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from xlsxwriter.chart import Chart

from desktop.exchange.board_texts import (
    ACTIONS,
    counts_of_actions,
    level_now,
    limits,
    reasons,
    where_models_disagree,
)
from desktop.exchange.deliverable import ActionLine, Deliverable, ModelPart
from desktop.exchange.tables.actions import action_columns, in_turn
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.exchange.workbook.action_sheet import mark_overdue
from desktop.exchange.workbook.charts import bar_chart
from desktop.exchange.workbook.guide import Guide, Look, told
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.page import Page, Place
from desktop.exchange.workbook.plots import line, names_in
from desktop.language import _
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.refs import Ref
from desktop.wording import board, names
from desktop.wording.verdict import how_levels_come_about, verdict

WIDTHS = (26.0, 47.0, 16.0, 21.0)
"""So wide that the type, made smaller to fit the paper, still prints at nine points."""

_CHART_ROWS, _OWN_CHART_ROWS = 12, 22
_BEGINNING = 70.0
"""In points: the title of a section and its first texts, which are not torn apart on paper."""


def results(deliverable: Deliverable) -> Table[ModelPart]:
    """The result of each model."""
    return Table(
        _("Results"),
        _("The result of each model."),
        (
            Column("pack.name", _("Model"), WIDTHS[0], _("The maturity model."), Kind.NAME),
            Column(
                "result",
                _("Result"),
                WIDTHS[1],
                _("Where the organisation stands by this model."),
                read=lambda part: board.result_sentence(part.result, part.pack),
            ),
            Column(
                "level",
                _("Level now"),
                WIDTHS[2],
                _("The level reached. Levels of different models differ."),
                Kind.LEVEL,
                lambda part: level_now(part.result),
            ),
            Column(
                "whole.target",
                _("Target"),
                WIDTHS[3],
                _("The level set as the target of the whole model. Empty where none is set."),
                Kind.LEVEL,
            ),
        ),
        deliverable.models,
        lambda part: Ref(part.pack.id, WHOLE),
        lambda part: part.result.level.trace,
    )


def next_actions(deliverable: Deliverable) -> Table[ActionLine]:
    """The first of the actions still open; see `in_turn`."""
    packs = {part.pack.id: part.pack for part in deliverable.models}
    found = [action for action in in_turn(deliverable.actions) if action.status.is_open]

    def place(action: ActionLine) -> str | None:
        known = packs[action.model].place_by_id.get(action.place) if action.model in packs else None
        return known.name if known else None

    _number, title, owner, due, *_others = action_columns()
    return Table(
        _("Next actions"),
        _("What is next."),
        (
            Column("place", _("To improve"), WIDTHS[0], _("What the action is for."), Kind.NAME, place),
            replace(title, width=WIDTHS[1], kind=Kind.TEXT),
            replace(owner, width=WIDTHS[2], read=lambda action: action.owner or _("no owner yet")),
            replace(due, width=WIDTHS[3], read=lambda action: action.due or _("no day yet")),
        ),
        found[:ACTIONS],
        lambda action: Ref("", action.id),
    )


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
