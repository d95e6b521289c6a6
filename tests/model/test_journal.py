import datetime as dt

import pytest

from desktop.model.journal import Changed, Step, StepKind, stacks

E, U, R = StepKind.EDIT, StepKind.UNDO, StepKind.REDO


@pytest.mark.parametrize(
    ("steps", "undo", "redo"),
    [
        ([], [], []),
        ([(1, E, None), (2, E, None)], [1, 2], []),
        ([(1, E, None), (2, E, None), (3, U, 2)], [1], [2]),
        ([(1, E, None), (2, E, None), (3, U, 2), (4, U, 1)], [], [2, 1]),
        ([(1, E, None), (2, E, None), (3, U, 2), (4, U, 1), (5, R, 1)], [1], [2]),
        ([(1, E, None), (2, U, 1), (3, R, 1), (4, U, 1)], [], [1]),
        ([(1, E, None), (2, U, 1), (3, E, None)], [3], []),
    ],
)
def test_which_steps_undo_and_redo_would_take(steps, undo, redo):
    found = stacks(steps)
    assert (found.undo, found.redo) == (undo, redo)


def test_an_undo_of_nothing_is_a_fault():
    with pytest.raises(ValueError, match="not in list"):
        stacks([(1, E, None), (2, U, 1), (3, U, 1)])


def _step(number):
    return Step(number, "w", number, E, None, "x", {}, "Ada", dt.datetime(2026, 3, 2, tzinfo=dt.UTC))


def test_changes_together_keep_the_later_step():
    step = _step(1)
    one = Changed(step, frozenset({"member"}), frozenset({("member", "m1")}))
    both = one | Changed(None, frozenset({"answer"}), frozenset({("answer", "a/b/c")}))
    assert both == Changed(step, frozenset({"member", "answer"}), frozenset({("member", "m1"), ("answer", "a/b/c")}))


def test_many_changes_together():
    assert Changed.of([]) == Changed()
    parts = [Changed(_step(1), frozenset({"answer"}), frozenset({("answer", "a")})), Changed(), Changed(_step(2))]
    assert Changed.of(parts) == Changed(_step(2), frozenset({"answer"}), frozenset({("answer", "a")}))
