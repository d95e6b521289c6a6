"""Numbers by which people call records on lists: P-07, action 12. They can move; the id of a record never does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from desktop.model.assessment.rules.consequences import Consequence, Surroundings
from desktop.model.journal import Change
from desktop.model.records import KINDS

NUMBER = "number"


def distinct_numbers(changes: Sequence[Change], around: Surroundings) -> Iterator[Consequence]:
    """Of records of a kind with one number, that with the lowest id keeps it; the others get those that follow.

    Which one moves depends on nothing but the records, so it is the same in every copy. The numbers of records that
    were removed stay theirs.
    """
    touched = {change.kind for change in changes if change.cell == NUMBER}
    for kind in (KINDS[name] for name in sorted(touched) if KINDS[name].listed):
        following = around.highest(kind, NUMBER)
        taken: set[int] = set()
        records: list[Any] = sorted(around.all(kind), key=_by_id)
        for record in records:
            if record.number in taken:
                following += 1
                yield Consequence(kind, (record.id,), {NUMBER: following})
            taken.add(record.number)


def _by_id(record: Any) -> str:  # noqa: ANN401 - of any kind that is listed
    return str(record.id)
