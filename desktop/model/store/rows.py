"""Rows of the journal's tables as the values the rest of the program knows."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.model.journal import Change, Fact, Step, StepId, StepKind, Writer
from desktop.model.store.cells import LONGEST_TEXT, decode

if TYPE_CHECKING:
    from sqlalchemy import RowMapping

    from desktop.model.merging.bundle import StepRow

_CHANGES = 'SELECT kind, "row", cell, "before", "after" FROM change WHERE clock = ? AND writer = ? ORDER BY rowid'

_FACTS = msgspec.json.Decoder(dict[str, Fact])


def to_step(row: Mapping[str, Any] | RowMapping) -> Step:
    """A row of the step table.

    Raises:
        ValueError: it cannot be one.
    """
    return Step(
        clock=row["clock"],
        writer=_text(row["writer"]),
        kind=StepKind(row["kind"]),
        target=target_of(row),
        label=_text(row["label"]),
        facts=_FACTS.decode(_text(row["facts"])),
        author=_text(row["author"]),
        at=_time(row["at"]),
    )


def refuse_unreadable(steps: Sequence[StepRow]) -> None:
    """Make sure that all of many rows of the step table can be steps; what they have in common is read once.

    Raises:
        ValueError: they cannot.
    """
    for text in {text for step in steps for text in (step.writer, step.label, step.author)}:
        _text(text)
    for kind in {step.kind for step in steps}:
        StepKind(kind)
    for facts in {step.facts for step in steps}:
        _FACTS.decode(_text(facts))
    for at in {step.at for step in steps}:
        _time(at)


def to_writer(row: Mapping[str, Any] | RowMapping) -> Writer:
    """A row of the writer table.

    Raises:
        ValueError: it cannot be one.
    """
    return Writer(
        id=_text(row["id"]),
        author=_text(row["author"]),
        opened=_time(row["opened"]),
        seen=msgspec.json.decode(_text(row["seen"]), type=dict[str, int]),
        after=_after(row),
    )


def _after(row: Mapping[str, Any] | RowMapping) -> StepId | None:
    found = pointed_at(row["after_clock"], row["after_writer"])
    if found is not None and not (type(found.clock) is int and isinstance(found.writer, str)):
        raise ValueError(found)
    return found


def target_of(row: Mapping[str, Any] | RowMapping) -> StepId | None:
    """The step that a row of the step table undoes or redoes."""
    return pointed_at(row["target_clock"], row["target_writer"])


def pointed_at(clock: Any, writer: Any) -> StepId | None:  # noqa: ANN401 - anything may stand in a file
    """The step that is undone or redone, as the step table points at it."""
    return None if clock is None and writer is None else StepId(clock, writer)


def to_changes(connection: sqlite3.Connection, step: StepId) -> list[Change]:
    """What a step changed, in the order it changed."""
    rows = connection.execute(_CHANGES, step)
    return [Change(kind, row, cell, decode(before), decode(after)) for kind, row, cell, before, after in rows]


def by_name(cursor: sqlite3.Cursor) -> Iterator[dict[str, Any]]:
    """The rows that a statement found, each by the names of its columns."""
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def readable_steps(rows: Iterable[Mapping[str, Any] | RowMapping]) -> Iterator[Step]:
    """The steps that can be read; one that cannot is left out, so that it hides no other."""
    for row in rows:
        with suppress(ValueError):
            yield to_step(row)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise ValueError(type(value).__name__)
    return value


def _time(value: object) -> dt.datetime:
    found = dt.datetime.fromisoformat(_text(value))
    if found.tzinfo is None:
        raise ValueError("no time zone")
    return found
