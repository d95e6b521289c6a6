import pytest

from desktop.model.journal import Change, Step, StepId, StepKind
from desktop.model.records import Member
from desktop.model.store.rows import to_step, to_writer

STEP = {
    "clock": 5,
    "writer": "w",
    "kind": "undo",
    "target_clock": 2,
    "target_writer": "v",
    "label": "area.settle",
    "facts": '{"area":"PLN","count":2,"done":true}',
    "author": "Ada",
    "at": "2026-03-02T09:30:00.125+00:00",
}


def test_a_step_as_it_stands_in_the_file():
    step = to_step(STEP)
    assert isinstance(step, Step)
    assert (step.id, step.number, step.kind, step.target) == (StepId(5, "w"), 5, StepKind.UNDO, StepId(2, "v"))
    assert to_step({**STEP, "target_clock": None, "target_writer": None}).target is None
    assert step.facts == {"area": "PLN", "count": 2, "done": True}
    assert step.at.isoformat(timespec="milliseconds") == STEP["at"]


@pytest.mark.parametrize(
    "change", [{"kind": "unheard"}, {"facts": "{"}, {"facts": "[1]"}, {"facts": '{"a": [1]}'}, {"at": "noon"}]
)
def test_a_step_that_cannot_be(change):
    with pytest.raises(ValueError, match=r".+"):
        to_step({**STEP, **change})


@pytest.mark.parametrize("seen", ["{", "[]", '{"w": "many"}'])
def test_a_writer_that_cannot_be(seen):
    with pytest.raises(ValueError, match=r".+"):
        to_writer({"id": "w", "author": "Ada", "opened": STEP["at"], "seen": seen})


def test_changes_come_in_the_order_they_were_made(store):
    with store.step("member.add", name="Ada") as step:
        step.draft.put(Member, "m2", name="Bea")
        step.draft.put(Member, "m1", name="Ada")
    assert store.changes(step.changed.step.id) == [
        Change("member", "m2", "name", None, "Bea"),
        Change("member", "m2", "present", None, True),
        Change("member", "m1", "name", None, "Ada"),
        Change("member", "m1", "present", None, True),
    ]
