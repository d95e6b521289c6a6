"""What ties the actions of the plan together, and what is written down while they go on."""

import datetime as dt
from typing import ClassVar

from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import Feeds, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import Bookkeeping, OfAction, OfModel, OfPart, TeamText


class Milestone(Record, frozen=True):
    """A day by which several actions are to be done, with what is reached then."""

    declared = RecordKind("milestone", Feeds.PLAN, Privacy.SPONSOR, called="title")
    listed: ClassVar[bool] = True

    id: str
    title: str = ""
    day: dt.date | None = None


class ActionNeed(Record, frozen=True):
    """That an action cannot begin before another one is done.

    Attributes:
        action: the one that waits.
        needs: the one that it waits for.
    """

    declared = RecordKind("action_need", Feeds.PLAN, Privacy.SPONSOR, MergeRule.BOTH)
    keys: ClassVar[tuple[str, ...]] = ("action", "needs")

    action: OfAction
    needs: OfAction
    needed: bool = False


class ActionEffect(Record, frozen=True):
    """That an action is expected to change a part of a model besides its aim, which counts without one of these."""

    declared = RecordKind("action_effect", Feeds.PLAN, Privacy.SPONSOR, MergeRule.BOTH)
    keys: ClassVar[tuple[str, ...]] = ("action", "model", "part")

    action: OfAction
    model: OfModel
    part: OfPart
    expected: bool = False


class ActionTag(Record, frozen=True):
    """That the team has given an action a word by which it is found."""

    declared = RecordKind("action_tag", Feeds.PLAN, Privacy.SPONSOR, MergeRule.BOTH)
    keys: ClassVar[tuple[str, ...]] = ("action", "tag")

    action: OfAction
    tag: str
    tagged: bool = False


class KeptConflict(Record, frozen=True):
    """That the team kept to what stood there where a tracker said otherwise, so that it is not asked again.

    Attributes:
        subject: id of the action or measure.
        what: the cell of the action, or the day of the reading.
        said: what the tracker said.
        stood: what stood there.
    """

    declared = RecordKind("kept_conflict", Feeds.NOTHING, Privacy.TEAM, MergeRule.LATEST)
    keys: ClassVar[tuple[str, ...]] = ("subject", "what")

    subject: Bookkeeping
    what: Bookkeeping
    said: str = ""
    stood: str = ""


class ActionEntry(Record, frozen=True):
    """What was written down about how an action goes on; it stays in the team.

    Attributes:
        by: who says so, as a role or a name.
    """

    declared = RecordKind("action_entry", Feeds.PLAN, Privacy.TEAM, called="text")
    listed: ClassVar[bool] = True

    id: str
    action: OfAction = ""
    day: dt.date | None = None
    by: str = ""
    text: TeamText = ""
