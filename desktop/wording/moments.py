"""Moments as the clock of this machine shows them."""

from __future__ import annotations

import datetime as dt

from desktop.language import _

_SHOWN = len("2026-03-31 14:05")


def local_time(moment: dt.datetime | None) -> str:
    """A moment on this machine's clock, e.g. ``2026-03-31 14:05``; in words where there is none."""
    if moment is None:
        return _("at an unknown time")
    return moment.astimezone().isoformat(" ", "minutes")[:_SHOWN]  # of very many steps, a format of its own takes long
