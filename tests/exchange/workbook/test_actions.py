from __future__ import annotations

import datetime as dt
from pathlib import Path
from zipfile import ZipFile

from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.heights import FONT
from desktop.exchange.tables.actions import in_turn
from desktop.exchange.tables.measures import measures
from desktop.exchange.workbook import write_workbook
from desktop.model.records import ActionStatus, Priority
from desktop.wording import names

HEADINGS = [
    "No.", "Action", "Description", "To improve", "Owner", "Due", "Priority", "Status", "Measures", "Key",
]  # fmt: skip


def column(results: Workbook, heading: str) -> list[object]:
    number = HEADINGS.index(heading) + 1
    return [results["Actions"].cell(row, number).value for row in range(5, 11)]


def test_the_actions_are_a_table_with_filters(results: Workbook) -> None:
    table = results["Actions"].tables["Actions"]
    assert table.ref == table.autoFilter.ref == "A4:J10"
    assert [each.name for each in table.tableColumns] == HEADINGS == [cell.value for cell in results["Actions"][4]]


def test_actions_are_as_in_the_assessment(results: Workbook, deliverable: Deliverable) -> None:
    found = in_turn(deliverable.actions)
    assert column(results, "Action") == [action.title for action in found]
    assert column(results, "Description")[0] == "=1+1 is no formula"
    assert column(results, "Key") == [action.id for action in found]
    assert column(results, "Status") == [names.name(action.status) for action in found]
    assert column(results, "Priority") == [names.name(action.priority) for action in found]
    aims = (None, "Tiny model: Area PLN · Goal PLN-G1")
    assert column(results, "To improve") == [aims[action.number % 2 == 0] for action in found]
    assert [action.status.is_open for action in found] == [True] * 4 + [False] * 2


def test_due_dates_are_dates(results: Workbook, deliverable: Deliverable) -> None:
    for value, action in zip(column(results, "Due"), in_turn(deliverable.actions), strict=True):
        assert (value.date() if isinstance(value, dt.datetime) else value) == action.due
    assert results["Actions"].cell(5, HEADINGS.index("Due") + 1).number_format == "yyyy-mm-dd"


def test_the_key_is_hidden(results: Workbook) -> None:
    assert results["Actions"].column_dimensions["J"].hidden


def test_drop_downs_refer_to_cells(results: Workbook) -> None:
    validations = {str(each.sqref): each for each in results["Actions"].data_validations.dataValidation}
    assert set(validations) == {"G5:G210", "H5:H210"}
    for place, words in (("G5:G210", Priority), ("H5:H210", ActionStatus)):
        formula = validations[place].formula1
        title, _mark, cells = formula.partition("!")
        listed = [cell.value for row in results[title.strip("'")][cells.replace("$", "")] for cell in row]
        assert listed == [names.name(word) for word in words]


def test_overdue_is_marked_by_colour_and_word(results_of_one: Path) -> None:
    number = load_workbook(results_of_one).sheetnames.index("Actions") + 1
    with ZipFile(results_of_one) as archive:
        sheet = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    assert '<conditionalFormatting sqref="F5:F210">' in sheet
    assert 'AND(ISNUMBER($F5),$F5&lt;TODAY(),$H5&lt;&gt;"Done",$H5&lt;&gt;"Verified",$H5&lt;&gt;"Dropped")' in sheet
    assert 'formatCode="&quot;overdue&quot; yyyy-mm-dd"' in styles[styles.index("<dxfs") :]


def test_measures_stand_beside_their_action(results: Workbook) -> None:
    told = column(results, "Measures")
    assert told[1] == (
        "Time to restore (hours): start 8.5, target 4, now 6.25\nWritten promises (percent): target 90, no reading yet"
    )


def test_a_measure_worse_than_at_its_start_is_marked(deliverable: Deliverable, tmp_path: Path) -> None:
    measured = next(action for action in deliverable.actions if len(action.measures) > 1)
    bad, good = measured.measures[0], measured.measures[1]
    measured = replace(measured, measures=(replace(bad, percent=-0.1), good, replace(bad, percent=0.0)))
    write_workbook(replace(deliverable, actions=(measured,)), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx", rich_text=True)["Actions"]
    told = sheet.cell(5, HEADINGS.index("Measures") + 1).value
    assert isinstance(told, CellRichText)
    pieces = [piece for piece in told if isinstance(piece, TextBlock)]
    assert [piece.text for piece in pieces if piece.font.b] == ["worse than at the start"]
    assert {piece.font.rFont for piece in pieces} == {FONT}
    assert [line.endswith("worse than at the start") for line in str(told).splitlines()] == [True, False, False]


def test_measures_have_a_sheet_of_their_own(results: Workbook, deliverable: Deliverable) -> None:
    sheet = results["Measures"]
    headings = [cell.value for cell in sheet[4]]
    assert headings == [each.heading for each in measures(deliverable.actions).columns]
    found = [measure for action in deliverable.actions for measure in action.measures]
    shown = sheet.iter_rows(min_row=5, max_row=4 + len(found))
    rows = [dict(zip(headings, (cell.value for cell in row), strict=True)) for row in shown]
    assert [row["Measure"] for row in rows] == [measure.name for measure in found]
    assert [(row["Baseline"], row["Target"], row["Latest"]) for row in rows] == [
        (8.5, 4, 6.25),
        (None, 90, None),
        (8.5, 4, 3),
    ]
    assert [row["Progress"] for row in rows] == [measure.percent for measure in found]
    assert [row["State"] for row in rows] == ["Overdue", "No reading yet", "Target reached"]
    assert rows[0]["Better"] == "Lower is better"
