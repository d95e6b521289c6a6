"""Commands that look back."""

from __future__ import annotations

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
