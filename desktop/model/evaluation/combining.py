"""Numbers of several parts to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from desktop.model.evaluation.conditions import meeting
from desktop.model.evaluation.counted_parts import CountedPart, Counting
from desktop.model.evaluation.states import Extent, Point, highest, key, lowest, rank
from desktop.model.maturity.rulebook import Combiner, Intake, MeasureRule, PartNeeds, Weighing


def _middle(points: list[Point], grades: Sequence[str]) -> Point:
    return sorted(points, key=lambda point: key(point, grades))[(len(points) - 1) // 2]


_OF_GRADES: dict[Combiner, Callable[[list[Point], Sequence[str]], Point]] = {
    Combiner.MIN: lowest,
    Combiner.MAX: highest,
    Combiner.MEDIAN: _middle,
}
KEEPING = frozenset(_OF_GRADES)
"""Ways of combining that grades survive."""


def combined(rule: MeasureRule, counting: Counting) -> Extent | None:
    """What the parts come to together; None where none counts.

    Every way of combining rises with each part, so the lowest of all parts give the lowest, and the highest the
    highest.

    Raises:
        ValueError: grades stand where numbers are called for.
    """
    assert rule.combine is not None
    if rule.combine is Combiner.COUNT:
        return _count(rule.counted or PartNeeds(), counting)
    entries = [entry for entry in counting.entries() if entry.extent is not None]
    if rule.take is Intake.VALUE and shared_grades(rule, entries):
        return _of_grades(_OF_GRADES[rule.combine], entries)
    ends = [(entry, _weight(rule.weights, entry)) for entry in entries]
    low = [(_taken(rule.take, entry, entry.extent.low), weight) for entry, weight in ends if entry.extent]
    high = [(_taken(rule.take, entry, entry.extent.high), weight) for entry, weight in ends if entry.extent]
    lower, higher = _reduce(rule.combine, low), _reduce(rule.combine, high)
    return None if lower is None or higher is None else Extent(Point(lower), Point(higher))


def share_of(point: Point, span: Extent, grades: Sequence[str]) -> Fraction | None:
    """The place of a point in a span, from 0 to 1; None in a span of no length."""
    low, high = _number(span.low, grades), _number(span.high, grades)
    return None if low == high else (_number(point, grades) - low) / (high - low)


def shared_grades(rule: MeasureRule, entries: Sequence[CountedPart]) -> tuple[str, ...]:
    """The grades that stay grades when parts are combined: of the lowest, highest or middle of parts with the same."""
    if rule.combine not in _OF_GRADES or rule.take is not Intake.VALUE or not entries:
        return ()
    grades = entries[0].grades
    return grades if all(entry.grades == grades for entry in entries) else ()


def _count(needs: PartNeeds, counting: Counting) -> Extent:
    met = meeting(needs, counting.entries(needs))
    return Extent(
        Point(Fraction(sum(truth.sure for _, truth in met))), Point(Fraction(sum(truth.possible for _, truth in met)))
    )


def _of_grades(choose: Callable[[list[Point], Sequence[str]], Point], entries: Sequence[CountedPart]) -> Extent:
    grades = entries[0].grades
    extents = [entry.extent for entry in entries if entry.extent is not None]
    return Extent(
        choose([extent.low for extent in extents], grades), choose([extent.high for extent in extents], grades)
    )


def _taken(intake: Intake, entry: CountedPart, point: Point) -> Fraction | None:
    if intake is Intake.SHARE:
        return None if entry.span is None else share_of(point, entry.span, entry.grades)
    if point.value is None:
        raise ValueError(f"{entry.part.id} is a grade and no number")
    return point.value


def _weight(weighing: Weighing, entry: CountedPart) -> Fraction:
    match weighing:
        case Weighing.EQUAL:
            return Fraction(1)
        case Weighing.GIVEN:
            return entry.part.given_weight
        case Weighing.SPAN:
            if entry.span is None:
                return Fraction(0)
            return _number(entry.span.high, entry.grades) - _number(entry.span.low, entry.grades)


def _reduce(combiner: Combiner, taken: Sequence[tuple[Fraction | None, Fraction]]) -> Fraction | None:
    pairs = [(number, weight) for number, weight in taken if number is not None]
    whole = sum((weight for _, weight in pairs), Fraction(0))
    numbers = sorted(number for number, _ in pairs)
    if not numbers:
        return None
    match combiner:
        case Combiner.MEAN:
            return sum((number * weight for number, weight in pairs), Fraction(0)) / whole if whole else None
        case Combiner.SUM:
            return sum((number * weight for number, weight in pairs), Fraction(0))
        case Combiner.MIN:
            return numbers[0]
        case Combiner.MAX:
            return numbers[-1]
        case Combiner.MEDIAN:
            return numbers[(len(numbers) - 1) // 2]
        case Combiner.COUNT:
            raise ValueError("what is counted is not combined")


def _number(point: Point, grades: Sequence[str]) -> Fraction:
    return Fraction(rank(point, grades)) if point.value is None else point.value
