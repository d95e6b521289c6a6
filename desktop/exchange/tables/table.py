"""A table, said once: what it is about, its columns, its rows. Workbooks, commands and the window show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.assessment.pace import Pace
from desktop.model.maturity import Direction
from desktop.model.maturity.refs import Ref
from desktop.model.records import ActionStatus, Adequacy, Directness, Priority, Tone
from desktop.model.scoring.results import Trace
from desktop.model.scoring.vocabulary import Agreement, Characterisation, EvidenceKind, Fulfilment, Rating

R = TypeVar("R")
Word = (
    Rating
    | Characterisation
    | Fulfilment
    | Agreement
    | ActionStatus
    | Priority
    | Direction
    | Pace
    | EvidenceKind
    | Directness
    | Adequacy
    | Tone
)


class Parts(Struct, frozen=True):
    """Parts of a model in a cell.

    Attributes:
        ids: which.
        words: what each says or is called, with its id.
    """

    ids: tuple[str, ...]
    words: Callable[[str], str]


Value = str | bool | int | float | Decimal | dt.date | Word | Parts | tuple[str, ...] | None


class Kind(Enum):
    """What the values of a column are."""

    TEXT = auto()
    NAME = auto()
    """What a row is called; it leads."""
    STATE = auto()
    """A rating or another word that has a tone."""
    LEVEL = auto()
    COUNT = auto()
    PERCENT = auto()
    INDEX = auto()
    CONSENSUS = auto()
    DECIMAL = auto()
    DAY = auto()


class Column(Struct, Generic[R], frozen=True):
    """A column.

    Attributes:
        key: what it is known by, e.g. ``suggestion.value``.
        heading: what stands above it.
        width: room for what it usually holds, in characters.
        meaning: a sentence or two for whoever reads the table.
        kind: what its values are.
        read: a row's value; without it that of the row's attribute of that name, if its way there is not cut.
        hidden: whether it is for the program only.
        turned: whether its heading stands upright in a workbook, since what is below is narrow.
    """

    key: str
    heading: str
    width: float
    meaning: str
    kind: Kind = Kind.TEXT
    read: Callable[[R], Value] | None = None
    hidden: bool = False
    turned: bool = False

    def value(self, row: R) -> Value:
        """What a row has in it; None for nothing, also where that is an empty text or no parts."""
        found: Any = row
        if self.read is not None:
            found = self.read(row)
        else:
            for name in self.key.split("."):
                found = None if found is None else getattr(found, name)
        nothing = found in ("", ()) or (isinstance(found, Parts) and not found.ids)
        value: Value = None if nothing else found
        return value

    def through(self, inner: Callable[[Any], R]) -> Column[Any]:
        """The same for rows of another kind, of which `inner` gives what it reads."""
        return replace(self, read=lambda row: self.value(inner(row)))


class Table(Struct, Generic[R], frozen=True):
    """A table.

    Attributes:
        name: what it is called.
        about: what it holds, in a sentence or two.
        columns: from the left.
        further: those that only some who show it pick.
        rows: from the top.
        ref: what a row is about; a level of a model by its number.
        trace: why a row is as it is; None for tables that follow from no rule.
        key: what it is known by to formulas that speak of it; empty where none do.
    """

    name: str
    about: str
    columns: tuple[Column[R], ...]
    rows: Sequence[R]
    ref: Callable[[R], Ref]
    trace: Callable[[R], Trace] | None = None
    further: tuple[Column[R], ...] = ()
    key: str = ""

    def pick(self, *keys: str, widths: Sequence[float] = ()) -> Table[R]:
        """The same with these columns alone.

        Args:
            keys: which, from the left.
            widths: theirs, where they are not to be the usual ones; then headings stand as they do elsewhere.

        Raises:
            KeyError: there is no such column.
        """
        known = {column.key: column for column in (*self.columns, *self.further)}
        found = tuple(known[key] for key in keys)
        if widths:
            found = tuple(
                replace(column, width=width, turned=False) for column, width in zip(found, widths, strict=True)
            )
        return replace(self, columns=found)

    def without_empty(self, *keys: str) -> Table[R]:
        """The same without those of these columns, or of all where none are named, in which no row has anything."""
        kept = [
            column
            for column in self.columns
            if (keys and column.key not in keys) or any(column.value(row) is not None for row in self.rows)
        ]
        return replace(self, columns=tuple(kept))

    def of(self, rows: Sequence[R]) -> Table[R]:
        """The same with these rows alone."""
        return replace(self, rows=rows)

    @property
    def cells(self) -> tuple[tuple[Value, ...], ...]:
        """The values of each row."""
        return tuple(tuple(column.value(row) for column in self.columns) for row in self.rows)


AnyTable = Table[Any]
