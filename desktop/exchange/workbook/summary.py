"""What the summaries of all models have in common: the level and why, room for charts, what stands before the next."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.workbook.guide import Column, Look, Value
from desktop.exchange.workbook.page import Page
from desktop.language import _
from desktop.wording import names, outcome

WIDTHS = (11.0, 33.0, 16.0, 9.0, 21.0, 21.0, 21.0, 14.0, 14.0)
CHART_HEIGHT = 10.2
"""In centimetres: charts leave room on the first printed page for what stands before the next level."""

_CHART_ROWS = 20
HEADING_AND_A_ROW = 75.0
"""In points: what must not be left alone at the foot of a printed page."""


def sheet_name() -> str:
    """What a summary is called, whatever the scheme."""
    return _("Summary")


def write_head(page: Page, deliverable: Deliverable, part: ModelPart) -> int:
    """Write whose results these are, the level and why, and leave room for charts; returns the first row of it."""
    level = part.result.level
    subject = deliverable.subject
    page.line(subject.organisation or _("Results"), Look.TITLE)
    page.line(_about(deliverable, part), Look.SUBTITLE)
    if subject.purpose:
        page.prose(subject.purpose, len(WIDTHS))
    page.skip()
    standing, headline = outcome.standing(part.result, part.pack), outcome.headline(level, part.pack)
    page.line(headline, Look.HEADLINE)
    if standing != headline:
        page.prose(_("{standing}.").format(standing=standing), len(WIDTHS))
    page.prose(outcome.why(level, part.pack), len(WIDTHS))
    page.skip()
    row = page.row + 1
    page.space(_CHART_ROWS)
    return row


def write_blockers(
    page: Page, part: ModelPart, columns: Sequence[Column], rows: Sequence[Sequence[Value]], *, over: int = 1
) -> None:
    """Write what stands before the next level, on a new printed page where it would be torn apart.

    Args:
        page: the sheet.
        part: the model's share.
        columns: of the table.
        rows: of the table; without any nothing is written.
        over: so many columns of the sheet the last column takes.
    """
    if not rows:
        return
    page.keep_together(HEADING_AND_A_ROW)
    page.line(_("What stands before level {level}").format(level=part.result.level.next), Look.SECTION)
    page.headings(columns, over=over)
    page.rows(columns, rows, over=over)
    page.skip()


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
