"""Forms of models with levels to choose from and with statements: what they offer, and what is read of them."""

from pathlib import Path

import msgspec
import pytest
from openpyxl import load_workbook

from desktop.exchange.forms.choices import offer, offers, reading_lines
from desktop.exchange.forms.content import gather
from desktop.exchange.forms.layout import Column
from desktop.exchange.forms.reader import read_form
from desktop.exchange.forms.writer import write_form, write_forms
from desktop.model.assessment.forms import FilledAnswer
from desktop.model.assessment.opened import Assessment
from desktop.model.errors import RefusalError
from desktop.model.maturity.questionnaire import scales, sections
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.forms.workbooks import Filled, fill

LEVELS = [str(number) for number in range(1, 6)]
BLANKS = ["Does not apply", "Don't know"]


@pytest.fixture
def several(tmp_path):
    """An assessment with a model of each scheme and one participant."""
    packs = [tiny_pack(), tiny_streams(), tiny_criteria()]
    with Assessment.create(tmp_path / "a.maturity", packs, author="Lead") as made:
        made.preparation.add_participant()
        yield made


@pytest.fixture
def written(several, tmp_path):
    """The form of each model."""
    return {one.id: write_forms(several, tmp_path / "forms", one.id)[0] for one in several.models.all()}


def instructions(path):
    sheet = load_workbook(path)["Instructions"]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)


def lists(path):
    """The names that each drop-down offers, with the cells that have it."""
    workbook = load_workbook(path)
    found = []
    for validation in workbook["Questions"].data_validations.dataValidation:
        sheet, _, place = str(validation.formula1).partition("!")
        cells = workbook[sheet.strip("'")][place.replace("$", "")]
        found.append(([row[0].value for row in cells], validation.sqref))
    return found


def test_questions_that_are_answered_alike_share_a_list():
    pack = tiny_streams()
    questions = [question for section in sections(pack, "levels") for question in section.questions]
    assert offers(questions) == (offer(questions[0].scale),)
    assert [name for name, _id in offers(questions)[0]] == [*LEVELS, *BLANKS]
    assert [choice for _name, choice in offers(questions)[0]][:2] == ["level_1", "level_2"]


def test_only_levels_have_texts_to_read():
    (stream, *_) = [question for section in sections(tiny_streams(), "levels") for question in section.questions]
    assert reading_lines(stream) == tuple((level, f"DSK at {level}.") for level in LEVELS)
    for pack in (tiny_pack(), tiny_criteria()):
        (question, *_) = [q for section in sections(pack, scales(pack)[0].id) for q in section.questions]
        assert reading_lines(question) == ()


def test_texts_of_the_levels_stand_below_their_question(written):
    opened = Filled(written["tiny-streams"])
    column = opened.columns[Column.QUESTION]
    for stream in ("DSK", "REQ", "REP"):
        row = opened.row(f"{stream}-Q1")
        below = [str(opened.sheet.cell(row + step, column).value) for step in range(1, 6)]
        assert below == [f"{level}   {stream} at {level}." for level in LEVELS]


def test_lists_offer_what_the_question_can_be_answered_with(written):
    ((levels, where),) = lists(written["tiny-streams"])
    assert levels == [*LEVELS, *BLANKS]
    opened = Filled(written["tiny-streams"])
    rows = {opened.row(f"{stream}-Q1") for stream in ("DSK", "REQ", "REP")}
    assert {cell[0] for area in where.ranges for cell in area.cells} == rows
    ((statements, _where),) = lists(written["tiny-criteria"])
    assert statements == ["Yes, fully", "Partly", "No", *BLANKS]


def test_instructions_speak_of_what_is_asked(written):
    streams, criteria = instructions(written["tiny-streams"]), instructions(written["tiny-criteria"])
    assert "3 questions, each about a different subject" in streams
    assert "the number of the text that fits best" in streams
    assert "1 to 5" in streams
    assert "16 statements about 2 subjects" in criteria
    assert "Say of each statement how far it is true" in criteria
    assert "Please read every statement" in criteria
    for word in ["Yes, fully", "Partly", *BLANKS]:
        assert word in criteria


def test_a_form_of_levels_is_read(written):
    path = written["tiny-streams"]
    opened = Filled(path).answer("DSK-Q1", "4", "It depends.")
    opened.sheet.cell(opened.row("REQ-Q1"), opened.columns[Column.ANSWER]).value = 2
    opened.answer("REP-Q1", "don't know").save()
    assert dict(read_form(path).answers) == {
        "DSK-Q1": FilledAnswer("level_4", "It depends."),
        "REQ-Q1": FilledAnswer("level_2"),
        "REP-Q1": FilledAnswer("dont_know"),
    }


def test_a_form_of_statements_is_read_and_taken(several, written):
    path = fill(written["tiny-criteria"], {"WRK-1-1": "yes, FULLY", "WRK-2-1": "Partly", "TOL-4-2": "No"})
    filled = read_form(path)
    taken = several.questionnaires.take(filled)
    assert (taken.answered, taken.questions) == (3, 16)
    assert {question: answer.choice for question, answer in filled.answers.items() if answer.choice} == {
        "WRK-1-1": "met",
        "WRK-2-1": "partly_met",
        "TOL-4-2": "not_met",
    }


@pytest.mark.parametrize(
    ("model", "question", "value"), [("tiny-streams", "DSK-Q1", "6"), ("tiny-criteria", "WRK-1-1", "4")]
)
def test_what_is_no_level_or_no_judgement_is_unclear(written, model, question, value):
    fill(written[model], {question: value})
    (cell,) = read_form(written[model]).unclear
    assert (cell.question, cell.value) == (question, value)


def test_text_beside_a_text_to_read_belongs_to_no_question(written):
    opened = Filled(written["tiny-streams"])
    opened.sheet.cell(opened.row("DSK-Q1") + 2, opened.columns[Column.ANSWER]).value = "x"
    opened.save()
    with pytest.raises(RefusalError, match=r"form\.stray_text"):
        read_form(written["tiny-streams"])


def mixed(several, folder: Path) -> Path:
    """A form whose questions are answered from different lists."""
    (ask,) = gather(several, "tiny-streams")
    (other,) = gather(several, "tiny-criteria")
    path = folder / "mixed.xlsx"
    write_form(path, msgspec.structs.replace(ask, sections=(*ask.sections, *other.sections)))
    return path


def test_each_question_is_read_by_its_own_list(several, tmp_path):
    path = fill(mixed(several, tmp_path), {"DSK-Q1": "3", "WRK-1-1": "Yes, fully"})
    found = read_form(path).answers
    assert (found["DSK-Q1"].choice, found["WRK-1-1"].choice) == ("level_3", "met")
    assert [names for names, _where in lists(path)] == [[*LEVELS, *BLANKS], ["Yes, fully", "Partly", "No", *BLANKS]]
    fill(path, {"WRK-1-1": "3"})
    assert [cell.question for cell in read_form(path).unclear] == ["WRK-1-1"]


def test_a_list_that_is_gone(several, tmp_path):
    path = mixed(several, tmp_path)
    workbook = load_workbook(path)
    workbook["Choices"].delete_cols(3, 2)
    workbook.save(path)
    with pytest.raises(RefusalError, match=r"form\.no_choices"):
        read_form(path)
