"""The smallest cover: the fewest sets that together hold everything, found exactly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.planning.solver import quiet_solver

if TYPE_CHECKING:
    from highspy import Highs

SEARCHED = 8
"""Among so many candidates every combination is tried; among more, a solver finds the least (HiGHS)."""


class Candidate(Struct, frozen=True):
    """A set that may be taken.

    Attributes:
        holds: what it covers.
        needed: whether it must be taken, whatever the others cover.
        weight: what it costs, not below 0.
    """

    holds: frozenset[str]
    needed: bool
    weight: int


def smallest_cover(candidates: Sequence[Candidate]) -> tuple[int, ...]:
    """Positions of the fewest candidates that cover what all of them cover, those needed among them.

    Among covers of equal size the one that weighs least is taken; among these, the one whose candidates come first.

    Args:
        candidates: what may be taken.
    """
    taken = _unavoidable(candidates)
    covered = frozenset[str]().union(*(candidates[place].holds for place in taken))
    left = [place for place in range(len(candidates)) if place not in taken and candidates[place].holds - covered]
    wanted = frozenset[str]().union(*(candidates[place].holds for place in left)) - covered
    if not wanted:
        return tuple(sorted(taken))
    find: Callable[[Sequence[Candidate], frozenset[str]], tuple[int, ...]]
    find = by_trying if len(left) <= SEARCHED else by_solving
    found = find([candidates[place] for place in left], wanted)
    return tuple(sorted({*taken, *(left[place] for place in found)}))


def by_trying(candidates: Sequence[Candidate], wanted: frozenset[str]) -> tuple[int, ...]:
    """Positions of the smallest cover, by trying every combination, the small ones first.

    Raises:
        ValueError: all candidates together do not cover what is wanted.
    """
    for size in range(len(candidates) + 1):
        enough = [
            some
            for some in combinations(range(len(candidates)), size)
            if wanted <= frozenset[str]().union(*(candidates[place].holds for place in some))
        ]
        if enough:
            return min(enough, key=lambda some: sum(candidates[place].weight for place in some))
    raise ValueError("no cover")


def by_solving(candidates: Sequence[Candidate], wanted: frozenset[str]) -> tuple[int, ...]:
    """Positions of the smallest cover, as the integer programme that it is.

    One number counts both: a set more always costs more than all weights together. Then each candidate in turn is
    taken if a cover as cheap has it, so that the answer does not hang on the way the solver goes.

    Raises:
        ValueError: all candidates together do not cover what is wanted.
    """
    heavy = 1 + sum(candidate.weight for candidate in candidates)
    solver = quiet_solver()
    chosen = [solver.addBinary(obj=heavy + candidate.weight) for candidate in candidates]
    for part in sorted(wanted):
        holders = [each for each, candidate in zip(chosen, candidates, strict=True) if part in candidate.holds]
        if not holders:
            raise ValueError("no cover")
        solver.addConstr(solver.qsum(holders) >= 1)
    least = _cheapest(solver)
    assert least is not None
    for place in range(len(candidates)):
        solver.changeColBounds(place, 1, 1)
        if _cheapest(solver) != least:
            solver.changeColBounds(place, 0, 0)
    _cheapest(solver)
    return tuple(place for place, value in enumerate(solver.getSolution().col_value) if round(value) == 1)


def _cheapest(solver: Highs) -> int | None:
    """What the cheapest cover costs that the bounds allow, None where they allow none."""
    import highspy  # noqa: PLC0415 - see `quiet_solver`

    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(solver.getObjectiveValue())


def _unavoidable(candidates: Sequence[Candidate]) -> set[int]:
    """Positions of the candidates that are in every cover: those needed, and those that alone hold something."""
    holders: dict[str, list[int]] = {}
    for place, candidate in enumerate(candidates):
        for part in candidate.holds:
            holders.setdefault(part, []).append(place)
    alone = {places[0] for places in holders.values() if len(places) == 1}
    return alone | {place for place, candidate in enumerate(candidates) if candidate.needed}
