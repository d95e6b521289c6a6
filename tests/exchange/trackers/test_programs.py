"""Lists for other programs, and what these export."""

import csv
import io

import pytest
from msgspec.structs import replace

from desktop.exchange.trackers.program_exports import read_export
from desktop.exchange.trackers.programs import KEY, Program, key_of, lists_of, write_lists
from desktop.exchange.trackers.returned import looks_like_tracker, read_returned
from desktop.model.assessment.tracked import Tracked, Trouble
from desktop.model.errors import RefusalError
from desktop.model.records import ActionStatus
from tests.exchange.foreign_models.books import book
from tests.exchange.trackers.tracked_plans import TITLES, content_of

HEADINGS = {
    Program.JIRA: ["Summary", "Issue Type", "Priority", "Due Date", "Labels", "Description"],
    Program.AZURE: ["Work Item Type", "Title", "Priority", "Tags", "Description"],
    Program.GITHUB: ["title", "body", "labels", "state"],
    Program.PLANNER: ["Task Name", "Bucket Name", "Progress", "Priority", "Start Date", "Due Date", "Description"],
}


def rows_of(data):
    return [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))]


def statuses(assessment):
    return {action.id: action.status for action in assessment.actions.all()}


@pytest.mark.parametrize("program", Program)
def test_the_columns_that_it_imports_with_our_key_in_one(assessment, program):
    (data,) = lists_of(content_of(assessment), program)
    headings, *rows = rows_of(data)
    assert headings == HEADINGS[program]
    assert [KEY.findall(" ".join(row))[0] for row in rows] == [action.id for action in assessment.actions.all()]
    assert [TITLES[0] in row for row in rows] == [True, False, False, False]


@pytest.mark.parametrize("program", Program)
def test_nothing_that_a_spreadsheet_takes_for_a_formula(assessment, program):
    action = assessment.actions.all()[0].id
    assessment.actions.change(action, title="+cmd|' /C calc'!A0", description="@SUM(A1)\n-1", owner="\t=1")
    (data,) = lists_of(content_of(assessment), program)
    assert not [
        cell for row in rows_of(data) for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    ]


def test_only_what_is_open_is_handed_over(assessment, tmp_path):
    for action in assessment.actions.all():
        assessment.actions.change(action.id, status=ActionStatus.DONE)
    with pytest.raises(RefusalError) as caught:
        write_lists(content_of(assessment), Program.JIRA, tmp_path)
    assert caught.value.code == "tracker.nothing_open"


def test_more_than_the_program_takes_at_once(assessment, tmp_path):
    content = content_of(assessment)
    many = replace(content, actions=content.actions * 300)
    paths = write_lists(many, Program.AZURE, tmp_path)
    assert [path.name.rpartition("for ")[2] for path in paths] == ["Azure DevOps 1.csv", "Azure DevOps 2.csv"]
    assert [len(rows_of(path.read_bytes())) for path in paths] == [1001, 201]


def export(path, assessment, *states, headings=("Summary", "Labels", "Status", "Labels")):
    keys = [key_of(action.id) for action in assessment.actions.all()]
    rows = [
        [f"Item {number}", f"team;{key}", state, ""]
        for number, (key, state) in enumerate(zip(keys, states, strict=True))
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows, ["Somebody's own", "team", "Done", ""]])
    return path


def told(assessment, path):
    found = assessment.trackers.compare(read_returned(path, statuses(assessment)))
    return [(change.number, change.new) for change in found.changes], [(each.row, each.why) for each in found.unread]


def test_states_come_back_by_key(assessment, tmp_path):
    path = export(tmp_path / "jira.csv", assessment, "Done", "To Do", "Blocked", "IN PROGRESS")
    changes, unread = told(assessment, path)
    assert changes == [(1, "done"), (3, "waiting"), (4, "in_progress")]
    assert unread == []
    returned = read_export(path, statuses(assessment))
    assessment.trackers.take(returned, assessment.trackers.compare(returned).changes)
    assert told(assessment, path) == ([], [])


@pytest.mark.parametrize(
    ("state", "heading", "changes"),
    [("open", "state", []), ("closed", "state", [(1, "done")]), ("Completed", "Progress", [(1, "done")])],
)
def test_words_that_can_mean_several_states(assessment, tmp_path, state, heading, changes):
    """An open issue can be at work here; only what cannot be so is a change."""
    path = export(tmp_path / "a.csv", assessment, state, *["open"] * 3, headings=("title", "labels", heading, "x"))
    assert told(assessment, path) == (changes, [])


def test_what_is_not_known_is_told_and_not_guessed(assessment, tmp_path):
    path = export(tmp_path / "a.csv", assessment, "Awaiting moonlight", "", "Won't do", "To do")
    changes, unread = told(assessment, path)
    assert changes == [(4, "proposed")]
    assert unread == [(2, Trouble.UNKNOWN_STATE), (3, Trouble.EMPTY), (4, Trouble.DROPPED_WHY)]


def test_somebody_says_what_a_state_means(assessment, tmp_path):
    path = export(tmp_path / "a.csv", assessment, "Awaiting moonlight", "awaiting  Moonlight", "To do", "To do")
    found = read_returned(path, statuses(assessment), meant={"Awaiting moonlight": ActionStatus.WAITING})
    assert [each.cells[Tracked.STATUS] for each in found.actions][:2] == ["waiting", "waiting"]
    assert found.unread == ()


def test_a_workbook_as_planner_exports_it(assessment, tmp_path):
    first = assessment.actions.all()[0]
    rows = [["Plan name", "x"], [], ["Task ID", "Task Name", "Progress", "Description"]]
    rows += [
        ["1", "A", "Completed", f"Do it.\nKey: {key_of(first.id)}"],
        ["2", "B", "Completed", "Key: mw-" + "z" * 16],
    ]
    path = book(tmp_path / "plan.xlsx", {"Tasks": rows})
    assert not looks_like_tracker(path)
    assert told(assessment, path) == ([(1, "done")], [(5, Trouble.NO_KEY)])


def test_one_key_in_two_rows(assessment, tmp_path):
    key = key_of(assessment.actions.all()[0].id)
    path = tmp_path / "a.csv"
    path.write_text(f"Labels,Status\n{key},Done\n{key},To Do\n", encoding="utf-8")
    assert told(assessment, path) == ([], [(2, Trouble.DUPLICATE_ID), (3, Trouble.DUPLICATE_ID)])


@pytest.mark.parametrize("content", ["a,b\n1,2\n", "Status\nDone\n", "no table at all", ""])
def test_files_without_keys_or_states(assessment, tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RefusalError) as caught:
        read_returned(path, statuses(assessment))
    assert caught.value.code == "tracker.no_list"


def test_a_workbook_that_is_neither(assessment, tmp_path):
    with pytest.raises(RefusalError) as caught:
        read_returned(book(tmp_path / "a.xlsx", {"A": [["x", "y"], [1, 2]]}), statuses(assessment))
    assert caught.value.code == "tracker.no_identity"


def test_a_tracker_is_known_by_its_hidden_sheet(tracker, assessment):
    assert looks_like_tracker(tracker)
    assert read_returned(tracker, statuses(assessment)).assessment == assessment.about()["id"]
    assert Tracked.STATUS in read_returned(tracker, {}).actions[0].cells
