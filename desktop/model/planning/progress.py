"""How the actions come along: counted together, by owner, or by what they improve."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct

from desktop.model.records import Action, ActionStatus

K = TypeVar("K")


class Progress(Struct, frozen=True):
    """How several actions come along; those that were dropped are left out of all.

    Attributes:
        open: still to be done.
        overdue: of these, after their due date.
        done: done, verified or not.
        verified: of these, verified.
    """

    open: int
    overdue: int
    done: int
    verified: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.open + self.done

    @property
    def percent(self) -> float | None:
        """The share that is done, 0 to 100; None where there is none."""
        return 100 * self.done / self.all if self.all else None


def progress(actions: Iterable[Action], today: dt.date) -> Progress:
    """How these actions come along on a day."""
    kept = [each for each in actions if each.status is not ActionStatus.DROPPED]
    return Progress(
        open=sum(each.status.is_open for each in kept),
        overdue=sum(each.is_overdue(today) for each in kept),
        done=sum(each.status.is_done for each in kept),
        verified=sum(each.status is ActionStatus.VERIFIED for each in kept),
    )


def progress_by(actions: Iterable[Action], key: Callable[[Action], K], today: dt.date) -> dict[K, Progress]:
    """The same apart, with most overdue first, then with most open; in the order of the actions where that is equal.

    Args:
        actions: all of them.
        key: what an action is counted under, such as its owner.
        today: the day.
    """
    apart: dict[K, list[Action]] = {}
    for each in actions:
        if each.status is not ActionStatus.DROPPED:
            apart.setdefault(key(each), []).append(each)
    found = {name: progress(these, today) for name, these in apart.items()}
    return dict(sorted(found.items(), key=lambda item: (-item[1].overdue, -item[1].open)))
