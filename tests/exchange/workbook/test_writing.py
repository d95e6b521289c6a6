from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.workbook import areas, goals, practices, questionnaire, write_workbook
from desktop.exchange.workbook.guide import Guide
from desktop.exchange.workbook.writing import prefixes
from desktop.model.scoring.publication import is_hidden
from desktop.wording import names, outcome
from tests.exchange.filled import DAY

SHEETS = [
    "Summary",
    "Areas",
    "Goals",
    "Practices",
    "Questionnaire",
    "Gaps",
    "Actions",
    "Lists",
    "Measures",
    "Trace",
    "Read me",
]


def parts(path: Path) -> dict[str, str]:
    with ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def column(sheet: Worksheet, guide: Guide, heading: str) -> list[Any]:
    number = [each.heading for each in guide.columns].index(heading) + 1
    return [sheet.cell(row, number).value for row in range(5, sheet.max_row + 1)]


@pytest.mark.parametrize(("made", "golden"), [("path", "staged"), ("path_of_every", "every")])
def test_each_part_is_as_it_was_when_somebody_last_looked(
    made: str, golden: str, request: pytest.FixtureRequest
) -> None:
    """After a wanted change: UPDATE_GOLDEN=1 pytest, then look at the difference and at the workbook."""
    path, folder = request.getfixturevalue(made), Path(__file__).parent / "golden" / golden
    found = {name.replace("/", "."): _normalised(text) for name, text in parts(path).items() if "theme" not in name}
    if os.environ.get("UPDATE_GOLDEN"):
        folder.mkdir(parents=True, exist_ok=True)
        for stale in folder.glob("*"):
            stale.unlink()
        for name, text in found.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    kept = {each.name: each.read_text("utf-8") for each in folder.iterdir()}
    assert found.keys() == kept.keys()
    for name, text in found.items():
        assert text == kept[name], name


def _normalised(text: str) -> str:
    """One element a line, without the version of openpyxl."""
    return re.sub(r"Openpyxl [\d.]+", "Openpyxl", text).replace("><", ">\n<") + "\n"


def test_equal_deliverables_give_equal_files(deliverable: Deliverable, path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    write_workbook(deliverable, again)
    assert again.read_bytes() == path.read_bytes()


def test_the_sheets_stand_in_their_order(book: Workbook) -> None:
    assert book.sheetnames == SHEETS
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "hidden"] == ["Lists"]


def test_properties_tell_no_person_and_no_machine(book: Workbook) -> None:
    properties = book.properties
    assert {properties.creator, properties.lastModifiedBy} == {"Maturity Workbench"}
    assert properties.title == "Results of Northern region service centre"
    assert {properties.created.date(), properties.modified.date()} == {DAY}


def test_there_are_no_formulas(path: Path) -> None:
    for name, text in parts(path).items():
        if name.startswith("xl/worksheets"):
            assert "<f>" not in text


def test_areas_have_the_engines_numbers(book: Workbook, deliverable: Deliverable) -> None:
    sheet, guide, found = book["Areas"], areas.guide(), deliverable.part().result.areas
    assert column(sheet, guide, "Id") == [area.id for area in found]
    assert column(sheet, guide, "Rating") == [names.name(area.rating) for area in found]
    assert column(sheet, guide, "Practices in place") == [deliverable.part().shares()[area.id] for area in found]
    assert column(sheet, guide, "Answers") == [area.answers.n for area in found]
    assert column(sheet, guide, "Mean of answers") == [area.answers.mean_percent for area in found]
    assert column(sheet, guide, "Consensus") == [area.answers.consensus for area in found]
    assert column(sheet, guide, "Final") == ["yes", "no", "no", "no"]
    assert column(sheet, guide, "Note") == [None, None, None, "Nothing of the kind is done."]


def test_goals_have_the_engines_numbers(book: Workbook, deliverable: Deliverable) -> None:
    sheet, guide = book["Goals"], goals.guide()
    found = [goal for area in deliverable.part().result.areas for goal in area.goals]
    assert column(sheet, guide, "Id") == [goal.id for goal in found]
    assert column(sheet, guide, "Rating") == [names.name(goal.rating) for goal in found]
    assert column(sheet, guide, "In place") == [goal.in_place for goal in found]
    assert column(sheet, guide, "Weak practices") == [", ".join(goal.weak) or None for goal in found]
    weaknesses = dict(zip(column(sheet, guide, "Id"), column(sheet, guide, "Weakness"), strict=True))
    for goal in found:
        if goal.weakness_missing:
            assert weaknesses[goal.id] == "still to be stated"


def test_practices_have_the_engines_numbers(book: Workbook, deliverable: Deliverable) -> None:
    sheet, guide, found = book["Practices"], practices.guide(), deliverable.part().result.practices
    assert column(sheet, guide, "Id") == [practice.id for practice in found]
    assert column(sheet, guide, "Mean of answers") == [
        practice.suggestion.mean_percent if practice.suggestion else None for practice in found
    ]
    assert column(sheet, guide, "Team says") == [
        names.name(practice.value) if practice.value else None for practice in found
    ]
    assert column(sheet, guide, "Sources") == [practice.sources for practice in found]
    assert column(sheet, guide, "Why not applicable")[0] == "There is no such work here."


def test_answers_have_the_engines_numbers(book: Workbook, deliverable: Deliverable) -> None:
    part = deliverable.part()
    sheet, guide, found = book["Questionnaire"], questionnaire.guide(part, 5), part.result.questions
    assert not any(is_hidden(question.answers) for question in found)
    for choice in part.scale.answers:
        assert column(sheet, guide, choice.name) == [question.answers.counts[choice.id] for question in found]
        shares = [question.answers.shares[choice.id] for question in found]
        assert column(sheet, guide, f"{choice.name}, share") == shares
    for heading, field in (
        ("Asked", "asked"),
        ("Answers", "n"),
        ("Unanswered", "unanswered"),
        ("Does not apply", "does_not_apply"),
        ("Don't know", "dont_know"),
        ("Mean", "mean_percent"),
        ("Consensus", "consensus"),
    ):
        assert column(sheet, guide, heading) == [getattr(question.answers, field) for question in found]
    assert column(sheet, guide, "Agreement") == [names.name(question.answers.agreement) for question in found]


def test_hidden_answers_leave_nothing_but_how_many(of_few: Deliverable, tmp_path: Path) -> None:
    path = tmp_path / "few.xlsx"
    write_workbook(of_few, path)
    part, sheet = of_few.part(), load_workbook(path)["Questionnaire"]
    guide = questionnaire.guide(part, 5)
    hidden = [is_hidden(question.answers) for question in part.result.questions]
    assert any(hidden)
    notes = column(sheet, guide, "Note")
    for heading in [*(choice.name for choice in part.scale.answers), "Mean", "Consensus", "Agreement"]:
        for value, secret in zip(column(sheet, guide, heading), hidden, strict=True):
            assert (value is None) or not secret
    for question, note in zip(part.result.questions, notes, strict=True):
        if is_hidden(question.answers):
            assert note == "Hidden: fewer than 5 answers."


def test_the_summary_tells_the_level_and_why(book: Workbook, deliverable: Deliverable) -> None:
    part = deliverable.part()
    words = [cell.value for row in book["Summary"].iter_rows() for cell in row if isinstance(cell.value, str)]
    assert outcome.headline(part.result.level, part.pack) in words
    assert outcome.why(part.result.level, part.pack) in words
    assert "Find out what to improve first." in words
    for blocker in part.result.level.blockers:
        assert blocker.area in words
    numbers = {cell.value for row in book["Summary"].iter_rows() for cell in row if isinstance(cell.value, float)}
    assert {group.mean_percent for group in part.result.categories if group.mean_percent is not None} <= numbers


def test_every_line_of_the_trace_is_there(book: Workbook, deliverable: Deliverable) -> None:
    sheet = book["Trace"]
    about = {sheet.cell(row, 1).value for row in range(5, sheet.max_row + 1)}
    result = deliverable.part().result
    assert {area.id for area in result.areas} <= about
    assert {goal.id for area in result.areas[:3] for goal in area.goals} <= about
    assert {practice.id for practice in result.practices if practice.area != "DLV"} <= about
    assert sheet.row_dimensions[5].outlineLevel == 0
    deepest = max(dimension.outlineLevel or 0 for dimension in sheet.row_dimensions.values())
    assert deepest == sheet.sheet_format.outlineLevelRow == 4


def test_read_me_explains_every_column(book: Workbook, deliverable: Deliverable) -> None:
    rows = [tuple(cell.value for cell in row) for row in book["Read me"].iter_rows()]
    part = deliverable.part()
    for guide in (areas.guide(), goals.guide(), practices.guide(), questionnaire.guide(part, 5)):
        for each in guide.columns:
            assert (guide.name, each.heading, each.meaning) in rows
        headings = [cell.value for cell in book[guide.name][4]]
        assert headings == [each.heading for each in guide.columns]
    words = " ".join(str(row[0]) for row in rows)
    assert "counts of at least 5 people" in words


@pytest.mark.parametrize("title", [each for each in SHEETS if each != "Lists"])
def test_sheets_print_on_a4_landscape_and_have_no_grid(book: Workbook, title: str) -> None:
    sheet = book[title]
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, 1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert not sheet.sheet_view.showGridLines
    if title not in ("Summary", "Read me"):
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.freeze_panes is not None


def test_other_readers_see_the_same_cells(path: Path, book: Workbook) -> None:
    other = CalamineWorkbook.from_path(path)
    for title in ("Areas", "Questionnaire", "Trace"):
        rows = other.get_sheet_by_name(title).to_python(skip_empty_area=False)
        ours = [[cell.value for cell in row] for row in book[title].iter_rows()]
        assert [[value for value in row if value not in ("", None)] for row in rows] == [
            [value for value in row if value is not None] for row in ours
        ]


def test_the_size_of_a_sheet_is_told(path: Path) -> None:
    """Readers that stream a sheet trust it."""
    book = load_workbook(path, read_only=True)
    try:
        assert book["Areas"].max_row == 8
        assert book["Areas"].max_column == len(areas.guide().columns)
    finally:
        book.close()


def test_texts_are_texts_whatever_they_look_like(deliverable: Deliverable, tmp_path: Path) -> None:
    wild = '=HYPERLINK("http://example.org")\x0b & <b> 20 % \n second line'
    subject = replace(deliverable.subject, organisation="+49 & <Sons>", purpose=wild)
    path = tmp_path / "wild.xlsx"
    write_workbook(replace(deliverable, subject=subject), path)
    sheet = load_workbook(path)["Summary"]
    assert (sheet["A1"].value, sheet["A1"].data_type, sheet["A1"].quotePrefix) == ("+49 & <Sons>", "s", True)
    assert sheet["A3"].value == wild.replace("\x0b", "")
    assert sheet["A3"].data_type == "s"


def test_several_models_have_sheets_of_their_own(deliverable: Deliverable, tmp_path: Path) -> None:
    part = deliverable.part()
    other = replace(part, pack=replace(part.pack, id="other", name="A model with a name: far too long / for a sheet"))
    path = tmp_path / "two.xlsx"
    write_workbook(replace(deliverable, models=(part, other)), path)
    titles = load_workbook(path).sheetnames
    assert titles == [
        "Overview",
        *(f"Tiny model {name}" for name in SHEETS[:5]),
        *(f"A model with a {name}" for name in SHEETS[:5]),
        "Gaps",
        "Actions",
        "Lists",
        "Measures",
        "Tiny model Trace",
        "A model with a Trace",
        "Read me",
    ]


@pytest.mark.parametrize(
    ("models", "expected"),
    [
        (["IT Service CMM", "Service desk maturity"], ["IT Service CMM", "Service desk"]),
        (["Service provisioning"], ["Service provision"]),
        (["Professional-services tool ladder"], ["Professional"]),
        (["Same", "same", "SAME"], ["Same", "same 2", "SAME 3"]),
        (["A/B: [x]", "Donaudampfschifffahrtsgesellschaft"], ["A B x", "Donaudampfschifff"]),
    ],
)
def test_a_models_sheets_begin_alike_and_unlike_others(models: list[str], expected: list[str]) -> None:
    assert prefixes(models) == expected


def test_an_assessment_with_nothing_in_it_can_be_written(deliverable: Deliverable, tmp_path: Path) -> None:
    path = tmp_path / "bare.xlsx"
    write_workbook(replace(deliverable, actions=(), models=()), path)
    book = load_workbook(path)
    assert book.sheetnames == ["Actions", "Lists", "Read me"]
    assert book["Actions"].tables["Actions"].ref == "A4:O5"


def test_progress_is_told_and_cancelling_leaves_nothing(deliverable: Deliverable, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / "results.xlsx"
    assert write_workbook(deliverable, path, progress=lambda done, of: told.append((done, of)))
    assert told == [(done, 5) for done in range(6)]
    other = tmp_path / "other.xlsx"
    assert not write_workbook(deliverable, other, cancelled=lambda: True)
    assert not other.exists()
