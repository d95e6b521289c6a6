from decimal import Decimal

import pytest

from desktop.model.assessment.debriefing import HoursSum, hours_sum
from desktop.model.records import LessonSort, Phase


def test_lessons_stand_by_what_is_made_of_them(assessment, refused):
    it = assessment.debriefing
    tried, changed = it.add(LessonSort.TRY, "Two  rooms"), it.add(LessonSort.CHANGE, "Start later")
    kept, second = it.add(LessonSort.KEEP, "breaks"), it.add(LessonSort.KEEP, "Agenda")
    assert [each.id for each in it.lessons()] == [second, kept, changed, tried]
    assert it.lessons()[-1].text == "Two rooms"
    it.change(tried, sort=LessonSort.KEEP, done="Booked")
    assert [each.id for each in it.lessons()] == [second, kept, tried, changed]
    assert it.lessons()[2].done == "Booked"
    it.remove(kept)
    assert [each.id for each in it.lessons()] == [second, tried, changed]
    assert refused(it.add, LessonSort.KEEP, " ") == "lesson.empty"
    assert refused(it.change, tried, text=" ") == "lesson.empty"
    assert refused(it.change, kept, text="?") == "lesson.unknown"
    assert refused(it.remove, kept) == "lesson.unknown"
    assessment.history.undo()
    assert kept in [each.id for each in it.lessons()]


def test_hours_of_the_team_add_up_exactly_phase_by_phase(assessment, refused):
    it = assessment.debriefing
    second, first = (assessment.preparation.add_member(name) for name in ("Assessor Z", "assessor Y"))
    it.note_hours(first, Phase.EXECUTION, planned="40", spent="40,1")
    it.note_hours(first, Phase.PREPARATION, planned="0.2")
    it.note_hours(second, Phase.EXECUTION, spent="7.5")
    mine = [each for each in it.hours() if each.member in (first, second)]
    assert [each.member for each in mine] == [first, second]
    assert mine[0].planned == {Phase.EXECUTION: Decimal(40), Phase.PREPARATION: Decimal("0.2")}
    assert mine[0].spent == {Phase.EXECUTION: Decimal("40.1")}
    assert hours_sum(mine) == HoursSum(Decimal("40.2"), Decimal("47.6"))
    assert hours_sum(mine, [Phase.EXECUTION]) == HoursSum(Decimal(40), Decimal("47.6"))
    assert hours_sum(mine, [Phase.AFTERCARE]).over == 0
    it.note_hours(first, Phase.EXECUTION, spent="")
    assert hours_sum(it.hours(), [Phase.EXECUTION]) == HoursSum(Decimal(40), Decimal("7.5"))
    assert refused(it.note_hours, first, Phase.EXECUTION, spent="long") == "measure.not_a_number"
    assert refused(it.note_hours, first, Phase.EXECUTION, spent="1.000") == "budget.thousands"
    assert refused(it.note_hours, first, Phase.EXECUTION, planned="-1") == "hours.negative"
    assert refused(it.note_hours, "nobody", Phase.EXECUTION, planned="1") == "member.unknown"


@pytest.mark.parametrize(
    ("planned", "spent", "over"), [("10", "12.5", "2.5"), ("10", "9", "-1"), ("10", "10", "0"), ("0", "3", "0")]
)
def test_more_or_fewer_hours_than_planned(planned, spent, over):
    assert HoursSum(Decimal(planned), Decimal(spent)).over == Decimal(over)


def test_hours_of_whoever_leaves_the_team_are_not_counted_until_undo(assessment):
    member = assessment.preparation.add_member("Assessor Z")
    assessment.debriefing.note_hours(member, Phase.EXECUTION, spent="8")
    assessment.preparation.remove_member(member)
    assert hours_sum(assessment.debriefing.hours()).spent == 0
    assessment.history.undo()
    assert hours_sum(assessment.debriefing.hours()).spent == 8
