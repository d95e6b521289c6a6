from __future__ import annotations

import pytest

from desktop.model.assessment import Assessment
from desktop.model.records import ActionStatus
from tests.builders_schemes import tiny_streams


@pytest.fixture
def file(path):
    """Three streams of which level 2 is wanted, actions for two, one of which needs a third that has no aim."""
    with Assessment.create(path, [tiny_streams()], author="Ada") as assessment:
        assessment.preparation.set_details(currency="EUR")
        assessment.targets.set("tiny-streams", level=2)
        first = assessment.actions.add("Staff the desk", model="tiny-streams", aim="DSK-2", effort="10", cost="1000")
        second = assessment.actions.add("Buy a tool", cost="500", effort="5", due=None)
        third = assessment.actions.add("Sort requests", model="tiny-streams", aim="REQ-2", effort="12,5")
        assessment.action_links.need(third, second)
        assessment.actions.change(first, status=ActionStatus.AGREED)
    return path


def test_a_plan_for_people(command, file):
    ran = command("plan", file, "--cost", "1200", "--effort", "10", "--quarters", "2", "--from", "2031-05-15")
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[:3] == [
        "2 of 3 open actions planned, 1 of 4 targets reached.",
        "Cost 500 EUR of 1200 EUR; Q2 2031: 10 of 10 person days; Q3 2031: 7.5 of 10 person days",
        "Tiny streams: now 1; by the end of Q2 2031 1, Q3 2031 1",
    ]
    assert "All that the actions can reach would cost 300 EUR more, and take 3.75 person days more in each" in ran.out
    assert any(line.startswith("3    Sort requests") and "Stream REQ at level 2" in line for line in lines)
    assert any(line.startswith("1    Staff the desk") and "no room for it" in line for line in lines)
    assert "No action works on REP-1-P1" in ran.out
    assert "Nobody has said what action 3 costs; it counts as nothing." in ran.err
    assert "Nothing was changed." in ran.err


def test_a_plan_as_json_and_what_is_pinned(command, file):
    said = command("plan", file, "--effort", "10", "--quarters", "2", "--in", "1", "--out", "3", "--json").json
    assert [row["number"] for row in said["planned"]] == [1]
    assert said["planned"][0]["reaches"] == ["Stream DSK at level 2", "Stream DSK at level 2"]
    assert {row["number"]: row["because"] for row in said["left_out"]} == {2: "room", 3: "pinned_out"}
    assert (said["cost"], said["effort"], said["proved"], said["accepted"]) == (1000, [10, 0], True, False)
    assert said["levels"] == {"tiny-streams": ["1", "1", "1"]}
    whole = said["unreached"][0]
    assert (whole["place"], whole["lacking"]) == ("*", ["REP"])


def test_an_accepted_plan_sets_the_dates(command, file):
    before = file.read_bytes()
    command("plan", file)
    assert file.read_bytes() == before
    ran = command("plan", file, "--effort", "15", "--from", "2099-01-01", "--accept", "--author", "Ben")
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "Set the dates of 3 actions.")
    with Assessment.open(file, author="", readonly=True) as assessment:
        dates = {action.number: (str(action.start), str(action.due)) for action in assessment.actions.all()}
    assert dates[1] == ("2099-01-01", "2099-03-02"), "10 of 15 days are two thirds of the quarter"
    assert (dates[2][0], dates[3][1]) == (dates[1][1], "2099-06-15"), "one after the other"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--quarters", "0"], "1 to 20 quarters"),
        (["--cost", "much"], "much"),
        (["--effort=-1"], "below zero"),
        (["--from", "1.5.31"], "year-month-day"),
        (["--in", "9"], "no action 9"),
        (["--level", "7"], "7"),
    ],
)
def test_what_makes_no_sense_is_refused(command, file, options, told):
    ran = command("plan", file, *options)
    assert ran.status == 1
    assert told in ran.err


def test_with_several_models_the_level_needs_one(command, path):
    with Assessment.create(path, [tiny_streams()], author="Ada") as assessment:
        from tests.builders import tiny_pack

        assessment.models.add(tiny_pack())
        assessment.actions.add("x", model="tiny", aim="PLN")
    ran = command("plan", path, "--level", "2")
    assert (ran.status, "--model" in ran.err) == (1, True)
    ran = command("plan", path, "--level", "2", "--model", "tiny")
    assert (ran.status, "Area SUP" in ran.out) == (0, True)
