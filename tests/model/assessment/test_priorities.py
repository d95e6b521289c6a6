from decimal import Decimal
from fractions import Fraction

from desktop.model.planning.priorities import Input
from desktop.model.records import ActionStatus, PriorityMethod


def test_open_actions_stand_in_order_by_what_their_place_wants(several):
    several.targets.set("tiny-streams", "DSK", level=3, importance=4)
    several.streams.rate_stream("tiny-streams", "DSK", 1)
    small = several.actions.add("Small", model="tiny-streams", aim="DSK-2", effort="2")
    large = several.actions.add("Large", model="tiny-streams", aim="DSK", effort="8")
    done = several.actions.add("Done", model="tiny-streams", aim="DSK-2", effort="1")
    free = several.actions.add("Free", effort="1")
    several.actions.change(done, status=ActionStatus.DONE)
    found = several.priorities.open()
    assert [each.of.action for each in found] == [small, large, free]
    first = found[0].of
    assert (first.blocks, first.importance, first.gap, first.effort) == (True, 4, 2, Decimal(2))
    assert found[0].score == Fraction(2 * 4 * 2, 2)
    assert found[-1].missing == (Input.IMPORTANCE, Input.GAP)


def test_the_method_is_kept_and_can_be_undone(several):
    assert several.priorities.method() is PriorityMethod.FORMULA
    several.priorities.choose(PriorityMethod.WSJF)
    several.actions.add("x")
    assert several.priorities.open()[0].missing == (Input.VALUE, Input.URGENCY, Input.OPPORTUNITY, Input.SIZE)
    several.history.undo()
    several.history.undo()
    assert several.priorities.method() is PriorityMethod.FORMULA
