"""The order of answers."""

from __future__ import annotations

from desktop.model.maturity.rulebook import NumberRange, RatingScale, ScaleChoice


def test_choices_with_values_stand_in_the_order_of_the_values():
    scale = RatingScale(
        id="coverage", choices=tuple(ScaleChoice(id=id_, value=v) for id_, v in (("most", 1), ("no", 0), ("half", 0.5)))
    )
    assert scale.words == ("no", "half", "most")


def test_grades_stand_as_they_are_written():
    assert RatingScale(id="found", grades=("NI", "PI", "LI")).words == ("NI", "PI", "LI")
    assert RatingScale(id="found", choices=(ScaleChoice(id="low"), ScaleChoice(id="high", value=1))).words == (
        "low",
        "high",
    )


def test_numbers_and_ticks_have_no_grades():
    assert RatingScale(id="percent", number_range=NumberRange(low=0, high=100)).words == ()
    assert RatingScale(id="ticks", several=True, choices=(ScaleChoice(id="a", value=1),)).words == ()
