from desktop.model.assessment import Assessment
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import filled


def test_a_summary_for_people(command, scored):
    ran = command("score", scored)
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[:2] == ["Tiny model 1.0", "Level 2 reached; level 3 not determined"]
    assert any(
        line.split() == ["2", "PLN", "Area", "PLN", "Satisfied", "100.0", "%", "4", "85.0", "%", "0.81"]
        for line in lines
    )


def test_small_groups_are_hidden_from_the_public(command, scored):
    said = command("score", scored, "--json", "--public").json
    (model,) = said["models"]
    assert {question["answers"]["mean_percent"] for question in model["questions"]} == {None}
    assert model["level"]["reached"] == 2
    assert said["findings"] == [
        {"model": "tiny", "place": "PLN", "tone": "strength", "text": "Work is planned."},
    ]
    assert command("score", scored, "--json").json["findings"] == said["findings"]


def test_scoring_leaves_the_file_as_it_was(command, scored):
    before = scored.read_bytes()
    command("score", scored)
    assert scored.read_bytes() == before
    assert [found.name for found in scored.parent.iterdir()] == [scored.name]


def test_an_assessment_without_a_model(command, path):
    Assessment.create(path, [], author="Ada").close()
    ran = command("score", path)
    assert (ran.status, ran.out) == (0, "")
    assert "no model" in ran.err


def test_a_summary_of_streams_and_tracks_for_people(command, tmp_path):
    filled(tmp_path / "a.maturity", [tiny_criteria(), tiny_streams()]).close()
    ran = command("score", tmp_path / "a.maturity")
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert any(line.startswith("Track tool ") for line in lines)
    assert any(line.startswith("DSK  Stream DSK") for line in lines)
    assert "  Stream REP: Level 1, target 3: a gap of 2" in lines[lines.index("Gaps, the largest first:") :]


def test_what_few_say_of_streams_and_statements_is_hidden_from_the_public(command, tmp_path):
    filled(tmp_path / "a.maturity", [tiny_criteria(), tiny_streams()], respondents=4).close()
    criteria, streams = command("score", tmp_path / "a.maturity", "--json", "--public").json["models"]
    assert {stream["suggestion"] for stream in streams["streams"]} == {None}
    assert {statement["suggestion"] for statement in criteria["statements"]} == {None}
    for place in (*streams["streams"], *criteria["tracks"]):
        assert (place["answers"]["mean_percent"], place["answers"]["counts"]) == (None, {})
