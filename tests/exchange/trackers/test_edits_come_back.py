"""Whatever is written into a tracker comes back as that and nothing else, and twice is once."""

import datetime as dt
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.trackers.layout import Column
from desktop.model.assessment import Assessment
from desktop.model.assessment.tracked import Tracked, plain
from desktop.model.assessment.tracker_comparison import ChangeSort
from desktop.model.records import ActionStatus, Priority
from desktop.wording import names
from tests.exchange.trackers.conftest import make
from tests.exchange.trackers.tracked_plans import TITLES, Edited, compared, read
from tests.thoroughness import tries

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=30).filter(
    lambda text: bool(plain(text)) and not text.startswith("=")
)
CELLS = {
    Tracked.OWNER: TEXTS,
    Tracked.DESCRIPTION: TEXTS,
    Tracked.DUE: st.dates(dt.date(2026, 2, 1), dt.date(2099, 1, 1)),
    Tracked.PRIORITY: st.sampled_from(Priority),
    Tracked.STATUS: st.sampled_from([each for each in ActionStatus if each.is_open]),
    Tracked.PERCENT: st.integers(0, 100),
    Tracked.COMMENT: TEXTS,
}
EDIT = st.sampled_from(sorted(CELLS)).flatmap(
    lambda cell: st.tuples(st.sampled_from(TITLES), st.just(cell), CELLS[cell])
)
EDITS = st.lists(EDIT, max_size=6, unique_by=lambda edit: edit[:2])
ADDED = st.lists(st.tuples(TEXTS, TEXTS), max_size=2)
READ = st.lists(
    st.tuples(st.dates(dt.date(2026, 3, 1), dt.date(2027, 1, 1)), st.integers(-999, 999)),
    max_size=2,
    unique_by=lambda reading: reading[0],
)


@pytest.fixture(scope="module")
def left(moulds):
    return moulds.folder("tracked", make)


def typed(value):
    if isinstance(value, Priority | ActionStatus):
        return names.name(value)
    return dt.datetime.combine(value, dt.time()) if isinstance(value, dt.date) else value


def write_in(path, edits, added, readings):
    with Edited(path) as edited:
        for title, cell, value in edits:
            place = edited.cell(edited.row(title), cell)
            place.value = typed(value)
            if isinstance(value, str):
                place.data_type = "s"
        for title, owner in added:
            row = edited.add(title="x", owner="x")
            for cell, text in ((Tracked.TITLE, title), (Tracked.OWNER, owner)):
                edited.cell(row, cell).value = text
                edited.cell(row, cell).data_type = "s"
        for number, (day, value) in enumerate(readings, start=edited.row("1 · Time to restore", "Readings") + 1):
            edited.put(number, Column.MEASURE, "1 · Time to restore", "Readings")
            edited.put(number, Column.DAY, typed(day), "Readings")
            edited.put(number, Column.VALUE, value, "Readings")


def said(value):
    if isinstance(value, dt.date):
        return value.isoformat()
    return plain(str(value))


def state(assessment):
    return (
        assessment.actions.all(),
        assessment.measures.all(),
        assessment.action_links.needs(),
        assessment.action_log.entries(),
    )


@tries(12)
@given(EDITS, ADDED, READ)
def test_these_edits_and_twice_is_once(left, edits, added, readings):
    with TemporaryDirectory() as folder:
        tracker = Path(shutil.copyfile(left / "tracker.xlsx", Path(folder, "tracker.xlsx")))
        write_in(tracker, edits, added, readings)
        place = shutil.copyfile(left / "a.maturity", Path(folder, "a.maturity"))
        with Assessment.open(Path(place), author="Ada") as assessment:
            before = state(assessment)
            known = {action.title: action for action in assessment.actions.all()}
            wanted = {
                (title, cell, said(value))
                for title, cell, value in edits
                if cell is Tracked.COMMENT or said(value) != said(getattr(known[title], cell) or "")
            }
            found = compared(assessment, tracker)
            assert found.unread == ()
            cells = {
                (change.title, change.cell or Tracked.COMMENT, change.new)
                for change in found.changes
                if change.sort in (ChangeSort.CELL, ChangeSort.COMMENT)
            }
            assert cells == wanted
            new = [change for change in found.changes if change.sort is ChangeSort.NEW]
            assert [(change.title, change.cells[Tracked.OWNER]) for change in new] == [
                (plain(title), plain(owner)) for title, owner in added
            ]
            told = {(change.day, change.new) for change in found.changes if change.sort is ChangeSort.READING}
            assert told == {(day, str(value)) for day, value in readings}
            assert len(found.changes) == len(wanted) + len(new) + len(told)
            if not found.changes:
                return
            assessment.trackers.take(read(tracker), found.changes)
            again = compared(assessment, tracker)
            assert (again.changes, again.unread) == ((), ())
            assessment.history.undo()
            assert state(assessment) == before
