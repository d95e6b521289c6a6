"""Why a plan is as it is: what each action is in it for, why others are not, and what stays below its target."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.budgeted.asked import Budget, ItemState, Pin, PlanItem, first_quarters
from desktop.model.planning.budgeted.outcomes import Outcomes
from desktop.model.planning.budgeted.programme import Schedule
from desktop.model.planning.budgeted.queue import Queue
from desktop.model.planning.budgeted.search import Search
from desktop.model.planning.budgeted.told import LeftOut, LeftOutBecause, PlannedItem, Unreached
from desktop.model.planning.budgeted.wishes import Wish, exact_gap

NOTHING = Fraction(0)


def planned(queue: Queue, search: Search, schedule: Schedule) -> tuple[PlannedItem, ...]:
    """The actions of a plan in their order, each with what would be lost without it.

    Args:
        queue: the actions that are in the plan.
        search: says what is granted.
        schedule: their quarters.
    """
    granted = search.granted(list(schedule))
    found = []
    for item in queue.items:
        without = search.granted([id_ for id_ in schedule if id_ != item.id])
        lost = sorted(granted - without, key=_by_rank)
        serves = tuple(other.id for other in queue.items if item.id in other.needs)
        found.append(
            PlannedItem(
                id=item.id,
                starts=queue.starts[item.id],
                quarter=schedule[item.id],
                begins=queue.begins[item.id],
                ends=queue.ends[item.id],
                grants=tuple(lost),
                serves=serves,
            )
        )
    return tuple(found)


def left_out(
    known: Sequence[PlanItem], schedule: Schedule, budget: Budget, helping: Collection[str]
) -> tuple[LeftOut, ...]:
    """Why each of these open actions is not in the plan.

    Args:
        known: all actions; the cost of those under way goes off the budget first.
        schedule: those that are in the plan.
        budget: what may be spent.
        helping: ids of the actions that would bring something further.
    """
    items = [item for item in known if item.state is ItemState.OPEN and item.id not in schedule]
    absent = {item.id for item in items}
    begins = first_quarters(known)
    spent = sum((item.cost or NOTHING for item in known if item.state is ItemState.UNDER_WAY), NOTHING)
    return tuple(_left_out(item, begins[item.id], budget, spent, absent, helping) for item in items)


def unreached(
    items: Sequence[PlanItem], outcomes: Mapping[str, Outcomes], search: Search, schedule: Schedule
) -> tuple[Unreached, ...]:
    """What is not at its target at the end of a plan, models first and then the largest weighted gap."""
    found = [each for id_ in outcomes for each in _unreached(id_, items, outcomes[id_], search, schedule)]
    return tuple(sorted(found, key=lambda each: (each.gap.place != WHOLE, -(each.gap.weighted_gap or 0))))


def _by_rank(wish: Wish) -> tuple[int, int, str, int, str]:
    return wish.rank, -wish.weight, wish.place, wish.left, wish.goal


def _left_out(
    item: PlanItem, begins: int, budget: Budget, spent: Fraction, absent: Collection[str], helping: Collection[str]
) -> LeftOut:
    if item.pin is Pin.OUT or (item.id not in helping and item.pin is not Pin.IN):
        return LeftOut(item.id, LeftOutBecause.PINNED_OUT if item.pin is Pin.OUT else LeftOutBecause.NOTHING)
    if budget.cost is not None and (over := (item.cost or NOTHING) - max(budget.cost - spent, NOTHING)) > 0:
        return LeftOut(item.id, LeftOutBecause.COST, over=over)
    quarters = (budget.quarters if item.due is None else min(max(item.due, 0) + 1, budget.quarters)) - begins
    if quarters <= 0:
        return LeftOut(item.id, LeftOutBecause.START)
    if budget.effort is not None and (over := (item.effort or NOTHING) - budget.effort * quarters) > 0:
        return LeftOut(item.id, LeftOutBecause.EFFORT, over=over)
    if needs := tuple(need for need in item.needs if need in absent):
        return LeftOut(item.id, LeftOutBecause.NEEDS, needs)
    return LeftOut(item.id, LeftOutBecause.ROOM)


def _unreached(
    model: str, items: Sequence[PlanItem], outcome: Outcomes, search: Search, schedule: Schedule
) -> Iterator[Unreached]:
    """The places of a model that a plan leaves below their targets."""
    done, spare = list(schedule), [item for item in items if item.state is ItemState.OPEN and item.id not in schedule]
    by_id = {item.id: item for item in items}
    standing = outcome.standing(outcome.reached(effect for id_ in done for effect in by_id[id_].effects))
    granted = search.granted(done)
    for place, gap in standing.items():
        if not exact_gap(gap):
            continue
        ahead = {wish for wish in search.reachable if (wish.model, wish.place) == (model, place)} - granted
        best = outcome.best.get(place)
        further = search.enough(ahead, done, [item.id for item in spare]) if ahead else []
        chosen = [by_id[id_] for id_ in _with_needs(further, by_id, schedule)]
        yield Unreached(
            model=model,
            gap=gap,
            best=best,
            lacking=() if best is None or not exact_gap(best) else best.missing,
            actions=tuple(item.id for item in chosen),
            cost=sum((item.cost or NOTHING for item in chosen), NOTHING),
            effort=sum((item.effort or NOTHING for item in chosen), NOTHING),
        )


def _with_needs(actions: Sequence[str], by_id: Mapping[str, PlanItem], schedule: Schedule) -> list[str]:
    """These actions and what they need that is neither planned nor done, in no certain order but each once."""
    found: dict[str, None] = {}
    waiting = list(actions)
    while waiting:
        action = waiting.pop(0)
        if action in found or action in schedule or by_id[action].state is not ItemState.OPEN:
            continue
        found[action] = None
        waiting += [need for need in by_id[action].needs if need in by_id]
    return list(found)
