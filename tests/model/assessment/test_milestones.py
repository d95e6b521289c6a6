import datetime as dt


def test_milestones_stand_by_their_day(assessment):
    it = assessment.milestones
    later, first, open_ = (
        it.add("Later", dt.date(2026, 9, 1)),
        it.add(" First  step ", dt.date(2026, 3, 1)),
        it.add("X"),
    )
    assert [each.id for each in it.all()] == [first, later, open_]
    assert it.get(first).title == "First step"
    it.change(open_, day=dt.date(2026, 1, 1), title="Now")
    assert it.all()[0].title == "Now"


def test_two_are_not_called_the_same(assessment, refused):
    it = assessment.milestones
    first, second = it.add("Pilot"), it.add("Roll-out")
    assert refused(it.add, "pilot ") == "milestone.known"
    assert refused(it.change, second, title="PILOT") == "milestone.known"
    it.change(first, title="pilot")
    assert refused(it.add, " ") == refused(it.change, first, title="") == "milestone.nameless"


def test_what_is_removed_is_off_its_actions_until_it_is_back(assessment, refused):
    milestone = assessment.milestones.add("Pilot")
    action = assessment.actions.add("x", milestone=milestone)
    assessment.milestones.remove(milestone)
    assert assessment.actions.get(action).milestone == ""
    assert refused(assessment.milestones.get, milestone) == "milestone.unknown"
    assessment.history.undo()
    assert assessment.actions.get(action).milestone == milestone
