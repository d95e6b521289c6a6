from __future__ import annotations

from msgspec.structs import replace

from desktop.model.scoring.results import Trace, TrackLevel
from desktop.wording.track_states import bar_parts, counted

LEVEL = TrackLevel(
    2, met=1, partly_met=2, not_met=3, not_applicable=4, dont_know=5, not_rated=6, held=False, trace=Trace("-")
)


def test_a_bar_has_each_count_by_its_name() -> None:
    assert [(each.key, each.name, each.count) for each in bar_parts(LEVEL)] == [
        ("met", "Met", 1),
        ("partly_met", "Partly met", 2),
        ("not_met", "Not met", 3),
        ("dont_know", "Don't know", 5),
        ("not_rated", "Not judged", 6),
        ("not_applicable", "Not applicable", 4),
    ]


def test_what_does_not_apply_does_not_count() -> None:
    assert counted(LEVEL) == 17
    assert counted(replace(LEVEL, not_applicable=0)) == 17
