"""The shape of portable data: the JSON that holds a whole assessment. `docs/portable-data.md` tells it in words."""

from __future__ import annotations

import inspect
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from desktop.model import records
from desktop.model.journal import StepKind
from desktop.model.maturity import Pack
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.records import KINDS, Record
from desktop.model.records.record import bounded_types, cell_types

FORMAT = "maturity-workbench-assessment"
VERSION = records.FORMAT
"""Raised with the format of files, since a reader of an older version would refuse what is new.

Version 2 brought what streams, criteria, targets and measures need, and where an action comes from; and steps, which
version 1 pointed at by their place in the file, are told by clock and writer. `earlier` turns version 1 into it.
"""

Number = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
Count = Annotated[int, Meta(ge=1, le=2**63 - 1)]
Key = Annotated[str, Meta(min_length=1, pattern="^[^/]+$")]
Cell = str | Number | bool | None
Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class _Strict(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Says exactly its fields."""


class FrozenPack(_Strict, frozen=True):
    """A model pack as it was frozen in the file.

    Attributes:
        digest: SHA-256 of the pack's JSON with sorted keys and no spaces, in hexadecimal.
        pack: the pack, see model-pack.schema.json; one with rules of its own has kinds and parts, and no scheme.
    """

    digest: Digest
    pack: dict[str, Any]

    @staticmethod
    def shape_of(pack: dict[str, Any]) -> type[Struct]:
        """What the pack has to be, by what it says of itself."""
        return VocabularyPack if "scheme" not in pack and "kinds" in pack else Pack


class PastRound(_Strict, frozen=True):
    """What was said in a round that is over, without who anybody is.

    Attributes:
        digest: SHA-256 of the JSON of `said` with sorted keys and no spaces, in hexadecimal; a `round` names it.
        said: the records, each with its key and what it says.
    """

    digest: Digest
    said: dict[str, Any]


class WriterRow(_Strict, frozen=True):
    """An opening of the file that wrote to it.

    Attributes:
        opened: when, UTC.
        seen: the newest steps that this one knew of, as the clock of each by its writer.
        after_clock: with `after_writer`, the step of the same file that it went on from.
    """

    id: Key
    author: str
    opened: str
    seen: dict[str, Number]
    after_clock: Count | None = None
    after_writer: str | None = None


class StepRow(_Strict, frozen=True):
    """A step of the journal.

    Attributes:
        clock: logical time; with the writer it tells the step from every other, in all copies of the assessment.
        writer: id of the writer.
        label: what was done, as a code.
        facts: what its sentence names.
        at: when, UTC.
        target_clock: with `target_writer`, the step that is undone or redone.
    """

    clock: Count
    writer: str
    kind: StepKind
    label: str
    facts: dict[str, Cell]
    author: str
    at: str
    target_clock: Count | None = None
    target_writer: str | None = None


class ChangeRow(_Strict, frozen=True):
    """A changed cell, in the order in which they changed.

    Attributes:
        clock: with `writer`, the step.
        kind: kind of record, as in `records`.
        row: the record's key, its parts joined by a slash.
        before: absent when the cell was empty; likewise `after`.
    """

    clock: Count
    writer: str
    kind: str
    row: str
    cell: str
    before: Cell = None
    after: Cell = None


class Journal(_Strict, frozen=True):
    """The history of the assessment."""

    writer: list[WriterRow]
    step: list[StepRow]
    change: list[ChangeRow]


def _row_of(name: str, kind: type[Record]) -> type[Struct]:
    """The row of a kind of record: its key, and cells that are absent until something is said."""
    hints, bounded = cell_types(kind), bounded_types(kind)
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = [(key, Key) for key in kind.keys]
    for field in msgspec.structs.fields(kind):
        if field.name not in kind.keys:
            hint = Number if hints[field.name] is int else bounded[field.name]
            fields.append((field.name, hint | None, None))
    if kind.listed:
        fields.append(("present", bool | None, None))
    row = msgspec.defstruct(f"{kind.__name__}Row", fields, frozen=True, forbid_unknown_fields=True, kw_only=True)
    row.__doc__ = inspect.cleandoc(kind.__doc__ or name)
    return row


ROWS: dict[str, type[Struct]] = {name: _row_of(name, kind) for name, kind in KINDS.items()}
"""The rows of each kind of record. ``present`` is false for a record that was removed."""

Records: type[Struct] = msgspec.defstruct(
    "Records",
    [(name, list[row], msgspec.field(default_factory=list)) for name, row in ROWS.items()],  # type: ignore[valid-type]  # made above
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
)
Records.__doc__ = "All records by kind, those removed by mark included."


class Portable(_Strict, frozen=True):
    """A whole assessment, its history included.

    Attributes:
        version: of this shape.
        about: what the file says about itself.
    """

    format: Literal["maturity-workbench-assessment"]
    version: Annotated[int, Meta(ge=1, le=VERSION)]
    about: dict[str, str]
    packs: list[FrozenPack]
    records: Records  # type: ignore[valid-type]  # made above
    journal: Journal
    rounds: list[PastRound] = []
