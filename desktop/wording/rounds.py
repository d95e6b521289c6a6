"""Rounds, and how places moved between them, in words."""

from __future__ import annotations

from fractions import Fraction

from desktop.language import N_, _
from desktop.model.scoring.place_stands import PlaceMove, PlaceStand
from desktop.wording import names
from desktop.wording.kind_words import KindWords
from desktop.wording.part_grounds import number

OF_ROUNDS: dict[str, KindWords] = {
    "round": KindWords(
        N_("round that is over"),
        {
            "number": N_("No."),
            "name": N_("Name"),
            "began": N_("Began"),
            "closed": N_("Closed"),
            "content": N_("What was said"),
            "shown": N_("Last number of answers shown"),
        },
        number=N_("round {number}"),
    ),
    "round_result": KindWords(
        N_("result of a round that is over"),
        {
            "digest": N_("Version of the model"),
            "level": N_("Level"),
            "rating": N_("Rating"),
            "value": N_("Value"),
            "grade": N_("Grade"),
        },
    ),
}

_MOVES: dict[PlaceMove, str] = {
    PlaceMove.BETTER: N_("Better"),
    PlaceMove.WORSE: N_("Worse"),
    PlaceMove.SAME: N_("The same"),
    PlaceMove.OTHER: N_("Otherwise"),
}


def move(found: PlaceMove) -> str:
    """How a place moved, in a word."""
    return _(_MOVES[found])


def stand(found: PlaceStand) -> str:
    """How a place stands, in a word or two: a level, a rating, a grade, a number."""
    if found.rating is not None:
        return names.name(found.rating)
    if found.level is not None:
        return _("Level {level}").format(level=found.level)
    told = number(Fraction(found.value)) if found.value else ""
    if found.grade:
        grade = found.grade.replace("_", " ")
        return _("{grade} ({number})").format(grade=grade, number=told) if told else grade
    return told or _("Not rated")


def round_name(name: str, count: int) -> str:
    """What a round is called; without a name of the team's own, by how many came before it."""
    if name:
        return name
    return _("Follow-up {number}").format(number=count) if count else _("First round")
