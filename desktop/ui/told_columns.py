"""The columns of a table that is said once, as the window shows them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from desktop.exchange.tables.table import Column as Told
from desktop.exchange.tables.table import Kind, Value
from desktop.exchange.tables.words import in_line
from desktop.model.scoring.vocabulary import Agreement, Characterisation, Fulfilment, Rating
from desktop.ui.tables import Column
from desktop.wording import names
from desktop.wording.tones import tone_of


def shown(told: Told[Any], rows: Iterable[Any], width: int = 0) -> Column[Any]:
    """A column: its words with the tone of ratings, sorted by its values, its meaning above.

    Args:
        told: the column.
        rows: of the table, so that all its numbers have equally many decimals.
        width: as `Column` has it.
    """
    values = list(map(told.value, rows))
    decimals = max((names.decimals(value) for value in values if isinstance(value, float)), default=0)
    return Column(
        told.heading,
        partial(_text, told, decimals),
        sort=partial(_order, told),
        tone=partial(_tone, told),
        width=width,
        right=told.kind not in (Kind.TEXT, Kind.NAME),
        meaning=told.meaning,
    )


def _text(told: Told[Any], decimals: int, row: object) -> str:
    return in_line(told.value(row), told.kind, decimals)


def _order(told: Told[Any], row: object) -> object:
    """Numbers before words."""
    value: Value = told.value(row)
    if value is None:
        return None
    if isinstance(value, int | float):
        return (0, value, "")
    return (1, 0, in_line(value, told.kind))


def _tone(told: Told[Any], row: object) -> str | None:
    value = told.value(row)
    return tone_of(value) if isinstance(value, Rating | Characterisation | Fulfilment | Agreement) else None
