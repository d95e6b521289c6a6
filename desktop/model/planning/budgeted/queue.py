"""The order in which the actions of a plan are worked on, and how that spreads over its quarters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from desktop.model.planning.budgeted.asked import Budget, PlanItem, first_quarters
from desktop.model.planning.budgeted.programme import Schedule

NOTHING = Fraction(0)


class Queue(Struct, frozen=True):
    """Actions one after the other.

    Attributes:
        items: in this order.
        starts: by id of each, the quarter in which work on it begins.
        begins: by id of each, where in time work on it begins, in quarters: 1.5 is the middle of the second. As much of
            a quarter has gone by as of its effort has been worked.
        ends: likewise where it ends; the end of its quarter for what takes no effort, unless another one of the quarter
            needs it.
        effort: person days by quarter.
    """

    items: tuple[PlanItem, ...]
    starts: Mapping[str, int]
    begins: Mapping[str, Fraction]
    ends: Mapping[str, Fraction]
    effort: tuple[Fraction, ...]


def queued(items: Sequence[PlanItem], schedule: Schedule, budget: Budget) -> Queue:
    """The queue of what is planned: by the quarter in which it is to be done, and in that after what it needs.

    What is not finished in a quarter goes on in the next; nothing is worked on before it can begin. Where there is no
    limit, and of what is under way all that a budget has no room for, work is done in the quarter in which the action
    ends.

    Args:
        items: the actions that are planned, in the order in which they are told.
        schedule: the quarter in which each is done.
        budget: what each quarter has.
    """
    ordered = _ordered(items, schedule)
    firsts = first_quarters(items)
    free = [budget.effort] * budget.quarters
    worked = [NOTHING] * budget.quarters
    starts: dict[str, int] = {}
    before: dict[str, Fraction] = {}
    after: dict[str, Fraction] = {}
    for item in ordered:
        left, ends = item.effort or NOTHING, schedule[item.id]
        for quarter in range(min(firsts[item.id], ends), ends + 1):
            room = free[quarter]
            share = left if room is None or quarter == ends else min(room, left)
            if (room is None and quarter < ends) or not share:
                continue
            starts.setdefault(item.id, quarter)
            before.setdefault(item.id, worked[quarter])
            free[quarter] = None if room is None else max(NOTHING, room - share)
            worked[quarter] += share
            left -= share
        starts.setdefault(item.id, ends)
        before.setdefault(item.id, worked[ends])
        after[item.id] = worked[ends]
    full = [max(found, budget.effort or NOTHING) or Fraction(1) for found in worked]
    awaited = {need for item in items for need in item.needs}
    begins = {id_: starts[id_] + before[id_] / full[starts[id_]] for id_ in starts}
    ends_at = {
        item.id: schedule[item.id] + after[item.id] / full[schedule[item.id]]
        if item.effort or item.id in awaited
        else Fraction(schedule[item.id] + 1)
        for item in items
    }
    return Queue(ordered, starts, begins, ends_at, tuple(worked))


def _ordered(items: Sequence[PlanItem], schedule: Schedule) -> tuple[PlanItem, ...]:
    """By quarter, and within one each after what it needs; of a circle the first goes first."""
    known = {item.id: item for item in items}
    found: dict[str, PlanItem] = {}

    def place(item: PlanItem, above: tuple[str, ...]) -> None:
        for need in item.needs:
            if need in known and need not in found and need not in above:
                place(known[need], (*above, item.id))
        found.setdefault(item.id, item)

    for item in sorted(items, key=lambda item: schedule[item.id]):
        place(item, (item.id,))
    return tuple(found.values())
