"""The last sections of the report: plan, measures, what was not assessed, how sure the team is, and tables."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.board_texts import counts_of_actions, left_out, sureness_of, where_models_disagree
from desktop.exchange.deliverable import Deliverable
from desktop.exchange.reports.blocks import Block, Grid, GridCell, GridColumn, Heading, Items, Look, Paragraph
from desktop.exchange.reports.charts import Draw, plan_charts
from desktop.exchange.reports.grids import actions_grid, grid
from desktop.exchange.reports.place_sections import coverage_line
from desktop.exchange.reports.sections import APPENDIX, LIMITS, MEASURES, PLAN, SURENESS, Section, anchor, model_section
from desktop.exchange.tables.actions import actions
from desktop.exchange.tables.measures import measures
from desktop.exchange.tables.model_tables import tables_of
from desktop.language import _, ngettext
from desktop.wording import names

_IN_THE_TEXT = ("stopping", "caps", "missing")
"""Columns whose long texts stand in the sections of the places."""

_ANSWERS = "answers.n"


def back_sections(deliverable: Deliverable, draw: Draw) -> Iterator[Section]:
    """These sections."""
    yield Section(PLAN, _("Plan"), 1, tuple(_plan(deliverable, draw)), new_page=True)
    yield Section(MEASURES, _("Measures"), 1, tuple(_measures(deliverable)))
    yield Section(LIMITS, _("What was not assessed"), 1, tuple(_limits(deliverable)), new_page=True)
    yield Section(SURENESS, _("How sure the team is"), 1, tuple(_sureness(deliverable)))
    yield Section(APPENDIX, _("Appendix: tables"), 1, tuple(_appendix(deliverable)), new_page=True)


def _plan(deliverable: Deliverable, draw: Draw) -> Iterator[Block]:
    if not deliverable.actions:
        yield Paragraph(_("No action has been planned yet."))
        return
    yield Paragraph(counts_of_actions(deliverable, len(deliverable.actions)))
    come_along, road_map = plan_charts(deliverable, draw) or (None, None)
    if come_along is not None:
        yield come_along
    table = actions(deliverable).pick("number", "title", "aim", "owner", "due", "priority", "status")
    widths = {"number": 6.0, "title": 34.0, "aim": 30.0, "owner": 17.0, "due": 14.0, "status": 13.0}
    yield actions_grid(table, _("Actions, open ones first"), widths)
    dated = [each for each in deliverable.milestones if each.title]
    if dated:
        columns = (GridColumn(_("Milestone"), 60, strong=True), GridColumn(_("Day"), 16), GridColumn(_("Actions"), 24))
        rows = tuple(
            (GridCell(each.title), GridCell(names.day(each.day)), GridCell(", ".join(map(str, each.actions))))
            for each in dated
        )
        yield Grid(_("Milestones"), columns, rows)
    if road_map is not None:
        yield road_map


def _measures(deliverable: Deliverable) -> Iterator[Block]:
    table = measures(deliverable.actions)
    if not table.rows:
        yield Paragraph(_("No measure has been agreed on yet, so nothing will show whether the actions work."))
        return
    yield Paragraph(_("What shows whether the actions work, and where it stands."), together=True)
    keys = ("action.number", "measure.name", "measure.unit", "measure.baseline", "measure.latest", "measure.read")
    shown = table.pick(*keys, "measure.target", "measure.due", "measure.pace")
    widths = {"action.number": 6.0, "measure.name": 32.0, "measure.read": 14.0, "measure.due": 14.0}
    yield grid(shown, _("Measures with their readings"), widths)


def _limits(deliverable: Deliverable) -> Iterator[Block]:
    found = [(part.pack.name, " ".join(left_out(part))) for part in deliverable.models]
    told = tuple((_("{model}.").format(model=model), text) for model, text in found if text)
    if not told:
        yield Paragraph(_("Everything that the models ask about was assessed."))
        return
    yield Items(told)


def _sureness(deliverable: Deliverable) -> Iterator[Block]:
    people = deliverable.participation
    if people.asked:
        text = ngettext(
            "Of {asked} person asked, {answered} answered at least one question.",
            "Of {asked} people asked, {answered} answered at least one question.",
            people.asked,
        )
        yield Paragraph(text.format(asked=people.asked, answered=people.answered))
    yield Items(
        tuple(
            (
                _("{model}.").format(model=part.pack.name),
                " ".join(filter(None, [*sureness_of(part), coverage_line(part), _hidden(len(part.withheld.hidden))])),
            )
            for part in deliverable.models
        )
    )
    yield from _corroborated(deliverable)
    disagreed = where_models_disagree(deliverable)
    if disagreed:
        yield Heading(_("Where models disagree, worth another look"), 2, anchor("disagreements"))
        yield Items(tuple((_("{place}.").format(place=place), text) for place, text in disagreed))


def _corroborated(deliverable: Deliverable) -> Iterator[Block]:
    """What that means, wherever it is counted."""
    if any(coverage_line(part) for part in deliverable.models):
        yield Paragraph(
            _(
                "Corroborated means that at least two independent sources, one of them not a questionnaire, say the "
                "same; all else rests on the team's judgement of what it has seen so far."
            ),
            Look.QUIET,
        )


def _hidden(questions: int) -> str:
    if not questions:
        return ""
    text = ngettext(
        "The answers to {count} question are not shown, since too few people answered it.",
        "The answers to {count} questions are not shown, since too few people answered them.",
        questions,
    )
    return text.format(count=questions)


def _appendix(deliverable: Deliverable) -> Iterator[Block]:
    yield Paragraph(
        _("The numbers behind the text and the figures, as they also stand in the results workbook."), Look.QUIET
    )
    for part in deliverable.models:
        yield Heading(part.pack.name, 2, anchor(f"{APPENDIX}:{model_section(part.pack.id)}"))
        for table in tables_of(part).summary(part):
            if table.rows:
                told = table.without_empty()
                kept = [column.key for column in told.columns if column.key not in _IN_THE_TEXT]
                if not part.result.answers.asked:
                    kept = [key for key in kept if key != _ANSWERS]
                yield grid(told.pick(*kept), f"{part.pack.name}: {table.name}")
