"""The guide of a session as lines of a table."""

from __future__ import annotations

from msgspec import Struct

from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.planning.guides import GuideLine
from desktop.ui.table_rows import Column
from desktop.wording.guides import why_asked

TAGGED = 3
"""A question about more parts than these tags a note with one of them alone: with all it would say nothing."""


class GuideRow(Struct, frozen=True):
    """A line of the guide.

    Attributes:
        called: the parts that it is about, as they are called; empty for a question of the team's own.
    """

    line: GuideLine
    called: str

    @property
    def tags(self) -> tuple[Ref, ...]:
        """What a note that answers it speaks of."""
        parts = self.line.topic.parts
        return parts if len(parts) <= TAGGED else (self.line.silent or parts)[:1]

    @property
    def beneath(self) -> str:
        """What stands in small letters: what it is about, whether it was asked, and else why to ask."""
        about = _("the team's own") if self.line.topic.own else self.called
        told = _("✓ asked") if self.line.asked else why_asked(self.line)
        return " · ".join(part for part in (about, told) if part)


def guide_key(row: GuideRow) -> Ref:
    """What tells a line from others."""
    return row.line.topic.ask


def columns() -> tuple[Column[GuideRow], ...]:
    """The one column of the table."""
    return (Column(_("Question"), lambda row: row.line.topic.text, beneath=lambda row: row.beneath),)
