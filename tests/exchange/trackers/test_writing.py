"""A tracker as it was when somebody last looked, and what of it can be written in."""

import os
from pathlib import Path

from openpyxl import load_workbook

from desktop.exchange.trackers.layout import Column
from desktop.model.assessment.tracked import Tracked
from tests.exchange.trackers.tracked_plans import TITLES, Edited
from tests.exchange.workbook.reading import told

GOLDEN = Path(__file__).parent / "golden" / "tracker.txt"
VARIES = ("step", "assessment", "action", "measure", "reading")


def _name_ids(edited):
    """Put names that are always the same in the place of ids, which never are."""
    rows = [*edited.sheet("Tracker").iter_rows()]
    ids = {str(row[1].value): f"id{number}" for number, row in enumerate(rows) if row[0].value in VARIES}
    ids |= {str(row[2].value): "writer" for row in rows if row[0].value == "step"}
    for sheet in edited.workbook:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value in ids:
                    cell.value = ids[cell.value]


def test_each_cell_is_as_it_was_when_somebody_last_looked(tracker):
    """After a wanted change: UPDATE_GOLDEN=1 pytest, then look at the difference and at the workbook."""
    with Edited(tracker) as edited:
        _name_ids(edited)
    found = told(tracker)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(found, encoding="utf-8", newline="\n")
    assert found.splitlines() == GOLDEN.read_text("utf-8").splitlines()


def test_keys_are_hidden_and_locked_and_what_can_be_written_in_is_open(tracker):
    with Edited(tracker) as edited:
        sheet, row = edited.sheet(), edited.row(TITLES[0])
        assert sheet.protection.sheet
        key = edited.cell(row, Column.ID)
        assert key.protection.locked
        assert sheet.column_dimensions[key.column_letter].hidden
        opened = {cell for cell in Tracked if not edited.cell(row, cell).protection.locked}
        assert opened == {*Tracked} - {Tracked.TITLE, Tracked.DESCRIPTION}
        new = edited.add(title="x")
        assert all(not edited.cell(new, cell).protection.locked for cell in Tracked)
        assert edited.cell(new, Column.ID).protection.locked


def test_lists_and_colours(tracker):
    with Edited(tracker) as edited:
        sheet, row = edited.sheet(), edited.row(TITLES[0])
        offered = {
            str(cells): rule.formula1 for rule in sheet.data_validations.dataValidation for cells in rule.sqref.ranges
        }
        status, due = edited.cell(row, Tracked.STATUS).column_letter, edited.cell(row, Tracked.DUE).column_letter
        assert offered[f"{status}6:{status}24"].endswith("Lists!$B$1:$B$6")
        words = [cell.value for cell in edited.sheet("Lists")["B"]]
        assert words == ["Proposed", "Agreed", "In progress", "Waiting", "Done", "Dropped"]
        (area,) = sheet.conditional_formatting
        assert str(area.sqref) == f"{due}6:{due}24"
        assert "TODAY()" in area.rules[0].formula[0]


def test_no_login_name_and_nothing_of_the_team(tracker):
    properties = load_workbook(tracker).properties
    assert (properties.creator, properties.lastModifiedBy) == ("Maturity Workbench", "Maturity Workbench")
