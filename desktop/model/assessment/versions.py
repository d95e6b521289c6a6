"""Which of two versions of a form is the newer, where what they say does not decide it.

A stamp of another program is a hint, no proof: LibreOffice writes the local time and marks it as UTC, clocks run ahead,
and some programs write none. Stamps order two versions only when no time zone could turn them round.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from enum import StrEnum

from desktop.model.assessment.comparison import adds_only, goes_further
from desktop.model.assessment.forms import FilledForm
from desktop.model.records import Form

UNSURE = dt.timedelta(hours=26)
"""From the westernmost local time, UTC-12, to the easternmost, UTC+14."""


class Order(StrEnum):
    """How a form stands to the one taken before.

    Attributes:
        FIRST: none was taken before.
        REPLACED: it was taken once, and another took its place since.
    """

    FIRST = "first"
    NEWER = "newer"
    OLDER = "older"
    REPLACED = "replaced"
    UNSURE = "unsure"


def order(form: FilledForm, before: Form, replaced: Collection[str], now: dt.datetime) -> Order:
    """How a form stands to the one taken before.

    Args:
        form: the one that came in.
        before: what is known of the last one.
        replaced: digests of forms that others have replaced.
        now: this machine's time. Stamps after it are wrong.
    """
    if not before.digest:
        return Order.FIRST
    if form.digest in replaced:
        return Order.REPLACED
    if before.saved and before.back and before.saved.date() > before.back + dt.timedelta(days=1):
        return Order.UNSURE
    return _by_stamp(form.saved, before.saved, now)


def newest(forms: Sequence[FilledForm], now: dt.datetime) -> int | None:
    """Which of several versions of one participant's form counts; None when that is not certain.

    It is the one that says all that each other says, or else was certainly saved after it, or else, where the times do
    not tell, leaves nothing empty that the other answers and answers more.
    """
    for place, form in enumerate(forms):
        if all(form is other or _supersedes(form, other, now) for other in forms):
            return place
    return None


def _supersedes(form: FilledForm, other: FilledForm, now: dt.datetime) -> bool:
    if adds_only(form.answers, other.answers):
        return True
    if adds_only(other.answers, form.answers):
        return False
    by_stamp = _by_stamp(form.saved, other.saved, now)
    return by_stamp is Order.NEWER or (by_stamp is Order.UNSURE and goes_further(form.answers, other.answers))


def _by_stamp(saved: dt.datetime | None, other: dt.datetime | None, now: dt.datetime) -> Order:
    if saved is None or other is None or max(saved, other) > now or abs(saved - other) <= UNSURE:
        return Order.UNSURE
    return Order.NEWER if saved > other else Order.OLDER
