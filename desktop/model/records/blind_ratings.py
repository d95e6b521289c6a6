"""What assessors say each alone, before the team talks about it."""

from enum import StrEnum
from typing import Annotated, ClassVar

from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import CellRule, Feeds, Lasts, Privacy, Record, RecordKind, RestsOn
from desktop.model.records.typed_cells import OfInstance, OfMember, OfModel, OfPart, TeamText


class BlindStage(StrEnum):
    """How far the blind rating of an area is: everybody rates alone, or all see what each has said."""

    ALONE = "alone"
    OPENED = "opened"


class BlindRound(Record, frozen=True):
    """That an area, stream, track or part is rated blind.

    Attributes:
        stage: None where it is not rated blind.
        reason: why it was opened before everybody had handed in.
    """

    declared = RecordKind("blind_round", Feeds.NOTHING, Privacy.TEAM, MergeRule.LATEST, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("model", "place")

    model: OfModel
    place: OfPart
    stage: BlindStage | None = None
    reason: TeamText = ""


class BlindHandIn(Record, frozen=True):
    """That an assessor has handed in what they say of an area; it then stays as it is."""

    declared = RecordKind("blind_hand_in", Feeds.NOTHING, Privacy.TEAM, MergeRule.LATEST, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("model", "place", "member")

    model: OfModel
    place: OfPart
    member: OfMember
    handed: bool = False


class BlindRating(Record, frozen=True):
    """What one assessor says, alone, of a practice, stream, statement or part. It feeds no score.

    What it says is shown to nobody else before its area is opened, and by the history to nobody at all.

    Attributes:
        instance: id of what it is rated for; `ONCE` where that is the part as such.
        value: a characterisation, a level, whether it is done, a fulfilment, or an answer; None while open.
        note: why.
    """

    declared = RecordKind("blind_rating", Feeds.NOTHING, Privacy.TEAM, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("model", "part", "instance", "member")

    model: OfModel
    part: OfPart
    instance: OfInstance
    member: OfMember
    value: Annotated[str | None, CellRule(privacy=Privacy.NOBODY, rests_on=RestsOn.CHOICES)] = None
    note: Annotated[str, CellRule(MergeRule.BOTH, Privacy.NOBODY)] = ""
