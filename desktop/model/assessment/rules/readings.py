"""A measure has one reading a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from desktop.model.assessment.rules.consequences import Consequence, Surroundings
from desktop.model.journal import Change
from desktop.model.records import Reading


def reading_on(day: dt.date, readings: Iterable[Reading]) -> Reading | None:
    """The reading of a measure on a day, whose place a new one takes."""
    return max((reading for reading in readings if reading.day == day), key=_by_id, default=None)


def one_reading_a_day(changes: Sequence[Change], around: Surroundings) -> Iterator[Consequence]:
    """Of several readings of a measure on one day, the one that changed last stays."""
    touched = list(dict.fromkeys(change.row for change in changes if change.kind == "reading"))
    if not touched:
        return
    order = {row: place for place, row in enumerate(touched)}
    by_day: dict[tuple[str, dt.date | None], list[Reading]] = {}
    for reading in around.all(Reading):
        by_day.setdefault((reading.measure, reading.day), []).append(reading)
    for same_day in by_day.values():
        stays = max(same_day, key=lambda reading: (order.get(reading.id, -1), reading.id))
        if len(same_day) > 1 and stays.id in order:
            yield from (Consequence(Reading, (reading.id,), {}) for reading in same_day if reading is not stays)


def _by_id(reading: Reading) -> str:
    return reading.id
