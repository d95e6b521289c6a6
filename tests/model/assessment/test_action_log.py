import datetime as dt

from desktop.model.records import ActionStatus

DAY = dt.date(2026, 3, 2)


def test_what_was_written_down_and_what_became_of_the_status_stand_together(assessment):
    action = assessment.actions.add("x")
    entry = assessment.action_log.write(action, " Two bids are in. ", day=DAY, by="Buyer")
    assessment.actions.change(action, status=ActionStatus.DONE)
    assessment.actions.change(action, status=ActionStatus.WAITING)
    lines = assessment.action_log.of(action)
    assert [(line.text, line.status, line.reopened) for line in lines] == [
        ("", ActionStatus.WAITING, True),
        ("", ActionStatus.DONE, False),
        ("Two bids are in.", None, False),
    ]
    assert (lines[-1].day, lines[-1].by, lines[-1].entry, lines[0].by) == (DAY, "Buyer", entry, "Ada")


def test_it_is_by_whoever_writes_today_unless_it_is_said(assessment):
    action = assessment.actions.add("x")
    assessment.action_log.write(action, "Begun.")
    (line,) = assessment.action_log.entries()
    assert (line.by, line.day) == ("Ada", dt.datetime.now().astimezone().date())


def test_entries_change_and_go_and_go_with_their_action(assessment, refused):
    it = assessment.action_log
    action = assessment.actions.add("x")
    first, second = it.write(action, "One", day=DAY), it.write(action, "Two", day=DAY)
    it.change(first, text="Won")
    it.remove(second)
    assert [each.text for each in it.entries()] == ["Won"]
    assessment.actions.remove(action)
    assert it.entries() == []
    assert refused(it.write, action, "x") == "action.unknown"
    assert refused(it.remove, second) == "action_entry.unknown"


def test_nothing_is_no_entry(assessment, refused):
    it = assessment.action_log
    action = assessment.actions.add("x")
    entry = it.write(action, "One")
    assert refused(it.write, action, " ") == refused(it.change, entry, text="") == "action_entry.empty"
