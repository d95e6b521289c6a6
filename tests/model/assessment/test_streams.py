import pytest
from msgspec.structs import replace

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.maturity.scheme_settings import SchemeSettings, TeamSetting
from tests.builders_schemes import tiny_streams

MODEL = "tiny-streams"


def levels(assessment):
    return {stream.id: stream.level for stream in assessment.results.of(MODEL).streams}


def test_a_level_is_chosen_with_its_reason(several):
    several.streams.rate_stream(MODEL, "DSK", 3, "The third text fits.")
    several.streams.rate_stream(MODEL, "REQ", 2)
    several.streams.set_reason(MODEL, "REQ", "So they say.")
    said = several.streams.ratings(MODEL)
    assert {stream: (rating.level, rating.reason) for stream, rating in said.items()} == {
        "DSK": (3, "The third text fits."),
        "REQ": (2, "So they say."),
    }
    assert levels(several) == {"DSK": 3, "REQ": 2, "REP": 1}


def test_a_new_level_keeps_the_reason_unless_one_is_given(several):
    several.streams.rate_stream(MODEL, "DSK", 3, "So.")
    several.streams.rate_stream(MODEL, "DSK", 4)
    assert several.streams.ratings(MODEL)["DSK"].reason == "So."
    several.streams.rate_stream(MODEL, "DSK", None, "")
    assert several.streams.ratings(MODEL)["DSK"].level is None


def test_without_a_choice_the_level_is_read_from_the_ticks(several):
    several.streams.tick(MODEL, ["DSK-1-P1", "DSK-1-P2", "DSK-2-P1", "DSK-2-P2"], done=True)
    assert levels(several)["DSK"] == 2
    several.streams.rate_stream(MODEL, "DSK", 4)
    assert levels(several)["DSK"] == 4
    several.streams.rate_stream(MODEL, "DSK", None)
    assert levels(several)["DSK"] == 2


def test_ticks_are_set_and_taken_off_in_one_step_each(several):
    steps = len(several.history.steps())
    several.streams.tick(MODEL, ["DSK-1-P1", "REQ-1-P1"], done=True)
    several.streams.tick(MODEL, "REQ-1-P1", done=False)
    assert several.streams.ticks(MODEL) == {"DSK-1-P1"}
    assert len(several.history.steps()) == steps + 2
    several.history.undo()
    assert several.streams.ticks(MODEL) == {"DSK-1-P1", "REQ-1-P1"}


def test_what_is_said_already_is_no_step(several):
    several.streams.tick(MODEL, "DSK-1-P1", done=False)
    several.streams.rate_stream(MODEL, "DSK", None)
    assert several.history.steps(1)[0].label == "model.add"


@pytest.mark.parametrize("item", ["DSK-1-O1", "DSK-1-M1", "DSK-1", "DSK", "PLN-AC-1"])
def test_only_practices_can_be_ticked(several, refused, item):
    assert refused(several.streams.tick, MODEL, ["DSK-1-P1", item], done=True) == "practice.unknown"
    assert several.streams.ticks(MODEL) == frozenset()


def test_unknown_streams_and_levels_are_refused(several, refused):
    assert refused(several.streams.rate_stream, MODEL, "PLN", 1) == "area.unknown"
    assert refused(several.streams.rate_stream, MODEL, "DSK", 0) == "level.unknown"
    assert refused(several.streams.rate_stream, MODEL, "DSK", 6) == "level.unknown"
    assert refused(several.streams.set_reason, MODEL, "unheard", "x") == "area.unknown"
    assert refused(several.streams.rate_stream, "tiny", "PLN", 1) == "area.unknown"
    assert refused(several.streams.rate_stream, "unheard", "DSK", 1) == "model.not_in_use"


def test_the_level_before_the_latest_change_is_known(several):
    streams = several.streams
    pack = several.models.get("tiny-streams").pack
    first, second = (stream.id for stream in pack.streams[:2])
    streams.rate_stream(pack.id, first, 2)
    streams.rate_stream(pack.id, second, 1)
    assert streams.last(pack.id) == {}
    streams.rate_stream(pack.id, first, 3)
    streams.set_reason(pack.id, first, "Seen again a year later.")
    assert streams.last(pack.id) == {first: 2}
    several.history.undo()
    several.history.undo()
    assert streams.last(pack.id) == {}
    several.history.redo()
    assert streams.last(pack.id) == {first: 2}


def test_no_level_is_chosen_where_the_model_reads_it_from_the_ticks(tmp_path):
    bound = replace(tiny_streams(), settings=SchemeSettings(team=TeamSetting(may_set=False)))
    with Assessment.create(tmp_path / "bound.maturity", [bound], author="Tester") as assessment:
        with pytest.raises(RefusalError) as caught:
            assessment.streams.rate_stream(MODEL, "DSK", 3)
        assert caught.value.code == "team.may_not_set"
        assessment.streams.rate_stream(MODEL, "DSK", None, "As ticked.")
