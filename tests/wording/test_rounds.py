"""Rounds in words."""

from __future__ import annotations

from desktop.model.scoring.place_stands import PlaceMove, PlaceStand
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import rounds


def test_how_a_place_stands() -> None:
    assert [
        rounds.stand(each)
        for each in (
            PlaceStand(level=3),
            PlaceStand(rating=Rating.SATISFIED),
            PlaceStand(value="2.50", grade="partly_there"),
            PlaceStand(value="2.50"),
            PlaceStand(grade="partly_there"),
            PlaceStand(),
        )
    ] == ["Level 3", "Satisfied", "partly there (2.5)", "2.5", "partly there", "Not rated"]


def test_a_round_without_a_name_goes_by_its_place() -> None:
    assert [rounds.round_name("", 0), rounds.round_name("", 2), rounds.round_name("May", 1)] == [
        "First round",
        "Follow-up 2",
        "May",
    ]
    assert {rounds.move(each) for each in PlaceMove} == {"Better", "Worse", "The same", "Otherwise"}
