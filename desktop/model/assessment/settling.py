"""What stands before an area can be settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.model.records import Member, Stance
from desktop.model.scoring.missing_parts import Missing, MissingKind


class Settling(Struct, frozen=True):
    """How far the team is with an area.

    Attributes:
        missing: what its result still lacks. An area may be settled as not rated, so only weaknesses stand before it.
        against: names of the members who disagree.
        silent: names of those who have not said where they stand.
    """

    missing: tuple[Missing, ...]
    against: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def weaknesses(self) -> tuple[str, ...]:
        """Ids of the unsatisfied goals that lack the compulsory text of their weakness."""
        return tuple(goal for each in self.missing if each.kind is MissingKind.WEAKNESS for goal in each.ids)

    @property
    def ready(self) -> bool:
        """Whether it can be settled."""
        return not (self.weaknesses or self.against or self.silent)


def settling_of(missing: tuple[Missing, ...], members: Sequence[Member], stances: Mapping[str, Stance]) -> Settling:
    """How far the team is.

    Args:
        missing: what the result of the area lacks.
        members: everybody in the team.
        stances: where they stand, by member id; who is silent is left out.
    """
    team = sorted(members, key=lambda member: member.name.casefold())
    return Settling(
        missing=missing,
        against=tuple(member.name for member in team if stances.get(member.id) is Stance.DISAGREES),
        silent=tuple(member.name for member in team if member.id not in stances),
    )
