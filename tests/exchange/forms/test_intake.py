import datetime as dt
import shutil
from pathlib import Path

import pytest

from desktop.exchange.forms.intake import read_forms, take_forms
from desktop.exchange.forms.writer import write_forms
from desktop.model.assessment.examined import Ruling
from desktop.model.assessment.forms import Outcome, Taken
from desktop.model.assessment.opened import Assessment
from desktop.model.errors import RefusalError
from tests.builders import tiny_area, tiny_pack
from tests.exchange.forms.workbooks import Filled, fill, saved_at

pytestmark = pytest.mark.usefixtures("read_here")

ANSWERS = {"PLN-Q1": "Often", "PLN-Q2": ("Don't know", "Ask planning."), "SUP-Q1": "Does not apply"}


def take(assessment, *paths, ruling=None):
    read = read_forms(paths)
    rulings = dict.fromkeys(range(len(read)), ruling) if ruling else None
    return [line.result for line in take_forms(assessment, read, rulings)]


def take_one(assessment, path, ruling=None):
    (result,) = take(assessment, path, ruling=ruling)
    assert isinstance(result, Taken)
    return result


def answers_of(assessment, place=0):
    participant = assessment.preparation.participants()[place].id
    found = assessment.questionnaires.answers("tiny", participant)
    return {key: (answer.choice, answer.comment) for key, answer in found.items() if answer.choice or answer.comment}


def test_a_form_is_taken(assessment, form):
    fill(form, ANSWERS)
    result = take_one(assessment, form)
    assert (result.outcome, result.number, result.answered, result.questions) == (Outcome.NEW, 1, 3, 12)
    assert answers_of(assessment) == {
        "PLN-Q1": ("often", ""),
        "PLN-Q2": ("dont_know", "Ask planning."),
        "SUP-Q1": ("does_not_apply", ""),
    }


def test_the_same_form_twice_changes_nothing(assessment, form):
    fill(form, ANSWERS)
    take(assessment, form)
    before = assessment.path.read_bytes(), assessment.history.steps()
    assert take_one(assessment, form).outcome is Outcome.UNCHANGED
    assert (assessment.path.read_bytes(), assessment.history.steps()) == before


def test_a_newer_version_replaces_in_one_step_that_can_be_undone(assessment, form):
    fill(form, ANSWERS)
    take(assessment, saved_at(form, dt.datetime(2026, 3, 1)))  # noqa: DTZ001 - the stamp says UTC
    before = answers_of(assessment)
    steps = len(assessment.history.steps())
    fill(form, {"PLN-Q1": "Seldom", "PLN-Q2": (None, "Ask planning."), "DLV-Q1": "Half"})
    result = take_one(assessment, saved_at(form, dt.datetime(2026, 3, 5)), Ruling(empties=True))  # noqa: DTZ001 - likewise
    assert (result.outcome, result.changed) == (Outcome.REPLACED, 3)
    assert answers_of(assessment) == {
        "PLN-Q1": ("seldom", ""),
        "PLN-Q2": (None, "Ask planning."),
        "SUP-Q1": ("does_not_apply", ""),
        "DLV-Q1": ("half", ""),
    }
    assert len(assessment.history.steps()) == steps + 1
    assessment.history.undo()
    assert answers_of(assessment) == before


def test_an_older_version_is_refused(assessment, form, tmp_path):
    older = Path(shutil.copy(form, tmp_path / "older.xlsx"))
    fill(form, ANSWERS)
    fill(older, {"PLN-Q1": "Half"})
    take(assessment, saved_at(form, dt.datetime(2026, 3, 5)))  # noqa: DTZ001 - the stamp says UTC
    before = answers_of(assessment)
    (refusal,) = take(assessment, saved_at(older, dt.datetime(2026, 3, 1)))  # noqa: DTZ001 - likewise
    assert refusal.code == "form.older"
    assert answers_of(assessment) == before


def test_refused_files_leave_assessment_and_files_untouched(assessment, forms, tmp_path):
    fill(forms[0], {"PLN-Q1": "Sometimes"})
    (tmp_path / "notes.xlsx").write_text("no workbook")
    files = [forms[0], tmp_path / "notes.xlsx", tmp_path / "gone.xlsx"]
    before = [path.read_bytes() for path in (assessment.path, *files[:2])]
    results = take(assessment, *files)
    assert [result.code for result in results] == [
        "form.choice_not_on_form",
        "form.not_a_workbook",
        "form.missing",
    ]
    assert [path.read_bytes() for path in (assessment.path, *files[:2])] == before


def test_good_forms_are_taken_beside_refused_ones(assessment, forms):
    fill(forms[1], ANSWERS)
    fill(forms[0], {"PLN-Q1": "Sometimes"})
    lines = take_forms(assessment, read_forms([forms[0].parent]))
    assert [line.path for line in lines] == forms
    assert [type(line.result) for line in lines] == [RefusalError, Taken, Taken]
    assert answers_of(assessment, 0) == {}
    assert len(answers_of(assessment, 1)) == 3


def test_each_form_can_be_undone_by_itself(assessment, forms):
    for path in forms:
        fill(path, ANSWERS)
    take(assessment, *forms)
    assessment.history.undo()
    assert answers_of(assessment, 1) != {}
    assert answers_of(assessment, 3) == {}


def test_a_form_of_another_assessment(assessment, tmp_path):
    with Assessment.create(tmp_path / "b.maturity", [tiny_pack()], author="Lead") as other:
        other.preparation.add_participant()
        (path,) = write_forms(other, tmp_path / "other", "tiny")
    (refusal,) = take(assessment, path)
    assert refusal.code == "form.other_assessment"


def test_a_form_of_a_participant_who_left(assessment, form):
    assessment.preparation.remove_participant(assessment.preparation.participants()[0].id)
    (refusal,) = take(assessment, form)
    assert refusal.code == "form.unknown_participant"


def test_a_form_on_another_scale(assessment, form):
    assessment.models.set_scale("tiny", "yes_no_4")
    (refusal,) = take(assessment, form)
    assert refusal.code == "form.other_scale"


def test_a_form_of_a_model_no_longer_used(assessment, form):
    assessment.models.remove("tiny")
    (refusal,) = take(assessment, form)
    assert refusal.code == "form.other_model"


def test_a_form_of_another_version_of_the_model(assessment, form):
    assessment.models.remove("tiny")
    assessment.models.add(tiny_pack([tiny_area("NEW", 2)]))
    (refusal,) = take(assessment, form)
    assert refusal.code == "form.other_version"


def test_folders_and_files_are_read_once_each(form, forms, tmp_path):
    folder = form.parent
    (folder / "~$Questionnaire P-01.xlsx").write_bytes(b"lock")
    (folder / "notes.txt").write_text("")
    (folder / "deeper.xlsx").mkdir()
    read = read_forms([forms[2], folder, folder / ".." / folder.name / form.name])
    assert [item.path.name for item in read] == [forms[2].name, forms[0].name, forms[1].name]


def test_progress_is_told_and_reading_can_be_cancelled(forms):
    told = []
    assert len(read_forms(forms, lambda done, total: told.append((done, total)))) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert read_forms(forms, cancelled=lambda: True) == []


def test_a_form_kept_out_of_order_of_its_rows_is_the_same_form(assessment, form):
    fill(form, ANSWERS)
    take(assessment, form)
    opened = Filled(form)
    opened.sheet.insert_rows(8, 3)
    opened.save()
    assert take_one(assessment, form).outcome is Outcome.UNCHANGED


def test_versions_are_told_by_the_names_of_their_files(assessment, form, tmp_path):
    other = Path(shutil.copy(form, tmp_path / "P-01 (1).xlsx"))
    fill(form, {"PLN-Q1": "Half"})
    fill(other, {"PLN-Q1": "Often"})
    refused = [line.result for line in take_forms(assessment, read_forms([form, other]))]
    assert [(one.code, one.facts["versions"]) for one in refused if isinstance(one, RefusalError)] == [
        ("form.which_counts", (form.name, other.name))
    ] * 2
    fill(other, {"PLN-Q1": "Half", "PLN-Q2": "Often"})
    first, second = take_forms(assessment, read_forms([form, other]))
    assert isinstance(first.result, Taken)
    assert isinstance(second.result, Taken)
    assert (first.result.outcome, first.winner) == (Outcome.EARLIER, other)
    assert second.result.outcome is Outcome.NEW
