"""Which actions go first, by the method that the team chooses; every input stands beside what comes of it.

The formula and its ties are those of the team's method: twice for what blocks the next level, times the importance of
the place, times its gap, by effort. Weighted shortest job first adds value, urgency and opportunity, and divides by
size (Reinertsen's cost of delay over job size, in relative steps). Impact against effort is the usual two by two.
Nothing is ever blended, and what lacks an input has no score: it stands last, with what is missing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desktop.model.records import PriorityMethod

MUCH_IMPACT = 4
"""From here on, of 1 to 5, an action changes much."""
LITTLE_EFFORT = Decimal(10)
"""Up to so many person days an action takes little."""


class Input(StrEnum):
    """What the methods look at."""

    BLOCKS = "blocks"
    IMPORTANCE = "importance"
    GAP = "gap"
    EFFORT = "effort"
    VALUE = "value"
    URGENCY = "urgency"
    OPPORTUNITY = "opportunity"
    SIZE = "size"
    IMPACT = "impact"


USED: dict[PriorityMethod, tuple[Input, ...]] = {
    PriorityMethod.FORMULA: (Input.BLOCKS, Input.IMPORTANCE, Input.GAP, Input.EFFORT),
    PriorityMethod.WSJF: (Input.VALUE, Input.URGENCY, Input.OPPORTUNITY, Input.SIZE),
    PriorityMethod.IMPACT_EFFORT: (Input.IMPACT, Input.EFFORT),
}
"""What each method looks at, as it is written."""


class Quadrant(StrEnum):
    """Where an action lies between impact and effort, in the order in which they are taken up."""

    QUICK_WIN = "quick_win"
    BIG_BET = "big_bet"
    FILL_IN = "fill_in"
    THINK_TWICE = "think_twice"


class Weighable(Struct, frozen=True):
    """An action with all that the methods look at; None where nobody has said it.

    Attributes:
        blocks: what it improves stands before the next level of its model.
        importance: of the place that it improves, from 1 to 5.
        gap: of that place up to its target.
        effort: in person days.
        impact: from 1 to 5.
        value: in relative steps, as urgency, opportunity and size.
    """

    action: str
    number: int
    due: dt.date | None = None
    blocks: bool = False
    importance: int | None = None
    gap: int | float | None = None
    effort: Decimal | None = None
    impact: int | None = None
    value: int | None = None
    urgency: int | None = None
    opportunity: int | None = None
    size: int | None = None


class Weighed(Struct, frozen=True):
    """What a method makes of an action.

    Attributes:
        of: the action with its inputs.
        score: the higher, the sooner; None where an input is missing, or the method gives none.
        quadrant: by impact against effort alone.
        missing: what the method looks at and nobody has said; an effort of nothing counts as missing.
    """

    of: Weighable
    score: Fraction | None = None
    quadrant: Quadrant | None = None
    missing: tuple[Input, ...] = ()


def in_order(method: PriorityMethod, actions: Iterable[Weighable]) -> tuple[Weighed, ...]:
    """The actions in the order of a method: what goes first, first.

    Where a method tells two alike, that with the earlier due date goes first, then that with the lower number. Those
    that lack an input stand last, in the same way.
    """
    return tuple(sorted((weigh(method, action) for action in actions), key=_rank))


def weigh(method: PriorityMethod, action: Weighable) -> Weighed:
    """What a method makes of one action."""
    missing = tuple(each for each in USED[method] if _lacks(action, each))
    if missing:
        return Weighed(action, missing=missing)
    if method is PriorityMethod.IMPACT_EFFORT:
        return Weighed(action, quadrant=quadrant(action.impact or 0, action.effort or Decimal(0)))
    return Weighed(action, _formula(action) if method is PriorityMethod.FORMULA else _shortest(action))


def quadrant(impact: int, effort: Decimal) -> Quadrant:
    """Where so much impact for so many person days lies."""
    if impact >= MUCH_IMPACT:
        return Quadrant.QUICK_WIN if effort <= LITTLE_EFFORT else Quadrant.BIG_BET
    return Quadrant.FILL_IN if effort <= LITTLE_EFFORT else Quadrant.THINK_TWICE


def _formula(action: Weighable) -> Fraction:
    factor = 2 if action.blocks else 1
    weight = Fraction(str(action.gap)) * (action.importance or 0) * factor
    return weight / Fraction(action.effort or 1)


def _shortest(action: Weighable) -> Fraction:
    delay = (action.value or 0) + (action.urgency or 0) + (action.opportunity or 0)
    return Fraction(delay, action.size or 1)


def _lacks(action: Weighable, said: Input) -> bool:
    value = getattr(action, said)
    return value is None or (said in (Input.EFFORT, Input.SIZE) and value <= 0)


def _rank(found: Weighed) -> tuple[bool, int, Fraction, dt.date, int]:
    order = list(Quadrant).index(found.quadrant) if found.quadrant else 0
    return bool(found.missing), order, -(found.score or Fraction(0)), found.of.due or dt.date.max, found.of.number
