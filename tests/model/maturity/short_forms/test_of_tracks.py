from __future__ import annotations

from desktop.model.maturity.short_forms.of_tracks import criteria_rulebook
from tests.builders_schemes import tiny_criteria

BOOK = criteria_rulebook(tiny_criteria())


def test_statements_are_counted_in_their_track_at_their_level():
    assert [(part.id, part.level) for part in BOOK.counted["tool"]][:3] == [
        ("TOL-1-1", 1),
        ("TOL-1-2", 1),
        ("TOL-2-1", 2),
    ]


def test_a_cap_names_what_lifts_it_and_whom_it_holds():
    (cap,) = BOOK.kind_by_id["track"].held_down
    (needs,) = cap.unless
    assert (cap.id, cap.at_most, cap.on) == ("CAP-1", 2, ("work", "tool"))
    assert (needs.of, needs.at_least, needs.not_applicable_fails) == (("TOL-3-1",), "met", True)


def test_grades_have_the_percents_of_the_survey():
    scale = BOOK.scale_by_id["fulfilment"]
    assert [(choice.id, choice.value) for choice in scale.offered] == [("not_met", 0), ("partly_met", 50), ("met", 100)]
