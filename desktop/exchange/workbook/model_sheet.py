"""What the sheets of all models have in common: whose results, the level in a sentence, a chart, what blocks."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.workbook.guide import Column, Look, Value
from desktop.exchange.workbook.page import Page, Place
from desktop.language import _
from desktop.wording import board, names, part_results

CHART_ROWS = 17
_TITLE_AND_HEADINGS = 55.0
"""In points."""


class ModelPlace(Struct, frozen=True):
    """Where the table of a model's sheet stands that its chart shows.

    Attributes:
        count: so many of its rows, from the first.
    """

    place: Place
    count: int


def write_head(page: Page, deliverable: Deliverable, part: ModelPart, widths: Sequence[float], rows: int) -> int:
    """Write whose results these are and the level, and leave room for a chart; returns the first row of that."""
    page.prose(part.pack.name, len(widths), Look.MASTHEAD)
    page.prose(_about(deliverable, part), len(widths), Look.SUBTITLE)
    page.skip()
    page.prose(board.result_sentence(part.result, part.pack), len(widths), Look.LEAD)
    page.prose(target_sentence(part), len(widths))
    page.skip()
    row = page.row + 1
    page.space(rows)
    return row


def write_section(page: Page, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> Place:
    """Write a table under its title, on a new printed page where it would be torn but fits on one."""
    page.skip()
    page.keep_together(page.table_height(columns, rows) + _TITLE_AND_HEADINGS)
    page.line(title, Look.SECTION)
    heading = page.headings(columns)
    return Place(page, heading, page.rows(columns, rows))


def blocks_title(part: ModelPart) -> str:
    """What stands above what keeps the model from its next level."""
    level = part.result.level.next
    assert level is not None
    return _("What blocks level {level}").format(level=level)


def target_sentence(part: ModelPart) -> str:
    """What is wanted of the model as a whole."""
    if part.whole.part is not None:
        return part_results.gap_text(part.whole.part)
    if part.whole.target is None:
        return _("No target is set for the whole of this model.")
    if not part.whole.gap:
        return _("The target, level {target}, is reached.").format(target=part.whole.target)
    return _("The target is level {target}.").format(target=part.whole.target)


def _about(deliverable: Deliverable, part: ModelPart) -> str:
    subject = deliverable.subject
    parts = [
        subject.organisation,
        subject.unit,
        _("version {version} of the model").format(version=part.pack.version),
        _("exported {day}").format(day=names.day(deliverable.day)),
    ]
    return " · ".join(each for each in parts if each)
