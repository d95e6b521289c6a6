"""The messages of slides are sentences in every number."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.wording import slides
from tests.builders import tiny_pack

DAY = dt.date(2031, 3, 15)


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ([("A", 1.0), ("B", 3.0), ("C", 2.0)], "M: B is ahead, A has farthest to go"),
        ([("A", 1.0), ("B", 3.0), ("C", 1.0), ("D", 3.0)], "M: B and D are ahead, A and C have farthest to go"),
        ([("A", 1.0), *((name, 3.0) for name in "BCDE")], "M: A has farthest to go"),
        ([("A", 2.0), ("B", 2.0)], "M: none of these is ahead of another"),
        ([("A", None), ("B", 2.0)], "M: none of these is ahead of another"),
        ([("A", None)], "M: nothing has been rated yet"),
    ],
)
def test_a_profile_names_what_is_ahead_and_what_is_behind(values: list[tuple[str, float | None]], title: str) -> None:
    assert slides.profile("M", values) == title


@pytest.mark.parametrize(
    ("satisfied", "all_shown", "title"),
    [
        (0, True, "Tiny model, level 2: 0 of 2 areas are satisfied; B has farthest to go"),
        (1, True, "Tiny model, level 2: 1 of 2 areas is satisfied; B has farthest to go"),
        (1, False, "Tiny model, level 2: 1 of 2 areas is satisfied; of those here B has farthest to go"),
        (2, False, "Tiny model, level 2: 2 of 2 areas are satisfied"),
    ],
)
def test_a_level_counts_its_areas_and_names_the_last(satisfied: int, title: str, *, all_shown: bool) -> None:
    values = [("A", 80.0), ("B", 20.0), ("C", None)]
    assert slides.areas_of_level(tiny_pack(), 2, satisfied, 2, values, all_shown=all_shown) == title


@pytest.mark.parametrize(
    ("count", "open_", "by", "title"),
    [
        (1, 1, DAY, "We do 1 thing about it, by 2031-03-15"),
        (4, 4, DAY, "We do 4 things about it, all by 2031-03-15"),
        (4, 9, DAY, "We do 9 things about it; 4 of them by 2031-03-15"),
        (4, 9, None, "We do 9 things about it; not everything has its day yet"),
    ],
)
def test_actions_are_counted_with_their_day(count: int, open_: int, by: dt.date | None, title: str) -> None:
    assert slides.first_actions(count, open_, by) == title


def test_further_actions() -> None:
    assert slides.further_actions(1, DAY) == "Then comes 1 more, by 2031-03-15"
    assert slides.further_actions(3, None) == "Then come 3 more; not each has its day yet"


@pytest.mark.parametrize(
    ("open_", "last", "title"),
    [
        (0, None, "What comes next is still to be agreed"),
        (1, DAY, "By 2031-03-15 the action is to be done; then we look again, together"),
        (5, DAY, "By 2031-03-15 all 5 actions are to be done; then we look again, together"),
        (5, None, "5 actions are open, and we look again once they are done"),
    ],
)
def test_it_is_said_until_when_it_goes_on(open_: int, last: dt.date | None, title: str) -> None:
    assert slides.next_steps(open_, last) == title


def test_what_was_left_out_is_not_hidden() -> None:
    told = [
        slides.not_assessed(something=something, further=further)
        for something, further in ((True, False), (False, False), (True, True))
    ]
    assert told[0] == "Some things were not assessed, and of them we say nothing"
    assert len(set(told)) == 3
