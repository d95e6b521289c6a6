import re

import pytest
from openpyxl import Workbook, load_workbook

from desktop import language
from desktop.exchange.forms.content import gather
from desktop.exchange.forms.layout import Column
from desktop.exchange.forms.pages import keep_together
from desktop.exchange.forms.reader import read_form
from desktop.exchange.forms.writer import write_all, write_forms
from desktop.exchange.print_setup import page_height
from desktop.model.errors import RefusalError
from tests.builders import tiny_area, tiny_pack
from tests.exchange.forms.workbooks import Filled, fill, parts_of, sheet_part

QUESTIONS = [f"{area}-Q{number}" for area in ("PLN", "SUP", "STD", "DLV") for number in (1, 2, 3)]
CHOICES = ["Always", "Often", "Half", "Seldom", "Rarely", "Does not apply", "Don't know"]


def test_one_form_for_each_who_is_asked(forms):
    assert [path.name for path in forms] == [f"Questionnaire P-{number}.xlsx" for number in ("01", "02", "04")]


def test_nothing_else_is_left_in_the_folder(forms, form):
    assert sorted(form.parent.iterdir()) == forms


def test_with_several_models_the_name_says_which(assessment, tmp_path):
    from msgspec.structs import replace

    assessment.models.add(replace(tiny_pack([tiny_area("ONE", 2)]), id="other"))
    names = [path.name for path in write_forms(assessment, tmp_path / "out", "other")]
    assert names[0] == "Questionnaire P-01 other.xlsx"


def test_a_blank_form_reads_as_unanswered(assessment, form):
    filled = read_form(form)
    participant = assessment.preparation.participants()[0].id
    assert filled.identity == assessment.questionnaires.identity("tiny", participant)
    assert list(filled.answers) == QUESTIONS
    assert {(answer.choice, answer.comment) for answer in filled.answers.values()} == {(None, "")}
    assert filled.saved is not None


def test_scope_and_level_decide_what_is_asked(assessment, tmp_path):
    assessment.models.set_scope("tiny", ["SUP"], in_scope=False, reason="bought nothing")
    assessment.models.set_question_level("tiny", 2)
    (first, *_) = write_forms(assessment, tmp_path / "out", "tiny")
    assert list(read_form(first).answers) == ["PLN-Q1", "PLN-Q2", "PLN-Q3"]


def test_forms_name_nobody(forms):
    for path in forms:
        for name, content in parts_of(path).items():
            assert b"Somebody" not in content, name
            assert b"Lead" not in content, name


def test_properties_name_only_the_program(form):
    properties = load_workbook(form).properties
    assert (properties.creator, properties.lastModifiedBy) == ("Maturity Workbench", "Maturity Workbench")
    assert properties.title == "Questionnaire P-01"


def test_sheets(form):
    workbook = load_workbook(form)
    assert {sheet.title: sheet.sheet_state for sheet in workbook} == {
        "Instructions": "visible",
        "Questions": "visible",
        "Choices": "hidden",
        "Form": "veryHidden",
    }
    assert workbook.index(workbook.active or workbook["Form"]) == 0
    assert workbook.security.lockStructure
    assert workbook.security.workbookPassword is None


def test_instructions_explain_every_choice_and_promise_silence(form):
    sheet = load_workbook(form)["Instructions"]
    text = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
    for choice in CHOICES:
        assert choice in text
    assert "groups of 5 people or more" in text
    assert "12 questions in 4 areas" in text
    assert "North & South" in text


def test_lists_refer_to_a_range(form):
    sheet = load_workbook(form)["Questions"]
    (validation,) = sheet.data_validations.dataValidation
    assert validation.type == "list"
    assert validation.formula1 == "'Choices'!$A$2:$A$8"
    assert validation.showErrorMessage
    assert validation.errorStyle in (None, "stop")
    opened = Filled(form)
    for question in QUESTIONS:
        assert sheet.cell(opened.row(question), opened.columns[Column.ANSWER]).coordinate in validation.sqref


def test_choices_are_those_of_the_scale(form):
    rows = [[cell.value for cell in row] for row in load_workbook(form)["Choices"].iter_rows(min_row=2)]
    assert [name for name, _ in rows] == CHOICES
    assert [choice for _, choice in rows][-2:] == ["does_not_apply", "dont_know"]


def test_only_answers_and_comments_can_be_written(form):
    workbook = load_workbook(form)
    opened = Filled(form)
    rows = {opened.row(question) for question in QUESTIONS}
    free = {opened.columns[Column.ANSWER], opened.columns[Column.COMMENT]}
    for sheet in workbook:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for row in sheet.iter_rows():
            for cell in row:
                expected = sheet.title == "Questions" and cell.row in rows and cell.column in free
                assert cell.protection.locked != expected, cell
    assert not workbook["Questions"].protection.formatColumns
    assert workbook["Questions"].protection.sort


def test_what_is_typed_stays_text(form):
    opened = Filled(form)
    row = opened.row("PLN-Q1")
    for column in (Column.ANSWER, Column.COMMENT):
        assert opened.sheet.cell(row, opened.columns[column]).number_format == "@"


def test_ids_and_marks_are_hidden(form):
    opened = Filled(form)
    sheet = opened.sheet
    assert sheet.column_dimensions[opened.letter(Column.ID)].hidden
    marks = [row[0].row for row in sheet.iter_rows() if row[0].value in list(Column)]
    assert [sheet.row_dimensions[row].hidden for row in marks] == [True]


def test_print_set_up(form):
    for title, height in (("Instructions", 1), ("Questions", 0)):
        xml = parts_of(form)[sheet_part(form, title)].decode()
        assert '<pageSetUpPr fitToPage="1"' in xml
        (setup,) = re.findall("<pageSetup [^>]*>", xml)
        wanted = {"orientation": "landscape", "paperSize": "9", "fitToWidth": "1", "fitToHeight": str(height)}
        assert wanted.items() <= dict(re.findall('(\\w+)="(\\w+)"', setup)).items()
        (footer,) = re.findall("<oddFooter>(.*)</oddFooter>", xml)
        assert footer == (
            "&amp;L&amp;8 Questionnaire P-01&amp;C&amp;8 Confidential: for the assessment team only"
            "&amp;R&amp;8 Page &amp;P of &amp;N"
        )
    sheet = load_workbook(form)["Questions"]
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.freeze_panes == "A6"


def test_progress_is_counted_by_the_respondents_program(form):
    formulas = [cell.value for row in Filled(form).sheet.iter_rows(max_row=4) for cell in row if cell.data_type == "f"]
    assert formulas == ['=""&COUNTA(D6:D25)&" of 12 questions answered"']


def test_rows_are_high_enough_for_their_text(form):
    opened = Filled(form)
    for question in QUESTIONS:
        assert opened.sheet.row_dimensions[opened.row(question)].height >= 30


def test_the_xml_holds_no_typed_list_and_no_link(form):
    for name, content in parts_of(form).items():
        assert not re.search(rb"<formula1>\"", content), name
        assert b"externalLink" not in content, name


def test_blank_forms_are_replaced(assessment, forms, form):
    assessment.preparation.set_details(organisation="Renamed")
    assert write_forms(assessment, form.parent, "tiny") == forms
    assert "Renamed" in str(load_workbook(form)["Questions"]["A2"].value)


@pytest.mark.parametrize("said", ["Often", "what is this?", (None, "a comment")])
def test_a_filled_form_is_never_written_over(assessment, forms, form, said):
    fill(forms[1], {"PLN-Q1": said})
    before = {path: path.read_bytes() for path in forms}
    with pytest.raises(RefusalError) as refusal:
        write_forms(assessment, form.parent, "tiny")
    assert (refusal.value.code, refusal.value.facts["path"]) == ("form.in_the_way", forms[1])
    assert {path: path.read_bytes() for path in form.parent.iterdir()} == before


def test_another_file_of_that_name_is_never_written_over(assessment, tmp_path):
    target = tmp_path / "out" / "Questionnaire P-04.xlsx"
    target.parent.mkdir()
    target.write_text("my notes")
    with pytest.raises(RefusalError, match=r"form\.in_the_way"):
        write_forms(assessment, target.parent, "tiny")
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_progress_is_told_and_cancelling_leaves_nothing(assessment, tmp_path):
    told = []
    asks = gather(assessment, "tiny")
    assert len(write_all(asks, tmp_path / "out", lambda done, total: told.append((done, total)))) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    answers = iter([False, True])
    assert write_all(asks, tmp_path / "other", cancelled=lambda: next(answers)) == []
    assert not (tmp_path / "other").exists()


def test_without_anybody_to_ask_nothing_is_written(assessment, tmp_path):
    for participant in assessment.preparation.participants():
        assessment.preparation.set_participant(participant.id, asked=False)
    with pytest.raises(RefusalError, match=r"form\.nobody"):
        write_forms(assessment, tmp_path / "out", "tiny")


def test_without_anything_to_ask_nothing_is_written(assessment, tmp_path):
    assessment.models.set_question_level("tiny", 1)
    with pytest.raises(RefusalError, match=r"form\.no_questions_asked"):
        write_forms(assessment, tmp_path / "out", "tiny")


def test_a_folder_that_is_a_file_is_refused(assessment, tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(RefusalError, match=r"file\.exists"):
        write_forms(assessment, tmp_path / "out", "tiny")


def test_texts_that_look_like_formulas_stay_text(assessment, tmp_path):
    assessment.preparation.set_details(organisation="=cmd|'/c calc'!A1")
    (first, *_) = write_forms(assessment, tmp_path / "out", "tiny")
    formulas = [
        cell.value
        for sheet in load_workbook(first)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(formulas) == 1
    assert "COUNTA" in str(formulas[0])


def test_a_form_in_another_language_is_read_in_any(assessment, tmp_path, monkeypatch):
    translated = {"Questions": "Fragen", "Answer": "Antwort", "Comment": "Bemerkung", "Instructions": "Choices"}
    with monkeypatch.context() as patch:
        patch.setattr(language._current(), "gettext", lambda text: translated.get(text, text))
        (first, *_) = write_forms(assessment, tmp_path / "out", "tiny")
    assert load_workbook(first).sheetnames == ["Choices 2", "Fragen", "Choices", "Form"]
    assert list(read_form(first).answers) == QUESTIONS


def test_rows_that_belong_together_begin_a_page_where_it_would_tear_them_and_only_there():
    sheet = Workbook().create_sheet()
    for row in range(1, 61):
        sheet.row_dimensions[row].height = 20
    room = page_height("landscape", 152)
    rows = int(room // 20)
    torn = range(rows, rows + 3)
    blocks = [range(3, 5), torn, range(torn.stop, torn.stop + 2), range(torn.stop + 2, torn.stop + 100)]
    keep_together(sheet, blocks, 2, 152)
    assert [found.id for found in sheet.row_breaks.brk] == [rows - 1]


def test_a_block_that_ends_with_the_page_stays_and_a_hidden_row_takes_no_room():
    sheet = Workbook().create_sheet()
    rows = int(page_height("landscape", 152) // 20)
    for row in range(1, rows + 5):
        sheet.row_dimensions[row].height = 20
    sheet.row_dimensions[1].hidden = True
    keep_together(sheet, [range(rows, rows + 2)], 2, 152)
    assert not sheet.row_breaks.brk
    keep_together(sheet, [range(rows, rows + 3)], 2, 152)
    assert [found.id for found in sheet.row_breaks.brk] == [rows - 1]
