from desktop.model.journal import Change, StepId
from desktop.model.merging.apart import Apart
from desktop.model.merging.reach import Knowledge

A, B, C = StepId(2, "a"), StepId(3, "b"), StepId(5, "c")
SEEN = {"a": {}, "b": {}, "c": {"a": 2}}
CHANGES = {step: Change("member", step.writer, "name", None, step.writer) for step in (A, B, C)}


def unknown(*heads):
    return Apart([*CHANGES.items()], Knowledge(SEEN), lambda *_cell: heads).unknown_to("member", "m1", "name")


def test_what_nobody_knew_who_said_what_a_cell_holds():
    assert unknown() == (CHANGES[A], CHANGES[B], CHANGES[C])
    assert unknown(A) == (CHANGES[B], CHANGES[C])
    assert unknown(C) == (CHANGES[B],)
    assert unknown(B, C) == ()
    assert Apart([*CHANGES.items()], Knowledge(SEEN), lambda *_cell: ()).changes == tuple(CHANGES.values())
