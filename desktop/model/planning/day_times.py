"""Times of a day as minutes since midnight, to reckon with."""

from __future__ import annotations

LAST_MINUTE = 24 * 60 - 1
HOUR = 60


def minutes_of(time: str) -> int | None:
    """Minutes since midnight of a time such as ``09:30``; None for none."""
    if not time:
        return None
    hours, minutes = time.split(":")
    return int(hours) * HOUR + int(minutes)


def time_of(minutes: int) -> str:
    """The time of day so many minutes after midnight; no later than the last minute of the day."""
    hours, rest = divmod(min(max(minutes, 0), LAST_MINUTE), HOUR)
    return f"{hours:02}:{rest:02}"
