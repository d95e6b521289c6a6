import datetime as dt

import pytest

from desktop.model.assessment.tracked import Tracked, Trouble, Unread
from desktop.model.assessment.tracker_comparison import ChangeSort, Comparison, TrackerChange
from desktop.wording import trackers


def change(sort=ChangeSort.CELL, **more):
    said = {"key": "k", "sort": sort, "sheet": "Actions", "row": 6, "subject": "a", "number": 3, "title": "Agree"}
    return TrackerChange(**{**said, **more})


@pytest.mark.parametrize("why", Trouble)
def test_every_trouble_has_a_sentence_with_its_place(why):
    line = trackers.unread_line(Unread("Actions", 7, "Due", why, "3/4", ("one", "two")))
    assert line.startswith("Actions, row 7, Due: ")
    assert line.endswith((".", "two.", "again."))
    assert "{" not in line


@pytest.mark.parametrize("cell", Tracked)
def test_every_cell_has_a_name(cell):
    assert trackers.cell_name(cell)


@pytest.mark.parametrize(
    ("cell", "text", "told"),
    [
        (Tracked.STATUS, "in_progress", "In progress"),
        (Tracked.PRIORITY, "low", "Low"),
        (Tracked.NEEDS, "b a", "2, 11"),
        (Tracked.DUE, "2026-03-31", "2026-03-31"),
        (Tracked.OWNER, "", ""),
    ],
)
def test_cells_as_people_read_them(cell, text, told):
    assert trackers.cell_text(cell, text, {"a": 11, "b": 2}) == told


def test_changes_in_a_line():
    moved = change(cell=Tracked.DUE, left="2026-01-01", now="2026-01-01", new="")
    assert trackers.change_line(moved, {}) == "Actions, row 6, 3 Agree: Due: 2026-01-01 → nothing"
    read = change(ChangeSort.READING, day=dt.date(2026, 5, 1), new="7", cells={Tracked.COMMENT: "by hand"})
    assert trackers.change_line(read, {}) == "Actions, row 6, 3 Agree: Reading on 2026-05-01: nothing → 7 (by hand)"
    new = change(ChangeSort.NEW, number=0, cells={Tracked.TITLE: "Agree", Tracked.OWNER: "Desk lead"})
    assert trackers.change_line(new, {}) == "Actions, row 6, Agree: New action: Owner: Desk lead"
    bare = change(ChangeSort.NEW, number=0, cells={Tracked.TITLE: "Agree"})
    assert trackers.change_line(bare, {}) == "Actions, row 6, Agree: New action"
    said = change(ChangeSort.COMMENT, new="Going well.")
    assert trackers.change_line(said, {}) == "Actions, row 6, 3 Agree: Comment: Going well."


def test_counts():
    clash = change(is_conflict=True)
    unread = Unread("Actions", 7, "", Trouble.NO_TITLE)
    assert trackers.counts_text(Comparison((), ())) == "It says nothing new."
    told = trackers.counts_text(Comparison((change(), change(), clash), (unread,)))
    assert told == "2 changes, 1 conflict, 1 thing is not read."
    assert trackers.missing_text((3, 5)) == "Actions 3, 5 are no longer in the tracker; nothing is done about them."
