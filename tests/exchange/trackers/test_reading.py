import datetime as dt
import shutil

import pytest
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from desktop.exchange.trackers.layout import Column
from desktop.exchange.trackers.reading import read_tracker
from desktop.model.assessment import Assessment
from desktop.model.assessment.tracked import Tracked, Trouble
from desktop.model.assessment.tracker_comparison import ChangeSort
from desktop.model.errors import RefusalError
from desktop.model.records import ActionStatus, Priority
from desktop.wording.trackers import change_line, unread_line
from tests.builders import tiny_pack
from tests.exchange.trackers.tracked_plans import TITLES, Edited, compared, read, write

FIRST, SECOND, THIRD, FOURTH = TITLES


def day(year, month, number):
    """As a cell with a day has it."""
    return dt.datetime.combine(dt.date(year, month, number), dt.time())


def troubles(found):
    return [(each.row, each.column, each.why) for each in found.unread]


def refused(path):
    with pytest.raises(RefusalError) as caught:
        read_tracker(path)
    return caught.value.code


def told(found):
    return {change.key.partition("/")[2] or change.key: (change.now, change.new) for change in found.changes}


def _by_id(change):
    return change.cell is Tracked.NEEDS


def test_a_tracker_as_it_left_says_nothing(assessment, tracker):
    found = compared(assessment, tracker)
    assert (found.changes, found.unread, found.missing) == ((), (), ())
    assert assessment.trackers.made_here(read(tracker))


def test_what_was_changed_comes_back_with_both_values_and_its_row(assessment, tracker):
    before = tracker.read_bytes()
    with Edited(tracker) as edited:
        row = edited.row(FIRST)
        edited.put(row, Tracked.OWNER, "  Head of\nservices ")
        edited.put(row, Tracked.DUE, day(2026, 7, 31))
        edited.put(row, Tracked.STATUS, "waiting")
        edited.put(row, Tracked.PERCENT, 60)
        edited.put(row, Tracked.COMMENT, "=SUM of it all")
        edited.cell(row, Tracked.COMMENT).data_type = "s"
        other = edited.row(SECOND)
        edited.put(other, Tracked.NEEDS, "1, 3")
        edited.put(other, Tracked.DUE, None)
    found = compared(assessment, tracker)
    assert found.unread == ()
    changed = {(change.number, change.cell, change.now, change.new) for change in found.changes if not _by_id(change)}
    assert changed == {
        (1, Tracked.OWNER, "Service manager", "Head of services"),
        (1, Tracked.DUE, "2026-06-30", "2026-07-31"),
        (1, Tracked.STATUS, "in_progress", "waiting"),
        (1, Tracked.PERCENT, "40", "60"),
        (1, None, "", "=SUM of it all"),
        (2, Tracked.DUE, "2026-09-30", ""),
    }
    assert {(change.row, change.sheet) for change in found.changes} == {(row, "Actions"), (other, "Actions")}
    assessment.trackers.take(read(tracker), found.changes, day=dt.date(2026, 4, 2))
    first, second, third, _fourth = assessment.actions.all()
    assert (first.owner, first.due, first.percent) == ("Head of services", dt.date(2026, 7, 31), 60)
    assert first.status is ActionStatus.WAITING
    assert second.due is None
    assert assessment.action_links.needs()[second.id] == (first.id, third.id)
    (entry,) = assessment.action_log.entries()
    assert (entry.by, entry.text, entry.day) == ("tracker.xlsx", "=SUM of it all", dt.date(2026, 4, 2))
    again = compared(assessment, tracker)
    assert (again.changes, again.unread) == ((), ())
    assessment.history.undo()
    assert assessment.actions.all()[0].owner == "Service manager"
    assert assessment.action_log.entries() == []
    assert len(compared(assessment, tracker).changes) == len(found.changes)
    assert before != tracker.read_bytes()


def test_the_file_is_only_read(assessment, tracker):
    tracker.chmod(0o444)
    stamp, content = tracker.stat().st_mtime_ns, tracker.read_bytes()
    assessment.trackers.compare(read_tracker(tracker))
    assert (tracker.stat().st_mtime_ns, tracker.read_bytes()) == (stamp, content)


def test_new_actions_are_known_when_they_come_again(assessment, tracker):
    with Edited(tracker) as edited:
        edited.add(title="Write a handbook", owner="Desk lead", due=day(2026, 12, 1), priority="Low", needs="4")
        last = edited.sheet().max_row + 3
        edited.put(last, Tracked.TITLE, "Below everything")
    found = compared(assessment, tracker)
    assert [(change.sort, change.title) for change in found.changes] == [
        (ChangeSort.NEW, "Write a handbook"),
        (ChangeSort.NEW, "Below everything"),
    ]
    assessment.trackers.take(read(tracker), found.changes)
    *_others, handbook, below = assessment.actions.all()
    assert (handbook.number, handbook.title, handbook.owner) == (5, "Write a handbook", "Desk lead")
    assert (handbook.due, handbook.priority) == (dt.date(2026, 12, 1), Priority.LOW)
    assert assessment.action_links.needs()[handbook.id] == (assessment.actions.all()[3].id,)
    assert (below.number, below.title, below.status) == (6, "Below everything", ActionStatus.PROPOSED)
    assert compared(assessment, tracker).changes == ()
    assessment.actions.change(handbook.id, owner="Somebody else")
    (conflict,) = compared(assessment, tracker).conflicts
    assert (conflict.now, conflict.new) == ("Somebody else", "Desk lead")


def test_what_the_team_changed_meanwhile_and_otherwise_is_a_conflict(assessment, tracker):
    with Edited(tracker) as edited:
        row = edited.row(FIRST)
        edited.put(row, Tracked.OWNER, "Theirs")
        edited.put(row, Tracked.PERCENT, 50)
        edited.put(row, Tracked.PRIORITY, "Low")
    first = assessment.actions.all()[0]
    assessment.actions.change(first.id, owner="Ours", percent=50, due=dt.date(2027, 1, 1))
    found = compared(assessment, tracker)
    (conflict,) = found.conflicts
    assert (conflict.left, conflict.now, conflict.new) == ("Service manager", "Ours", "Theirs")
    assert told(found) == {"owner": ("Ours", "Theirs"), "priority": ("high", "low")}
    assert "(conflict: it was Service manager when the tracker left)" in change_line(conflict, {})


def test_readings_from_both_sheets(assessment, tracker):
    with Edited(tracker) as edited:
        row = edited.row("Time to restore", "Measures")
        edited.put(row, Column.DAY, day(2026, 5, 1), "Measures")
        edited.put(row, Column.VALUE, 6.25, "Measures")
        edited.put(row, Column.REMARK, "After the training", "Measures")
        empty = edited.row("1 · Time to restore", "Readings") + 1
        edited.put(empty, Column.MEASURE, "1 · time to restore", "Readings")
        edited.put(empty, Column.DAY, "1 June 2026", "Readings")
        edited.put(empty, Column.VALUE, "5,5 hours", "Readings")
    found = compared(assessment, tracker)
    assert [(change.day, change.new) for change in found.changes] == [
        (dt.date(2026, 5, 1), "6.25"),
        (dt.date(2026, 6, 1), "5.5"),
    ]
    assessment.trackers.take(read(tracker), found.changes)
    (standing,) = assessment.measures.all()
    assert [(each.value, each.note) for each in standing.readings] == [
        ("7.50", "canary remark"),
        ("6.25", "After the training"),
        ("5.5", ""),
    ]
    assert compared(assessment, tracker).changes == ()


def test_another_value_for_a_day_is_a_conflict(assessment, tracker):
    with Edited(tracker) as edited:
        row = edited.row("Time to restore", "Measures")
        edited.put(row, Column.DAY, day(2026, 2, 1), "Measures")
        edited.put(row, Column.VALUE, 7, "Measures")
    (change,) = compared(assessment, tracker).changes
    assert (change.is_conflict, change.now, change.new) == (True, "7.5", "7")


def test_a_corrected_reading_is_no_conflict(assessment, tracker):
    with Edited(tracker) as edited:
        row = edited.row("1 · Time to restore", "Readings")
        edited.put(row, Column.VALUE, 7, "Readings")
    (change,) = compared(assessment, tracker).changes
    assert (change.is_conflict, change.now, change.new) == (False, "7.5", "7")


def test_sorted_moved_extended_and_without_its_marks(assessment, tracker):
    with Edited(tracker) as edited:
        edited.put(edited.row(FOURTH), Tracked.OWNER, "Desk lead")
        sheet = edited.sheet()
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6, max_row=9)]
        for number, row in enumerate(reversed(rows), start=6):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value
                if str(value).startswith("="):
                    sheet.cell(number, column).data_type = "s"
        sheet.insert_cols(2)
        sheet["B5"] = "Cost centre"
        sheet["B6"] = "4711"
        sheet.insert_cols(1)
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Our own heading"
        sheet.title = "Massnahmen"
        sheet.delete_rows(6)
        edited.workbook.move_sheet(sheet, 2)
    found = compared(assessment, tracker)
    assert found.unread == ()
    assert told(found) == {"owner": ("", "Desk lead")}


def test_deleted_rows_and_sheets_are_told_and_nothing_is_done(assessment, tracker):
    with Edited(tracker) as edited:
        edited.sheet().delete_rows(edited.row(THIRD))
        del edited.workbook["Readings"]
        del edited.workbook["Measures"]
    found = compared(assessment, tracker)
    assert (found.changes, found.unread, found.missing) == ((), (), (3,))


def test_notes_on_cells_are_part_of_the_comment(assessment, tracker):
    with Edited(tracker) as edited:
        row = edited.row(SECOND)
        edited.put(row, Tracked.COMMENT, "Later.")
        edited.cell(row, Tracked.OWNER).comment = Comment("On leave until May.", "Somebody")
        edited.sheet()["A1"].comment = Comment("Thanks!", "Somebody")
    found = compared(assessment, tracker)
    assert told(found) == {"comment": ("", "Later.\nOn leave until May.")}
    assert [(each.row, each.why, each.said) for each in found.unread] == [(1, Trouble.NOTE, "Thanks!")]


@pytest.mark.parametrize(
    ("cell", "typed", "why"),
    [
        (Tracked.STATUS, "Nearly there", Trouble.UNKNOWN_WORD),
        (Tracked.STATUS, None, Trouble.EMPTY),
        (Tracked.STATUS, "Verified", Trouble.TEAM_ONLY),
        (Tracked.STATUS, "Dropped", Trouble.DROPPED_WHY),
        (Tracked.TITLE, None, Trouble.EMPTY),
        (Tracked.DUE, "03/04/2026", Trouble.TWO_DAYS),
        (Tracked.DUE, "31.02.2026", Trouble.NO_SUCH_DAY),
        (Tracked.DUE, "12 März 2026", Trouble.NO_DAY),
        (Tracked.DUE, "2226-03-04", Trouble.NO_SUCH_YEAR),
        (Tracked.DUE, "2026-01-14", Trouble.DUE_BEFORE_START),
        (Tracked.DUE, "=TODAY()+14", Trouble.FORMULA),
        (Tracked.PERCENT, 0.45, Trouble.NO_PERCENT),
        (Tracked.PERCENT, 101, Trouble.NO_PERCENT),
        (Tracked.NEEDS, "9", Trouble.UNKNOWN_NUMBER),
        (Tracked.NEEDS, "2", Trouble.CYCLE),
        (Tracked.NEEDS, "1", Trouble.CYCLE),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place_and_the_rest_is_read(assessment, tracker, cell, typed, why):
    with Edited(tracker) as edited:
        row = edited.row(FIRST)
        edited.put(row, cell, typed)
        edited.put(row, Tracked.OWNER, "Head of services")
        heading = edited.cell(edited.row("No."), cell).value
    found = compared(assessment, tracker)
    assert troubles(found) == [(row, heading, why)]
    assert told(found) == {"owner": ("Service manager", "Head of services")}
    assert unread_line(found.unread[0]).startswith(f"Actions, row {row}, {heading}: ")


def test_an_ambiguous_day_names_both(assessment, tracker):
    with Edited(tracker) as edited:
        edited.put(edited.row(FIRST), Tracked.DUE, "03/04/2026")
    (unread,) = compared(assessment, tracker).unread
    assert unread_line(unread).endswith("“03/04/2026” can mean 2026-04-03 or 2026-03-04. Ask which, and write it so.")


def test_keys_that_were_edited_copied_or_mixed_up(assessment, tracker):
    with Edited(tracker) as edited:
        first, second, third, fourth = map(edited.row, TITLES)
        edited.put(first, Column.ID, "edited")
        edited.put(first, Tracked.OWNER, "Lost")
        new = edited.add(title=SECOND, owner="Copied")
        edited.put(new, Column.ID, edited.cell(second, Column.ID).value)
        edited.put(third, Column.NUMBER, 4)
        edited.put(fourth, Tracked.OWNER, "Desk lead")
        edited.add(owner="Nobody says what for")
    found = compared(assessment, tracker)
    assert [(row, why) for row, _column, why in troubles(found)] == [
        (first, Trouble.UNKNOWN_ID),
        (second, Trouble.DUPLICATE_ID),
        (third, Trouble.ROWS_MIXED),
        (new, Trouble.DUPLICATE_ID),
        (new + 1, Trouble.NO_TITLE),
    ]
    assert told(found) == {"owner": ("", "Desk lead")}


def test_merged_cells(assessment, tracker):
    with Edited(tracker) as edited:
        first, second = edited.row(FIRST), edited.row(SECOND)
        letter = get_column_letter(edited.cell(first, Tracked.OWNER).column)
        edited.put(first, Tracked.OWNER, "For both")
        edited.sheet().merge_cells(f"{letter}{first}:{letter}{second}")
    found = compared(assessment, tracker)
    assert troubles(found) == [(first, "Owner", Trouble.MERGED), (second, "Owner", Trouble.MERGED)]
    assert found.changes == ()


@pytest.mark.parametrize(
    ("cells", "column", "why"),
    [
        ({Column.DAY: None}, "Day", Trouble.DAY_MISSING),
        ({Column.VALUE: None}, "Value", Trouble.VALUE_MISSING),
        ({Column.VALUE: "1,234.5"}, "Value", Trouble.NO_NUMBER),
        ({Column.VALUE: "=A1*2"}, "Value", Trouble.FORMULA),
        ({Column.MEASURE: "Something else"}, "Measure", Trouble.NO_MEASURE),
        ({Column.DAY: "1/2/2026"}, "Day", Trouble.TWO_DAYS),
    ],
)
def test_readings_that_cannot_be_read(assessment, tracker, cells, column, why):
    said = {Column.MEASURE: "1 · Time to restore", Column.DAY: day(2026, 5, 1), Column.VALUE: 6}
    with Edited(tracker) as edited:
        row = edited.row("1 · Time to restore", "Readings") + 1
        for mark, value in (said | cells).items():
            edited.put(row, mark, value, "Readings")
    found = compared(assessment, tracker)
    assert (troubles(found), found.changes) == ([(row, column, why)], ())


def test_what_was_removed_meanwhile(assessment, tracker):
    with Edited(tracker) as edited:
        row = edited.row(FOURTH)
        edited.put(row, Tracked.OWNER, "Desk lead")
    assessment.actions.remove(assessment.actions.all()[3].id)
    assessment.measures.remove(assessment.measures.all()[0].measure.id)
    found = compared(assessment, tracker)
    assert (troubles(found), found.changes) == ([(row, "", Trouble.REMOVED)], ())


def test_who_drops_an_action_says_why(assessment, tracker):
    with Edited(tracker) as edited:
        row = edited.row(FIRST)
        edited.put(row, Tracked.STATUS, "Dropped")
        edited.put(row, Tracked.COMMENT, "Nobody needs it.")
        other = edited.row(SECOND)
        edited.put(other, Tracked.STATUS, "Done")
        edited.put(other, Tracked.PERCENT, 70)
    found = compared(assessment, tracker)
    alone = [change for change in found.changes if change.sort is ChangeSort.CELL]
    assessment.trackers.take(read(tracker), alone)
    first, second, *_others = assessment.actions.all()
    assert (first.status, first.dropped_because) == (ActionStatus.DROPPED, "Nobody needs it.")
    assert (second.status, second.percent) == (ActionStatus.DONE, 100)
    assert second.closed is not None
    assert told(compared(assessment, tracker)) == {"comment": ("", "Nobody needs it.")}


def test_turning_round_what_waits_for_what_is_no_circle(assessment, tracker):
    with Edited(tracker) as edited:
        edited.put(edited.row(SECOND), Tracked.NEEDS, None)
        edited.put(edited.row(FIRST), Tracked.NEEDS, "2")
    found = compared(assessment, tracker)
    assert (len(found.changes), found.unread) == (2, ())
    assessment.trackers.take(read(tracker), found.changes)
    first, second, *_others = (action.id for action in assessment.actions.all())
    assert assessment.action_links.needs() == {first: (second,)}


def test_a_tracker_of_another_assessment(assessment, tracker, tmp_path):
    with (
        Assessment.create(tmp_path / "other.maturity", [tiny_pack()], author="Ada") as other,
        pytest.raises(RefusalError) as caught,
    ):
        other.trackers.compare(read(tracker))
    assert caught.value.code == "tracker.other_assessment"


def test_a_tracker_made_from_another_copy_is_known(assessment, tracker, tmp_path):
    shutil.copyfile(assessment.path, tmp_path / "copy.maturity")
    with Assessment.open(tmp_path / "copy.maturity", author="Bo") as copy:
        copy.actions.add("Only in the copy")
        assert not assessment.trackers.made_here(read(write(copy, tmp_path / "of the copy.xlsx")))


def spoil(path, how):
    with Edited(path) as edited:
        how(edited)


def _no_identity(edited):
    del edited.workbook["Tracker"]


def _newer(edited):
    edited.sheet("Tracker")["B1"] = "2"


def _senseless(edited):
    edited.sheet("Tracker")["B1"] = "x"


def _no_keys(edited):
    edited.sheet().delete_cols(2)


def _no_actions(edited):
    del edited.workbook["Actions"]


def _two_sheets(edited):
    edited.workbook.copy_worksheet(edited.sheet())


def _column_twice(edited):
    edited.sheet()["Z4"] = "mw:owner"


@pytest.mark.parametrize(
    ("how", "code"),
    [
        (_no_identity, "tracker.no_identity"),
        (_senseless, "tracker.no_identity"),
        (_newer, "tracker.newer"),
        (_no_keys, "tracker.no_keys"),
        (_no_actions, "tracker.no_actions"),
        (_two_sheets, "tracker.sheet_twice"),
        (_column_twice, "tracker.column_twice"),
    ],
)
def test_what_is_refused_whole(tracker, how, code):
    spoil(tracker, how)
    with pytest.raises(RefusalError) as caught:
        read(tracker)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "tracker.damaged"),
        (b"PK\x03\x04 cut", "tracker.damaged"),
        (b"No.,Action\n1,x\n", "tracker.damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "tracker.password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + b"\0\0", "tracker.other_format"),
    ],
)
def test_files_that_are_no_workbook(tmp_path, content, code):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert refused(path) == code


def test_a_file_that_is_not_there(tmp_path):
    assert refused(tmp_path / "none.xlsx") == "tracker.missing"


def test_a_hundred_thousand_empty_rows(assessment, tracker):
    with Edited(tracker) as edited:
        edited.put(edited.row(FIRST), Tracked.OWNER, "Head of services")
        sheet = edited.sheet()
        for number in range(25, 100_025):
            sheet.cell(number, 6).number_format = "0.00"
    found = assessment.trackers.compare(read_tracker(tracker))
    assert told(found) == {"owner": ("Service manager", "Head of services")}
