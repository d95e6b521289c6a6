import datetime as dt

from desktop.model.records import ActionEntry, ActionNeed, ActionTag, Milestone, for_sponsor
from desktop.model.records.record import key_part


def test_what_is_written_into_the_log_stays_in_the_team():
    entry = ActionEntry(id="e", action="a", day=dt.date(2026, 3, 2), by="Buyer", text="Two bids are in.")
    assert for_sponsor(entry) == ActionEntry(id="e")
    assert for_sponsor(Milestone(id="m", title="Pilot")).title == "Pilot"


def test_the_action_that_waits_is_the_one_that_a_need_is_of():
    assert key_part(ActionNeed, "waiting/first", "action") == "waiting"


def test_a_tag_can_hold_the_mark_that_parts_a_key():
    assert ActionTag.keys[-1] == "tag"
