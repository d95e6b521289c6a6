"""What is wanted, what is to be done about it, and what shows whether it works."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from desktop.model.maturity.vocabulary import Direction
from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import CellRule, Feeds, Privacy, Record, RecordKind, RestsOn
from desktop.model.records.typed_cells import (
    DecimalText,
    ListNumber,
    OfAction,
    OfMeasure,
    OfMilestone,
    OfModel,
    OfPart,
    TeamText,
)

SIZES = (1, 2, 3, 5, 8, 13, 20)
"""The steps of relative estimates; the wider apart, the less anybody knows."""
GRADES = (1, 2, 3, 4, 5)
"""The steps of risk and impact."""


class ActionStatus(StrEnum):
    """The life of an action, in the order in which it goes; verified is what the team has seen to be done."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    DONE = "done"
    VERIFIED = "verified"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return not self.is_done and self is not ActionStatus.DROPPED

    @property
    def is_done(self) -> bool:
        """Whether what was to be done is done, verified or not."""
        return self in (ActionStatus.DONE, ActionStatus.VERIFIED)


class Priority(StrEnum):
    """How much an action matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class PriorityMethod(StrEnum):
    """By what the team puts its actions in order; see `desktop.model.planning.priorities`."""

    FORMULA = "formula"
    WSJF = "wsjf"
    IMPACT_EFFORT = "impact_effort"


class Target(Record, frozen=True):
    """The target of a place in a model, and how much it matters; none while neither is said.

    Attributes:
        place: id of an area, stream, track or part, or `WHOLE`.
        level: the level wanted of a stream, a track or the whole model; 1 for an area that is to be satisfied.
        value: what is wanted of a part of a model with rules of its own, in its own units: a number or a grade; empty
            while nothing is.
        importance: from 1 (little) to 5 (most).
        reason: why.
        set_by: who wants it, as a role.
    """

    declared = RecordKind("target", Feeds.SCORES, Privacy.SPONSOR)
    keys: ClassVar[tuple[str, ...]] = ("model", "place")

    model: OfModel
    place: OfPart
    level: Annotated[int | None, CellRule(rests_on=RestsOn.LEVEL)] = None
    value: Annotated[str, CellRule(rests_on=RestsOn.RULE)] = ""
    importance: int | None = None
    reason: TeamText = ""
    set_by: Annotated[str, CellRule(privacy=Privacy.TEAM)] = ""


class Action(Record, frozen=True):
    """An action.

    Attributes:
        number: stands for it on lists, from 1 up.
        model: with `aim`, what it improves; empty when it is about nothing in a model.
        aim: id of a goal, of a cell (``CTP-3``) or of a statement, or of an area, stream or track as a whole. It is the
            same that a suggestion names, so that it can be told whether that was taken up.
        owner: who sees to it, as a role.
        closed: the day it was done or dropped.
        why: what it is good for; findings that it comes of are linked by `FindingAction`.
        deputy: who sees to it when the owner cannot, as a role.
        start: the day work on it begins.
        effort: person days that it takes, as decimal text; empty while nobody has said.
        cost: what it costs besides, in the currency of `Details`, likewise.
        benefit: what it brings in a year, in the same currency, likewise.
        risk: how likely it is to fail, from 1 (hardly) to 5 (very).
        impact: how much it changes for those who work there or are served, from 1 (little) to 5 (most).
        value: what users and business gain, relative to other actions, as one of `SIZES`; like `urgency`,
            `opportunity` and `size` an input of weighted shortest job first.
        urgency: how much is lost by waiting, likewise.
        opportunity: which risks it lowers or chances it opens, likewise.
        size: how large it is, likewise.
        percent: how much of it is done, from 0 to 100.
        milestone: id of the milestone that it is to be done for; empty for none.
        dropped_because: why it was dropped; empty unless it is.
    """

    declared = RecordKind("action", Feeds.PLAN, Privacy.SPONSOR, called="title")
    listed: ClassVar[bool] = True

    id: str
    number: ListNumber = 0
    title: str = ""
    description: str = ""
    model: OfModel = ""
    aim: OfPart = ""
    owner: str = ""
    due: dt.date | None = None
    priority: Priority = Priority.MEDIUM
    status: ActionStatus = ActionStatus.PROPOSED
    closed: Annotated[dt.date | None, CellRule(MergeRule.LATEST)] = None
    why: str = ""
    deputy: str = ""
    start: dt.date | None = None
    effort: DecimalText = ""
    cost: DecimalText = ""
    benefit: DecimalText = ""
    risk: int | None = None
    impact: int | None = None
    value: int | None = None
    urgency: int | None = None
    opportunity: int | None = None
    size: int | None = None
    percent: Annotated[int, CellRule(MergeRule.LATEST)] = 0
    milestone: OfMilestone = ""
    dropped_because: str = ""

    def is_overdue(self, today: dt.date) -> bool:
        """Whether it is still open after its due date."""
        return self.status.is_open and self.due is not None and self.due < today


class Measure(Record, frozen=True):
    """What shows whether an action works.

    Attributes:
        action: id of the action.
        unit: what its values are counted in, as people write it.
        direction: which way its values get better.
        how: what is measured, over what, and how often.
        baseline: the value before anything was done, as decimal text (``12.5``); empty while unknown.
        target: the value wanted, likewise.
        due: the day by which the target is to be reached.
        metric: id of the metric of a model that it was made from; empty when the team thought of it.
    """

    declared = RecordKind("measure", Feeds.PLAN, Privacy.SPONSOR, called="name")
    listed: ClassVar[bool] = True

    id: str
    action: OfAction = ""
    name: str = ""
    unit: str = ""
    direction: Direction = Direction.NEUTRAL
    how: str = ""
    baseline: DecimalText = ""
    target: DecimalText = ""
    due: dt.date | None = None
    metric: OfPart = ""


class Reading(Record, frozen=True):
    """A value of a measure on a day.

    Attributes:
        measure: id of the measure.
        value: decimal text, as in `Measure`.
    """

    declared = RecordKind("reading", Feeds.PLAN, Privacy.SPONSOR, called="measure")
    listed: ClassVar[bool] = True

    id: str
    measure: OfMeasure = ""
    day: dt.date | None = None
    value: DecimalText = ""
    note: TeamText = ""
