"""The columns of a table that is said once, as the window shows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from desktop.exchange.tables.table import Column as Told
from desktop.exchange.tables.table import Kind, Value, Word
from desktop.exchange.tables.words import in_line
from desktop.ui.table_rows import Column
from desktop.wording import names
from desktop.wording.tones import Toned, tone_of


def shown(
    told: Told[Any],
    rows: Iterable[Any] = (),
    of: Callable[[Any], Any] | None = None,
    width: int = 0,
    gives_way: int = 0,
    *,
    folded: bool = False,
    **own: object,
) -> Column[Any]:
    """A column: its words with the tone of ratings, sorted by its values, its meaning above.

    Args:
        told: the column.
        rows: of the table, so that all its numbers have equally many decimals.
        of: what the column reads, from a row of the window.
        width: as `Column` has it.
        gives_way: likewise.
        folded: whether the last word of its heading stands below the others.
        own: what else of `Column` the window says, as ``beneath``, or says in its own way, as ``tone``.
    """
    told = told if of is None else told.through(of)
    values = map(told.value, rows)
    decimals = max((names.decimals(value) for value in values if isinstance(value, float)), default=0)

    made: Column[Any] = Column(
        "\n".join(told.heading.rsplit(" ", 1)) if folded else told.heading,
        lambda row: in_line(told.value(row), told.kind, decimals),
        sort=lambda row: _order(told.value(row), told.kind),
        tone=(lambda row: _tone(told.value(row))) if told.kind is Kind.STATE else None,
        width=width,
        gives_way=gives_way,
        right=told.kind not in (Kind.TEXT, Kind.NAME, Kind.STATE, Kind.DAY),
        meaning=told.meaning,
    )
    return replace(made, **own)


def _order(value: Value, kind: Kind) -> object:
    """Numbers before words; states by how far they are, days by themselves."""
    if isinstance(value, Word):
        return (0, [*type(value)].index(value), "")
    match value:
        case None | dt.date():
            return value
        case int() | float():
            return (0, value, "")
        case _:
            return (1, 0, in_line(value, kind))


def _tone(value: Value) -> str | None:
    return tone_of(value) if isinstance(value, Toned) else None
