"""What follows from changes of a step: further cells that have to change with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from desktop.model.journal import Cell, Change
from desktop.model.maturity.pack import Pack
from desktop.model.records import Record

R = TypeVar("R", bound=Record)


class Consequence(Struct, frozen=True):
    """Cells of a record that take these values; a listed record without any is taken away."""

    kind: type[Record]
    key: tuple[str, ...]
    cells: Mapping[str, Cell]


class Surroundings(Protocol):
    """What a rule may ask: records as they are with the changes, and models in use."""

    def all(self, kind: type[R], **where: str) -> list[R]:
        """Records of a kind; `where` narrows by field."""

    def highest(self, kind: type[Record], field: str) -> int:
        """The highest number in a field over all records of a kind, those removed included."""

    def pack(self, model_id: str) -> Pack:
        """The pack of a model in use.

        Raises:
            RefusalError: ``model.not_in_use``.
        """


class Rule(Protocol):
    """What follows from changes."""

    def __call__(self, changes: Sequence[Change], around: Surroundings, /) -> Iterator[Consequence]:
        """What else has to change; nothing where it is so already does no harm."""
