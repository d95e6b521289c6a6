import pytest

from desktop.model.maturity.shelf import find
from tests.exchange.foreign_models.books import book

MODEL = "service-provisioning"


@pytest.fixture
def past(command, tmp_path):
    names = [stream.name for stream in find(MODEL).streams]
    rows: list[list[object]] = [
        ["Stream", "Level", "Target"],
        *([name, 2, 3] for name in names[:-1]),
        [names[-1], "hardly", 3],
    ]
    assert command("new", tmp_path / "a.maturity", "--model", MODEL).status == 0
    return tmp_path / "a.maturity", book(tmp_path / "past.xlsx", {"Last year": rows})


def test_a_workbook_is_shown_and_nothing_is_changed(command, past):
    file, workbook = past
    before = file.read_bytes()
    ran = command("results", file, workbook)
    assert ran.status == 0
    assert "Level: Rating by the team (Level=rating)" in ran.out
    assert "Last year, row 10, Level: “hardly” is none of the values for" in ran.out
    assert "Nothing was taken" in ran.err
    assert file.read_bytes() == before


def test_what_is_unclear_or_stands_there_has_to_be_decided(command, past):
    file, workbook = past
    ran = command("results", file, workbook, "--take")
    assert ran.status == 1
    assert "Last year, 10" in ran.err
    told = command("results", file, workbook, "--take", "--skip-unclear").out
    assert told.endswith(f"17 results were taken from {workbook}. 1 value was left out.\n")
    again = command("results", file, workbook, "--take", "--skip-unclear", "--json").json
    assert again["effects"] == {"adds": 0, "same": 17, "replaces": 0}
    other = command("results", file, workbook, "--column", "Target=rating", "--column", "Level=left", "--take")
    assert other.status == 1
    assert "--existing keep" in other.err
    replaced = command(
        "results",
        file,
        workbook,
        "--column",
        "Target=rating",
        "--column",
        "Level=left",
        "--take",
        "--existing",
        "replace",
    )
    assert replaced.status == 0
    levels = {each["id"]: each["level"] for each in command("score", file, "--json").json["models"][0]["streams"]}
    assert set(levels.values()) == {3}


def test_the_model_has_to_be_named_among_several(command, past, tmp_path):
    _file, workbook = past
    both = tmp_path / "b.maturity"
    assert command("new", both, "--model", MODEL, "--model", "tool-ladder").status == 0
    ran = command("results", both, workbook)
    assert ran.status == 1
    assert f"--model: {MODEL}, tool-ladder" in ran.err
    assert command("results", both, workbook, "--model", MODEL).status == 0


def test_a_column_that_is_said_in_no_known_form_is_refused(command, past):
    assert command("results", *past, "--column", "Level").status == 1
