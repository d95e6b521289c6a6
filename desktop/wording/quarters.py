"""Quarters in words."""

from __future__ import annotations

from desktop.language import _
from desktop.model.planning.quarters import Quarter


def quarter_name(quarter: Quarter) -> str:
    """A quarter with its year, as it stands in headings."""
    return _("Q{number} {year}").format(number=quarter.number, year=quarter.year)
