"""What a plan within a budget says: what is done when and why, what is left out, and what is not reached."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desktop.model.planning.budgeted.wishes import Wish
from desktop.model.planning.gaps import Gap
from desktop.model.scoring.results import ModelResult


class Aim(StrEnum):
    """What is made as large as it can be, in this order; each keeps what those before it found."""

    PINNED = "pinned"
    """How many of the actions that somebody pinned are in the plan."""
    LEVELS = "levels"
    """How many levels of models are reached, up to those that are wanted."""
    TARGETS = "targets"
    """Places at their targets, each counted by its importance."""
    GAPS = "gaps"
    """Steps towards targets, each counted by the importance of its place."""
    COST = "cost"
    """The lower the better."""
    EFFORT = "effort"
    """The lower the better."""
    ACTIONS = "actions"
    """The fewer the better, so that nothing is planned that reaches nothing."""
    LEVELS_EARLY = "levels_early"
    """Quarters at whose end each level is reached already."""
    EARLY = "early"
    """The quarters of all actions together, the lower the better."""


class OpenAim(Struct, frozen=True):
    """An aim of which it is not proved that the plan has the most, since the time was over.

    Attributes:
        found: what the plan has of it, for cost and effort in the unit of the actions.
        bound: no plan has more, or less where less is better; None where nobody looked.
    """

    aim: Aim
    found: Fraction
    bound: Fraction | None


class PlannedItem(Struct, frozen=True):
    """An action in the plan.

    Attributes:
        id: of the action.
        starts: the quarter, from 0, in which work on it begins: actions are worked on one after the other, and what is
            not finished in a quarter goes on in the next.
        quarter: in which it is done.
        begins: where in time work on it begins, in quarters: 1.5 is the middle of the second. See `Queue`.
        ends: likewise where it ends.
        grants: what would be lost without it, first what counts most.
        serves: ids of the planned actions that need it.
    """

    id: str
    starts: int
    quarter: int
    begins: Fraction
    ends: Fraction
    grants: tuple[Wish, ...]
    serves: tuple[str, ...]


class LeftOutBecause(StrEnum):
    """Why an action is not in the plan."""

    PINNED_OUT = "pinned_out"
    NOTHING = "nothing"
    """It reaches nothing that is wanted and not reached, alone or with others."""
    COST = "cost"
    """It costs more than the whole budget leaves."""
    EFFORT = "effort"
    """It takes more than there is by its due date, or by the end of the plan."""
    START = "start"
    """It, or what it needs, begins only after the plan, or after it has to be done."""
    NEEDS = "needs"
    """What it needs is left out."""
    ROOM = "room"
    """It would help, but others that reach more take what there is, or it cannot be done by its due date as well."""


class LeftOut(Struct, frozen=True):
    """An action that is not in the plan.

    Attributes:
        needs: ids of the actions left out that it needs, where that is why.
        over: by how much it is more than there is of cost or effort, where that is why.
    """

    id: str
    because: LeftOutBecause
    needs: tuple[str, ...] = ()
    over: Fraction | None = None


class Unreached(Struct, frozen=True):
    """A place, or a model as a whole, that the plan does not bring to its target.

    Attributes:
        gap: where it stands at the end of the plan.
        best: where it would stand with every action done; None where it would not count.
        lacking: ids of what no action works on, so that even all of them do not reach the target: goals, practices,
            statements, parts, or of a model the places that block its next level.
        actions: ids of the actions with which it would get as far as it can, none of which can be left out; none
            where it gets no further.
        cost: what these cost together, as far as that is known.
        effort: what they take together, likewise.
    """

    model: str
    gap: Gap
    best: Gap | None
    lacking: tuple[str, ...]
    actions: tuple[str, ...]
    cost: Fraction
    effort: Fraction


class Growth(Struct, frozen=True):
    """By how much the budget has to grow for everything to be reached that the actions can reach.

    Attributes:
        cost: as little as can be, whatever the effort.
        effort: person days a quarter, as little as can be with that cost.
    """

    cost: Fraction
    effort: Fraction


class BestPlan(Struct, frozen=True):
    """The plan that reaches the most.

    Attributes:
        planned: the actions in the order in which they are worked on, what is under way among them.
        left_out: the others that are open.
        unreached: what stays below its target, models first.
        growth: None where nothing is missing for want of budget, no budget helps, or the time was over.
        outlook: by id of each model its results: now, then at the end of each quarter.
        before: by id of each model, the gap of each place now.
        after: likewise at the end of the plan.
        cost: what is spent in total, as far as it is known.
        effort: person days worked by quarter, likewise.
        without_cost: ids of the actions of which nobody said what they cost.
        without_effort: ids of the actions of which nobody said what they take.
        over_cost: by how much what is under way is more than the budget.
        over_effort: by quarter, likewise: what is worked on beyond what the quarter has.
        open_aims: what is not proved; empty where the plan is the best there is.
        falling: ids of models whose rules were seen to take something away when more is reached. For them the plan may
            not be the best; what it promises holds all the same.
    """

    planned: tuple[PlannedItem, ...]
    left_out: tuple[LeftOut, ...]
    unreached: tuple[Unreached, ...]
    growth: Growth | None
    outlook: Mapping[str, tuple[ModelResult, ...]]
    before: Mapping[str, Mapping[str, Gap]]
    after: Mapping[str, Mapping[str, Gap]]
    cost: Fraction
    effort: tuple[Fraction, ...]
    without_cost: tuple[str, ...]
    without_effort: tuple[str, ...]
    over_cost: Fraction
    over_effort: tuple[Fraction, ...]
    open_aims: tuple[OpenAim, ...]
    falling: tuple[str, ...]
