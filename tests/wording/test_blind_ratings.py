"""How far assessors agree, as they read it."""

from __future__ import annotations

import pytest

from desktop.model.assessment.blind_things import blind_things
from desktop.model.scoring.rater_agreement import rater_agreement
from desktop.wording.blind_ratings import agreement_sentences, rated_as
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams

GRADES = ("NI", "PI", "LI", "FI")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            [["FI", "FI"], ["LI", "PI"], ["NI", "NI"], ["NI", "NI"], ["FI", "FI"], ["FI", None]],
            [
                "Agree on 4 of 5 (80.0 %).",
                "1 is not rated by all.",
                "Cohen's kappa 0.71, substantial.",
                "Weighted by distance (linear) 0.86, almost perfect.",
            ],
        ),
        (
            [["FI", "FI", "FI"], ["LI", "PI", "LI"]],
            [
                "All agree on 1 of 2; of all pairs of ratings 66.7 % agree.",
                "Fleiss' kappa 0.45, moderate.",
                "So few ratings say little about chance.",
            ],
        ),
        (
            [["FI", "FI"], ["FI", "FI"]],
            [
                "Agree on 2 of 2 (100.0 %).",
                "There is no kappa: everybody gave everything the same rating, which chance would bring, too.",
            ],
        ),
        ([["FI", None]], ["1 is not rated by all.", "There is no kappa: nothing was rated by two or more."]),
    ],
)
def test_beside_the_kappa_stands_what_the_team_is_used_to(rows, told):
    assert agreement_sentences(rater_agreement(rows, GRADES)) == told


@pytest.mark.parametrize(
    ("pack", "place", "number", "value", "words"),
    [
        (tiny_pack(), "PLN", 0, "LI", "Largely"),
        (tiny_criteria(), "tool", 0, "partly_met", "Partly met"),
        (tiny_streams(), "DSK", 0, "3", "Level 3"),
        (tiny_streams(), "DSK", 1, "not_done", "Not done"),
        (tiny_streams(), "DSK", 1, None, "–"),
    ],
)
def test_a_rating_reads_as_where_the_team_rates(pack, place, number, value, words):
    assert rated_as(blind_things(pack, place)[number], value) == words
