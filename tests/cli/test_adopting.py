"""A newer version adopted from the command line."""

import pytest

from desktop.model.assessment import Assessment
from tests.newer_versions import KEY_CARE_2
from tests.own_rules import own_rules, say


@pytest.fixture
def file(tmp_path):
    pack = own_rules("weighted-mean")
    path = tmp_path / "own.maturity"
    with Assessment.create(path, [pack], author="Ada") as made:
        say(made, pack.rules, pack.rules.examples[0])
    return path


def answers(path):
    with Assessment.open(path, author="", readonly=True) as opened:
        found = opened.parts.all("key-care")
        return opened.models.get("key-care").pack.version, {part: said["once"].answer for part, said in found.items()}


def test_add_leads_to_adopt_which_tells_first_and_changes_nothing(command, file):
    added = command("models", "add", file, KEY_CARE_2)
    assert added.status == 1
    assert "models adopt" in added.err
    tried = command("models", "adopt", file, KEY_CARE_2, "--dry-run")
    assert tried.status == 0
    assert "“Key care model”: version 2.0 in place of 1.0" in tried.out
    assert "“The cabinet is locked at night.” → “The cabinet is not locked at night.”" in tried.out
    assert "--settle CAB.3=CAB.3" in tried.out
    assert "Nothing was changed." in tried.out
    assert answers(file)[0] == "1.0"


def test_what_is_settled_is_carried(command, file):
    ran = command("models", "adopt", file, KEY_CARE_2, "--settle", "CAB.3=CAB.3", "--settle", "DOOR.1=")
    assert ran.status == 0
    assert "Version 2.0 of “Key care model” is in use now. 1 entry has to be made again." in ran.out
    version, said = answers(file)
    assert version == "2.0"
    assert "--settle" not in ran.out
    assert said == {
        "CAB.1": None, "CAB.2": "advanced", "CAB.3": "advanced", "CAB.4": None, "CAB.5": "initial",
        "DOOR.1": "optimised", "DOOR.2": "managed",
    }  # fmt: skip
    assert command("check", file).status == 0


def test_what_was_left_doubtful_is_told_of_when_it_is_too_late_for_an_option(command, file):
    assert "undo this step in the window" in command("models", "adopt", file, KEY_CARE_2).out


def test_as_json(command, file):
    told = command("models", "adopt", file, KEY_CARE_2, "--dry-run", "--json").json
    assert (told["model"], told["before"], told["after"], told["adopted"]) == ("key-care", "1.0", "2.0", False)
    moved = next(part for part in told["parts"] if part["after"] == ["CAB.5"])
    assert moved == {
        "change": "moved", "sort": "part", "before": ["CAB.4"], "after": ["CAB.5"], "moved": True, "likeness": 100,
    }  # fmt: skip
    assert {"kind": "part_rating", "part": "CAB.3", "fate": "again", "count": 1} in told["records"]


@pytest.mark.parametrize(
    ("settle", "code"), [("CAB.3", "adopt.settled_form"), ("=CAB.3", "adopt.settled_form"), ("X=", "adopt.no_part")]
)
def test_what_cannot_be_settled(command, file, settle, code):
    ran = command("models", "adopt", file, KEY_CARE_2, "--settle", settle, "--json")
    assert (ran.status, ran.json["refused"]["code"]) == (1, code)
    assert answers(file)[0] == "1.0"
