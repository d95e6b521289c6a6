"""How places stand, and how they move."""

from __future__ import annotations

import pytest

from desktop.model.scoring.place_stands import PlaceMove, PlaceStand, moved
from desktop.model.scoring.vocabulary import Rating

GRADES = ("poor", "fair", "good")


@pytest.mark.parametrize(
    ("then", "now", "move"),
    [
        (PlaceStand(level=2), PlaceStand(level=3), PlaceMove.BETTER),
        (PlaceStand(level=3), PlaceStand(level=2), PlaceMove.WORSE),
        (PlaceStand(level=3), PlaceStand(level=3), PlaceMove.SAME),
        (PlaceStand(rating=Rating.UNSATISFIED), PlaceStand(rating=Rating.SATISFIED), PlaceMove.BETTER),
        (PlaceStand(rating=Rating.SATISFIED), PlaceStand(rating=Rating.UNSATISFIED), PlaceMove.WORSE),
        (PlaceStand(rating=Rating.NOT_RATED), PlaceStand(rating=Rating.SATISFIED), PlaceMove.OTHER),
        (PlaceStand(rating=Rating.SATISFIED), PlaceStand(rating=Rating.OUT_OF_SCOPE), PlaceMove.OTHER),
        (PlaceStand(rating=Rating.OUT_OF_SCOPE), PlaceStand(level=2), PlaceMove.OTHER),
        (PlaceStand(), PlaceStand(level=1), PlaceMove.OTHER),
        (PlaceStand(), PlaceStand(), PlaceMove.SAME),
        (PlaceStand(value="9.5"), PlaceStand(value="10"), PlaceMove.BETTER),
        (PlaceStand(value="-1"), PlaceStand(value="-1.5"), PlaceMove.WORSE),
        (PlaceStand(grade="poor"), PlaceStand(grade="good"), PlaceMove.BETTER),
        (PlaceStand(grade="good"), PlaceStand(grade="fair"), PlaceMove.WORSE),
        (PlaceStand(grade="good"), PlaceStand(grade="odd"), PlaceMove.OTHER),
        (PlaceStand(value="2", grade="fair"), PlaceStand(value="2", grade="good"), PlaceMove.OTHER),
    ],
)
def test_a_place_moves(then: PlaceStand, now: PlaceStand, move: PlaceMove) -> None:
    assert moved(then, now, GRADES) is move
