"""Ladders: the highest level such that it and every level below it hold."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.evaluation.conditions import Truth, all_hold, in_the_way
from desktop.model.evaluation.counted_parts import CountedPart, Counting
from desktop.model.evaluation.states import Extent, Point
from desktop.model.maturity.rulebook import LevelLadder, PartNeeds


class Obstacles(Struct, frozen=True):
    """What stands before a level.

    Attributes:
        parts: the parts in the way, each once.
        none_apply: whether it is that none of the level's parts applies.
    """

    parts: tuple[CountedPart, ...]
    none_apply: bool


def climbed(ladder: LevelLadder, counting: Counting) -> Extent:
    """The level that is reached surely, and the one that can be."""
    sure = possible = ladder.floor
    climbing = True
    for level in levels(ladder)[1:]:
        truth = _reached(ladder, level, counting)
        if not truth.possible:
            break
        possible = level
        climbing = climbing and truth.sure
        if climbing:
            sure = level
    return Extent(Point(Fraction(sure)), Point(Fraction(possible)))


def levels(ladder: LevelLadder) -> list[int]:
    """The levels of a ladder from the floor to the top; where they are spelt out, only those."""
    if ladder.levels:
        return [ladder.floor, *sorted(step.level for step in ladder.levels if step.level > ladder.floor)]
    return list(range(ladder.floor, ladder.top + 1))


def level_after(ladder: LevelLadder, level: Fraction) -> int | None:
    """The next level above, None at the top."""
    return next((number for number in levels(ladder) if number > level), None)


def obstacles(ladder: LevelLadder, level: int, counting: Counting, above: Fraction | None = None) -> Obstacles:
    """What stands before a level.

    Args:
        ladder: the ladder.
        level: the level.
        counting: the parts that are counted.
        above: a level that is held whatever the parts say; None where it is only what they say.
    """
    found = {
        entry.part.id: entry
        for needs in asked(ladder, level)
        for entry in in_the_way(needs, counting)
        if above is None or entry.part.level is None or entry.part.level > above
    }
    order = {part.id: place for place, part in enumerate(counting.parts)}
    parts = sorted(found.values(), key=lambda entry: order.get(entry.part.id, len(order)))
    return Obstacles(tuple(parts), none_apply=_none_apply(ladder, level, counting))


def asked(ladder: LevelLadder, level: int) -> tuple[PartNeeds, ...]:
    """What a level asks for."""
    for step in ladder.levels:
        if step.level == level:
            return step.needs
    if ladder.levels:
        return ()
    lower = tuple(range(level))
    needs = [(ladder.here, (level,)), (ladder.below, lower)]
    return tuple(replace(each, level=tagged) for each, tagged in needs if each is not None and tagged)


def _reached(ladder: LevelLadder, level: int, counting: Counting) -> Truth:
    if _none_apply(ladder, level, counting):
        return Truth(sure=False, possible=False)
    return all_hold(asked(ladder, level), counting)


def _none_apply(ladder: LevelLadder, level: int, counting: Counting) -> bool:
    """Whether the level has parts of which none counts, so that nothing shows it."""
    if ladder.none_apply_passes:
        return False
    here = _here(ladder, level, counting)
    return bool(here) and all(entry.extent is None for entry in here)


def _here(ladder: LevelLadder, level: int, counting: Counting) -> list[CountedPart]:
    if ladder.levels:
        found: Iterable[CountedPart] = (entry for needs in asked(ladder, level) for entry in counting.entries(needs))
        return list(found)
    return [entry for entry in counting.entries() if entry.part.level == level]
