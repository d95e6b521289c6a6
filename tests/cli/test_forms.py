from desktop.exchange.forms.intake import read_forms
from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledForm


def test_a_form_for_each_participant(forms, made):
    assert len(list(forms.glob("*.xlsx"))) == 3


def test_forms_are_named_line_by_line(command, made, tmp_path):
    ran = command("forms", made, "--out", tmp_path / "forms")
    assert len(ran.out.splitlines()) == 3
    assert "3 forms written" in ran.err


def test_no_forms_for_a_model_that_is_not_in_use(command, made, tmp_path):
    ran = command("forms", made, "--out", tmp_path / "forms", "--model", "unheard")
    assert ran.status == 1
    assert not list(tmp_path.rglob("*.xlsx"))


def test_forms_of_chosen_areas(command, made, tmp_path):
    ran = command("forms", made, "--out", tmp_path / "forms", "--area", "PLN", "--area", "SUP")
    assert len(ran.out.splitlines()) == 3
    (read, *_others) = read_forms([tmp_path / "forms"])
    assert isinstance(read.result, FilledForm)
    assert {question.partition("-")[0] for question in read.result.answers} == {"PLN", "SUP"}


def test_an_area_that_nobody_is_asked_about(command, made, tmp_path):
    ran = command("forms", made, "--out", tmp_path / "forms", "--area", "XYZ")
    assert ran.status == 1
    assert "XYZ" in ran.err
    assert "DLV, PLN" in ran.err
    assert not list(tmp_path.rglob("*.xlsx"))


def test_files_are_named_after_people(command, made, tmp_path):
    with Assessment.open(made, author="Lead") as assessment:
        person = assessment.preparation.participants()[0].id
        assessment.preparation.set_participant(person, name="Person A")
    ran = command("forms", made, "--out", tmp_path / "forms", "--named")
    assert "Questionnaire P-01 - Person A.xlsx" in ran.out


def test_forms_of_those_in_a_round(command, made, tmp_path):
    with Assessment.open(made, author="Lead") as assessment:
        second = assessment.preparation.participants()[1].id
        assessment.questionnaires.rounds.add([second])
    of_two = command("forms", made, "--out", tmp_path / "two", "--round", "2")
    assert [line.rpartition(" ")[2] for line in of_two.out.splitlines()] == ["P-02.xlsx"]
    of_one = command("forms", made, "--out", tmp_path / "one", "--round", "1")
    assert [line.rpartition(" ")[2] for line in of_one.out.splitlines()] == ["P-01.xlsx", "P-03.xlsx"]


def test_no_forms_of_a_round_that_is_not_there(command, made, tmp_path):
    ran = command("forms", made, "--out", tmp_path / "forms", "--round", "4")
    assert ran.status == 1
    assert "round 4" in ran.err
    assert "Choose from: 1." in ran.err
    assert not list(tmp_path.rglob("*.xlsx"))
