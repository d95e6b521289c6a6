from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.tables.actions import actions
from desktop.exchange.tables.answers import answers
from desktop.exchange.tables.areas import areas
from desktop.exchange.tables.goals import goals
from desktop.exchange.tables.groups import groups
from desktop.exchange.tables.measures import measures
from desktop.exchange.tables.practices import practices
from desktop.exchange.tables.table import AnyTable
from desktop.exchange.workbook import write_team_detail, write_workbook
from desktop.exchange.workbook.book import prefixes
from desktop.model.scoring.publication import is_hidden
from desktop.wording import names
from tests.exchange.filled import DAY

Write = Callable[..., bool]

RESULTS = [
    "Summary",
    "Findings",
    "Actions",
    "Lists",
    "Plan",
    "Plan totals",
    "Road map",
    "Measures",
    "Readings",
    "Tiny model",
    "Coverage",
    "Check",
    "Read me",
]
DETAIL = [
    "Levels",
    "Areas",
    "Goals",
    "Practices",
    "Coverage",
    "Answers",
    "Findings",
    "Evidence",
    "Gaps",
    "Road map",
    "Trace",
    "Check",
    "Read me",
]


def parts(path: Path) -> dict[str, str]:
    with ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def column(sheet: Worksheet, table: AnyTable, heading: str) -> list[Any]:
    number = [each.heading for each in table.columns].index(heading) + 1
    return [sheet.cell(row, number).value for row in range(5, sheet.max_row + 1)]


@pytest.mark.parametrize(
    ("write", "made"),
    [(write_workbook, "results_of_one"), (write_team_detail, "detail_of_one")],
    ids=["results", "detail"],
)
def test_equal_deliverables_give_equal_files(
    deliverable: Deliverable, tmp_path: Path, write: Write, made: str, request: pytest.FixtureRequest
) -> None:
    again = tmp_path / "again.xlsx"
    write(deliverable, again)
    assert again.read_bytes() == request.getfixturevalue(made).read_bytes()


def test_the_sheets_stand_in_the_order_in_which_they_are_read(results: Workbook, detail: Workbook) -> None:
    assert results.sheetnames == RESULTS
    assert detail.sheetnames == DETAIL
    assert [sheet.title for sheet in results.worksheets if sheet.sheet_state == "hidden"] == ["Lists"]


def test_properties_tell_no_person_and_no_machine(
    results: Workbook, detail: Workbook, results_of_one: Path, detail_of_one: Path
) -> None:
    for book, title in ((results, "Results"), (detail, "Team detail")):
        properties = book.properties
        assert {properties.creator, properties.lastModifiedBy} == {"Maturity Workbench"}
        assert properties.title == f"Northern region service centre: {title}"
        assert {properties.created.date(), properties.modified.date()} == {DAY}
    for path in (results_of_one, detail_of_one):
        assert "<Company></Company>" in parts(path)["docProps/app.xml"]


def test_areas_have_the_engines_numbers(detail: Workbook, deliverable: Deliverable) -> None:
    sheet, table, found = detail["Areas"], areas(deliverable.part()), deliverable.part().result.areas
    assert column(sheet, table, "Id") == [area.id for area in found]
    assert column(sheet, table, "Rating") == [names.name(area.rating) for area in found]
    assert column(sheet, table, "Practices in place") == [area.in_place_percent for area in found]
    assert column(sheet, table, "Answers") == [area.answers.n for area in found]
    assert column(sheet, table, "Mean of answers") == [area.answers.mean_percent for area in found]
    assert column(sheet, table, "Consensus") == [area.answers.consensus for area in found]
    assert column(sheet, table, "Settled") == ["yes", "no", "no", "no"]
    assert column(sheet, table, "Note") == [None, None, None, "Nothing of the kind is done."]


def test_goals_have_the_engines_numbers(detail: Workbook, deliverable: Deliverable) -> None:
    sheet, table = detail["Goals"], goals(deliverable.part())
    found = [goal for area in deliverable.part().result.areas for goal in area.goals]
    assert column(sheet, table, "Id") == [goal.id for goal in found]
    assert column(sheet, table, "Rating") == [names.name(goal.rating) for goal in found]
    assert column(sheet, table, "In place") == [goal.in_place for goal in found]
    assert column(sheet, table, "Weak practices") == [", ".join(goal.weak) or None for goal in found]
    weaknesses = dict(zip(column(sheet, table, "Id"), column(sheet, table, "Weakness"), strict=True))
    for goal in found:
        if goal.weakness_missing:
            assert weaknesses[goal.id] == "still to be described"


def test_practices_have_the_engines_numbers(detail: Workbook, deliverable: Deliverable) -> None:
    part = deliverable.part()
    sheet, table, found = detail["Practices"], practices(part), part.result.practices
    assert column(sheet, table, "Id") == [practice.id for practice in found]
    assert column(sheet, table, "Mean of answers") == [
        practice.suggestion.mean_percent if practice.suggestion else None for practice in found
    ]
    assert column(sheet, table, "Team says") == [
        names.name(practice.value) if practice.value else None for practice in found
    ]
    assert column(sheet, table, "Sources") == [practice.sources for practice in found]
    assert column(sheet, table, "Why not applicable")[0] == "There is no such work here."


def test_answers_have_the_engines_numbers(detail: Workbook, deliverable: Deliverable) -> None:
    part = deliverable.part()
    sheet, table, found = detail["Answers"], answers(part, 5), part.result.questions
    assert not any(is_hidden(question.answers) for question in found)
    for choice in part.scale.answers:
        assert column(sheet, table, choice.name) == [question.answers.counts[choice.id] for question in found]
        shares = [question.answers.shares[choice.id] for question in found]
        assert column(sheet, table, f"{choice.name}, share") == shares
    for heading, field in (
        ("Asked", "asked"),
        ("Answers", "n"),
        ("Unanswered", "unanswered"),
        ("Does not apply", "does_not_apply"),
        ("Don't know", "dont_know"),
        ("Mean", "mean_percent"),
        ("Consensus", "consensus"),
    ):
        assert column(sheet, table, heading) == [getattr(question.answers, field) for question in found]
    assert column(sheet, table, "Agreement") == [names.name(question.answers.agreement) for question in found]


def test_hidden_answers_leave_nothing_but_how_many(of_few: Deliverable, tmp_path: Path) -> None:
    path = tmp_path / "few.xlsx"
    write_team_detail(of_few, path)
    part, sheet = of_few.part(), load_workbook(path, data_only=True)["Answers"]
    table = answers(part, 5)
    hidden = [is_hidden(question.answers) for question in part.result.questions]
    assert any(hidden)
    notes = column(sheet, table, "Note")
    for heading in [*(choice.name for choice in part.scale.answers), "Mean", "Consensus", "Agreement"]:
        for value, secret in zip(column(sheet, table, heading), hidden, strict=True):
            assert (value is None) or not secret
    for question, note in zip(part.result.questions, notes, strict=True):
        if is_hidden(question.answers):
            assert note == "Hidden: fewer than 5 answers."


def test_every_line_of_the_trace_is_there(detail: Workbook, deliverable: Deliverable) -> None:
    sheet = detail["Trace"]
    about = {sheet.cell(row, 1).value for row in range(5, sheet.max_row + 1)}
    result = deliverable.part().result
    assert {area.id for area in result.areas} <= about
    assert {goal.id for area in result.areas[:3] for goal in area.goals} <= about
    assert {practice.id for practice in result.practices if practice.area != "DLV"} <= about
    assert sheet.row_dimensions[5].outlineLevel == 0
    deepest = max(dimension.outlineLevel or 0 for dimension in sheet.row_dimensions.values())
    assert deepest == sheet.sheet_format.outlineLevelRow == 4


def test_read_me_explains_every_column(results: Workbook, detail: Workbook, deliverable: Deliverable) -> None:
    part = deliverable.part()
    of_detail: list[AnyTable] = [groups(part), areas(part), goals(part), practices(part), answers(part, 5)]
    of_results: list[AnyTable] = [actions(deliverable), measures(deliverable.actions)]
    for book, tables in ((results, of_results), (detail, of_detail)):
        rows = [tuple(cell.value for cell in row) for row in book["Read me"].iter_rows()]
        for table in tables:
            begin = rows.index((table.name, None, table.about)) + 1
            for row, each in zip(rows[begin:], table.columns, strict=False):
                assert row == (None, f"{each.heading} (hidden)" if each.hidden else each.heading, each.meaning)
            assert [cell.value for cell in book[table.name][4]] == [each.heading for each in table.columns]
        assert "at least 5 people" in " ".join(str(row[0]) for row in rows)


def test_read_me_explains_the_words_that_stand_in_the_workbook(results: Workbook, detail: Workbook) -> None:
    in_results, in_detail = ({cell.value for cell in book["Read me"]["B"]} for book in (results, detail))
    assert {"Satisfied", "Out of scope"} <= in_results & in_detail
    assert "Fully in place" in in_detail - in_results


@pytest.mark.parametrize("title", [each for each in RESULTS if each != "Lists"] + DETAIL)
def test_sheets_print_on_a4_as_wide_as_the_page_and_have_no_grid(
    results: Workbook, detail: Workbook, title: str
) -> None:
    for book in (results, detail):
        if title not in book.sheetnames:
            continue
        sheet = book[title]
        setup = sheet.page_setup
        assert (setup.paperSize, setup.fitToWidth or 1) == (9, 1)
        assert setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert not sheet.sheet_view.showGridLines
        whole = title in ("Summary", "Plan totals", "Tiny model", "Check", "Read me")
        whole = whole or (book is results and title == "Road map")
        assert setup.orientation == ("portrait" if whole and title not in ("Check", "Road map") else "landscape")
        assert sheet.print_title_rows == (None if whole else "$4:$4")
        assert (sheet.freeze_panes is None) == whole


def test_other_readers_see_the_same_cells(detail_of_one: Path, detail: Workbook) -> None:
    other = CalamineWorkbook.from_path(detail_of_one)
    for title in ("Areas", "Answers", "Trace"):
        rows = other.get_sheet_by_name(title).to_python(skip_empty_area=False)
        ours = [[cell.value for cell in row] for row in detail[title].iter_rows()]
        assert [[value for value in row if value not in ("", None)] for row in rows] == [
            [value for value in row if value is not None] for row in ours
        ]


def test_the_size_of_a_sheet_is_told(detail_of_one: Path, deliverable: Deliverable) -> None:
    """Readers that stream a sheet trust it."""
    book = load_workbook(detail_of_one, read_only=True, data_only=True)
    try:
        assert book["Areas"].max_row == 8
        assert book["Areas"].max_column == len(areas(deliverable.part()).columns)
    finally:
        book.close()


def test_texts_are_texts_whatever_they_look_like(deliverable: Deliverable, tmp_path: Path) -> None:
    wild = '=HYPERLINK("http://example.org")\x0b & <b> 20 % \n second line'
    subject = replace(deliverable.subject, organisation="+49 & <Sons>", purpose=wild)
    path = tmp_path / "wild.xlsx"
    write_workbook(replace(deliverable, subject=subject), path)
    sheet = load_workbook(path, data_only=True)["Summary"]
    assert (sheet["A1"].value, sheet["A1"].data_type, sheet["A1"].quotePrefix) == ("+49 & <Sons>", "s", True)
    assert sheet["A3"].value == wild.replace("\x0b", "")
    assert sheet["A3"].data_type == "s"


@pytest.mark.parametrize("write", [write_workbook, write_team_detail], ids=["results", "detail"])
def test_control_characters_stay_out_wherever_they_come_from(every: Deliverable, tmp_path: Path, write: Write) -> None:
    """In cells, titles of sheets, footers, charts and properties; with one of them no program opens the workbook."""
    bad = "\x00\x0b\x1b\ud800"
    models = []
    for part in every.models:
        streams = tuple(replace(each, name=bad + each.name) for each in part.result.streams)
        tracks = tuple(replace(each, name=bad + each.name) for each in part.result.tracks)
        areas = tuple(replace(each, name=bad + each.name) for each in part.result.areas)
        result = replace(part.result, areas=areas, streams=streams, tracks=tracks)
        models.append(replace(part, pack=replace(part.pack, name=bad + part.pack.name), result=result))
    actions = tuple(replace(action, title=bad + action.title, owner=bad) for action in every.actions)
    subject = replace(every.subject, organisation=f"North{bad}ern", unit=bad, purpose=bad)
    write(replace(every, subject=subject, models=tuple(models), actions=actions), tmp_path / "a.xlsx")
    for text in parts(tmp_path / "a.xlsx").values():
        assert not set(text) & set(bad)
    assert str(load_workbook(tmp_path / "a.xlsx").properties.title).startswith("North ern: ")


def test_long_names_take_as_many_lines_as_they_need(deliverable: Deliverable, tmp_path: Path) -> None:
    subject = replace(deliverable.subject, organisation="Regional services of the northern towns " * 7)
    write_workbook(replace(deliverable, subject=subject), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Summary"]
    assert "A1:D1" in map(str, sheet.merged_cells.ranges)
    assert (sheet.row_dimensions[1].height or 0) > 3 * 16


def test_several_models_have_sheets_of_their_own(deliverable: Deliverable, tmp_path: Path) -> None:
    part = deliverable.part()
    other = replace(part, pack=replace(part.pack, id="other", name="A model with a name: far too long / for a sheet"))
    path = tmp_path / "two.xlsx"
    write_workbook(replace(deliverable, models=(part, other)), path)
    assert load_workbook(path).sheetnames == [
        *RESULTS[:9],
        "Tiny model",
        "A model with a name far too",
        "Coverage",
        "Check",
        "Read me",
    ]
    write_team_detail(replace(deliverable, models=(part, other)), path)
    assert load_workbook(path).sheetnames == [
        *(f"Tiny model {name}" for name in DETAIL[:6]),
        *(f"A model with a name {name}" for name in DETAIL[:6]),
        "Findings",
        "Evidence",
        "Gaps",
        "Road map",
        "Tiny model Trace",
        "A model with a name Trace",
        "Check",
        "Read me",
    ]


@pytest.mark.parametrize(
    ("models", "expected"),
    [
        (["IT Service CMM", "Service desk maturity"], ["IT Service CMM", "Service desk"]),
        (["Service provisioning"], ["Service provision"]),
        (["Professional-services tool ladder"], ["Professional"]),
        (["Same", "same", "SAME"], ["Same", "same 2", "SAME 3"]),
        (["Same length of a name", "Same length of a place"], ["Same length of a", "Same length of 2"]),
        (["A/B: [x]", "Donaudampfschifffahrtsgesellschaft"], ["A B x", "Donaudampfschifff"]),
        (["\U0001f680" * 30, "\U0001f680" * 31], ["\U0001f680" * 8, "\U0001f680" * 7 + " 2"]),
    ],
)
def test_a_models_sheets_begin_alike_and_unlike_others(models: list[str], expected: list[str]) -> None:
    assert prefixes(models, 17) == expected


@pytest.mark.parametrize("write", [write_workbook, write_team_detail], ids=["results", "detail"])
def test_names_of_any_letters_give_titles_that_excel_takes(
    deliverable: Deliverable, tmp_path: Path, write: Write
) -> None:
    """Excel counts a rocket twice; a title of more than 31 damages the workbook."""
    part = deliverable.part()
    named = [replace(part, pack=replace(part.pack, id=f"m{n}", name="\U0001f680" * 30), gaps=()) for n in range(3)]
    path = tmp_path / "a.xlsx"
    write(replace(deliverable, models=tuple(named)), path)
    titles = load_workbook(path).sheetnames
    assert max(len(title.encode("utf-16-le")) // 2 for title in titles) <= 31
    assert len({title.lower() for title in titles}) == len(titles)


@pytest.mark.parametrize("write", [write_workbook, write_team_detail], ids=["results", "detail"])
def test_footers_are_never_longer_than_excel_takes(deliverable: Deliverable, tmp_path: Path, write: Write) -> None:
    subject = replace(deliverable.subject, organisation="Bell & Sons " * 25)
    write(replace(deliverable, subject=subject), tmp_path / "a.xlsx")
    found = [
        footer
        for text in parts(tmp_path / "a.xlsx").values()
        for footer in re.findall("<oddFooter>(.*?)</oddFooter>", text)
    ]
    assert found
    assert max(len(html.unescape(footer)) for footer in found) <= 255


def test_an_assessment_with_nothing_in_it_can_be_written(deliverable: Deliverable, tmp_path: Path) -> None:
    path = tmp_path / "bare.xlsx"
    write_workbook(replace(deliverable, actions=(), models=(), findings=(), evidence=()), path)
    book = load_workbook(path, data_only=True)
    assert book.sheetnames == ["Read me"]
    write_team_detail(replace(deliverable, actions=(), models=(), findings=(), evidence=()), path)
    assert load_workbook(path).sheetnames == ["Read me"]


@pytest.mark.parametrize(("write", "steps"), [(write_workbook, 11), (write_team_detail, 8)], ids=["results", "detail"])
def test_progress_is_told_and_cancelling_leaves_nothing(
    deliverable: Deliverable, tmp_path: Path, write: Write, steps: int
) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / "results.xlsx"
    assert write(deliverable, path, lambda done, of: told.append((done, of)), None)
    assert told == [(done, steps) for done in range(steps + 1)]
    other = tmp_path / "other.xlsx"
    assert not write(deliverable, other, None, lambda: True)
    assert not other.exists()
