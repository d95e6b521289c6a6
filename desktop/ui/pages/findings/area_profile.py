"""What is shown of an area where its findings are discussed: purpose, goals, and the ratings so far."""

from __future__ import annotations

from msgspec import Struct

from desktop.language import _
from desktop.model.maturity.pack import Pack
from desktop.model.scoring.results import ModelResult
from desktop.wording import names, outcome
from desktop.wording.tones import WordTone, tone_of


class AreaProfile(Struct, frozen=True):
    """An area, stream or track for those whose work it is about.

    Attributes:
        purpose: what it is for.
        goals: what is to be so, each with the word of its rating and the tone of that; empty where it is not rated.
        standing: where it stands so far, with its tone.
    """

    name: str
    purpose: str
    goals: tuple[tuple[str, str, WordTone], ...]
    standing: tuple[str, WordTone]


def area_profile(pack: Pack, result: ModelResult, place: str) -> AreaProfile:
    """An area by the id that it has in its model."""
    found = pack.place_by_id[place]
    if place in pack.area_by_id:
        area = pack.area_by_id[place]
        rated = next(each for each in result.areas if each.id == place)
        ratings = {goal.id: goal.rating for goal in rated.goals}
        goals = tuple((goal.text, names.name(ratings[goal.id]), tone_of(ratings[goal.id])) for goal in area.goals)
        return AreaProfile(area.name, area.purpose, goals, (names.name(rated.rating), tone_of(rated.rating)))
    purpose = found.summary if hasattr(found, "summary") else ""
    stands = [outcome.stands(each) for each in result.streams if each.id == place]
    stands += [outcome.stands(each) for each in result.tracks if each.id == place]
    return AreaProfile(found.name, purpose, (), (stands[0] if stands else _("Not rated"), "plain"))
