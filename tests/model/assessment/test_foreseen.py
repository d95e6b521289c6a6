import datetime as dt

from desktop.model.maturity.refs import Ref
from desktop.model.records import ActionStatus


def test_the_actions_that_are_done_reach_their_aims_and_what_else_they_change(several):
    it, links, foreseen = several.actions, several.action_links, several.foreseen
    first = it.add("One", model="tiny-streams", aim="DSK-3")
    second = it.add("Two")
    links.expect(second, Ref("tiny-streams", "REQ-2"))
    levels = {each.id: each.level for each in foreseen.of("tiny-streams", [first, second]).streams}
    assert (levels["DSK"], levels["REQ"]) == (3, 2)
    levels = {each.id: each.level for each in foreseen.of("tiny-streams", [second]).streams}
    assert (levels["DSK"], levels["REQ"]) == (1, 2)
    assert foreseen.of("tiny", [first, second]) == several.results.of("tiny")


def test_by_the_end_of_a_day_what_is_due_then_is_done_and_what_is_done_already_counts(several):
    it, foreseen = several.actions, several.foreseen
    days = [dt.date(2031, 3, 31), dt.date(2031, 6, 30), dt.date(2031, 9, 30)]
    cells = {"model": "tiny-streams"}
    it.change(it.add("Done", aim="REQ-2", **cells), status=ActionStatus.DONE)
    it.add("By June", aim="DSK-3", due=days[1], **cells)
    dropped = it.add("Dropped", aim="REQ-5", due=days[0], **cells)
    it.change(dropped, status=ActionStatus.DROPPED, dropped_because="Too dear.")
    it.add("Some day", aim="REQ-4", **cells)
    levels = [{each.id: each.level for each in result.streams} for result in foreseen.by_days("tiny-streams", days)]
    assert [(each["DSK"], each["REQ"]) for each in levels] == [(1, 2), (3, 2), (3, 2)]
    assert foreseen.by_days("tiny", days) == (several.results.of("tiny"),) * 3
