"""The first sheet where there are several models: the result of each, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.page import Page
from desktop.exchange.workbook.summary import HEADING_AND_A_ROW
from desktop.language import _
from desktop.model.planning.crosswalk import disagreements
from desktop.wording import names, outcome, planning

WIDTHS = (30.0, 15.0, 52.0, 9.0, 13.0, 9.0, 10.0, 8.0, 12.0, 46.0)


def columns() -> tuple[Column, ...]:
    """The result of each model."""
    return (
        Column(_("Model"), WIDTHS[0], _("The maturity model."), Look.STRONG),
        Column(_("Kind"), WIDTHS[1], _("How it rates: staged levels, streams or criteria.")),
        Column(_("Result"), WIDTHS[2], _("The result in a line, by what this kind of model shows best.")),
        Column(
            _("Level"),
            WIDTHS[3],
            _("The level of the whole, a whole number. Levels of different models differ."),
            Look.CENTRE,
        ),
        Column(_("Determined"), WIDTHS[4], _("No when the next level fails only because something is not rated yet.")),
        Column(_("Next"), WIDTHS[5], _("The level after that. Empty at the top."), Look.CENTRE),
        Column(_("Wanted"), WIDTHS[6], _("The level wanted of the whole model."), Look.CENTRE),
        Column(_("Gap"), WIDTHS[7], _("Levels up to the one wanted; 0 where it is reached."), Look.NUMBER),
        Column(_("Answers"), WIDTHS[8], _("Answers to its questionnaire, blanks left out."), Look.NUMBER),
        Column(_("Stands before the next level"), WIDTHS[9], _("Areas, streams or tracks; the least work first.")),
    )


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Overview"),
        _("The result of each model side by side, and where two of them speak differently of the same thing."),
        columns(),
    )


def write(page: Page, deliverable: Deliverable) -> None:
    """Write the sheet."""
    page.line(deliverable.subject.organisation or _("Results"), Look.TITLE)
    about = (deliverable.subject.unit, _("exported {day}").format(day=names.day(deliverable.day)))
    page.line(" · ".join(each for each in about if each), Look.SUBTITLE)
    page.skip()
    page.headings(columns())
    page.rows(columns(), map(_row, deliverable.models))
    found = list(_disagreements(deliverable))
    if found:
        page.skip()
        page.keep_together(HEADING_AND_A_ROW)
        page.line(_("Where models disagree"), Look.SECTION)
        for text in found:
            page.prose(text, len(WIDTHS))


def _row(part: ModelPart) -> tuple[Value, ...]:
    level = part.result.level
    return (
        part.pack.name,
        names.name(part.pack.scheme),
        outcome.standing(part.result, part.pack),
        level.reached,
        _("yes") if level.determined else _("no"),
        level.next,
        part.whole.target,
        part.whole.gap,
        part.result.answers.n,
        ", ".join(part.pack.place_by_id[blocker.area].name for blocker in level.blockers) or None,
    )


def _disagreements(deliverable: Deliverable) -> Iterator[str]:
    packs = {part.pack.id: part.pack for part in deliverable.models}
    for found in disagreements(packs.values(), [part.result for part in deliverable.models]):
        yield planning.disagreement_text(found, packs)
