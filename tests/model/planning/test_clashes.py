import datetime as dt

import pytest

from desktop.model.planning.clashes import Clash, PlannedSession, Trouble, clashes
from desktop.model.records import TeamSession

MONDAY = dt.date(2027, 3, 1)


def planned(id_, starts="09:00", ends="10:00", day=MONDAY, members=(), participants=(), last_day=None):
    session = TeamSession(id=id_, day=day, starts=starts, ends=ends, last_day=last_day)
    return PlannedSession(session, frozenset(members), frozenset(participants))


def test_whoever_is_in_two_sessions_at_once_is_named():
    first = planned("a", members=["ada", "bo"], participants=["p1", "p2"])
    second = planned("b", "09:59", "11:00", members=["bo", "cy"], participants=["p2"])
    assert clashes([second, first], None, None) == (Clash(Trouble.TWO_AT_ONCE, "a", "b", ("bo",), ("p2",)),)


@pytest.mark.parametrize(
    "other",
    [
        planned("b", "10:00", "11:00", members=["ada"]),
        planned("b", "08:00", "09:00", members=["ada"]),
        planned("b", members=["bo"]),
        planned("b", day=MONDAY + dt.timedelta(days=1), members=["ada"]),
        planned("b", day=None, members=["ada"]),
        planned("b", "", "", members=["ada"]),
        planned("b", last_day=MONDAY + dt.timedelta(days=2), members=["ada"]),
    ],
    ids=["after", "before", "others", "another day", "no day", "no time", "a time frame"],
)
def test_what_is_no_clash(other):
    assert clashes([planned("a", members=["ada"]), other], None, None) == ()


def test_one_person_alone_is_enough():
    found = clashes([planned("a", participants=["p"]), planned("b", participants=["p"])], None, None)
    assert [(clash.members, clash.participants) for clash in found] == [((), ("p",))]


def test_a_long_session_clashes_with_each_that_begins_in_it():
    long = planned("a", "09:00", "17:00", members=["ada"])
    others = [planned(id_, starts, "", members=["ada"]) for id_, starts in (("b", "09:30"), ("c", "16:59"))]
    assert [(clash.session, clash.other) for clash in clashes([long, *others], None, None)] == [("a", "b"), ("a", "c")]


def test_days_and_times_that_cannot_be():
    early, late = planned("early", day=MONDAY), planned("late", day=MONDAY + dt.timedelta(days=5))
    over = planned("over", "", "", day=MONDAY + dt.timedelta(days=1), last_day=MONDAY + dt.timedelta(days=6))
    backwards = planned("backwards", "10:00", "10:00", day=MONDAY + dt.timedelta(days=1))
    found = clashes([early, late, over, backwards], MONDAY + dt.timedelta(days=1), MONDAY + dt.timedelta(days=4))
    assert [(clash.session, clash.trouble) for clash in found] == [
        ("early", Trouble.OUTSIDE),
        ("late", Trouble.OUTSIDE),
        ("over", Trouble.OUTSIDE),
        ("backwards", Trouble.BACKWARDS),
    ]
