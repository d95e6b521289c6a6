"""The sheet of the road map: where the plan leads by quarter, who has how much to do, and the actions in time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.tables.roadmap import outlook, owner_load, roadmap
from desktop.exchange.tables.table import AnyTable, Column
from desktop.exchange.workbook.guide import Guide, Look, told
from desktop.exchange.workbook.page import Page
from desktop.language import _

_SHOWN = ("area", "action.number", "action.title", "action.owner", "action.start", "action.due", "quarter")
"""What the plan does not show in this order; the rest stands there."""


def guide(deliverable: Deliverable) -> Guide:
    """What the sheet and its columns mean."""
    about = _(
        "Where each model would stand at the end of each quarter, who has how much to do, and the actions in time."
    )
    columns = [column for table in _tables(deliverable) for column in table.columns]
    return Guide(roadmap(deliverable).name, about, told(columns))


def widths(deliverable: Deliverable) -> list[float]:
    """Of its columns: as wide as the widest table needs each."""
    wanted = [[_width(column) for column in table.columns] for table in _tables(deliverable)]
    return [max(row[place] for row in wanted if place < len(row)) for place in range(max(map(len, wanted)))]


def _width(column: Column[Any]) -> float:
    """What it asks for, and enough for the longest word of its heading, which can be the name of a model."""
    return max(column.width, 1.25 * max(map(len, column.heading.split())) + 2.5)


def write(page: Page, deliverable: Deliverable) -> None:
    """Write the sheet."""
    page.line(guide(deliverable).name, Look.TITLE)
    page.line(guide(deliverable).about, Look.ABOUT)
    wide = widths(deliverable)
    for table in _tables(deliverable):
        fitted = [replace(column, width=width) for column, width in zip(table.columns, wide, strict=False)]
        page.table(replace(table, columns=tuple(fitted)), table.name)


def _tables(deliverable: Deliverable) -> Sequence[AnyTable]:
    """Those that say something: a load is told where somebody has estimated an effort."""
    load, actions = owner_load(deliverable), roadmap(deliverable).pick(*_SHOWN)
    estimated = any(action.effort is not None for action in deliverable.actions)
    return [
        *([outlook(deliverable)] if deliverable.outlook else []),
        *([load] if estimated else []),
        replace(actions, name=_("Actions in time")),
    ]
