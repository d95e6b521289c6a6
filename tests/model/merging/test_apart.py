from functools import partial

from desktop.model.journal import Change, StepId
from desktop.model.merging.apart import Apart
from desktop.model.merging.reach import CODED, Knowledge

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


def test_who_does_without_names_knows_of_no_change_of_them():
    named = Change("identity", "p1", "name", None, "Wilhelmina")
    knowledge = Knowledge({**SEEN, f"{CODED}d": {"a": 2}})
    dated = [(A, named), (A, CHANGES[A]), (B, CHANGES[B])]
    for head, found in ((C, (CHANGES[B],)), (StepId(5, f"{CODED}d"), (named, CHANGES[B]))):
        apart = Apart(dated, knowledge, partial(_heads, head))
        assert apart.unknown_to("narrative", "summary", "names_nobody") == found


def _heads(head, *_cell):
    return (head,)
