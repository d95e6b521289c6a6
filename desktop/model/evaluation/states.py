"""How parts stand while results are worked out: what they are now, can still become, and could ever be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.maturity.rulebook import GradeBand, exact
from desktop.model.maturity.rulebook.values import Limit


class Facet(StrEnum):
    """What is asked of a part."""

    NOW = "now"
    COULD = "could"
    """What it can still become, with all that is answered left as it is."""
    SPAN = "span"
    """What it could be if nothing were answered."""


class Point(Struct, frozen=True, gc=False):
    """A number, a grade, or both."""

    value: Fraction | None = None
    grade: str | None = None


class Extent(Struct, frozen=True, gc=False):
    """From one point to another, both included."""

    low: Point
    high: Point

    @property
    def settled(self) -> Point | None:
        """The one point that it is, None where it is more than one."""
        return self.low if self.low == self.high else None


class State(Struct, frozen=True, gc=False):
    """One measure of a part.

    Attributes:
        grades: the grades that it can have, the lowest first; none where it is a bare number.
        now: what it is; None where it has no result.
        blank: why it has none.
        could: what it can still become; None where it takes no part, and where nothing is known of it.
        span: what it could be if nothing were answered; None where nothing is known of it.
        steps: the points of it that have both a number and a grade, the lowest first.
        bands: from its number to its grade.
        usual: whether nothing that takes no part changes its span.
    """

    grades: tuple[str, ...]
    now: Point | None
    blank: BlankReason | None
    could: Extent | None
    span: Extent | None
    steps: tuple[Point, ...] = ()
    bands: tuple[GradeBand, ...] = ()
    usual: bool = True

    def whole(self, point: Point) -> Point:
        """A point with what it lacks: the number of its grade, or the grade of its number."""
        if point.value is None:
            return next((step for step in self.steps if step.grade == point.grade), point)
        if point.grade is not None:
            return point
        if self.bands:
            return Point(point.value, band_of(self.bands, point.value))
        reached = [step for step in self.steps if step.value is not None and step.value <= point.value]
        return Point(point.value, (reached or self.steps)[-1 if reached else 0].grade) if self.steps else point

    def extent(self, facet: Facet) -> Extent | None:
        """The facet of a state that is no blank that was treated."""
        match facet:
            case Facet.NOW:
                return None if self.now is None else at(self.now)
            case Facet.COULD:
                return self.could
            case Facet.SPAN:
                return self.span


def band_of(bands: Sequence[GradeBand], value: Fraction) -> str:
    """The grade of the last band that begins at or below the value; of the first where none does."""
    grade = bands[0].grade
    for band in bands:
        begins = (band.reached is not None and value >= exact(band.reached)) or (
            band.passed is not None and value > exact(band.passed)
        )
        if begins:
            grade = band.grade
    return grade


def at(point: Point) -> Extent:
    """The extent that is one point."""
    return Extent(point, point)


def key(point: Point, grades: Sequence[str]) -> Fraction | int:
    """By what points of one measure are told higher and lower: the number, or else the place of the grade."""
    if point.value is not None:
        return point.value
    return rank(point, grades)


def rank(point: Point, grades: Sequence[str]) -> int:
    """The place of a point's grade among the grades, from 0.

    Raises:
        ValueError: it has none, or the measure has no such grade.
    """
    try:
        return grades.index(point.grade or "")
    except ValueError:
        raise ValueError(f"no such grade: {point.grade}") from None


def lowest(points: Iterable[Point], grades: Sequence[str]) -> Point:
    """The lowest of several points."""
    return min(points, key=lambda point: key(point, grades))


def highest(points: Iterable[Point], grades: Sequence[str]) -> Point:
    """The highest of several points."""
    return max(points, key=lambda point: key(point, grades))


def to_point(limit: Limit) -> Point:
    """The point that a limit names."""
    return Point(grade=limit) if isinstance(limit, str) else Point(value=exact(limit))


def distance(point: Point, limit: Point, grades: Sequence[str]) -> Fraction | int:
    """How far a point lies above a limit, in steps of grades where the limit is a grade, else in numbers.

    Raises:
        ValueError: the measure has no such grade, or no number.
    """
    if limit.value is None:
        return rank(point, grades) - rank(limit, grades)
    if point.value is None:
        raise ValueError(f"{point.grade} is no number")
    return point.value - limit.value
