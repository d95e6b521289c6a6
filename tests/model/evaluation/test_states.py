from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.evaluation.states import (
    Extent,
    Facet,
    Point,
    State,
    at,
    distance,
    highest,
    key,
    lowest,
    rank,
    to_point,
)

GRADES = ("N", "P", "L")


def test_points_are_told_apart_by_their_number_or_else_their_grade():
    assert key(Point(Fraction(7), "N"), GRADES) == 7
    assert key(Point(grade="L"), GRADES) == 2
    points = [Point(grade="P"), Point(grade="L"), Point(grade="N")]
    assert (lowest(points, GRADES).grade, highest(points, GRADES).grade) == ("N", "L")


def test_distances_in_steps_and_in_numbers():
    assert distance(Point(grade="L"), to_point("N"), GRADES) == 2
    assert distance(Point(Fraction(3), "P"), to_point("L"), GRADES) == -1
    assert distance(Point(Fraction(3), "P"), to_point(2.5), GRADES) == Fraction(1, 2)


def test_what_cannot_be_compared_is_an_error():
    with pytest.raises(ValueError, match="no such grade: X"):
        rank(Point(grade="X"), GRADES)
    with pytest.raises(ValueError, match="no such grade: None"):
        rank(Point(Fraction(1)), GRADES)
    with pytest.raises(ValueError, match="L is no number"):
        distance(Point(grade="L"), to_point(2), GRADES)


def test_facets_of_a_state():
    span = Extent(Point(Fraction(0)), Point(Fraction(5)))
    could = Extent(Point(Fraction(1)), Point(Fraction(3)))
    blank = State((), None, None, could, span)
    assert [blank.extent(facet) for facet in Facet] == [None, could, span]
    assert State((), Point(Fraction(2)), None, could, span).extent(Facet.NOW) == at(Point(Fraction(2)))
    assert (could.settled, at(could.low).settled) == (None, could.low)
