import pytest

from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.planning.gaps import gaps
from desktop.model.records import SessionKind
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import filled
from tests.own_rules import own_rules, say


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


@pytest.fixture
def grown(tmp_path):
    """A closed assessment with a model of streams and one of tracks; its path."""
    path = tmp_path / "grown.maturity"
    filled(path, [tiny_criteria(), tiny_streams()]).close()
    return path


def test_models_of_other_schemes_have_the_same_keys(command, grown, scored):
    (staged,) = command("score", scored, "--json").json["models"]
    criteria, streams = command("score", grown, "--json").json["models"]
    assert staged.keys() == criteria.keys() == streams.keys()
    assert (staged["streams"], staged["tracks"], staged["statements"], staged["index"]) == ([], [], [], None)
    assert (streams["areas"], streams["tracks"], criteria["streams"]) == ([], [], [])


def test_streams_and_tracks_have_the_engines_numbers(command, grown):
    criteria, streams = command("score", grown, "--json").json["models"]
    with Assessment.open(grown, author="Ada", readonly=True) as assessment:
        of_streams, of_tracks = assessment.results.of("tiny-streams"), assessment.results.of("tiny-criteria")
        wanted = gaps(assessment.results.given("tiny-streams"), of_streams)
    assert (streams["index"], streams["weakest"]) == (of_streams.index, list(of_streams.weakest))
    for told, stream in zip(streams["streams"], of_streams.streams, strict=True):
        for key in ("id", "level", "rated", "chosen", "ticked", "index", "target", "importance", "gap", "weighted_gap"):
            assert told[key] == getattr(stream, key)
        assert stream.suggestion is not None
        assert told["suggestion"]["mean_level"] == stream.suggestion.mean_level
    for told, track in zip(criteria["tracks"], of_tracks.tracks, strict=True):
        for key in ("id", "level", "uncapped", "determined", "next", "target", "gap", "weighted_gap"):
            assert told[key] == getattr(track, key)
        assert (told["stopping"], told["needed"]) == (list(track.stopping), list(track.needed))
        assert [level["met"] for level in told["levels"]] == [level.met for level in track.levels]
        assert [cap["id"] for cap in told["caps"]] == list(track.caps)
    assert [each["value"] for each in criteria["statements"]] == [each.value for each in of_tracks.statements]
    assert [(gap["place"], gap["weighted_gap"]) for gap in streams["gaps"]] == [
        (gap.place, gap.weighted_gap) for gap in wanted
    ]
    assert (criteria["target"], criteria["gap"]) == (3, 3 - criteria["level"]["reached"])


def test_the_road_of_models_with_rules_of_their_own_stands_beside_that_of_others(command, grown, tmp_path):
    road = command("score", grown, "--json").json["models"][1]["road"]
    assert {(step["place"], type(step["wanted"])) for step in road} == {("*", int)}
    packs = [own_rules("minimum-tiers"), own_rules("weighted-mean")]
    with Assessment.create(tmp_path / "own.maturity", packs, author="Ada") as assessment:
        for pack in packs:
            say(assessment, pack.rules, pack.rules.examples[0])
    tiers, mean = (model["road"] for model in command("score", tmp_path / "own.maturity", "--json").json["models"])
    assert tiers == [
        {
            "place": "*",
            "wanted": {"value": None, "grade": "repeatable"},
            "asks": ["OTHERS"],
            "open": [],
            "text": "From risk informed (2) to repeatable: 1 part",
        }
    ]
    assert [(step["place"], step["wanted"]["value"], step["asks"]) for step in mean][:2] == [
        ("*", 4, ["CAB"]),
        ("CAB", 3, ["CAB.1", "CAB.4"]),
    ]


def test_results_of_other_schemes_say_why(command, grown):
    for model in command("score", grown, "--json").json["models"]:
        told = [*model["streams"], *model["tracks"], *model["statements"], *model["questions"]]
        assert told
        assert all(result["trace"]["sentence"] for result in told)
        assert all(gap["text"] for gap in model["gaps"])
        assert model["standing"]


def test_coverage_is_told_by_role_to_the_team_alone(command, scored):
    with Assessment.open(scored, author="Ada") as assessment:
        person = assessment.preparation.participants()[0]
        talk = assessment.interviews.add(SessionKind.INTERVIEW, "Talk")
        assessment.interviews.note(talk, "We plan.", participant=person.id, tags=[Ref("tiny", "PLN-AC-1")])
        covered = assessment.coverage.of("tiny")
    assert person.role
    (team,), (public,) = (command("score", scored, "--json", *way).json["models"] for way in ((), ("--public",)))
    told = {part["part"]: part for part in team["coverage"]["parts"]}["PLN-AC-1"]
    assert {"kind": "interview", "role": person.role, "count": 1} in told["counts"]
    assert {count["role"] for part in public["coverage"]["parts"] for count in part["counts"]} == {""}
    total = covered.total
    assert team["coverage"]["total"] == public["coverage"]["total"]
    assert (team["coverage"]["total"]["parts"], team["coverage"]["total"]["needed"]) == (total.parts, total.needed)
    wanting = next(part for part in covered.parts if part.lacks)
    told = {part["part"]: part for part in team["coverage"]["parts"]}[wanting.part]
    assert told["missing"][0]["what"] == wanting.lacks[0].kind
    assert told["text"]
