import datetime as dt

from desktop.model.maturity.refs import Ref
from desktop.model.planning.clashes import Trouble
from desktop.model.planning.laid_plans import PlanWish, lay_out
from desktop.model.records import SessionKind

MONDAY = dt.date(2027, 3, 1)
TALK = SessionKind.INTERVIEW


def test_people_who_left_are_in_no_session(assessment):
    it, preparation = assessment.interviews, assessment.preparation
    ada, person = preparation.add_member("Ada"), preparation.add_participant()
    talks = [it.add(TALK, name, day=MONDAY, starts="09:00", ends="10:00") for name in "ab"]
    for talk in talks:
        it.take_part(talk, members=[ada], participants=[person])
    (clash,) = assessment.schedule.clashes()
    assert (clash.trouble, clash.members, clash.participants) == (Trouble.TWO_AT_ONCE, (ada,), (person,))
    preparation.remove_participant(person)
    assert [clash.participants for clash in assessment.schedule.clashes()] == [()]
    preparation.remove_member(ada)
    assert assessment.schedule.clashes() == ()
    preparation.set_details(ends=dt.date(2027, 2, 28))
    assert [clash.trouble for clash in assessment.schedule.clashes()] == [Trouble.OUTSIDE] * 2


def test_what_is_moved_stays_as_long_as_it_is(assessment):
    it, tuesday = assessment.interviews, MONDAY + dt.timedelta(days=1)
    talk = it.add(TALK, "Talk", day=MONDAY, starts="09:30", ends="11:00")
    frame = it.add(SessionKind.QUESTIONNAIRES, "Forms", day=MONDAY, last_day=MONDAY + dt.timedelta(days=3))
    assessment.schedule.move(talk, tuesday, "14:00")
    assessment.schedule.move(frame, tuesday, "")
    moved = it.get(talk)
    assert (moved.day, moved.starts, moved.ends) == (tuesday, "14:00", "15:30")
    assert (it.get(frame).day, it.get(frame).last_day) == (tuesday, MONDAY + dt.timedelta(days=4))
    assessment.history.undo()
    assessment.history.undo()
    assert (it.get(talk).day, it.get(talk).starts, it.get(talk).ends) == (MONDAY, "09:30", "11:00")


def test_a_plan_is_taken_in_one_step_in_place_of_what_has_no_notes(assessment):
    it, preparation = assessment.interviews, assessment.preparation
    noted, empty = it.add(TALK, "Noted"), it.add(TALK, "Empty")
    it.note(noted, "Heard")
    team = tuple(preparation.add_member(name) for name in ("Ada", "Bo"))
    person = preparation.add_participant()
    plan = lay_out(PlanWish(MONDAY, 3, 7, 60, 1, members=team, heard=(person,), areas=(Ref("tiny", "PLN"),)))
    names = [f"  {each.kind}  {each.number}" for each in plan.sessions]
    before = len(it.all())
    assessment.schedule.take(plan.sessions, names, replacing=True)
    assert noted in {each.id for each in it.all()}
    assert empty not in {each.id for each in it.all()}
    assert len(it.all()) == len(plan.sessions) + 1
    (talk,) = (each.id for each in it.all() if each.name == "interview 1")
    assert (it.members(talk), it.participants(talk)) == ({*team}, {person})
    assert [it.areas(each.id) for each in it.all() if each.kind is SessionKind.DISCUSSION] == [{Ref("tiny", "PLN")}]
    assert assessment.schedule.clashes() == ()
    assessment.history.undo()
    assert len(it.all()) == before
    assessment.schedule.take(plan.sessions, names, replacing=False)
    assert len(it.all()) == before + len(plan.sessions)
