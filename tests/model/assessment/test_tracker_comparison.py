import datetime as dt

import pytest

from desktop.model.assessment.tracked import ReturnedAction, ReturnedReading, ReturnedTracker, Tracked, Trouble
from desktop.model.assessment.tracker_comparison import ChangeSort, Standing, Standings, compare

DAY = dt.date(2026, 5, 1)


def row(number, cells, left=None, *, action="a", is_new=False):
    return ReturnedAction("Actions", number, action, is_new=is_new, cells=cells, left=left or {})


def now(**texts):
    return Standing(1, {Tracked.TITLE: "Agree", Tracked.STATUS: "agreed", **{Tracked(k): v for k, v in texts.items()}})


def found(*rows, actions=None, readings=(), **more):
    standings = Standings(actions or {"a": now(owner="Ours")}, **more)
    return compare(ReturnedTracker("t.xlsx", "x", actions=rows, readings=readings), standings)


@pytest.mark.parametrize(
    ("left", "here", "there", "changes", "conflicts"),
    [
        ("A", "A", "A", 0, 0),
        ("A", "B", "A", 0, 0),
        ("A", "A", "B", 1, 0),
        ("A", "B", "B", 0, 0),
        ("A", "B", "C", 1, 1),
        ("A", "", "C", 1, 1),
        ("", "A", "", 0, 0),
        ("A", "A", "", 1, 0),
        ("A", "B", "", 1, 1),
    ],
)
def test_what_left_what_stands_there_and_what_came_back(left, here, there, changes, conflicts):
    comparison = found(row(6, {Tracked.OWNER: there}, {Tracked.OWNER: left}), actions={"a": now(owner=here)})
    assert (len(comparison.changes), len(comparison.conflicts)) == (changes, conflicts)


def test_without_what_left_nothing_is_a_conflict():
    tracker = ReturnedTracker(
        "list.csv",
        actions=(ReturnedAction("list", 2, "a", is_new=False, cells={Tracked.STATUS: "done"}, left=None),),
    )
    (change,) = compare(tracker, Standings({"a": now()})).changes
    assert (change.is_conflict, change.left, change.new) == (False, None, "done")


def test_a_circle_over_several_rows_is_told_where_it_closes():
    actions = {each: now() for each in "abc"}
    comparison = found(
        row(6, {Tracked.NEEDS: "b"}),
        row(7, {Tracked.NEEDS: "c"}, action="b"),
        row(8, {Tracked.NEEDS: "a"}, action="c"),
        actions=actions,
    )
    assert [change.row for change in comparison.changes] == [6, 7]
    assert [(each.row, each.why) for each in comparison.unread] == [(8, Trouble.CYCLE)]


def test_a_new_action_waits_for_none_that_waits_for_it():
    comparison = found(
        row(6, {Tracked.TITLE: "New", Tracked.NEEDS: "a"}, action="n", is_new=True),
        row(7, {Tracked.NEEDS: "n"}),
    )
    assert [change.sort for change in comparison.changes] == [ChangeSort.NEW]
    assert [(each.row, each.why) for each in comparison.unread] == [(7, Trouble.CYCLE)]


def test_both_days_of_a_row_count_together():
    left = {Tracked.START: "2026-01-01", Tracked.DUE: "2026-02-01"}
    later = {Tracked.START: "2026-03-01", Tracked.DUE: "2026-04-01"}
    actions = {"a": now(start="2026-01-01", due="2026-02-01")}
    assert len(found(row(6, later, left), actions=actions).changes) == 2
    alone = found(row(6, {**later, Tracked.DUE: "2026-02-01"}, left), actions=actions)
    assert [each.why for each in alone.unread] == [Trouble.DUE_BEFORE_START]


def test_readings_once_a_day():
    readings = [
        ReturnedReading("Readings", number, "m", DAY, value) for number, value in ((6, "1"), (7, "1"), (8, "2"))
    ]
    comparison = found(readings=readings, measures={"m": ("Time", 1)})
    assert [(change.row, change.new, change.is_conflict) for change in comparison.changes] == [(6, "1", False)]
    assert [(each.row, each.why) for each in comparison.unread] == [(8, Trouble.DAY_TWICE)]


def test_a_reading_of_a_measure_that_is_gone():
    comparison = found(readings=(ReturnedReading("Readings", 6, "m", DAY, "1"),))
    assert [(each.row, each.why) for each in comparison.unread] == [(6, Trouble.REMOVED)]


def test_what_was_written_down_already_is_no_change():
    actions = {"a": Standing(1, {Tracked.TITLE: "Agree"}, frozenset({"Going well."}))}
    comparison = found(
        row(6, {Tracked.COMMENT: "Going well."}), row(7, {Tracked.COMMENT: "Not any more."}), actions=actions
    )
    assert [(change.sort, change.new) for change in comparison.changes] == [(ChangeSort.COMMENT, "Not any more.")]


def test_what_is_done_meanwhile_is_not_done_by_less_than_all_of_it():
    left = {Tracked.PERCENT: "50", Tracked.STATUS: "in_progress"}
    actions = {"a": now(percent="100", status="done")}
    less = found(row(6, {**left, Tracked.PERCENT: "70"}, left), actions=actions)
    assert [(each.why, each.said) for each in less.unread] == [(Trouble.DONE, "70")]
    assert less.changes == ()
    left = {Tracked.PERCENT: "100", Tracked.STATUS: "done"}
    opened = found(row(6, {Tracked.PERCENT: "70", Tracked.STATUS: "in_progress"}, left), actions=actions)
    assert [(each.cell, each.new) for each in opened.changes] == [
        (Tracked.PERCENT, "70"),
        (Tracked.STATUS, "in_progress"),
    ]
