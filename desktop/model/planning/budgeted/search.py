"""The search for the best plan: the programme proposes, the engine says what is granted.

What was promised wrongly comes back as a cut, which says that a wish needs at least one of some actions. It holds for
every plan as long as reaching more never takes a wish away. That is so under the rules of areas, streams and tracks;
rules of a model's own can break it, see `Outcomes.falls`. So the first plan without a wrong promise is the best, and
every promise in it was confirmed by the engine.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence, Set
from fractions import Fraction

from msgspec import Struct

from desktop.model.planning.budgeted.asked import Budget, ItemState, Pin, PlanItem
from desktop.model.planning.budgeted.outcomes import Outcomes, Reached
from desktop.model.planning.budgeted.programme import Extremum, Programme, Schedule, StoppedError, Terms
from desktop.model.planning.budgeted.told import Aim, Growth, OpenAim
from desktop.model.planning.budgeted.wishes import Rank, Wish
from desktop.model.planning.pruning import pruned

_RANKS = {Aim.LEVELS: Rank.LEVEL, Aim.TARGETS: Rank.TARGET, Aim.GAPS: Rank.GAP, Aim.LEVELS_EARLY: Rank.LEVEL}
_LESS = frozenset({Aim.COST, Aim.EFFORT, Aim.ACTIONS, Aim.EARLY})
"""Aims of which less is better."""


class Found(Struct, frozen=True):
    """The best plan.

    Attributes:
        schedule: the quarter of each action.
        open_aims: what is not proved.
    """

    schedule: Schedule
    open_aims: tuple[OpenAim, ...]


class Search:
    """Looks for plans of the same actions and models.

    Attributes:
        reachable: the wishes that are granted once every action is done.
    """

    def __init__(
        self, items: Sequence[PlanItem], outcomes: Mapping[str, Outcomes], cancelled: Callable[[], bool]
    ) -> None:
        self._items, self._outcomes, self._cancelled = items, outcomes, cancelled
        self._effects = {item.id: item.effects for item in items if item.state is not ItemState.DONE}
        self.reachable = [wish for each in outcomes.values() for wish in each.wishes if wish in each.granted(each.open)]
        self._lacked: dict[Wish, list[Reached]] = {wish: [] for wish in self.reachable}
        self._first_cuts()

    def best(self, budget: Budget) -> Found:
        """The plan that has the most of each aim in turn.

        Raises:
            StoppedError: somebody cancelled.
        """
        programme = self._programme(budget, time.monotonic() + budget.seconds)
        last = budget.quarters - 1
        schedule: Schedule = {
            item.id: min(item.quarter, last) for item in self._items if item.state is ItemState.UNDER_WAY
        }
        open_aims: list[OpenAim] = []
        for aim, terms in _aims(programme, self.reachable, last).items():
            best = None
            try:
                best = self._largest(programme, terms) if any(terms.values()) else None
            except StoppedError:
                if self._cancelled():
                    raise
                open_aims.append(OpenAim(aim, self._has(aim, schedule, last), None))
            if best is not None:
                schedule = best.schedule
                programme.keep(terms, best.value)
                if not best.proved:
                    open_aims.append(OpenAim(aim, self._has(aim, schedule, last), _told(aim, best.bound, programme)))
        return Found(schedule, tuple(open_aims))

    def growth(self, budget: Budget) -> Growth | None:
        """By how much the budget has to grow for all that is reachable; None where that cannot be told.

        Raises:
            StoppedError: somebody cancelled.
        """
        programme = self._programme(budget, time.monotonic() + budget.seconds)
        programme.widen()
        for wish in self.reachable:
            programme.demand(wish)
        try:
            dearest = self._largest(programme, {programme.wider[0]: -1})
            if dearest is None:
                return None
            programme.keep({programme.wider[0]: -1}, -programme.short(dearest.schedule)[0])
            found = self._largest(programme, {programme.wider[1]: -1})
        except StoppedError:
            if self._cancelled():
                raise
            return None
        assert found is not None
        cost, effort = programme.short(found.schedule)
        return Growth(cost * programme.cost.unit, effort * programme.effort.unit)

    def enough(self, wishes: Set[Wish], done: Sequence[str], more: Sequence[str]) -> list[str]:
        """Some of the further actions with which these wishes are granted, none of which can be left out.

        What is known of cuts answers nearly all of it; the engine has the last word.

        Args:
            wishes: what is to be granted, as it is with all of them.
            done: the actions that are done in any case.
            more: the further ones.
        """
        while True:
            found = pruned(more, lambda some: self._hit(wishes, [*done, *some]))
            missing = wishes - self.granted([*done, *found])
            if not missing:
                return found
            for wish in missing:
                self._cut_all(wish, self._reached(wish.model, [*done, *found]))

    def _hit(self, wishes: Set[Wish], done: Sequence[str]) -> bool:
        """Whether no cut that is known stands against these wishes."""
        reached = {wish.model: self._reached(wish.model, done) for wish in wishes}
        return all(lacked & reached[wish.model] for wish in wishes for lacked in self._lacked[wish])

    def granted(self, done: Sequence[str]) -> frozenset[Wish]:
        """What the engine says is granted once these actions are done."""
        return frozenset[Wish]().union(
            *(each.granted(self._reached(model, done)) for model, each in self._outcomes.items())
        )

    def _programme(self, budget: Budget, ends_by: float) -> Programme:
        programme = Programme(self._items, budget, ends_by, self._cancelled)
        for wish in self.reachable:
            programme.grant(wish)
            for lacked in self._lacked[wish]:
                programme.cut(wish, self._reaching(wish.model, lacked))
        return programme

    def _largest(self, programme: Programme, terms: Terms) -> Extremum | None:
        """The plan that has the most of this and promises nothing that the engine does not confirm."""
        while True:
            found = programme.largest(terms)
            wrong = {} if found is None else self._wrong(programme, found.schedule)
            if not wrong:
                return found
            for wish, reached in wrong.items():
                known = len(self._lacked[wish])
                self._cut_all(wish, reached)
                for lacked in self._lacked[wish][known:]:
                    programme.cut(wish, self._reaching(wish.model, lacked))

    def _wrong(self, programme: Programme, schedule: Schedule) -> dict[Wish, Reached]:
        """The wishes that are promised and not granted, each with what is reached by then."""
        found = {}
        for wish, quarter in programme.claims():
            reached = self._reached(wish.model, [id_ for id_, planned in schedule.items() if planned <= quarter])
            if wish not in self._outcomes[wish.model].granted(reached):
                found[wish] = reached
        return found

    def _first_cuts(self) -> None:
        """What each origin by itself is needed for, and what those of each place: for most wishes all there is to know.

        So the programme seldom promises what is not granted.
        """
        for model, outcome in self._outcomes.items():
            wanted = [wish for wish in self.reachable if wish.model == model]
            for origin in sorted(outcome.open):
                if self._cancelled():
                    raise StoppedError
                granted = outcome.granted(outcome.open - {origin})
                for wish in wanted:
                    if wish not in granted:
                        self._lacked[wish].append(frozenset({origin}))
            for place in outcome.places:
                elsewhere = outcome.open - outcome.of_place(place)
                for wish in wanted:
                    self._cut_all(wish, elsewhere)

    def _cut_all(self, wish: Wish, reached: Reached) -> None:
        """Know cuts enough of a wish to see that what is reached does not grant it, each of other origins."""
        outcome = self._outcomes[wish.model]
        while wish not in outcome.granted(reached):
            known = frozenset[str]().union(*(lacked for lacked in self._lacked[wish] if not lacked & reached))
            if not known:
                known = outcome.lacking(wish, reached)
                self._lacked[wish].append(known)
            reached |= known

    def _reached(self, model: str, done: Sequence[str]) -> Reached:
        return self._outcomes[model].reached(effect for action in done for effect in self._effects.get(action, ()))

    def _reaching(self, model: str, origins: Reached) -> list[str]:
        """The actions that reach at least one of these."""
        return [
            action
            for action, effects in self._effects.items()
            if any(effect.model == model and effect.origin in origins for effect in effects)
        ]

    def _has(self, aim: Aim, schedule: Schedule, last: int) -> Fraction:
        """What a plan has of an aim, in the units of the actions."""
        chosen = {item.id: item for item in self._items if item.id in schedule}
        match aim:
            case Aim.PINNED:
                return Fraction(sum(item.pin is Pin.IN for item in chosen.values()))
            case Aim.COST:
                return sum((item.cost or Fraction(0) for item in chosen.values()), Fraction(0))
            case Aim.EFFORT:
                return sum((item.effort or Fraction(0) for item in chosen.values()), Fraction(0))
            case Aim.ACTIONS:
                return Fraction(len(chosen))
            case Aim.EARLY:
                return Fraction(sum(schedule.values()))
        quarters = range(last + 1) if aim is Aim.LEVELS_EARLY else (last,)
        done = [self.granted([id_ for id_, planned in schedule.items() if planned <= quarter]) for quarter in quarters]
        return Fraction(sum(wish.weight for granted in done for wish in granted if wish.rank is _RANKS[aim]))


def _aims(programme: Programme, wishes: Sequence[Wish], last: int) -> dict[Aim, Terms]:
    """What is made large, by the variables of a programme."""
    done = {item.id: programme.done_by(item.id, last) for item in programme.items}
    of_rank = {
        rank: {programme.granted_by(wish)[-1]: wish.weight for wish in wishes if wish.rank is rank} for rank in Rank
    }
    levels = {column: 1 for wish in wishes if wish.rank is Rank.LEVEL for column in programme.granted_by(wish)}
    early = {programme.done_by(item.id, quarter): 1 for item in programme.items for quarter in range(last)}
    return {
        Aim.PINNED: {done[item.id]: 1 for item in programme.items if item.pin is Pin.IN},
        Aim.LEVELS: of_rank[Rank.LEVEL],
        Aim.TARGETS: of_rank[Rank.TARGET],
        Aim.GAPS: of_rank[Rank.GAP],
        Aim.COST: {done[id_]: -amount for id_, amount in programme.cost.amounts.items()},
        Aim.EFFORT: {done[id_]: -amount for id_, amount in programme.effort.amounts.items()},
        Aim.ACTIONS: dict.fromkeys(done.values(), -1),
        Aim.LEVELS_EARLY: levels if last else {},
        Aim.EARLY: {**early, **dict.fromkeys(done.values(), -last)} if last else {},
    }


def _told(aim: Aim, bound: int, programme: Programme) -> Fraction:
    """A bound in the units of the actions."""
    unit = {Aim.COST: programme.cost.unit, Aim.EFFORT: programme.effort.unit}.get(aim, Fraction(1))
    return (-bound if aim in _LESS else bound) * unit
