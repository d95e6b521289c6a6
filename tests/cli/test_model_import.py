import sys

import pytest

from desktop.model.vetting.vetted_packs import VettedPack, vet
from tests.exchange.foreign_models.books import LIBRARY, RUBRIC_MERGED, book, rubric_rows


@pytest.fixture
def rubric(tmp_path):
    return book(tmp_path / "tea.xlsx", {"Rubric": rubric_rows()}, {"Rubric": RUBRIC_MERGED})


def test_what_a_rubric_does_not_say_is_asked_and_nothing_is_written(command, rubric, tmp_path):
    ran = command("models", "import", rubric, tmp_path / "tea.yaml")
    assert ran.status == 1
    assert "a rubric: a row for each subject" in ran.err
    assert "Is the result of the whole the average, the weakest or the sum?" in ran.err
    assert "--answer result=average" in ran.err
    assert not (tmp_path / "tea.yaml").exists()
    told = command("models", "import", rubric, tmp_path / "tea.yaml", "--json").json
    assert told["form"] == "rubric"
    assert "result" in [question["topic"] for question in told["questions"] if not question["default"]]


def test_a_rubric_with_its_answers_becomes_a_pack(command, rubric, tmp_path):
    target = tmp_path / "tea.yaml"
    ran = command("models", "import", rubric, target, "--answer", "result=weakest", "--answer", "id=my-tea")
    assert ran.status == 0
    assert "The column “Score” is left out." in ran.err
    found = vet(target)
    assert isinstance(found, VettedPack)
    assert found.pack.id == "my-tea"
    assert command("models", "check", target).status == 0
    assert command("new", tmp_path / "a.maturity", "--model", target).status == 0


def test_without_a_target_the_model_is_shown(command, rubric, tmp_path):
    ran = command("models", "import", rubric, "--answer", "result=average")
    assert ran.status == 0
    assert "S1 Water (weight 2)" in ran.out
    assert "1 Initial: Water is such and such at 1." in ran.out
    assert [path.name for path in tmp_path.iterdir()] == ["tea.xlsx"]


def test_somebody_at_a_terminal_is_asked(command, rubric, tmp_path, monkeypatch):
    said = iter(["best", "2"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _prompt: next(said))
    target = tmp_path / "tea.yaml"
    assert command("models", "import", rubric, target).status == 0
    assert "combine: min" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "said"),
    [("result", "with = between"), ("result=best", "Possible are"), ("reslt=sum", "There is no question “reslt”")],
)
def test_an_answer_that_fits_nothing_is_refused(command, rubric, tmp_path, answer, said):
    ran = command("models", "import", rubric, tmp_path / "tea.yaml", "--answer", answer)
    assert ran.status == 1
    assert said in ran.err


def test_faults_are_told_by_sheet_and_row(command, tmp_path):
    rows = rubric_rows()
    rows[5][2] = "Water"
    path = book(tmp_path / "tea.xlsx", {"Rubric": rows}, {"Rubric": RUBRIC_MERGED})
    ran = command("models", "import", path, tmp_path / "tea.yaml", "--answer", "result=sum")
    assert ran.status == 1
    assert (
        f"{path}: sheet Rubric, row 6: The subject “Water” stands here a second time; the first is in row 5." in ran.out
    )
    assert not (tmp_path / "tea.yaml").exists()


def test_a_library_needs_no_answer(command, tmp_path):
    path = book(tmp_path / "library.xlsx", LIBRARY)
    ran = command("models", "import", path, tmp_path / "tea.yaml")
    assert ran.status == 0
    assert "a library of requirements" in ran.err


def test_what_is_no_model_is_refused(command, tmp_path):
    path = book(tmp_path / "sales.xlsx", {"Sales": [["Month", "Sold"], ["May", 3]]})
    ran = command("models", "import", path, tmp_path / "tea.yaml")
    assert ran.status == 1
    assert "is not recognised as a model" in ran.err
