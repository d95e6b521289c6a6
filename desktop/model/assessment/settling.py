"""What stands before an area can be settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.model.records import Member, Stance
from desktop.model.scoring.missing_parts import Missing, MissingKind

_COVERAGE = frozenset({MissingKind.CHARACTERISATION, MissingKind.EVIDENCE, MissingKind.REASON, MissingKind.AREA_REASON})
"""What a rating rests on. That a practice is not due yet is a finding, no gap."""


class Settling(Struct, frozen=True):
    """How far the team is with an area.

    Attributes:
        missing: what its result still lacks.
        against: names of the members who disagree.
        silent: names of those who have not said where they stand.
        alone: whether its members are still rating it alone.
        differing: ids of the practices on which they differed when each rated alone, and that are not settled.
    """

    missing: tuple[Missing, ...]
    against: tuple[str, ...]
    silent: tuple[str, ...]
    alone: bool = False
    differing: tuple[str, ...] = ()

    @property
    def weaknesses(self) -> tuple[str, ...]:
        """Ids of the unsatisfied goals that lack the compulsory text of their weakness."""
        return tuple(goal for each in self.missing if each.kind is MissingKind.WEAKNESS for goal in each.ids)

    @property
    def uncovered(self) -> tuple[Missing, ...]:
        """What its rating should rest on and does not."""
        return tuple(each for each in self.missing if each.kind in _COVERAGE)

    @property
    def barred(self) -> bool:
        """Whether no reason is enough to settle it: a weakness is not told, or its members still rate alone."""
        return bool(self.weaknesses) or self.alone

    @property
    def lacking(self) -> bool:
        """Whether coverage or agreement is missing, so that settling it needs a reason that stands in the report."""
        return bool(self.uncovered or self.against or self.silent or self.differing)

    @property
    def ready(self) -> bool:
        """Whether it can be settled as it is."""
        return not (self.barred or self.lacking)


def settling_of(
    missing: tuple[Missing, ...],
    members: Sequence[Member],
    stances: Mapping[str, Stance],
    *,
    alone: bool = False,
    differing: tuple[str, ...] = (),
) -> Settling:
    """How far the team is.

    Args:
        missing: what the result of the area lacks.
        members: everybody in the team.
        stances: where they stand, by member id; who is silent is left out.
        alone: whether they are still rating it alone.
        differing: what they differed on when they rated alone, and have not settled.
    """
    team = sorted(members, key=lambda member: member.name.casefold())
    return Settling(
        missing=missing,
        against=tuple(member.name for member in team if stances.get(member.id) is Stance.DISAGREES),
        silent=tuple(member.name for member in team if member.id not in stances),
        alone=alone,
        differing=differing,
    )
