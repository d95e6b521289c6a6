import shutil
from pathlib import Path

import pytest

FIXTURE = Path(__file__).parents[1] / "formats" / "1.maturity"


@pytest.fixture
def scored(path):
    return shutil.copyfile(FIXTURE, path)


def test_a_summary_for_people(command, scored):
    ran = command("score", scored)
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[:2] == ["Tiny model 1.0", "Level 2 held; level 3 not determined"]
    assert any(
        line.split() == ["2", "PLN", "Area", "PLN", "Satisfied", "100.0", "%", "4", "85.0", "%", "0.81"]
        for line in lines
    )


def test_the_promised_keys(command, scored):
    (model,) = command("score", scored, "--json").json["models"]
    assert (model["id"], model["scheme"]) == ("tiny", "staged")
    assert (model["level"]["reached"], model["level"]["determined"]) == (2, False)
    assert [(blocker["area"], blocker["why"]) for blocker in model["level"]["blockers"]] == [
        ("DLV", "out_of_scope"),
        ("STD", "not_rated"),
    ]
    area = model["areas"][0]
    assert (area["id"], area["name"], area["level"], area["categories"], area["rating"]) == (
        "PLN",
        "Area PLN",
        2,
        ["management"],
        "satisfied",
    )
    assert (area["answers"]["n"], area["answers"]["mean_percent"]) == (4, 85.0)
    assert 0 <= area["answers"]["consensus"] <= 1
    category = model["categories"][0]
    assert (category["id"], category["satisfied"], category["rated"]) == ("management", 2, 2)
    assert category["mean_percent"] == 85.0


def test_every_result_says_why(command, scored):
    (model,) = command("score", scored, "--json").json["models"]
    told = [
        model["level"],
        *model["categories"],
        *model["levels"],
        *model["areas"],
        *model["practices"],
        *model["questions"],
    ]
    told += [goal for area in model["areas"] for goal in area["goals"]]
    assert all(result["trace"]["sentence"] for result in told)
    assert {question["answers"]["n"] for question in model["questions"]} == {0, 2}
    assert model["practices"][0]["suggestion"]["n"] > 0


def test_small_groups_are_hidden_from_the_public(command, scored):
    (model,) = command("score", scored, "--json", "--public").json["models"]
    assert {question["answers"]["mean_percent"] for question in model["questions"]} == {None}
    assert model["level"]["reached"] == 2


def test_scoring_leaves_the_file_as_it_was(command, scored):
    before = scored.read_bytes()
    command("score", scored)
    assert scored.read_bytes() == before
    assert [found.name for found in scored.parent.iterdir()] == [scored.name]


def test_an_assessment_without_a_model(command, path):
    from desktop.model.assessment import Assessment

    Assessment.create(path, [], author="Ada").close()
    ran = command("score", path)
    assert (ran.status, ran.out) == (0, "")
    assert "no model" in ran.err
