import datetime as dt

from hypothesis import example, given
from hypothesis import strategies as st

from desktop.model.maturity.refs import Ref
from desktop.model.planning.clashes import PlannedSession, clashes
from desktop.model.planning.day_times import minutes_of
from desktop.model.planning.laid_plans import AFTER_NOON, NOON, PlanWish, lay_out, working_days
from desktop.model.records import SessionKind, TeamSession

FRIDAY = dt.date(2027, 3, 5)
TEAM = ("ada", "bo", "cy", "di", "eve")
AREAS = tuple(Ref("m", f"A{number}") for number in range(7))


def planned(plan):
    return [
        PlannedSession(
            TeamSession(
                id=str(number), day=each.day, last_day=each.last_day, starts=each.starts, ends=each.ends, kind=each.kind
            ),
            frozenset(each.members),
            frozenset(each.participants),
        )
        for number, each in enumerate(plan.sessions)
    ]


@example(PlanWish(FRIDAY, 1, 6, 15, 1, members=TEAM[:2], areas=AREAS[:4]))
@given(
    st.builds(
        PlanWish,
        first=st.just(FRIDAY),
        days=st.integers(1, 12),
        hours=st.integers(1, 15),
        minutes=st.integers(15, 240),
        interviews=st.integers(0, 60),
        begins=st.integers(6 * 60, 20 * 60),
        members=st.integers(0, 5).map(lambda count: TEAM[:count]),
        heard=st.integers(0, 60).map(lambda count: tuple(f"p{number}" for number in range(count))),
        discussing=st.sampled_from([(), ("p1", "x")]),
        areas=st.integers(0, 7).map(lambda count: AREAS[:count]),
    )
)
def test_whatever_is_wished_nothing_clashes_noon_is_free_and_nothing_is_lost(wish):
    plan = lay_out(wish)
    days = working_days(wish.first, wish.days)
    assert clashes(planned(plan), days[0], days[-1]) == ()
    assert {each.day for each in plan.sessions} <= {*days}
    timed = [each for each in plan.sessions if each.starts]
    for each in timed:
        starts, ends = minutes_of(each.starts), minutes_of(each.ends)
        assert starts is not None
        assert ends is not None
        assert wish.begins <= starts < ends
        assert wish.begins >= NOON or ends <= NOON or starts >= AFTER_NOON
    heard = [each for each in plan.sessions if each.kind is SessionKind.INTERVIEW]
    assert len(heard) + plan.interviews_left == wish.interviews
    people = [person for each in heard for person in each.participants]
    assert people == list(wish.heard[: len(heard)])
    discussed = [area for each in plan.sessions if each.kind is SessionKind.DISCUSSION for area in each.areas]
    assert (*discussed, *plan.areas_left) == wish.areas
    talks = [(each.day, each.starts) for each in plan.sessions if each.kind is SessionKind.DISCUSSION]
    assert not talks or all((each.day, each.ends) <= min(talks) for each in heard)
    kinds = [each.kind for each in timed]
    assert kinds.count(SessionKind.KICK_OFF) == (SessionKind.KICK_OFF not in plan.left)
    if SessionKind.KICK_OFF in kinds:
        assert kinds[0] is SessionKind.KICK_OFF
    if not {SessionKind.FEEDBACK, SessionKind.DEBRIEF} & {*plan.left}:
        assert kinds[-2:] == [SessionKind.FEEDBACK, SessionKind.DEBRIEF]


def test_two_weeks_hold_it_all():
    people = tuple(f"p{number}" for number in range(14))
    wish = PlanWish(FRIDAY, 10, 7, 60, 14, members=TEAM[:4], heard=people, areas=AREAS)
    plan = lay_out(wish)
    assert (plan.interviews_left, plan.areas_left, plan.left) == (0, (), ())
    asked = next(each for each in plan.sessions if each.kind is SessionKind.QUESTIONNAIRES)
    until = dt.date(2027, 3, 9)
    assert (asked.day, asked.last_day, asked.starts) == (FRIDAY, until, "")
    heard = [each for each in plan.sessions if each.kind is SessionKind.INTERVIEW]
    assert [(each.starts, each.members, each.number) for each in heard[:3]] == [
        ("09:00", ("ada", "cy"), 1),
        ("09:00", ("bo", "di"), 2),
        ("10:15", ("ada", "cy"), 3),
    ]
    assert min(each.day for each in heard) > until
    discussed = [each for each in plan.sessions if each.kind is SessionKind.DISCUSSION]
    assert [len(each.areas) for each in discussed] == [3, 2, 2]
    consolidated = [each.day for each in plan.sessions if each.kind is SessionKind.CONSOLIDATION]
    assert consolidated == working_days(FRIDAY, 9)


def test_discussions_give_way_to_interviews():
    wish = PlanWish(FRIDAY, 2, 6, 60, 5, members=TEAM[:2], areas=AREAS)
    plan = lay_out(wish)
    assert plan.interviews_left == 0
    assert sum(each.kind is SessionKind.DISCUSSION for each in plan.sessions) < 3


def test_discussions_stay_where_that_would_make_no_room_for_interviews():
    plan = lay_out(PlanWish(FRIDAY, 3, 7, 300, 1, members=TEAM[:2], areas=AREAS))
    assert (plan.interviews_left, plan.areas_left) == (1, ())
    assert sum(each.kind is SessionKind.DISCUSSION for each in plan.sessions) == 3


def test_a_day_that_is_too_short_says_what_it_leaves_out():
    plan = lay_out(PlanWish(FRIDAY, 1, 2, 60, 3))
    assert plan.left == (SessionKind.FEEDBACK,)
    assert plan.interviews_left == 3
    assert lay_out(PlanWish(FRIDAY, 1, 10, 60, 0, begins=15 * 60)).overlong
