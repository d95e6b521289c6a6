"""What a cell holds as text, whatever the respondent's program made of it."""

from __future__ import annotations

import datetime as dt

Value = str | float | bool | dt.date | dt.time | dt.datetime | dt.timedelta


def as_text(value: Value) -> str:
    """The value as somebody would write it, without surrounding blanks."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)
