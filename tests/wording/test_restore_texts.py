"""Restore points in words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.model.store.restore_points import KeepRule, RestorePoint, Why
from desktop.wording.restore_texts import made_at, made_for, point_name, rule_text, size_text, where_text

AT = dt.datetime(2026, 3, 31, 12).astimezone()


def test_what_it_is() -> None:
    point = RestorePoint(Path("x"), Why.MERGE, AT)
    assert (point_name(point), made_for(point), made_at(point)) == (
        "Before a merge",
        "Before a merge",
        "2026-03-31 12:00",
    )
    assert made_for(RestorePoint(Path("x"), Why.NAMED, AT, readable=False)) == "Cannot be read"
    assert len({point_name(RestorePoint(Path("x"), why, AT)) for why in Why}) == len(Why)
    assert size_text(1_449_999) == "1.4 MB"


def test_how_long_they_are_kept() -> None:
    assert rule_text(KeepRule(1, 0)) == (
        "Those of the program's own are all kept for 1 day. Those that you named stay."
    )
    assert rule_text(KeepRule(14, 26)) == (
        "Those of the program's own are all kept for 14 days, then the first of each week for 26 weeks. "
        "Those that you named stay."
    )


def test_what_no_rule_takes_away_is_explained() -> None:
    points = [RestorePoint(Path("x"), why, AT) for why in (Why.DAY, Why.MIGRATION)]
    assert where_text(KeepRule(1, 0), "points", points[:1]) == f"{rule_text(KeepRule(1, 0))} They are in points."
    assert "stays until you delete it" in where_text(KeepRule(1, 0), "points", points)
