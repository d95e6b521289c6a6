"""Arguments of the commands that are about the plan of improvement."""

from __future__ import annotations

from desktop.cli.parser import parse


def test_what_holds_without_words() -> None:
    plan = parse(["plan", "a.maturity"])
    assert (plan.quarters, plan.seconds, plan.pin_in, plan.pin_out, plan.accept) == (4, 20.0, [], [], False)
    assert parse(["tracker", "a.maturity", "--out", "x", "--for", "jira"]).program == "jira"
