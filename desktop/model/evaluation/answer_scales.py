"""What answers say on a scale: each is read once, however often it is given."""

from __future__ import annotations

from fractions import Fraction

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import Said
from desktop.model.evaluation.states import Extent, Point, State, at
from desktop.model.maturity.rulebook import RatingScale, exact


class AnswerScale:
    """A scale, and the states that answers on it give.

    Attributes:
        words: the grades that answers have, the lowest first.
        span: from the lowest answer to the highest.
        steps: the answers that have both a number and a grade, the lowest first.
        numbers: the number of each choice of respondents that has one.
    """

    def __init__(self, scale: RatingScale) -> None:
        self._scale = scale
        self._points = {
            choice.id: Point(
                None if choice.value is None else exact(choice.value), None if scale.several else choice.id
            )
            for choice in scale.offered
        }
        self._states: dict[Said, State] = {}
        self.words = scale.words
        self.span = self._span()
        self.numbers = {choice.id: exact(choice.value) for choice in scale.asked if choice.value is not None}
        self.steps = tuple(
            point for point in self._points.values() if point.value is not None and point.grade is not None
        )

    def state(self, said: Said) -> State:
        """The state that one answer gives, or a blank that was chosen or left.

        Raises:
            ValueError: it is not on the scale.
        """
        if said not in self._states:
            self._states[said] = self._state(said)
        return self._states[said]

    def given(self, choice: str) -> Said:
        """What a choice of respondents says: itself, or on a range the number that it stands for."""
        value = self.numbers.get(choice)
        if self._scale.number_range is None or value is None:
            return choice
        return int(value) if value.denominator == 1 else float(value)

    def blank(self, reason: BlankReason) -> State:
        """The state of a part without a result."""
        could = None if reason.closed else self.span
        return State(self.words, None, reason, could, self.span, self.steps)

    def _state(self, said: Said) -> State:
        if said is None:
            return self.blank(BlankReason.UNANSWERED)
        if isinstance(said, BlankReason):
            return self.blank(said)
        point = self._point(said)
        return State(self.words, point, None, at(point), self.span, self.steps)

    def _span(self) -> Extent:
        allowed = self._scale.number_range
        if allowed is not None:
            return Extent(Point(exact(allowed.low)), Point(exact(allowed.high)))
        points = list(self._points.values())
        if not self._scale.several:
            return Extent(points[0], points[-1])
        values = [point.value or Fraction(0) for point in points]
        low = sum((value for value in values if value < 0), Fraction(0))
        high = sum((value for value in values if value > 0), Fraction(0))
        return Extent(Point(low), Point(high))

    def _point(self, said: str | float | tuple[str, ...]) -> Point:
        if self._scale.number_range is not None:
            return self._number(said)
        if self._scale.several:
            ticked = said if isinstance(said, tuple) else (said,)
            return Point(sum((self._choice(each).value or Fraction(0) for each in set(ticked)), Fraction(0)))
        return self._choice(said)

    def _choice(self, said: object) -> Point:
        if not isinstance(said, str) or said not in self._points:
            raise self._not_on_it(said)
        return self._points[said]

    def _number(self, said: object) -> Point:
        allowed = self._scale.number_range
        if allowed is None or not isinstance(said, (int, float)):
            raise self._not_on_it(said)
        value = exact(said)
        outside = not exact(allowed.low) <= value <= exact(allowed.high)
        if outside or (allowed.whole and value.denominator != 1):
            raise self._not_on_it(said)
        return Point(value)

    def _not_on_it(self, said: object) -> ValueError:
        return ValueError(f"not on the scale {self._scale.id}: {said}")
