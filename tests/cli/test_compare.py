"""`compare`: a round beside the one before it, or another unit."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.follow_up import FollowUpChoice
from tests.builders_schemes import tiny_streams
from tests.exchange.filled import filled

DAY = dt.date(2026, 9, 1)


@pytest.fixture
def again(path):
    """A stream stands better in autumn than it did in spring."""
    with filled(path, [tiny_streams()], respondents=5) as assessment:
        assessment.rounds.begin("Autumn", last="Spring", day=DAY, choice=FollowUpChoice(ratings=True))
        assessment.streams.rate_stream("tiny-streams", "DSK", 4)
    return path


def test_with_the_round_before(command, again):
    before = again.read_bytes()
    ran = command("compare", again)
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Then: Spring. Now: Autumn."
    assert "  Stream DSK: Level 3 → Level 4" in lines
    assert sum("Stream" in line and "→" in line for line in lines) == 1, "what is the same is left out"
    assert again.read_bytes() == before


def test_as_json(command, again):
    said = command("compare", again, "--json").json
    (model,) = said["models"]
    assert (said["then"], said["now"], model["likeness"]) == ("Spring", "Autumn", "same")
    place = next(each for each in model["places"] if each["place"] == "DSK")
    assert (place["move"], place["then"]["level"], place["now"]["text"]) == ("better", 3, "Level 4")
    assert [(each["round"], each["now"]) for each in said["levels"]] == [("Spring", False), ("Autumn", True)]


def test_with_another_file_and_a_round_by_name(command, again, tmp_path):
    other = tmp_path / "other.maturity"
    filled(other, [tiny_streams()], respondents=5, organisation="Southern centre").close()
    before = other.read_bytes()
    ran = command("compare", again, other)
    assert ran.out.startswith("Then: Southern centre · Service desk. Now: Northern region service centre")
    assert other.read_bytes() == before
    for name in ("Spring", "1"):
        assert command("compare", again, "--round", name).out.startswith("Then: Spring.")


def test_what_cannot_be_compared_is_told(command, again, path, tmp_path):
    ran = command("compare", again, "--round", "Winter")
    assert (ran.status, "no round “Winter”" in ran.err) == (1, True)
    text = tmp_path / "notes.txt"
    text.write_text("no assessment", encoding="utf-8")
    assert "not an assessment" in command("compare", again, text).err
    first = tmp_path / "first.maturity"
    Assessment.create(first, [tiny_streams()], author="Ada").close()
    ran = command("compare", first)
    assert (ran.status, "holds no earlier round" in ran.err) == (1, True)


def test_as_it_was_then_with_what_was_said_in_rounds(command, again, tmp_path):
    with Assessment.open(again, author="Ada") as assessment:
        step = assessment.history.steps(1)[0].number
        assessment.streams.rate_stream("tiny-streams", "DSK", 1)
    ran = command("compare", again, "--as-of", step)
    assert "  Stream DSK: Level 3 → Level 4" in ran.out.splitlines()
    data, then = tmp_path / "then.json", tmp_path / "then.maturity"
    assert command("data", again, "--as-of", step, "--out", data).status == 0
    assert command("new", then, "--from", data).status == 0
    assert command("check", then).status == 0
    assert command("compare", then).out == ran.out
