import json
import shutil

import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.tracked import Tracked
from tests.exchange.trackers.conftest import make
from tests.exchange.trackers.tracked_plans import TITLES, Edited


@pytest.fixture
def place(moulds, tmp_path):
    made = moulds.folder("tracked", make)
    shutil.copyfile(made / "tracker.xlsx", tmp_path / "tracker.xlsx")
    return shutil.copyfile(made / "a.maturity", tmp_path / "a.maturity")


def actions(place):
    with Assessment.open(place, author="Ada", readonly=True) as assessment:
        return assessment.actions.all()


def test_a_tracker_is_written_and_never_over_another(command, place, tmp_path):
    ran = command("tracker", place, "--out", tmp_path / "out", "--json")
    assert ran.status == 0
    (file,) = ran.json["files"]
    assert "Example Services - action tracker - " in file
    again = command("tracker", place, "--out", tmp_path / "out")
    assert again.status == 1
    assert "somebody may have written in it" in again.err


def test_a_dry_run_tells_and_changes_nothing(command, place, tmp_path):
    with Edited(tmp_path / "tracker.xlsx") as edited:
        edited.put(edited.row(TITLES[0]), Tracked.OWNER, "Head of services")
    before = place.read_bytes()
    ran = command("tracker", place, "--take", tmp_path / "tracker.xlsx", "--dry-run")
    assert ran.status == 0
    assert ran.out == (
        "Actions, row 6, 1 Agree on service levels: Owner: Service manager → Head of services\n1 change.\n"
    )
    assert place.read_bytes() == before


def test_conflicts_and_what_is_unclear_have_to_be_decided(command, place, tmp_path):
    tracker = tmp_path / "tracker.xlsx"
    with Edited(tracker) as edited:
        edited.put(edited.row(TITLES[0]), Tracked.OWNER, "Theirs")
        edited.put(edited.row(TITLES[1]), Tracked.OWNER, "Head of quality")
        edited.put(edited.row(TITLES[1]), Tracked.STATUS, "Nearly there")
    with Assessment.open(place, author="Bo") as assessment:
        assessment.actions.change(assessment.actions.all()[0].id, owner="Ours")
    unclear = command("tracker", place, "--take", tracker)
    assert (unclear.status, "What cannot be read: 1 (Actions, 7)." in unclear.err) == (1, True)
    clash = command("tracker", place, "--take", tracker, "--skip-unclear")
    assert (clash.status, "Actions, 6" in clash.err) == (1, True)
    ran = command("tracker", place, "--take", tracker, "--skip-unclear", "--conflicts", "ours", "--json")
    assert ran.json["taken"] == 1
    assert [(each["cell"], each["conflict"], each["taken"]) for each in ran.json["changes"]] == [
        ("owner", True, False),
        ("owner", False, True),
    ]
    assert json.dumps(ran.json["unread"][0]["reason"]) == '"unknown_word"'
    assert [action.owner for action in actions(place)[:2]] == ["Ours", "Head of quality"]
    assert command("tracker", place, "--take", tracker, "--skip-unclear", "--conflicts", "theirs").status == 0
    assert actions(place)[0].owner == "Theirs"


def test_one_of_two_things_has_to_be_asked_for(command, place):
    assert command("tracker", place).status == 2
