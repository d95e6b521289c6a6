"""What a part of a model with rules of its own is to become next, and which parts stand before that."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import floor

from desktop.model.evaluation.part_results import PartResult
from desktop.model.evaluation.states import Point
from desktop.model.maturity.rulebook import Rulebook
from desktop.model.maturity.rulebook.values import Combiner, Intake

_BETWEEN = frozenset({Combiner.MIN, Combiner.MEAN, Combiner.MEDIAN, Combiner.MAX})
"""What lies between the lowest and the highest of what is combined: it rises to a point only if parts below it do."""


def next_of(book: Rulebook, part: PartResult) -> Point | None:
    """What a part is to become next; None where it can become nothing better.

    Its target while it is short of that, else the next level that it climbs to, its next grade, or the next whole
    number where it has no grades. Where less is better, only a target says how much less.
    """
    if part.span is None:
        return None
    if part.gap:
        return part.target
    now, most = lowest(part), part.span.high
    if now is None or now == most or book.kind_of(book.part_by_id[part.id]).better_down:
        return None
    if part.ahead is not None:
        return Point(Fraction(part.ahead.level))
    if now.grade is not None:
        following = part.grades[part.grades.index(now.grade) + 1 :]
        return Point(None, following[0]) if following else None
    number = None if now.value is None else Fraction(floor(now.value) + 1)
    return None if number is None or most.value is None else Point(min(number, most.value))


def lowest(part: PartResult) -> Point | None:
    """What it is, or the least that it can still become while it is open."""
    could = part.result.could
    return part.result.point or (None if could is None else could.low)


def standing_before(book: Rulebook, part: PartResult, known: Mapping[str, PartResult]) -> tuple[str, ...]:
    """Ids of the parts that stand before what a part is to become next, in the order of the rulebook.

    Of a part that climbs these are the parts that its level asks for. Where its result lies between those of its parts,
    as a mean and a minimum do, it is the parts below the point that is to be reached: one of them has to rise, and it
    suffices that all do. Where targets are wanted of its parts, it is those below theirs. Else it is all that could
    be better. What a cap asks for that brings it down comes with them.

    Args:
        book: the rules of the model.
        part: its result.
        known: the results of all parts.
    """
    wanted = next_of(book, part)
    if wanted is None:
        return ()
    ahead = part.to_target if part.gap else part.ahead
    if ahead is not None:
        return ahead.before
    rule = book.kind_of(book.part_by_id[part.id])
    counted = [known[each.id] for each in book.taken(part.id, rule)]
    counted = [each for each in counted if each.result.blank is None or not each.result.blank.closed]
    if part.gap and any(each.gap for each in counted):
        return tuple(each.id for each in counted if each.gap)
    alike = rule.combine in _BETWEEN and rule.take is Intake.VALUE and rule.start is None and rule.out is None
    short = {each.id for each in counted if _is_short(book, each, wanted if alike else None)}
    held = {id_ for cap in part.caps for id_ in cap.before} if part.uncapped != part.result.point else set()
    return tuple(sorted(short | held, key=book.order.__getitem__))


def _is_short(book: Rulebook, part: PartResult, wanted: Point | None) -> bool:
    """Whether it is below a point, where both are told alike; else whether it could be better."""
    now = part.result.point
    if now is None or part.span is None:
        return True
    if wanted is not None and now.value is not None and wanted.value is not None:
        return now.value < wanted.value
    if wanted is not None and now.grade in part.grades and wanted.grade in part.grades:
        return part.grades.index(now.grade) < part.grades.index(wanted.grade)
    return now != (part.span.low if book.kind_of(book.part_by_id[part.id]).better_down else part.span.high)
