"""Rows of the journal's tables as the values the rest of the program knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, literal_column, select

from desktop.model.journal import Change, Fact, Step, StepKind, Writer
from desktop.model.store.cells import decode
from desktop.model.store.tables import change


def to_step(row: Mapping[str, Any] | RowMapping) -> Step:
    """A row of the step table."""
    return Step(
        number=row["number"],
        writer=row["writer"],
        clock=row["clock"],
        kind=StepKind(row["kind"]),
        target=row["target"],
        label=row["label"],
        facts=msgspec.json.decode(row["facts"], type=dict[str, Fact]),
        author=row["author"],
        at=dt.datetime.fromisoformat(row["at"]),
    )


def to_writer(row: Mapping[str, Any] | RowMapping) -> Writer:
    """A row of the writer table."""
    return Writer(
        id=row["id"],
        author=row["author"],
        opened=dt.datetime.fromisoformat(row["opened"]),
        seen=msgspec.json.decode(row["seen"], type=dict[str, int]),
    )


def to_changes(connection: Connection, number: int) -> list[Change]:
    """What a step changed, in the order it changed."""
    rows = connection.execute(select(change).filter_by(step=number).order_by(literal_column("rowid")))
    return [Change(row.kind, row.row, row.cell, decode(row.before), decode(row.after)) for row in rows]
