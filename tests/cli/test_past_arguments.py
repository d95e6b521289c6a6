"""Arguments of the commands that go back."""

from __future__ import annotations

from desktop.cli.parser import parse


def test_moments_and_what_holds_without_them() -> None:
    assert parse(["changes", "a.maturity", "--from", "3"]).until == "now"
    assert parse(["changes", "a.maturity", "--from", "3", "--to", "2026-03-31"]).since == "3"
    assert parse(["score", "a.maturity"]).as_of == ""


def test_one_thing_at_a_time_with_restore_points() -> None:
    assert parse(["restore", "a.maturity", "--keep-days", "3"]).keep_days == 3
    assert parse(["restore", "a.maturity"]).to is None
