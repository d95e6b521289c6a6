import datetime as dt

import pytest

from desktop.model.journal import Changed, Step, StepKind, outline

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
    found = outline((number, number, kind, target) for number, kind, target in steps)
    assert (found.stacks.undo, found.stacks.redo) == (undo, redo)
    assert (found.clock, found.senseless) == (len(steps), ())


@pytest.mark.parametrize(
    ("steps", "undo", "redo", "senseless"),
    [
        ([(1, 1, E, None), (2, 2, U, 1), (3, 3, U, 1)], [], [1], (3,)),
        ([(1, 1, E, None), (2, 2, E, None), (3, 3, U, 1)], [1, 2], [], (3,)),
        ([(1, 1, E, None), (2, 2, U, 2)], [1], [], (2,)),
        ([(1, 1, E, None), (2, 2, U, None)], [1], [], (2,)),
        ([(1, 1, E, None), (2, 2, R, 1)], [1], [], (2,)),
        ([(1, 1, E, 1)], [], [], (1,)),
        ([(1, 1, "unheard", None), (2, 2, E, None)], [2], [], (1,)),
        ([(1, 1, E, None), (2, 1, E, None), (3, 2, E, None)], [1, 3], [], (2,)),
        ([(1, "x", E, None), (2, None, E, None), (3, 0, E, None)], [], [], (1, 2, 3)),
    ],
)
def test_a_step_without_sense_costs_that_step_only(steps, undo, redo, senseless):
    found = outline(steps)
    assert (found.stacks.undo, found.stacks.redo, found.senseless) == (undo, redo, senseless)


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
