from __future__ import annotations

import datetime as dt
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.workbook import actions, measures
from desktop.model.records import ActionStatus, Priority
from desktop.wording import names

HEADINGS = [column.heading for column in actions.guide().columns]


def column(book: Workbook, heading: str) -> list[object]:
    number = HEADINGS.index(heading) + 1
    return [book["Actions"].cell(row, number).value for row in range(5, 11)]


def test_the_actions_are_a_table_with_filters(book: Workbook) -> None:
    table = book["Actions"].tables["Actions"]
    assert table.ref == table.autoFilter.ref == "A4:O10"
    assert [each.name for each in table.tableColumns] == HEADINGS == [cell.value for cell in book["Actions"][4]]


def test_actions_are_as_in_the_assessment(book: Workbook, deliverable: Deliverable) -> None:
    found = deliverable.actions
    assert column(book, "Action") == [action.title for action in found]
    assert column(book, "Description")[0] == "=1+1 is no formula"
    assert column(book, "Key") == [action.id for action in found]
    assert column(book, "Status") == [names.name(action.status) for action in found]
    assert column(book, "Priority") == [names.name(action.priority) for action in found]
    assert column(book, "Area") == [None, "PLN Area PLN"] * 3
    assert column(book, "Goal") == [None, "PLN-G1 Goal PLN-G1"] * 3
    assert column(book, "Overdue at export") == ["overdue" if action.overdue else None for action in found]
    assert any(action.overdue for action in found)


def test_due_dates_are_dates(book: Workbook, deliverable: Deliverable) -> None:
    for value, action in zip(column(book, "Due"), deliverable.actions, strict=True):
        assert (value.date() if isinstance(value, dt.datetime) else value) == action.due
    assert book["Actions"].cell(5, HEADINGS.index("Due") + 1).number_format == "yyyy-mm-dd"


def test_the_key_is_hidden(book: Workbook) -> None:
    assert book["Actions"].column_dimensions["O"].hidden


def test_drop_downs_refer_to_cells(book: Workbook) -> None:
    validations = {str(each.sqref): each for each in book["Actions"].data_validations.dataValidation}
    assert set(validations) == {"I5:I210", "J5:J210"}
    for place, words in (("I5:I210", Priority), ("J5:J210", ActionStatus)):
        formula = validations[place].formula1
        title, _mark, cells = formula.partition("!")
        listed = [cell.value for row in book[title.strip("'")][cells.replace("$", "")] for cell in row]
        assert listed == [names.name(word) for word in words]


def test_overdue_is_marked_by_colour_and_word(path: Path) -> None:
    with ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet7.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    assert '<conditionalFormatting sqref="H5:H210">' in sheet
    assert 'AND(ISNUMBER($H5),$H5&lt;TODAY(),$J5&lt;&gt;"Done",$J5&lt;&gt;"Dropped")' in sheet
    assert 'formatCode="&quot;overdue&quot; yyyy-mm-dd"' in styles[styles.index("<dxfs") :]


def test_measures_stand_beside_their_action(book: Workbook) -> None:
    told = column(book, "Measures")
    assert told[1] == (
        "Time to restore: from 8.5 to 4 hours, latest 6.25 on 2026-03-21\nWritten promises: to 90 percent, not read yet"
    )
    assert column(book, "Targets reached") == [None, "0 of 2", "1 of 1", None, None, None]


def test_measures_have_a_sheet_of_their_own(book: Workbook, deliverable: Deliverable) -> None:
    sheet = book["Measures"]
    headings = [cell.value for cell in sheet[4]]
    assert headings == [each.heading for each in measures.guide().columns]
    rows = [dict(zip(headings, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=5)]
    found = [measure for action in deliverable.actions for measure in action.measures]
    assert [row["Measure"] for row in rows] == [measure.name for measure in found]
    assert [(row["Baseline"], row["Target"], row["Latest"]) for row in rows] == [
        (8.5, 4, 6.25),
        (None, 90, None),
        (8.5, 4, 3),
    ]
    assert [row["Way done"] for row in rows] == [measure.percent for measure in found]
    assert [row["State"] for row in rows] == ["overdue", "not read yet", "reached"]
    assert rows[0]["Better"] == "Lower is better"
