import datetime as dt

import pytest
from openpyxl import load_workbook

from desktop.exchange.forms.layout import Column
from desktop.exchange.forms.reader import read_form
from desktop.model.assessment.forms import FilledAnswer, Remark, Unclear, UnclearCell
from desktop.model.errors import RefusalError
from tests.exchange.forms.workbooks import Filled, change_part, fill, sheet_part, write

ANSWERS = {
    "PLN-Q1": "Often",
    "PLN-Q2": "Does not apply",
    "PLN-Q3": "Don't know",
    "SUP-Q1": ("Rarely", "Nobody has bought anything for years."),
    "SUP-Q2": (None, "=1+1 is what I think of it"),
    "DLV-Q3": ("Always", "two\nlines"),
}
WANTED = {
    "PLN-Q1": FilledAnswer("often"),
    "PLN-Q2": FilledAnswer("does_not_apply"),
    "PLN-Q3": FilledAnswer("dont_know"),
    "SUP-Q1": FilledAnswer("rarely", "Nobody has bought anything for years."),
    "SUP-Q2": FilledAnswer(None, "=1+1 is what I think of it"),
    "DLV-Q3": FilledAnswer("always", "two\nlines"),
}


def said(path):
    """What a form says, without what it leaves unsaid."""
    return {key: answer for key, answer in read_form(path).answers.items() if answer != FilledAnswer()}


def refusal(path):
    with pytest.raises(RefusalError) as caught:
        read_form(path)
    return caught.value


@pytest.fixture
def filled(form):
    fill(form, ANSWERS)
    return form


@pytest.fixture
def opened(filled):
    return Filled(filled)


def test_what_is_filled_in_is_read(filled):
    assert said(filled) == WANTED
    assert len(read_form(filled).answers) == 12


def test_a_comment_that_looks_like_a_formula(form):
    fill(form, {"SUP-Q2": ANSWERS["SUP-Q2"]})
    assert said(form) == {"SUP-Q2": FilledAnswer(None, "=1+1 is what I think of it")}


@pytest.mark.parametrize("written", ["often", "OFTEN", "  Often ", "Often\n", "don't know", "Don't  know", "dont_know"])
def test_choices_as_people_write_them(form, written):
    fill(form, {"PLN-Q1": written})
    expected = "often" if "ften" in written.lower() else "dont_know"
    assert said(form) == {"PLN-Q1": FilledAnswer(expected)}


def test_blanks_are_no_answer(form):
    fill(form, {"PLN-Q1": "   ", "PLN-Q2": (None, " \n ")})
    assert said(form) == {}


def sort_rows(sheet, columns, key):
    """Sort all rows below the headings, as a program does: the values of these columns move, what is hidden too."""
    rows = [[sheet.cell(row, column).value for column in columns] for row in range(6, sheet.max_row + 1)]
    rows.sort(key=key)
    for row, values in enumerate(rows, start=6):
        for column, value in zip(columns, values, strict=True):
            write(sheet.cell(row, column), value)


def test_sorted_rows(opened, filled):
    sort_rows(opened.sheet, range(1, 6), key=lambda values: str(values[1])[::-1])
    opened.save()
    assert said(filled) == WANTED


def test_sorted_together_with_the_headings(opened, filled):
    sheet = opened.sheet
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    for row, values in enumerate(reversed(rows), start=4):
        for column, value in enumerate(values, start=1):
            write(sheet.cell(row, column), value)
    opened.save()
    assert said(filled) == WANTED


def test_rows_sorted_without_their_ids_are_noticed(opened, filled):
    others = [column for column in range(1, 6) if column != opened.columns[Column.ID]]
    sort_rows(opened.sheet, others, key=lambda values: -(values[0] or 0))
    opened.save()
    assert refusal(filled).code == "form.rows_mixed"


@pytest.mark.parametrize("pair", [("PLN-Q1", "PLN-Q2"), ("DLV-Q1", "DLV-Q3")])
def test_rows_of_one_section_sorted_without_their_ids_are_noticed(opened, filled, pair):
    first, second = map(opened.row, pair)
    for column in (Column.NUMBER, Column.QUESTION, Column.ANSWER, Column.COMMENT):
        one, other = (opened.sheet.cell(row, opened.columns[column]) for row in (first, second))
        kept = one.value
        write(one, other.value)
        write(other, kept)
    opened.save()
    found = refusal(filled)
    assert (found.code, found.facts["row"]) == ("form.rows_mixed", first)


def test_filtered_and_hidden_rows_and_columns(opened, filled):
    opened.sheet.auto_filter.ref = "A5:E25"
    for row in range(7, 20):
        opened.sheet.row_dimensions[row].hidden = True
    for letter in "ABDE":
        opened.sheet.column_dimensions[letter].hidden = True
    opened.save()
    assert said(filled) == WANTED


def move_columns(sheet, order):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=5)]
    sheet.delete_cols(1, 5)
    for row, values in enumerate(rows, start=1):
        for column, old in enumerate(order, start=1):
            if old is not None:
                write(sheet.cell(row, column), values[old - 1])


@pytest.mark.parametrize("order", [(5, 4, 3, 2, 1), (None, 4, None, 1, 2, 3, 5), (3, 4, 5), (4, 5, 2, 3)])
def test_moved_inserted_and_deleted_columns(opened, filled, order):
    move_columns(opened.sheet, order)
    opened.save()
    assert said(filled) == WANTED


def test_inserted_rows(opened, filled):
    for row in (20, 9, 6, 3, 1):
        opened.sheet.insert_rows(row, 2)
    opened.save()
    assert said(filled) == WANTED


def test_without_the_hidden_marks_headings_will_do(opened, filled):
    opened.sheet.delete_rows(4)
    opened.save()
    assert said(filled) == WANTED


def test_renamed_sheet_and_sheets_of_ones_own(opened, filled):
    opened.sheet.title = "My answers"
    notes = opened.workbook.create_sheet("Notes", 0)
    notes["A1"] = "Answer"
    opened.save()
    assert said(filled) == WANTED


def test_the_letter_case_of_an_id_typed_as_answer(form):
    fill(form, {"PLN-Q1": "DOES_NOT_APPLY"})
    assert said(form) == {"PLN-Q1": FilledAnswer("does_not_apply")}


def test_when_it_was_saved(filled):
    change_part(
        filled,
        "docProps/core.xml",
        lambda xml: xml.replace(xml.split(b'W3CDTF">')[-1].split(b"<")[0], b"2026-03-04T05:06:07Z"),
    )
    assert read_form(filled).saved == dt.datetime(2026, 3, 4, 5, 6, 7, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<cp",
        b"<a/>",
        b"<?xml version='1.0' encoding='d'?><a/>",
        b'<c xmlns:d="http://purl.org/dc/terms/"><d:modified>soon</d:modified></c>',
    ],
)
def test_when_it_does_not_say(filled, xml):
    change_part(filled, "docProps/core.xml", lambda _old: xml)
    assert read_form(filled).saved is None
    assert said(filled) == WANTED


def test_what_is_no_choice_is_told_with_sheet_row_and_number_and_the_rest_is_read(opened, filled):
    opened.answer("SUP-Q3", "Sometimes", "It varies.")
    opened.save()
    found = read_form(filled)
    row = opened.row("SUP-Q3")
    assert found.unclear == (UnclearCell("SUP-Q3", "Questions", row, "6", "Sometimes", Unclear.NO_CHOICE),)
    assert said(filled) == WANTED | {"SUP-Q3": FilledAnswer(None, "It varies.")}


@pytest.mark.parametrize("value", [7, 2.5, True, dt.date(2026, 3, 1), "x" * 500])
def test_an_answer_of_another_kind_is_no_choice(form, value):
    opened = Filled(form)
    opened.sheet.cell(opened.row("PLN-Q1"), opened.columns[Column.ANSWER]).value = value
    opened.save()
    (cell,) = read_form(form).unclear
    assert (cell.question, cell.reason) == ("PLN-Q1", Unclear.NO_CHOICE)
    assert len(cell.value) <= 60


def test_a_question_that_stands_twice(opened, filled):
    first = opened.row("PLN-Q1")
    opened.sheet.cell(30, opened.columns[Column.ID]).value = "PLN-Q1"
    opened.save()
    found = refusal(filled)
    assert (found.code, found.facts["rows"], found.facts["question"]) == (
        "form.duplicate_question",
        f"{first}, 30",
        "1",
    )


def test_an_id_that_is_none_of_the_form(opened, filled):
    row = opened.row("PLN-Q1")
    opened.sheet.cell(row, opened.columns[Column.ID]).value = "PLN-Q99"
    opened.save()
    found = refusal(filled)
    assert (found.code, found.facts["row"], found.facts["question"]) == ("form.unknown_row", row, "PLN-Q99")


@pytest.mark.parametrize("column", [Column.ANSWER, Column.COMMENT])
def test_what_stands_beside_a_number_that_lost_its_id_is_refused(opened, filled, column):
    row = opened.row("PLN-Q1")
    for place, text in ((Column.ID, None), (Column.ANSWER, None), (Column.COMMENT, None), (column, "Ask the desk.")):
        opened.sheet.cell(row, opened.columns[place]).value = text
    opened.save()
    assert (refusal(filled).code, refusal(filled).facts["row"]) == ("form.rows_mixed", row)


def test_rows_that_are_gone(opened, filled):
    opened.sheet.delete_rows(opened.row("SUP-Q1"), 2)
    opened.save()
    found = refusal(filled)
    assert (found.code, found.facts["questions"]) == ("form.missing_questions", ("4", "5"))


@pytest.mark.parametrize(
    ("column", "row", "text"),
    [
        (Column.ANSWER, 40, "By the way: all is well."),
        (Column.ANSWER, 40, "12"),
        (Column.COMMENT, 40, "Often"),
        (Column.COMMENT, 6, "All of this section is new to us."),
    ],
)
def test_text_that_belongs_to_no_question_is_told_and_the_rest_read(opened, filled, column, row, text):
    opened.sheet.cell(row, opened.columns[column]).value = text
    opened.save()
    assert read_form(filled).remarks == (Remark("Questions", row, text),)
    assert said(filled) == WANTED


@pytest.mark.parametrize(("row", "text"), [(40, "Often"), (40, "often. "), (6, "Often"), (6, "see there")])
def test_an_answer_beside_no_question_may_be_that_to_another(opened, filled, row, text):
    opened.sheet.cell(row, opened.columns[Column.ANSWER]).value = text
    opened.save()
    found = refusal(filled)
    assert (found.code, found.facts["row"]) == ("form.stray_text", row)


@pytest.mark.parametrize("column", [Column.ANSWER, Column.COMMENT])
def test_text_beside_no_question_is_refused_where_it_could_not_be_told(opened, filled, column):
    opened.sheet.cell(40, opened.columns[column]).value = "By the way: all is well."
    opened.sheet.cell(4, opened.columns[Column.QUESTION]).value = None
    opened.save()
    found = refusal(filled)
    assert (found.code, found.facts["row"]) == ("form.stray_text", 40)


@pytest.mark.parametrize(("number", "told"), [("✓", True), ("done", True), ("1 a", True), ("1.", False), (None, False)])
def test_numbers_that_somebody_ticked_off(opened, filled, number, told):
    row = opened.row("PLN-Q1")
    opened.sheet.cell(row, opened.columns[Column.NUMBER]).value = number
    opened.save()
    assert read_form(filled).remarks == ((Remark("Questions", row, number),) if told else ())
    assert said(filled) == WANTED


def test_one_cell_for_the_answers_to_several_questions(opened, filled):
    first, letter = opened.row("PLN-Q1"), opened.letter(Column.ANSWER)
    opened.answer("PLN-Q2").answer("PLN-Q3")
    opened.sheet.merge_cells(f"{letter}{first}:{letter}{first + 2}")
    opened.save()
    form = read_form(filled)
    assert [(cell.question, cell.row, cell.value, cell.reason) for cell in form.unclear] == [
        ("PLN-Q2", first + 1, "Often", Unclear.MERGED),
        ("PLN-Q3", first + 2, "Often", Unclear.MERGED),
    ]
    assert form.answers["PLN-Q1"].choice == "often"


def test_one_cell_for_an_answer_and_its_comment_or_for_no_answers(opened, filled):
    row, letter = opened.row("PLN-Q1"), opened.letter(Column.ANSWER)
    opened.sheet.merge_cells(f"{letter}{row}:{opened.letter(Column.COMMENT)}{row}")
    opened.answer("PLN-Q2").answer("PLN-Q3")
    opened.sheet.merge_cells(f"{letter}{row + 1}:{letter}{row + 2}")
    opened.save()
    form = read_form(filled)
    assert (form.unclear, form.answers["PLN-Q1"].choice) == ((), "often")


def test_more_cells_in_one_than_any_form_has(filled):
    areas = b'<mergeCell ref="D8:D9"/>' * 10_001
    end = b"</sheetData>"
    change_part(filled, sheet_part(filled, "Questions"), lambda xml: xml.replace(end, end + areas))
    assert refusal(filled).code == "form.too_large"


def test_a_second_sheet_with_questions(opened, filled):
    opened.workbook.copy_worksheet(opened.sheet)
    opened.save()
    found = refusal(filled)
    assert (found.code, found.facts["other"]) == ("form.questions_twice", "Questions Copy")


def test_a_column_that_stands_twice(opened, filled):
    for row in range(1, 26):
        opened.sheet.cell(row, 6).value = opened.sheet.cell(row, opened.columns[Column.ANSWER]).value
    opened.save()
    assert refusal(filled).code == "form.column_twice"


@pytest.mark.parametrize("column", [Column.ANSWER, Column.COMMENT, Column.ID])
def test_a_column_that_is_gone(opened, filled, column):
    opened.sheet.delete_cols(opened.columns[column])
    opened.save()
    assert refusal(filled).code == "form.no_questions"


@pytest.mark.parametrize(
    ("title", "code"),
    [("Questions", "form.no_questions"), ("Choices", "form.no_choices"), ("Form", "form.no_identity")],
)
def test_a_sheet_that_is_gone(filled, title, code):
    workbook = load_workbook(filled)
    del workbook[title]
    workbook.save(filled)
    assert refusal(filled).code == code


@pytest.mark.parametrize(("row", "code"), [(1, "form.no_identity"), (2, "form.no_identity"), (6, "form.no_identity")])
def test_an_identity_that_is_cut(filled, row, code):
    workbook = load_workbook(filled)
    workbook["Form"].cell(row, 2).value = None
    workbook.save(filled)
    assert refusal(filled).code == code


def test_a_form_of_a_newer_version(filled):
    workbook = load_workbook(filled)
    workbook["Form"]["B1"] = "2"
    workbook.save(filled)
    assert refusal(filled).code == "form.newer"


def test_some_other_workbook(tmp_path):
    from openpyxl import Workbook

    Workbook().save(tmp_path / "budget.xlsx")
    assert refusal(tmp_path / "budget.xlsx").code == "form.no_identity"


def test_what_stands_beside_the_instructions_is_told(opened, filled):
    opened.workbook["Instructions"]["E5"] = "I answered on paper."
    opened.save()
    assert read_form(filled).remarks == (Remark("Instructions", 5, "I answered on paper."),)


def test_a_list_in_which_two_answers_have_one_name_decides_nothing(opened, filled):
    for (cell,) in opened.workbook["Choices"].iter_rows(max_col=1):
        if cell.value == "Rarely":
            cell.value = "Often"
    opened.save()
    form = read_form(filled)
    cells = {cell.question: cell.reason for cell in form.unclear}
    assert cells["PLN-Q1"] is Unclear.SEVERAL
    assert form.answers["PLN-Q1"].choice is None


@pytest.mark.parametrize("number", [2, "2.", " 2", "２"])
def test_the_number_of_another_question_is_noticed_however_it_is_written(opened, filled, number):
    row = opened.row("PLN-Q1")
    opened.sheet.cell(row, opened.columns[Column.NUMBER]).value = number
    opened.save()
    found = refusal(filled)
    assert (found.code, found.facts["row"]) == ("form.rows_mixed", row)
