from desktop.model.merging.bundle import Bundle, StepRow, WriterRow
from desktop.model.merging.reach import Reach
from desktop.model.records import FORMAT
from desktop.model.store.uniting import beyond

STEPS = [
    StepRow(clock, writer, "edit", None, None, "x", "{}", "Ada", "") for clock, writer in [(1, "a"), (2, "b"), (3, "a")]
]
CHANGES = [(step.clock, step.writer, "member", "m1", "name", None, None) for step in STEPS]
WRITERS = [WriterRow(writer, "Ada", "", "{}", None, None) for writer in "ab"]
BUNDLE = Bundle(FORMAT, "a1", writers=WRITERS, steps=STEPS, changes=CHANGES)


def test_what_is_here_already_is_left_out():
    found = beyond(BUNDLE, Reach({"a": 1, "b": 2}))
    assert (found.steps, found.changes, found.writers) == (STEPS[2:], CHANGES[2:], WRITERS[:1])
    assert beyond(BUNDLE, Reach()) is BUNDLE
    assert not beyond(BUNDLE, Reach({"a": 3, "b": 9}))
