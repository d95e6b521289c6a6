import datetime as dt

import msgspec

from desktop.exchange.decisions import load
from desktop.exchange.planned import act
from desktop.exchange.planned_work import Said, Stone, Work, mark, tie
from desktop.model.maturity.refs import Ref
from tests.exchange.test_planned import ITEM, assessment

__all__ = ["assessment"]

DAY = dt.date(2027, 1, 15)


def test_an_action_has_all_that_is_planned_of_it(assessment):
    mark(assessment, (Stone("Pilot", 40),), DAY)
    said = (Said(-3, "Desk", "Begun."),)
    work = Work(why="It is late.", start=-5, effort="2.5", size=8, milestone="Pilot", tags=("desk",), log=said)
    act(assessment, msgspec.structs.replace(ITEM, work=work), DAY)
    later = Work(changes=("tiny-streams/REQ-2",))
    act(assessment, msgspec.structs.replace(ITEM, title="Later", work=later), DAY)
    tie(assessment, {"Later": ("Raise Stream DSK to level 2",)})
    first, second = assessment.actions.all()
    assert (first.why, first.start, first.effort, first.size) == ("It is late.", DAY - dt.timedelta(5), "2.5", 8)
    assert assessment.milestones.get(first.milestone).day == DAY + dt.timedelta(40)
    assert assessment.action_links.tags() == {first.id: ("desk",)}
    assert assessment.action_links.needs() == {second.id: (first.id,)}
    assert assessment.action_links.effects()[second.id][1] == Ref("tiny-streams", "REQ-2")
    assert [(each.day, each.text) for each in assessment.action_log.entries()] == [(DAY - dt.timedelta(3), "Begun.")]


def test_the_sample_waits_only_for_actions_that_it_has_and_uses_every_milestone():
    decisions = load()
    titles = {item.title for item in decisions.actions}
    assert {title for item in decisions.actions for title in item.work.needs} < titles
    assert {item.work.milestone for item in decisions.actions} - {""} == {each.title for each in decisions.milestones}
