"""Columns of items of evidence, in the window and, as far as they name nothing and nobody, in the team's workbook."""

from __future__ import annotations

from typing import Any

from desktop.exchange.tables.table import Column, Kind
from desktop.language import _


def item_columns() -> tuple[Column[Any], ...]:
    """Title, kind, version, date, owner, expiry, directness, adequacy and attached file, of whatever has them."""
    return (
        Column("session", _("Title"), 34, _("What the document or what was shown is called."), Kind.NAME),
        Column("kind", _("Kind"), 15, _("What it is. Items of one kind and title are one source.")),
        Column("version", _("Version"), 9, _("Which version the team has seen.")),
        Column("dated", _("Date"), 12, _("The day of that version, or on which something was shown."), Kind.DAY),
        Column("owner", _("Owner"), 16, _("Who answers for it, as a role.")),
        Column("expires", _("Valid until"), 12, _("The last day on which it holds."), Kind.DAY),
        Column("directness", _("Direct"), 12, _("Whether the work itself brings it forth, or it only tells of it.")),
        Column(
            "adequacy",
            _("Adequate"),
            13,
            _("Whether it shows what it is to show, as the team judges. What does not is no source."),
            Kind.STATE,
        ),
        Column("file_name", _("Attached"), 20, _("The file that is attached, inside the assessment.")),
    )
