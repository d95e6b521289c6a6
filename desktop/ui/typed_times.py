"""Times of day as people type them."""

from __future__ import annotations

import re

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*|\s+)?(\d{2})?\s*(?:([ap])\.?\s*m\.?)?", re.IGNORECASE)
NOON = 12


def read_time(text: str) -> str | None:
    """A time as on a clock of 24 hours, e.g. ``09:30`` for ``9.30``, ``930``, ``9h30`` or ``9:30 am``.

    An empty text is no time at all and stays empty; what is no time gives None.
    """
    if not text.strip():
        return ""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half and not 1 <= hour <= NOON:
        return None
    if half:
        hour = hour % NOON + (NOON if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 2 * NOON and minute < 60 else None
