"""What rules may ask, held in memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from desktop.model.errors import RefusalError
from desktop.model.maturity import Pack
from desktop.model.records import Record
from tests.builders import tiny_pack

R = TypeVar("R", bound=Record)


class Held:
    """Records and the tiny pack."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records = list(records)

    def all(self, kind: type[R], **where: str) -> list[R]:
        return [
            record
            for record in self._records
            if isinstance(record, kind) and all(getattr(record, name) == value for name, value in where.items())
        ]

    def highest(self, kind: type[Record], field: str) -> int:
        return max((getattr(record, field) for record in self.all(kind)), default=0)

    def pack(self, model_id: str) -> Pack:
        pack = tiny_pack()
        if model_id != pack.id:
            raise RefusalError("model.not_in_use", model=model_id)
        return pack
