"""The values of tables as people read them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from desktop.exchange.tables.table import Kind, Parts, Value, Word
from desktop.wording import board, names
from desktop.wording.manners import number_text

_FEW = 8
"""So many lines fit a row together; more are told by their ids alone."""


def for_cell(value: Value) -> Value:
    """A value as cells of workbooks hold it: parts with their words, a line each, by ids alone where they are many."""
    match value:
        case Parts():
            return ", ".join(value.ids) if len(value.ids) > _FEW else "\n".join(map(value.words, value.ids))
        case tuple():
            return ", ".join(value)
        case bool():
            return names.yes(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case _:
            return value


def in_line(value: Value, kind: Kind, decimals: int = 0) -> str:
    """A value in one line; a dash for nothing.

    Args:
        value: the value.
        kind: of its column.
        decimals: so many at least that a number of no sure kind has.
    """
    if isinstance(value, Word):
        return names.name(value)
    match value:
        case None:
            return "–"
        case Parts(ids=found) | (tuple() as found):
            return board.listing(found)
        case dt.date():
            return names.day(value)
        case bool() | str() | Decimal():
            text = str(for_cell(value)).replace("\n", "; ")
            return number_text(text) if isinstance(value, Decimal) else text
        case _:
            return _number(value, kind, decimals)


def _number(value: float, kind: Kind, decimals: int) -> str:
    match kind:
        case Kind.PERCENT:
            return names.percent(value)
        case Kind.INDEX:
            return names.index(value)
        case Kind.CONSENSUS:
            return names.consensus_index(value)
        case _:
            return str(value) if isinstance(value, int) else names.number(value, decimals)
