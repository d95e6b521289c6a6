"""The sheet that adds the plan up."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.tables.plan_totals import PlanTotal, by_owner, by_quarter, by_status
from desktop.exchange.tables.table import Table
from desktop.exchange.workbook.guide import Guide, Look, told
from desktop.exchange.workbook.page import Page, Place
from desktop.language import _
from desktop.wording import names

WIDTHS = (34.0, 10.0, 11.0, 12.0, 14.0, 14.0)


def guide(deliverable: Deliverable) -> Guide:
    """What the sheet and its columns mean."""
    columns = [column for table in _tables(deliverable) for column in table.columns]
    return Guide(_("Plan totals"), by_status(deliverable).about, told(columns))


def write(page: Page, deliverable: Deliverable) -> list[Place]:
    """Write the sheet; returns where its tables stand."""
    page.line(guide(deliverable).name, Look.TITLE)
    page.line(_("As of {day}.").format(day=names.day(deliverable.day)), Look.ABOUT)
    return [page.table(table, table.name) for table in _tables(deliverable) if table.rows]


def _tables(deliverable: Deliverable) -> Sequence[Table[PlanTotal]]:
    """Those that there are, without what nobody has said of any action."""
    found = by_status(deliverable).without_empty()
    said = [column.key for column in found.columns]
    return found, by_owner(deliverable).pick(*said), by_quarter(deliverable).pick(*said)
