"""What stands before the rating of an area, stream, track or part can be settled."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from desktop.model.assessment.blind_things import place_of
from desktop.model.maturity.pack import Pack
from desktop.model.records import Member, Stance
from desktop.model.scoring.coverage import Coverage
from desktop.model.scoring.missing_parts import Missing, MissingKind, missing_parts
from desktop.model.scoring.results import ModelResult

_COVERAGE = frozenset(MissingKind) - {MissingKind.NOT_DUE, MissingKind.WEAKNESS}
"""What a rating rests on. That a practice is not due yet is a finding, no gap."""


class Settling(Struct, frozen=True):
    """How far the team is with an area, stream, track or part.

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


def missing_of(
    pack: Pack, result: ModelResult, place: str, covered: Coverage, said: Collection[str]
) -> tuple[Missing, ...]:
    """What the result of a place still lacks, whatever the scheme of its model.

    Of a stream or a track what bears its level is to be covered: all up to that level. Of a part under a model's own
    rules everything beneath it that applies is.

    Args:
        pack: the model.
        result: its result.
        place: one of `blind_places`.
        covered: which sources speak of its parts.
        said: ids of the parts that the team has rated.
    """
    area = next((each for each in result.areas if each.id == place), None)
    if area is not None:
        return missing_parts(area, result.practices)
    outside = next((each.excluded for each in result.places if each.id == place), None)
    if outside is not None:
        return ()
    beneath = [each for each in covered.parts if each.applies and place_of(pack, each.part) == place]
    found = {kind: list[str]() for kind in (MissingKind.LEVEL, MissingKind.JUDGEMENT, MissingKind.SOURCES)}
    if place in pack.stream_by_id:
        stream = next(each for each in result.streams if each.id == place)
        found[MissingKind.LEVEL] += [] if stream.rated else [place]
        bearing = {
            item.id for cell in pack.stream_by_id[place].cells if cell.level <= stream.level for item in cell.practices
        }
    elif place in pack.track_by_id:
        track = next(each for each in result.tracks if each.id == place)
        statements = [each for each in result.statements if each.track == place]
        found[MissingKind.JUDGEMENT] += [each.id for each in statements if each.value is None]
        bearing = {each.id for each in statements if each.level <= track.level}
    else:
        bearing = {each.part for each in beneath}
        found[MissingKind.JUDGEMENT] += [each.part for each in beneath if each.part not in said]
    found[MissingKind.SOURCES] += [each.part for each in beneath if each.part in bearing and not each.corroborated]
    return tuple(Missing(kind, tuple(ids)) for kind, ids in found.items() if ids)


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
