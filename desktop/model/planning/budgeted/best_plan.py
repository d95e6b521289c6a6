"""The best plan within a budget: which actions, in which quarter, reach the most of what is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from desktop.model.planning.budgeted.asked import Budget, ItemState, PlanItem, PlanModel
from desktop.model.planning.budgeted.outcomes import Outcomes
from desktop.model.planning.budgeted.programme import Schedule, StoppedError
from desktop.model.planning.budgeted.queue import queued
from desktop.model.planning.budgeted.reasons import left_out, planned, unreached
from desktop.model.planning.budgeted.search import Search
from desktop.model.planning.budgeted.told import BestPlan
from desktop.model.scoring.results import ModelResult

NOTHING = Fraction(0)


def _never() -> bool:
    return False


def best_plan(
    items: Sequence[PlanItem], models: Sequence[PlanModel], budget: Budget, cancelled: Callable[[], bool] = _never
) -> BestPlan | None:
    """The actions, each with its quarter, that together reach the most; None where somebody cancelled.

    What reaches the most is decided in this order, the next only among plans that are equal so far (see `Aim`):

    1. the most of the actions that somebody pinned are in the plan;
    2. the most levels of models are reached by the end of the last quarter, up to the levels that are wanted;
    3. the most places are at their targets, each counted by its importance (1 where nobody said);
    4. the most steps towards targets are made, each counted by the importance of its place: levels of streams and
       tracks, goals of areas, whole units or grades of parts;
    5. it costs the least, then takes the least effort, then the fewest actions;
    6. levels are reached as early as can be, then the actions are done as early as can be.

    Actions are worked on one after the other, and what a quarter has no room for goes on in the next; so by the end of
    each quarter no more is done than all quarters so far have effort for. An action is done in the same quarter as what
    it needs or later, and by its due date; nobody works on it before its start. What is done is there from the first
    day; what is under way is in the plan, and what it takes goes off the budget first. A cost or effort that nobody
    gave counts as nothing.

    The answer is exact, proved by the solver HiGHS, and what it promises is confirmed by the engine. What time did not
    suffice to prove is told in `open_aims`, and models for whose rules the reasoning does not hold in `falling`.

    Args:
        items: the actions, those that were dropped left out.
        models: the models with what is wanted of them.
        budget: what may be spent.
        cancelled: asked now and then whether to stop.
    """
    try:
        return _best_plan(items, models, budget, cancelled)
    except StoppedError:
        return None


def _best_plan(
    items: Sequence[PlanItem], models: Sequence[PlanModel], budget: Budget, cancelled: Callable[[], bool]
) -> BestPlan:
    done = [effect for item in items if item.state is ItemState.DONE for effect in item.effects]
    open_ = [effect for item in items if item.state is not ItemState.DONE for effect in item.effects]
    outcomes = {model.pack.id: Outcomes(model, open_, done) for model in models}
    search = Search(items, outcomes, cancelled)
    found = search.best(budget)
    schedule = found.schedule
    missing = set(search.reachable) - search.granted(list(schedule))
    limited = budget.cost is not None or budget.effort is not None
    growth = search.growth(budget) if missing and limited else None
    by_id = {item.id: item for item in items}
    spent = [by_id[id_] for id_ in schedule]
    queue = queued(spent, schedule, budget)
    under_way = [item for item in items if item.state is ItemState.UNDER_WAY]
    short = unreached(items, outcomes, search, schedule)
    helping = {action for each in short for action in each.actions}
    return BestPlan(
        planned=planned(queue, search, schedule),
        left_out=left_out(items, schedule, budget, helping),
        unreached=short,
        growth=growth,
        outlook={id_: _outlook(outcome, by_id, schedule, budget) for id_, outcome in outcomes.items()},
        before={id_: outcome.now for id_, outcome in outcomes.items()},
        after={
            id_: outcome.standing(outcome.reached(effect for item in spent for effect in item.effects))
            for id_, outcome in outcomes.items()
        },
        cost=sum((item.cost or NOTHING for item in spent), NOTHING),
        effort=queue.effort,
        without_cost=tuple(item.id for item in items if item.state is not ItemState.DONE and item.cost is None),
        without_effort=tuple(item.id for item in items if item.state is not ItemState.DONE and item.effort is None),
        over_cost=_over(sum((item.cost or NOTHING for item in under_way), NOTHING), budget.cost),
        over_effort=tuple(_over(effort, budget.effort) for effort in queue.effort),
        open_aims=found.open_aims,
        falling=tuple(id_ for id_, outcome in outcomes.items() if outcome.falls),
    )


def _outlook(
    outcome: Outcomes, by_id: Mapping[str, PlanItem], schedule: Schedule, budget: Budget
) -> tuple[ModelResult, ...]:
    ends = [
        [effect for id_, planned in schedule.items() if planned <= quarter for effect in by_id[id_].effects]
        for quarter in range(budget.quarters)
    ]
    return tuple(outcome.result(outcome.reached(effects)) for effects in ([], *ends))


def _over(taken: Fraction, limit: Fraction | None) -> Fraction:
    return NOTHING if limit is None else max(NOTHING, taken - limit)
