import os
import shutil
from pathlib import Path

import pytest

from desktop.exchange.forms.layout import Column
from desktop.model.assessment import Assessment
from tests.exchange.forms.workbooks import Filled, fill

pytestmark = pytest.mark.usefixtures("read_here")

NAME = "Questionnaire P-{:02}.xlsx"


@pytest.fixture
def returned(forms):
    """The forms with one answer each."""
    for path in forms.iterdir():
        fill(path, {"PLN-Q1": "Often"})
    return forms


def first_of(folder):
    return folder / NAME.format(1)


def answers(path, question="PLN-Q1"):
    """What each participant says to a question."""
    with Assessment.open(path, author="Bea", readonly=True) as assessment:
        people = assessment.preparation.participants()
        found = [assessment.questionnaires.answers("tiny", one.id).get(question) for one in people]
    return [one.choice if one else None for one in found]


def test_forms_come_back_and_once_only(command, made, returned):
    forms = returned
    first, again = (command("import", made, forms, "--author", "Ada") for _ in range(2))
    assert (first.status, again.status) == (0, 0)
    assert [line.rpartition(", ")[2] for line in first.out.splitlines()] == ["new"] * 3
    assert all("nothing changed" in line for line in again.out.splitlines())
    with Assessment.open(made, author="Bea") as assessment:
        assert [progress.form for progress in assessment.questionnaires.progress("tiny")] == [True] * 3
        assert assessment.history.steps(1)[0].author == "Ada"


def test_a_refused_form_is_told_and_the_others_are_taken(command, made, returned, tmp_path):
    forms = returned
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\3\4")
    ran = command("import", made, bad, forms, "--json")
    assert ran.status == 1
    assert (ran.json["taken"], ran.json["refused"]) == (3, 1)
    outcomes = [form["outcome"] for form in ran.json["forms"]]
    assert outcomes == ["refused", "new", "new", "new"]
    assert ran.json["forms"][0]["file"] == str(bad)
    assert ran.json["forms"][1]["participant"] == "P-01"
    said = command("import", made, bad)
    assert f"{bad}: refused." in said.out
    assert "Refused: 1 of 1 form." in said.err


def test_nothing_to_import_is_no_success(command, made, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert command("import", made, empty).status == 1


def test_nothing_is_taken_while_another_has_the_file_open(command, made, forms):
    with Assessment.open(made, author="Bea"):
        ran = command("import", made, forms)
    assert ran.status == 1
    assert "reading only" in ran.err


def test_blank_forms_are_told_and_count_as_none(command, made, returned, tmp_path):
    command("import", made, returned)
    command("forms", made, "--out", tmp_path / "again")
    ran = command("import", made, tmp_path / "again", "--json")
    assert (ran.status, ran.json["taken"], ran.json["blank"], ran.json["refused"]) == (0, 0, 3, 0)
    assert [form["outcome"] for form in ran.json["forms"]] == ["blank"] * 3
    assert [form["kept"] for form in ran.json["forms"]] == [1] * 3
    assert "Blank: 3 of 3 forms. Blank forms clear nothing; " in ran.err
    assert answers(made) == ["often"] * 3
    back = command("import", made, first_of(tmp_path / "again"), "--replace", "P-01", "--json")
    assert [(form["outcome"], form["emptied"]) for form in back.json["forms"]] == [("replaced", 1)]
    assert answers(made) == [None, "often", "often"]


def test_unclear_answers_refuse_the_form_or_are_left_out_and_listed(command, made, forms):
    path = first_of(forms)
    fill(path, {"PLN-Q1": "mostly", "PLN-Q2": "Often", "PLN-Q3": "3 or 4"})
    refused = command("import", made, path, "--json")
    assert (refused.status, refused.json["taken"]) == (1, 0)
    (form,) = refused.json["forms"]
    assert [(cell["number"], cell["value"]) for cell in form["unclear"]] == [("1", "mostly"), ("3", "3 or 4")]
    assert "question 1" in form["message"]
    assert answers(made, "PLN-Q2") == [None] * 3
    said = command("import", made, path, "--skip-unclear")
    assert said.status == 0
    assert "2 unclear answers left out" in said.out
    assert "No. 1 (sheet “Questions”, row" in said.out
    assert answers(made, "PLN-Q2")[0] == "often"
    assert answers(made)[0] is None


def test_what_would_be_lost_is_told_first(command, made, forms):
    first, second = (forms / NAME.format(number) for number in (1, 2))
    for path in (first, second):
        fill(path, {"PLN-Q1": "Often", "PLN-Q2": "Often"})
    command("import", made, forms)
    for path in (first, second):
        fill(path, {"PLN-Q1": (None,)})
    refused = command("import", made, first, "--json")
    assert (refused.status, refused.json["forms"][0]["code"]) == (1, "form.empties")
    assert (refused.json["forms"][0]["facts"]["answers"], answers(made)[0]) == (1, "often")
    kept = command("import", made, first, "--keep", "p-01", "--json")
    assert (kept.status, kept.json["forms"][0]["kept"], answers(made)[0]) == (0, 1, "often")
    gone = command("import", made, second, "--replace", "P-02", "--json")
    assert (gone.json["forms"][0]["emptied"], answers(made)) == (1, ["often", None, None])


def test_a_participant_who_is_not_there_is_no_reason_to_take_anything(command, made, returned):
    ran = command("import", made, returned, "--replace", "P-09", "--json")
    assert (ran.status, ran.json["refused"]["code"]) == (1, "participant.no_number")
    assert answers(made) == [None] * 3


def test_a_version_of_no_certain_age_is_refused_until_it_is_decided(command, made, returned, tmp_path):
    command("import", made, returned)
    later = Path(shutil.copy(first_of(returned), tmp_path / "P-01 (1).xlsx"))
    fill(later, {"PLN-Q1": "Half"})
    (tmp_path / "late").mkdir()
    shutil.copy(later, tmp_path / "late")
    for named in (later, tmp_path / "late"):
        hesitating = command("import", made, named, "--json")
        assert (hesitating.status, hesitating.json["forms"][0]["code"]) == (1, "form.unsure")
        message = hesitating.json["forms"][0]["message"]
        assert "+00:00" not in message
        assert "--replace P-01; if not, with --keep P-01" in message
    assert answers(made)[0] == "often"
    taken = command("import", made, later, "--replace", "P-01")
    assert (taken.status, answers(made)[0]) == (0, "half")
    older = command("import", made, first_of(returned), "--json")
    assert (older.status, older.json["forms"][0]["code"]) == (1, "form.was_replaced")
    command("import", made, tmp_path / "late", returned, "--replace", "P-01")
    assert answers(made)[0] == "half"
    command("import", made, returned, "--replace", "P-01")
    assert answers(made)[0] == "often"


def test_a_version_that_adds_is_taken_though_nothing_tells_which_is_newer(command, made, returned):
    command("import", made, returned)
    fill(first_of(returned), {"PLN-Q2": "Half"})
    ran = command("import", made, first_of(returned))
    assert ran.status == 0
    assert "though it is not certain that it is newer" in ran.out
    assert answers(made, "PLN-Q2")[0] == "half"


def test_what_was_left_out_is_remembered_until_it_is_named_alone(command, made, returned, tmp_path):
    command("import", made, returned)
    (tmp_path / "late").mkdir()
    later = Path(shutil.copy(first_of(returned), tmp_path / "late" / "P-01 (1).xlsx"))
    fill(later, {"PLN-Q1": "Half"})
    kept = command("import", made, tmp_path / "late", "--keep", "P-01", "--json")
    assert (kept.status, [form["outcome"] for form in kept.json["forms"]]) == (0, ["kept"])
    again = command("import", made, tmp_path / "late")
    assert again.status == 0
    assert "P-01: left out before, not imported" in again.out
    alone = command("import", made, later, "--json")
    assert (alone.status, alone.json["forms"][0]["code"]) == (1, "form.unsure")
    command("import", made, tmp_path / "late", "--replace", "P-01")
    assert answers(made)[0] == "half"


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="names there are Unicode")
def test_a_file_name_that_is_no_utf_8_is_told(command, made, returned, tmp_path):
    path = os.fsencode(tmp_path) + b"/M\xfcller.xlsx"
    shutil.copy(first_of(returned), path)
    ran = command("import", made, Path(os.fsdecode(path)), "--json")
    assert ran.status == 0
    assert ran.json["forms"][0]["file"].endswith("M\\xfcller.xlsx")
    assert answers(made)[0] == "often"


def test_an_author_who_cannot_be_kept_changes_nothing(command, made, returned):
    ran = command("import", made, returned, "--author", b"M\xfc".decode(errors="surrogateescape"))
    assert ran.status == 2
    assert answers(made) == [None] * 3


def test_a_folder_of_mixed_files_has_a_line_for_each_that_could_be_answers(command, made, returned):
    source = Path(__file__).parents[1] / "exchange" / "forms" / "returned"
    for suffix in ("ods", "xls"):
        shutil.copyfile(source / f"blank.{suffix}", returned / f"blank.{suffix}")
    (returned / "later").mkdir()
    first_of(returned).rename(returned / "later" / first_of(returned).name)
    (returned / "scan.pdf").write_bytes(b"%PDF-1.7")
    (returned / "all.zip").write_bytes(b"PK")
    (returned / "photo.jpg").write_bytes(b"x")
    ran = command("import", made, returned, "--json")
    assert (ran.status, ran.json["taken"], ran.json["refused"], ran.json["passed_over"]) == (1, 3, 4, 1)
    codes = {Path(form["file"]).name: form.get("code") for form in ran.json["forms"]}
    assert codes == {
        "all.zip": "form.packed",
        "blank.ods": "form.other_format",
        "blank.xls": "form.other_format",
        "scan.pdf": "form.not_a_workbook",
        NAME.format(1): None,
        NAME.format(2): None,
        NAME.format(3): None,
    }
    said = command("import", made, returned)
    assert "Open it and save it as an Excel workbook (.xlsx)" in said.out
    assert "1 file that cannot be a form was passed over." in said.err


def test_what_belongs_to_no_question_is_told(command, made, returned):
    opened = Filled(first_of(returned))
    opened.sheet["H9"] = "See the plan."
    opened.save()
    said = command("import", made, first_of(returned))
    assert "Sheet “Questions”, row 9: “See the plan.” belongs to no question and was not kept" in said.out


def test_a_merged_cell_is_told_and_can_be_left_out(command, made, returned):
    opened = Filled(first_of(returned))
    row, letter = opened.row("PLN-Q1"), opened.letter(Column.ANSWER)
    opened.sheet.merge_cells(f"{letter}{row}:{letter}{row + 1}")
    opened.save()
    refused = command("import", made, first_of(returned), "--json")
    (form,) = refused.json["forms"]
    assert (form["code"], [cell["reason"] for cell in form["unclear"]]) == ("form.merged", ["merged"])
    assert "question 2 is merged with that of an earlier question, where “Often” stands" in form["message"]
    assert command("import", made, first_of(returned), "--skip-unclear").status == 0
    assert (answers(made)[0], answers(made, "PLN-Q2")[0]) == ("often", None)
