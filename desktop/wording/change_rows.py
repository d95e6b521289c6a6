"""Changes of cells in words: what each says, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from msgspec import Struct
from msgspec.structs import fields

from desktop.model.assessment import Assessment
from desktop.model.journal import Cell, Change
from desktop.model.records import KINDS, Privacy, cell_rules
from desktop.wording.called import Called
from desktop.wording.changes import change_text
from desktop.wording.records import kind_name


class ChangeRow(Struct, frozen=True):
    """A change in words: what it says, and what kind of thing it is about."""

    text: str
    about: str


def change_rows(changes: Sequence[Change], assessment: Assessment) -> list[ChangeRow]:
    """Changes in words, in their order."""
    called = Called(assessment)
    come_or_go = {(change.kind, change.row) for change in changes if change.cell not in _cells(change.kind)}
    return [
        ChangeRow(
            change_text(
                change.kind,
                change.row,
                change.cell,
                *(
                    called.value(change, value)
                    for value in _values(change, comes_or_goes=(change.kind, change.row) in come_or_go)
                ),
                place=called.place(change),
            ),
            " · ".join(part for part in (kind_name(change.kind), called.about(change)) if part),
        )
        for change in changes
    ]


def is_bookkeeping(change: Change) -> bool:
    """Whether a change is of what only the program keeps, of which nobody need be told."""
    rules = cell_rules(KINDS[change.kind])
    return change.cell in rules and rules[change.cell].privacy is Privacy.NOBODY


def _values(change: Change, *, comes_or_goes: bool) -> tuple[Cell, Cell]:
    """Before and after; where nothing was said, what holds without a word, unless the record was not there at all."""
    if comes_or_goes:
        return change.before, change.after
    unsaid = _cells(change.kind)[change.cell]
    before, after = (unsaid if value is None else value for value in (change.before, change.after))
    return before, after


@cache
def _cells(kind: str) -> dict[str, Cell]:
    """The fields of a kind of record that may change, with what holds until something is said."""
    record = KINDS[kind]
    return {
        field.name: field.default.value if isinstance(field.default, StrEnum) else field.default
        for field in fields(record)
        if field.name not in record.keys
    }
