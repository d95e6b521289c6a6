"""How the levels of tracks stand, in a few words and counted."""

from __future__ import annotations

from msgspec import Struct

from desktop.language import _
from desktop.model.scoring.results import TrackLevel, TrackResult
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.wording import names, outcome

_COUNTED: dict[str, Fulfilment | None] = {
    "met": Fulfilment.MET,
    "partly_met": Fulfilment.PARTLY_MET,
    "not_met": Fulfilment.NOT_MET,
    "dont_know": Fulfilment.DONT_KNOW,
    "not_rated": None,
    "not_applicable": Fulfilment.NOT_APPLICABLE,
}


class BarPart(Struct, frozen=True):
    """So many statements of a level stand so.

    Attributes:
        key: what a level of a track calls that count.
        value: how they stand; None where nothing is said.
    """

    key: str
    value: Fulfilment | None
    name: str
    count: int


def bar_parts(level: TrackLevel | None) -> tuple[BarPart, ...]:
    """What a bar is made of, from the left; without a level with counts of 0, for headings and legends."""
    return tuple(
        BarPart(key, value, names.fulfilment(value), getattr(level, key) if level else 0)
        for key, value in _COUNTED.items()
    )


def counted(level: TrackLevel) -> int:
    """How many statements of a level count: those that do not apply are left out."""
    return level.met + level.partly_met + level.not_met + level.dont_know + level.not_rated


def state_of(level: TrackLevel, track: TrackResult) -> str:
    """How a level of a track stands, in a few words."""
    if track.excluded is not None:
        return outcome.stands(track)
    if level.level <= track.level:
        return _("reached")
    if level.held:
        return _("capped")
    asked = counted(level)
    if not asked:
        return _("nothing to meet")
    return _("{met} of {asked} met").format(met=level.met, asked=asked)
