"""What a plan within a budget is made of: actions, models with what is wanted of them, and the budget."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desktop.model.maturity import Pack
from desktop.model.scoring.inputs import Given

MOST_QUARTERS = 20
"""So many quarters ahead, five years, a plan can look."""

SECONDS = 20.0
"""So long the best plan is looked for, unless somebody says otherwise."""


class ItemState(StrEnum):
    """How an action takes part in planning."""

    OPEN = "open"
    """It can be planned or left out."""
    UNDER_WAY = "under_way"
    """It is in the plan, whatever the budget says; its cost and effort are taken off that first."""
    DONE = "done"
    """What it reaches is there from the first day; it takes nothing any more."""


class Pin(StrEnum):
    """What somebody has decided of an action."""

    IN = "in"
    OUT = "out"


class Effect(Struct, frozen=True, order=True):
    """Something that an action reaches.

    Attributes:
        model: id of the model.
        origin: the goal, cell, statement or part, as ``goal:SQA-G4``; see `planning.origins`.
    """

    model: str
    origin: str


class PlanItem(Struct, frozen=True):
    """An action, as far as planning looks at it.

    Attributes:
        id: of the action.
        effects: what it reaches.
        cost: what is still to be spent on it; None where nobody said, which counts as nothing.
        effort: person days still to be worked on it; None where nobody said, which counts as nothing.
        start: the number of the quarter, from 0, before which nobody works on it, whatever else there is room for.
        due: the number of the quarter, from 0, by whose end it has to be done; None for any. What is overdue has to be
            done in the first.
        needs: ids of the actions that come before it, or in the same quarter. One that is none of the items does not
            matter.
        state: how it takes part.
        quarter: of an action under way the quarter in which it ends, from 0.
        pin: what somebody decided of it; says nothing of an action that is not open.
    """

    id: str
    effects: tuple[Effect, ...] = ()
    cost: Fraction | None = None
    effort: Fraction | None = None
    start: int = 0
    due: int | None = None
    needs: tuple[str, ...] = ()
    state: ItemState = ItemState.OPEN
    quarter: int = 0
    pin: Pin | None = None


def first_quarters(items: Sequence[PlanItem]) -> dict[str, int]:
    """By id of each action, the quarter before which nobody works on it: its own, or that of what it needs.

    What is under way has begun, and what is done takes no time.
    """
    found = {item.id: max(item.start, 0) if item.state is ItemState.OPEN else 0 for item in items}
    waiting = [item for item in items if item.state is ItemState.OPEN and item.needs]
    for _link in waiting:  # no chain is longer
        for item in waiting:
            found[item.id] = max(found[item.id], *(found.get(need, 0) for need in item.needs))
    return found


class PlanModel(Struct, frozen=True):
    """A model of which something is wanted.

    Attributes:
        pack: the model.
        given: answers and judgements as they are, with the targets that the plan is to reach.
    """

    pack: Pack
    given: Given


class Budget(Struct, frozen=True):
    """What may be spent.

    Attributes:
        quarters: how many there are, 1 to `MOST_QUARTERS`.
        cost: in total, in the currency of the actions; None without a limit.
        effort: person days in each quarter; None without a limit.
        seconds: so long the best is looked for.
    """

    quarters: int
    cost: Fraction | None = None
    effort: Fraction | None = None
    seconds: float = SECONDS
