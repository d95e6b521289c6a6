"""Wishes: the single things that a plan can reach, read off the gaps of the engine's results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from fractions import Fraction
from math import ceil

from msgspec import Struct

from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.gaps import Gap, gaps, whole
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.results import ModelResult

Standing = Mapping[str, Gap]
"""The gap of every place of a model that counts, the model as a whole under `WHOLE`."""


class Rank(IntEnum):
    """What goes before what, the first first."""

    LEVEL = 1
    """A level of a model on the way to the one that is wanted."""
    TARGET = 2
    """A place that is where it is wanted to be."""
    GAP = 3
    """A step on the way there: a level of a stream or track, a goal of an area, a whole unit or grade of a part."""


class Wish(Struct, frozen=True):
    """Something that a plan can reach.

    Attributes:
        rank: what it counts as.
        model: id of the model.
        place: id of the area, stream, track or part, or `WHOLE`.
        weight: the importance of the place, 1 where nobody said; 1 for levels of models.
        left: it is granted once the gap of the place is no larger.
        goal: of an area, instead: it is granted once this goal is no longer missing; else empty.
    """

    rank: Rank
    model: str
    place: str
    weight: int
    left: int = 0
    goal: str = ""

    def granted(self, standing: Standing) -> bool:
        """Whether it is granted where the model stands so."""
        gap = standing.get(self.place)
        if gap is None or gap.gap is None:
            return False
        return self.goal not in gap.missing if self.goal else exact_gap(gap) <= self.left


def standing(given: Given, result: ModelResult) -> Standing:
    """How a model stands: the gap of each place, and of the whole."""
    return {WHOLE: whole(given, result), **{gap.place: gap for gap in gaps(given, result)}}


def exact_gap(gap: Gap) -> Fraction:
    """A gap before anybody rounds it; 0 where nothing is wanted."""
    if gap.part is not None:
        return gap.part.gap or Fraction(0)
    return Fraction(gap.gap or 0)


def wishes(model: str, now: Standing, best: Standing) -> Iterator[Wish]:
    """All that is wanted of a model and not there yet, reachable or not.

    Args:
        model: its id.
        now: how it stands.
        best: how it would stand with every action done, by which a place may come into scope.
    """
    for place in dict.fromkeys([*now, *best]):
        gap = now.get(place) or best[place]
        if gap.gap is None:
            continue
        distance = exact_gap(gap) if place in now else max(exact_gap(gap), Fraction(1))
        if not distance:
            continue
        steps = range(ceil(distance) - 1, -1, -1)
        if place == WHOLE:
            yield from (Wish(Rank.LEVEL, model, place, 1, left) for left in steps)
            continue
        weight = gap.importance or 1
        yield Wish(Rank.TARGET, model, place, weight)
        if gap.rating is None:
            yield from (Wish(Rank.GAP, model, place, weight, left) for left in steps)
        else:
            yield from (Wish(Rank.GAP, model, place, weight, goal=goal) for goal in gap.missing)
