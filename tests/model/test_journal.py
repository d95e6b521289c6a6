import datetime as dt

import pytest

from desktop.model.journal import Changed, Step, StepId, StepKind, along, outline

E, U, R = StepKind.EDIT, StepKind.UNDO, StepKind.REDO


def ids(*clocks):
    return [StepId(clock, "w") for clock in clocks]


def followed(*steps):
    """What is told of steps by writer w: clock, kind and the clock of the target of each."""
    told = [(StepId(clock, "w"), kind, None if of is None else StepId(of, "w")) for clock, kind, of in steps]
    return outline(told, {}, told[-1][0] if told else None)


def trails(found):
    return [[*along(trail)][::-1] for trail in (found.stacks.undo, found.stacks.redo)]


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
    found = followed(*steps)
    assert trails(found) == [ids(*undo), ids(*redo)]
    assert (found.clock, found.senseless) == (len(steps), ())


@pytest.mark.parametrize(
    ("steps", "undo", "redo", "senseless"),
    [
        ([(1, E, None), (2, U, 1), (3, U, 1)], [], [1], [3]),
        ([(1, E, None), (2, E, None), (3, U, 1)], [1, 2], [], [3]),
        ([(1, E, None), (2, U, 2)], [1], [], [2]),
        ([(1, E, None), (2, U, None)], [1], [], [2]),
        ([(1, E, None), (2, R, 1)], [1], [], [2]),
        ([(1, E, 1)], [], [], [1]),
        ([(1, "unheard", None), (2, E, None)], [2], [], [1]),
        ([("x", E, None), (None, E, None), (0, E, None)], [], [], ["x", None, 0]),
    ],
)
def test_a_step_without_sense_costs_that_step_only(steps, undo, redo, senseless):
    found = followed(*steps)
    assert trails(found) == [ids(*undo), ids(*redo)]
    assert found.senseless == tuple(ids(*senseless))


def test_undo_stays_within_one_copy_of_the_file():
    ada, bea = StepId(1, "ada"), StepId(1, "bea")
    undoing = (StepId(2, "ada"), U, ada)
    for tip, undo, redo in [(ada, [ada], []), (bea, [bea], []), (StepId(2, "ada"), [], [ada])]:
        found = outline([(ada, E, None), (bea, E, None), undoing], {}, tip)
        assert (*trails(found), found.senseless) == (undo, redo, ())
    assert outline([(ada, E, None), (bea, E, None), (StepId(2, "ada"), U, bea)], {}, ada).senseless == (
        StepId(2, "ada"),
    )


def test_two_copies_go_on_from_one_step_in_the_midst_of_an_opening():
    """Bea's file was copied after the second step of an opening that made a third; each undoes what is its own."""
    one, two, three = ids(1, 2, 3)
    bea, cy = StepId(3, "bea"), StepId(4, "cy")
    steps = [(one, E, None), (two, E, None), (bea, U, two), (three, E, None), (cy, U, three)]
    after = {"w": None, "bea": two, "cy": three}
    for tip, undo, redo in [(bea, [one], [two]), (cy, [one, two], [three]), (three, [one, two, three], [])]:
        if tip == three:
            steps.pop()
        found = outline(steps, after, tip)
        assert (*trails(found), found.senseless) == (undo, redo, ())
    assert outline([(one, E, None), (bea, U, three)], after, bea).senseless == (bea,)


def test_the_order_of_steps_is_that_of_their_ids():
    assert sorted([StepId(2, "a"), StepId(1, "b"), StepId(1, "a")]) == [StepId(1, "a"), StepId(1, "b"), StepId(2, "a")]


def _step(number):
    return Step(number, "w", E, None, "x", {}, "Ada", dt.datetime(2026, 3, 2, tzinfo=dt.UTC))


def test_changes_together_keep_the_later_step():
    step = _step(1)
    one = Changed(step, frozenset({"member"}), frozenset({("member", "m1")}))
    both = one | Changed(None, frozenset({"answer"}), frozenset({("answer", "a/b/c")}))
    assert both == Changed(step, frozenset({"member", "answer"}), frozenset({("member", "m1"), ("answer", "a/b/c")}))


def test_many_changes_together():
    assert Changed.of([]) == Changed()
    parts = [Changed(_step(1), frozenset({"answer"}), frozenset({("answer", "a")})), Changed(), Changed(_step(2))]
    assert Changed.of(parts) == Changed(_step(2), frozenset({"answer"}), frozenset({("answer", "a")}))
