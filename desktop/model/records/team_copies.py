"""Who of the team has a copy of the assessment, and who works on what."""

import datetime as dt
from typing import ClassVar

from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import Feeds, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import OfMember, OfModel, OfPart


class TeamCopy(Record, frozen=True):
    """A copy of the assessment that was made for somebody of the team.

    Attributes:
        id: by which the copy itself is known, and its files in a shared folder.
        member: for whom.
        made: when, UTC.
        coded: whether it knows participants by their codes alone.
    """

    declared = RecordKind("team_copy", Feeds.NOTHING, Privacy.TEAM, MergeRule.LATEST)
    listed: ClassVar[bool] = True

    id: str
    member: OfMember = ""
    made: dt.datetime | None = None
    coded: bool = False


class AreaDuty(Record, frozen=True):
    """Whether somebody of the team works on an area, stream or track. It is told and enforced nowhere."""

    declared = RecordKind("area_duty", Feeds.NOTHING, Privacy.TEAM, MergeRule.LATEST)
    keys: ClassVar[tuple[str, ...]] = ("model", "place", "member")

    model: OfModel
    place: OfPart
    member: OfMember
    works: bool = False
