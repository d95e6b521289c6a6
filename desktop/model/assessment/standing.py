"""Where a measure stands: its latest reading, and how far it is on the way from baseline to target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from desktop.model.assessment.decimals import number
from desktop.model.maturity.vocabulary import Direction
from desktop.model.records import Measure, Reading
from desktop.model.scoring.rounding import percent


class Standing(Struct, frozen=True):
    """A measure with what was read.

    Attributes:
        readings: by day, the earliest first.
        latest: the last of them, None before the first.
        reached: whether the latest value is as good as the target; None while there is no reading, no target, or
            neither way is better.
        percent: how much of the way from baseline to target is done, in percent with one decimal: below 0 when things
            got worse, above 100 when the target is surpassed. None where `reached` is, or where there is no baseline
            or the target is not better than it.
    """

    measure: Measure
    readings: tuple[Reading, ...]
    latest: Reading | None
    reached: bool | None
    percent: float | None

    def is_overdue(self, today: dt.date) -> bool:
        """Whether the target is not reached after its day."""
        return self.measure.due is not None and self.measure.due < today and self.reached is not True


def standing(measure: Measure, readings: Iterable[Reading]) -> Standing:
    """Where a measure stands."""
    ordered = tuple(sorted(readings, key=lambda reading: (reading.day or dt.date.min, reading.id)))
    latest = ordered[-1] if ordered else None
    value = number(latest.value) if latest else None
    target = number(measure.target)
    reached, done = None, None
    if value is not None and target is not None and measure.direction is not Direction.NEUTRAL:
        reached = value >= target if measure.direction is Direction.UP else value <= target
        done = _way(measure, value, target)
    return Standing(measure, ordered, latest, reached, done)


def _way(measure: Measure, value: Decimal, target: Decimal) -> float | None:
    baseline = number(measure.baseline)
    better = 1 if measure.direction is Direction.UP else -1
    if baseline is None or (target - baseline) * better <= 0:
        return None
    return percent(Fraction(value - baseline) / Fraction(target - baseline) * 100)
