"""Commands that look back."""

from __future__ import annotations

import datetime as dt

import openpyxl

from desktop.model.assessment import Assessment


def test_scores_as_they_were(command, scored):
    now = command("score", scored, "--json").json
    with Assessment.open(scored, author="Ada") as assessment:
        step = assessment.history.steps(1)[0].number
        while assessment.history.next_undo():
            assessment.history.undo()
    before = scored.read_bytes()
    assert command("score", scored, "--json").json != now
    ran = command("score", scored, "--as-of", step, "--json")
    assert ran.json == now
    assert "As it was at" in ran.err
    assert scored.read_bytes() == before
    assert command("score", scored, "--as-of", "soon").status == 1


def test_an_export_of_then_says_so_and_is_noted_now(command, scored, tmp_path):
    with Assessment.open(scored, author="Ada") as assessment:
        step = assessment.history.steps(1)[0].number
        assessment.preparation.set_details(organisation="Renamed")
    ran = command("export", scored, "--out", tmp_path / "out", "--only", "workbook", "--as-of", step, "--json")
    assert ran.status == 0
    (name,) = [path.name for path in (tmp_path / "out").iterdir()]
    assert name.startswith("As it was on ")
    assert "Renamed" not in name
    book = openpyxl.load_workbook(tmp_path / "out" / name, read_only=True)
    first = [str(cell.value) for row in book.worksheets[0].iter_rows(max_row=5) for cell in row]
    assert any(f"(step {step}) – " in text for text in first)
    assert command("check", scored).status == 0
    assert command("export", scored, "--out", tmp_path, "--only", "schedule", "--as-of", step).status == 2


def test_plan_comparison_and_data_of_then(command, scored, tmp_path):
    with Assessment.open(scored, author="Ada") as assessment:
        step = assessment.history.steps(1)[0].number
        before = assessment.preparation.details().organisation
        assessment.preparation.set_details(organisation="Renamed")
        assessment.targets.set("tiny", level=3)
    plan = command("plan", scored, "--as-of", step)
    assert ("As it was" in plan.err, "no target yet" in plan.err) == (True, True)
    assert command("plan", scored, "--as-of", step, "--accept").status == 2
    told = command("compare", scored, scored, "--as-of", step, "--json").json
    day = dt.datetime.now().astimezone().date()
    assert (told["then"], told["now"]) == ("Renamed", f"As it was on {day} (step {step}) – {before}")
    data = tmp_path / "then.json"
    assert command("data", scored, "--as-of", step, "--out", data).status == 0
    then = tmp_path / "then.maturity"
    assert command("new", then, "--from", data).status == 0
    assert command("check", then).status == 0
    with Assessment.open(then, author="Ada") as assessment:
        assert assessment.preparation.details().organisation == before
        assert assessment.history.steps(1)[0].number == step
    assert command("score", then, "--json").json == command("score", scored, "--as-of", step, "--json").json
