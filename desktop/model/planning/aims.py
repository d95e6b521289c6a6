"""What an action is about: one part of a model, which says by itself in which place it lies."""

from __future__ import annotations

from msgspec import Struct

from desktop.model.maturity import Pack
from desktop.model.planning.origins import Origin, OriginKind, find


class Aim(Struct, frozen=True):
    """What an action improves.

    Attributes:
        place: id of the area, stream or track.
        part: the goal, cell or statement of it that is to be reached; None where the place as a whole is meant.
    """

    place: str
    part: Origin | None = None


def aim_of(pack: Pack | None, part: str) -> Aim | None:
    """What is meant by the id of a place, goal, cell or statement; None where the model has none such."""
    if pack is None or not part:
        return None
    if part in pack.place_by_id:
        return Aim(part)
    found = next((origin for kind in OriginKind if (origin := find(pack, f"{kind}:{part}")) is not None), None)
    return None if found is None else Aim(found.place, found)


def place_of(pack: Pack | None, part: str) -> str:
    """The place that a part lies in, or is; empty where the model has none such."""
    found = aim_of(pack, part)
    return found.place if found else ""
