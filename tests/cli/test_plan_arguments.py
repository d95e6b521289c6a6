"""Arguments of the commands that are about the plan of improvement."""

from __future__ import annotations

import pytest

from desktop.cli.parser import parse


def test_what_holds_without_words() -> None:
    plan = parse(["plan", "a.maturity"])
    assert (plan.quarters, plan.seconds, plan.pin_in, plan.pin_out, plan.accept) == (4, 20.0, [], [], False)
    assert parse(["tracker", "a.maturity", "--out", "x", "--for", "jira"]).program == "jira"


def test_a_state_of_another_program_has_a_meaning() -> None:
    take = ["tracker", "a.maturity", "--take", "x.csv"]
    asked = parse([*take, "--state", "In = review=in_progress", "--state", "Parked=waiting"])
    assert asked.state == [("In = review", "in_progress"), ("Parked", "waiting")]


@pytest.mark.parametrize("said", ["Parked", "Parked=verified", "=done", "Parked=parked"])
def test_what_means_nothing_is_told(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["tracker", "a.maturity", "--take", "x.csv", "--state", said])
    assert "WORD=STATE with one of the states proposed, agreed" in capsys.readouterr().err
