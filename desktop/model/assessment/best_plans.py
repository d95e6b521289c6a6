"""Plans within a budget: what the open assessment has to plan with, and taking a plan up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.assessment.action_links import ActionLinks
from desktop.model.assessment.desk import Desk
from desktop.model.assessment.models import Models
from desktop.model.assessment.results import Results
from desktop.model.assessment.targets import fits_place
from desktop.model.errors import RefusalError
from desktop.model.evaluation.part_inputs import PartWord
from desktop.model.journal import Changed
from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.planning.budgeted.asked import (
    MOST_QUARTERS,
    Budget,
    Effect,
    ItemState,
    Pin,
    PlanItem,
    PlanModel,
)
from desktop.model.planning.budgeted.told import BestPlan
from desktop.model.planning.predicted import origins_of
from desktop.model.planning.quarters import Quarter, quarter_of
from desktop.model.records import Action, ActionStatus, Milestone
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given, TargetJudgement
from desktop.model.scoring.part_answers import limit_said

_UNDER_WAY = frozenset({ActionStatus.IN_PROGRESS, ActionStatus.WAITING})
_ALL = 100


class Ambition(Struct, frozen=True):
    """What a plan is to reach: the targets that are set, or of one model a level alone.

    Attributes:
        model: id of the model; empty for the targets of all models.
        level: the level wanted of it as a whole, or of a model with rules of its own a number or grade.
    """

    model: str = ""
    level: str = ""


class AskedPlan(Struct, frozen=True):
    """All that `best_plan` is given, as plain values, so that it can be looked for beside the window.

    Attributes:
        first: the first quarter of the plan.
        overdue: ids of open actions whose due date lies before that, so that it binds nothing.
    """

    items: tuple[PlanItem, ...]
    models: tuple[PlanModel, ...]
    budget: Budget
    first: Quarter
    overdue: tuple[str, ...]


class BestPlans:
    """Plans within a budget. Looking for one saves nothing."""

    def __init__(self, desk: Desk, models: Models, results: Results, links: ActionLinks) -> None:
        self._desk = desk
        self._models = models
        self._results = results
        self._links = links

    def asked(
        self,
        budget: Budget,
        ambition: Ambition,
        starts: dt.date,
        pins: Mapping[str, Pin] = {},
        *,
        keep_dates: bool = True,
    ) -> AskedPlan:
        """What there is to plan with.

        Dropped actions take no part. What is in progress or waits is under way until the quarter of its due date, the
        first where it has none, and takes as much of its cost and effort as is not done. What is open is to be done by
        its due date and by the day of its milestone, and nobody works on it before its start. A day of a milestone
        before the plan begins binds nothing.

        Args:
            budget: what may be spent.
            ambition: what is to be reached.
            starts: the plan begins with the quarter of this day.
            pins: what somebody decided, by id of an action.
            keep_dates: whether open actions begin and are done as their dates and those of their milestones say.

        Raises:
            RefusalError: ``plan.quarters``, ``plan.below_zero``: the budget makes no sense; ``plan.no_actions``:
                there is nothing to plan; ``plan.no_target``: nothing is wanted; ``model.not_in_use``,
                ``level.unknown``, ``target.part_value``: the ambition fits no model.
        """
        _refuse_budget(budget)
        actions = [each for each in self._desk.store.all(Action) if each.status is not ActionStatus.DROPPED]
        if not any(each.status.is_open for each in actions):
            raise RefusalError("plan.no_actions")
        models = self._wanted(ambition)
        first = quarter_of(starts)
        effects, needs, known = self._effects(models), self._links.needs(), {each.id for each in actions}
        milestones = {each.id: each.day for each in self._desk.store.all(Milestone)}
        items, overdue = [], []
        for action in sorted(actions, key=lambda each: (each.number, each.id)):
            due = None if action.due is None else first.until(quarter_of(action.due))
            state = _state(action)
            if state is ItemState.OPEN and due is not None and due < 0:
                overdue.append(action.id)
                due = None
            by = milestones.get(action.milestone)
            if state is ItemState.OPEN and by is not None and (last := first.until(quarter_of(by))) >= 0:
                due = last if due is None else min(due, last)
            left = Fraction(_ALL - action.percent, _ALL) if state is ItemState.UNDER_WAY else Fraction(1)
            items.append(
                PlanItem(
                    id=action.id,
                    effects=effects.get(action.id, ()),
                    cost=Fraction(action.cost) * left if action.cost else None,
                    effort=Fraction(action.effort) * left if action.effort else None,
                    start=max(first.until(quarter_of(action.start)), 0) if keep_dates and action.start else 0,
                    due=due if keep_dates else None,
                    needs=tuple(need for need in needs.get(action.id, ()) if need in known),
                    state=state,
                    quarter=min(max(due or 0, 0), budget.quarters - 1),
                    pin=pins.get(action.id),
                )
            )
        return AskedPlan(tuple(items), models, budget, first, tuple(overdue))

    def accept(self, plan: BestPlan, first: Quarter, today: dt.date) -> Changed | None:
        """Set start and due date of every open action of a plan, in one step; None where nothing changes.

        Actions follow each other as they are worked on, so that a quarter goes by as its effort does; none begins
        before today. A start and a due date of its own within the quarter in which an action begins or is done stay,
        and none is due after the day of its milestone in that quarter. Statuses and the actions that are left out stay
        as they are.

        Args:
            plan: the plan.
            first: its first quarter.
            today: no start lies before this day.
        """
        known = {action.id: action for action in self._desk.store.all(Action)}
        milestones = {each.id: each.day for each in self._desk.store.all(Milestone)}
        cells: list[tuple[tuple[str, ...], dict[str, object]]] = []
        for planned in plan.planned:
            action = known.get(planned.id)
            if action is None or _state(action) is not ItemState.OPEN:
                continue
            quarter, opening = first.shifted(planned.quarter), first.shifted(planned.starts)
            due = max(quarter.day(planned.ends - planned.quarter), today)
            begins = max(opening.day(planned.begins - planned.starts), today)
            if action.start is not None and quarter_of(action.start) == opening:
                begins = action.start
                due = max(due, begins)
            by = milestones.get(action.milestone)
            if by is not None and quarter_of(by) == quarter:
                due = min(due, by)
            if action.due is not None and quarter_of(action.due) == quarter:
                due = action.due
            begins = min(begins, due)
            if (begins, due) != (action.start, action.due):
                cells.append(((action.id,), {"start": begins, "due": due}))
        if not cells:
            return None
        with self._desk.step("action.plan", count=len(cells)) as step:
            step.draft.put_many(Action, cells)
        return step.changed

    def _wanted(self, ambition: Ambition) -> tuple[PlanModel, ...]:
        if ambition.model:
            pack = self._desk.pack(ambition.model)
            given = self._results.given(ambition.model)
            return (PlanModel(pack, wanting(pack, given, ambition.level)),)
        every = [PlanModel(each.pack, self._results.given(each.id)) for each in self._models.all()]
        found = tuple(each for each in every if _wants(each.given))
        if not found:
            raise RefusalError("plan.no_target")
        return found

    def _effects(self, models: Sequence[PlanModel]) -> dict[str, tuple[Effect, ...]]:
        """What each action reaches of these models, as it is wanted of them."""
        found: dict[str, tuple[Effect, ...]] = {}
        said = self._links.effects()
        for model in models:
            result = score(model.pack, model.given, self._results.survey(model.pack.id))
            for action, refs in said.items():
                parts = [ref.part for ref in refs if ref.model == model.pack.id]
                reached = (Effect(model.pack.id, origin) for origin in origins_of(model.pack, result, parts))
                found[action] = (*found.get(action, ()), *reached)
        return found


def wanting(pack: Pack, given: Given, level: str) -> Given:
    """The same with nothing wanted but this of the model as a whole; how important places are stays.

    Raises:
        RefusalError: ``level.unknown``, ``target.part_value``.
    """
    importances = {
        id_: TargetJudgement(None, said.importance) for id_, said in given.targets.items() if said.importance
    }
    if isinstance(pack, PartsPack):
        if not level or not fits_place(pack, WHOLE, level):
            raise RefusalError("target.part_value", place=pack.name, value=level)
        words = {id_: replace(word, target=None) for id_, word in given.words.items()}
        root = pack.rules.root.id
        words[root] = replace(words.get(root, PartWord()), target=limit_said(level))
        return replace(given, words=words, targets=importances)
    known = {str(each.number): each.number for each in pack.levels}
    if level not in known:
        raise RefusalError("level.unknown", level=level, model=pack.name)
    whole = replace(importances.get(WHOLE, TargetJudgement()), level=known[level])
    return replace(given, targets={**importances, WHOLE: whole})


def _wants(given: Given) -> bool:
    return any(said.level is not None for said in given.targets.values()) or any(
        word.target is not None for word in given.words.values()
    )


def _state(action: Action) -> ItemState:
    if action.status.is_done:
        return ItemState.DONE
    return ItemState.UNDER_WAY if action.status in _UNDER_WAY else ItemState.OPEN


def _refuse_budget(budget: Budget) -> None:
    if not 1 <= budget.quarters <= MOST_QUARTERS:
        raise RefusalError("plan.quarters", quarters=budget.quarters, most=MOST_QUARTERS)
    if (budget.cost or 0) < 0 or (budget.effort or 0) < 0:
        raise RefusalError("plan.below_zero")
