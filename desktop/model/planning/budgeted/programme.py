"""The integer programme of a plan: which action is done by the end of which quarter, solved exactly with HiGHS.

Of each action and quarter a variable says whether it is done by the end of that quarter. Of each wish another says that
it is granted, of a level one for each quarter; that is so only if at least one action of each of its *cuts* is done.
What is to be made as large as it can be is told one after the other; each keeps what those before it found.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import floor, gcd, lcm
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.planning.budgeted.asked import Budget, ItemState, Pin, PlanItem, first_quarters
from desktop.model.planning.budgeted.wishes import Rank, Wish
from desktop.model.planning.solver import quiet_solver

if TYPE_CHECKING:
    from highspy.highs import HighsCallbackEvent

Schedule = Mapping[str, int]
"""The quarter of each action that is planned, from 0, by its id."""

Terms = Mapping[int, int]
"""What counts, and how much: numbers of variables with their factors."""

HALF = 0.5

_TINY = 1e-6
"""Less than anything that counts, and more than the solver takes for nothing."""

_EXACTLY = {
    "mip_abs_gap": HALF,
    "mip_feasibility_tolerance": 1e-9,
    "primal_feasibility_tolerance": 1e-9,
}
"""What is counted is whole, so less than a half between the best found and the bound is none."""


class StoppedError(Exception):
    """The time is over, or somebody cancelled, before anything was found."""


class Extremum(Struct, frozen=True):
    """What the solver found of an aim.

    Attributes:
        schedule: the plan.
        value: what it has.
        bound: no plan has more than this.
        proved: whether no plan has more than this one; else the time was over.
    """

    schedule: Schedule
    value: int
    bound: int
    proved: bool


class Whole(Struct, frozen=True):
    """Amounts as whole numbers, so that the solver counts exactly.

    Attributes:
        unit: what 1 stands for.
        amounts: by id of an action.
        limit: what is there, in this unit; None without a limit.
    """

    unit: Fraction
    amounts: Mapping[str, int]
    limit: Fraction | None


def in_whole_units(amounts: Mapping[str, Fraction], limit: Fraction | None) -> Whole:
    """The amounts in their largest common unit."""
    given = [amount for amount in amounts.values() if amount]
    below = lcm(*(amount.denominator for amount in given))
    above = gcd(*(int(amount * below) for amount in given)) or 1
    unit = Fraction(above, below)
    counted = {id_: int(amount / unit) for id_, amount in amounts.items()}
    return Whole(unit, counted, None if limit is None else limit / unit)


class Programme:
    """The programme of one plan.

    Attributes:
        cost: what the actions cost, in whole units.
        effort: what they take, likewise.
        wider: the variables by which cost and effort of the budget are widened; they are 0 unless `widen` was called.
    """

    def __init__(
        self, items: Sequence[PlanItem], budget: Budget, ends_by: float, cancelled: Callable[[], bool]
    ) -> None:
        self._items = [item for item in items if item.state is not ItemState.DONE]
        self._last = budget.quarters - 1
        self._starts = first_quarters(items)
        self._ends_by, self._cancelled = ends_by, cancelled
        self.cost = in_whole_units({item.id: item.cost or Fraction(0) for item in self._items}, budget.cost)
        self.effort = in_whole_units({item.id: item.effort or Fraction(0) for item in self._items}, budget.effort)
        self._solver = quiet_solver()
        for option, value in _EXACTLY.items():
            self._solver.setOptionValue(option, value)
        self._solver.cbMipInterrupt += self._interrupt
        self._columns = 0
        self._done = {item.id: [self._column(whole=True) for _q in range(budget.quarters)] for item in self._items}
        self._wishes: dict[Wish, list[int]] = {}
        self.wider = self._column(most=0), self._column(most=0)
        for item in self._items:
            self._order(item)
        self._spend()

    def grant(self, wish: Wish) -> None:
        """Let a wish be granted, once its cuts allow it."""
        if wish.rank is Rank.LEVEL:
            columns = [self._column() for _quarter in range(self._last + 1)]
            for earlier, later in pairwise(columns):
                self._row({later: 1, earlier: -1}, least=0)
        else:
            columns = [self._column()]
        self._wishes[wish] = columns

    def cut(self, wish: Wish, actions: Iterable[str]) -> None:
        """Grant a wish only when at least one of these actions is done."""
        columns, chosen = self._wishes[wish], [self._done[action] for action in actions if action in self._done]
        for column, quarter in zip(columns, self._quarters(wish), strict=True):
            self._row({**{done[quarter]: 1 for done in chosen}, column: -1}, least=0)

    def demand(self, wish: Wish) -> None:
        """Grant a wish by the end of the last quarter."""
        self._solver.changeColBounds(self._wishes[wish][-1], 1, 1)

    def widen(self) -> None:
        """Let more be spent than there is, by any part of a unit."""
        self._solver.setOptionValue("mip_abs_gap", _TINY)
        for column in self.wider:
            self._solver.changeColBounds(column, 0, self._solver.inf)

    def keep(self, terms: Terms, least: Fraction | int) -> None:
        """From now on have at least so much of this."""
        self._row(terms, least=least)

    def short(self, schedule: Schedule) -> tuple[Fraction, Fraction]:
        """By how much a plan takes more than there is: of cost in total, of effort in each quarter."""
        spans = [
            Fraction(self._worked(schedule, first, quarter), quarter - first + 1)
            for first in self._firsts
            for quarter in range(first, self._last + 1)
        ]
        cost, effort = self.cost.limit, self.effort.limit
        taken = sum(self.cost.amounts[id_] for id_ in schedule)
        return (
            Fraction(0) if cost is None else max(Fraction(0), taken - cost),
            Fraction(0) if effort is None else max(Fraction(0), *(each - effort for each in spans)),
        )

    def _worked(self, schedule: Schedule, first: int, quarter: int) -> int:
        """What has to be worked from one quarter to another: on what begins no earlier and is done by then."""
        done = (id_ for id_, planned in schedule.items() if planned <= quarter and self._starts[id_] >= first)
        return sum(self.effort.amounts[id_] for id_ in done)

    @property
    def _firsts(self) -> Sequence[int]:
        """The quarters in which some work can begin that could not before; the first is one of them."""
        return sorted({0, *(start for start in self._starts.values() if start <= self._last)})

    def done_by(self, action: str, quarter: int) -> int:
        """The variable that says whether an action is done by the end of a quarter."""
        return self._done[action][quarter]

    @property
    def items(self) -> Sequence[PlanItem]:
        """The actions that are planned."""
        return self._items

    def granted_by(self, wish: Wish) -> Sequence[int]:
        """The variables that say that a wish is granted: of a level one a quarter, of others that of the last."""
        return self._wishes[wish]

    def claims(self) -> list[tuple[Wish, int]]:
        """Wishes that the last plan takes to be granted, with the quarter by whose end."""
        values = self._solver.getSolution().col_value
        return [
            (wish, quarter)
            for wish, columns in self._wishes.items()
            for column, quarter in zip(columns, self._quarters(wish), strict=True)
            if values[column] > _TINY
        ]

    def largest(self, terms: Terms) -> Extremum | None:
        """The plan that has the most of this; None where no plan keeps what is to be kept.

        It takes half the time that is left at most, so that there is some for what comes after.

        Raises:
            StoppedError: nothing was found in time, or somebody cancelled.
        """
        import highspy  # noqa: PLC0415 - see `quiet_solver`

        left = self._ends_by - time.monotonic()
        if left <= 0 or self._cancelled():
            raise StoppedError
        wanted = [0.0] * self._columns
        for column, factor in terms.items():
            wanted[column] = -float(factor)
        self._solver.changeColsCost(self._columns, list(range(self._columns)), wanted)
        self._solver.setOptionValue("time_limit", self._solver.getRunTime() + left * HALF)
        self._solver.run()
        status, info = self._solver.getModelStatus(), self._solver.getInfo()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if self._cancelled() or info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            raise StoppedError
        values = self._solver.getSolution().col_value
        return Extremum(
            schedule=self._schedule(values),
            value=round(-info.objective_function_value),
            bound=floor(-info.mip_dual_bound + _TINY),
            proved=status == highspy.HighsModelStatus.kOptimal,
        )

    def _schedule(self, values: Sequence[float]) -> dict[str, int]:
        found = {}
        for item in self._items:
            done = [quarter for quarter, column in enumerate(self._done[item.id]) if values[column] > HALF]
            if done:
                found[item.id] = done[0]
        return found

    def _quarters(self, wish: Wish) -> Sequence[int]:
        return range(self._last + 1) if wish.rank is Rank.LEVEL else (self._last,)

    def _order(self, item: PlanItem) -> None:
        """What is done stays done, after what it needs, by its due date, as it is pinned."""
        columns = self._done[item.id]
        for earlier, later in pairwise(columns):
            self._row({later: 1, earlier: -1}, least=0)
        if item.state is ItemState.UNDER_WAY:
            for quarter, column in enumerate(columns):
                self._solver.changeColBounds(column, *((1, 1) if quarter >= min(item.quarter, self._last) else (0, 0)))
            return
        for need in {*item.needs} - {item.id}:
            for before, column in zip(self._done.get(need, ()), columns, strict=False):
                self._row({before: 1, column: -1}, least=0)
        for column in columns[: self._starts[item.id]]:
            self._solver.changeColBounds(column, 0, 0)
        due = self._last if item.due is None else max(item.due, 0)
        if due < self._last:
            self._row({columns[due]: 1, columns[-1]: -1}, least=0)
        if item.pin is Pin.OUT:
            self._solver.changeColBounds(columns[-1], 0, 0)

    def _spend(self) -> None:
        """No more than there is; what is under way takes its share whatever there is.

        What is done by the end of a quarter has been worked on until then, in that quarter or before, but not before
        it could begin. So from each quarter on, what begins no earlier and is done by a later one takes no more than
        there is from the one to the other. Where all of these hold, there is an order of work that keeps them (Horn,
        "Some simple scheduling algorithms", 1974).
        """
        under_way = {
            item.id: min(item.quarter, self._last) for item in self._items if item.state is ItemState.UNDER_WAY
        }
        if self.cost.limit is not None:
            taken = sum(self.cost.amounts[id_] for id_ in under_way)
            self._row(
                {**self._amounts(self.cost, self._last), self.wider[0]: -1}, most=max(self.cost.limit, Fraction(taken))
            )
        limit = self.effort.limit
        for first in self._firsts if limit is not None else ():
            for quarter in range(first, self._last + 1):
                taken = self._worked(under_way, first, quarter)
                there = (limit or Fraction(0)) * (quarter - first + 1)
                worked = {**self._amounts(self.effort, quarter, first), self.wider[1]: first - quarter - 1}
                self._row(worked, most=max(there, Fraction(taken)))

    def _amounts(self, whole: Whole, quarter: int, first: int = 0) -> Terms:
        """What is taken by the end of a quarter, of what begins no earlier than another."""
        return {
            self._done[id_][quarter]: amount
            for id_, amount in whole.amounts.items()
            if amount and self._starts[id_] >= first
        }

    def _column(self, *, whole: bool = False, most: int = 1) -> int:
        import highspy  # noqa: PLC0415 - see `quiet_solver`

        self._solver.addVar(0, most)
        if whole:
            self._solver.changeColIntegrality(self._columns, highspy.HighsVarType.kInteger)
        self._columns += 1
        return self._columns - 1

    def _row(self, terms: Terms, *, least: Fraction | int | None = None, most: Fraction | int | None = None) -> None:
        none = self._solver.inf
        self._solver.addRow(
            -none if least is None else float(least),
            none if most is None else float(most),
            len(terms),
            list(terms),
            [float(factor) for factor in terms.values()],
        )

    def _interrupt(self, event: HighsCallbackEvent) -> None:
        if self._cancelled():
            event.interrupt()
