"""Answers to parts as they are kept."""

from __future__ import annotations

import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.maturity.rulebook import NumberRange, RatingScale
from desktop.model.scoring.part_answers import answer_said, choices_said, limit_said, several_written

GRADES = RatingScale(id="s", grades=("N", "P", "F"))
RANGE = RatingScale(id="s", number_range=NumberRange(low=0, high=10))
TICKS = RatingScale(id="s", grades=("a", "b"), several=True)
ODD = RatingScale(id="s", grades=("does_not_apply", "applies"))


@pytest.mark.parametrize(
    ("scale", "text", "said"),
    [
        (GRADES, None, None),
        (GRADES, "P", "P"),
        (GRADES, "p", None),
        (GRADES, "3", None),
        (GRADES, "dont_know", BlankReason.DONT_KNOW),
        (GRADES, "not_due", BlankReason.NOT_DUE),
        (GRADES, "evidence_wanting", None),
        (ODD, "does_not_apply", "does_not_apply"),
        (RANGE, "7", 7),
        (RANGE, "7.5", 7.5),
        (RANGE, "7,5", None),
        (RANGE, "11", None),
        (RANGE, "1e1", None),
        (RANGE, "does_not_apply", BlankReason.DOES_NOT_APPLY),
        (TICKS, "a, b", ("a", "b")),
        (TICKS, "a, c", None),
        (None, "does_not_apply", BlankReason.DOES_NOT_APPLY),
        (None, "P", None),
    ],
)
def test_an_answer_says_what_is_on_its_scale_and_nothing_else(scale, text, said):
    assert answer_said(scale, text) == said


def test_limits_are_numbers_where_they_look_like_one():
    assert [limit_said(each) for each in ("8", "-2", "7.25", "LI", "4th")] == [8, -2, 7.25, "LI", "4th"]


def test_several_choices_come_back_as_they_were_written():
    assert choices_said(several_written(("a", "b"))) == ("a", "b")
    assert choices_said(None) == ()
