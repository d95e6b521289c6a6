"""Moments as the clock of this machine shows them."""

from __future__ import annotations

import datetime as dt

from desktop.language import _


def local_time(moment: dt.datetime | None) -> str:
    """A moment on this machine's clock, e.g. ``2026-03-31 14:05``; in words where there is none."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else _("at an unknown time")
