"""What becomes of the sample's actions between its rounds: a follow-up review, readings, actions that are verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.language import _
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import EvidenceKind

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class SampleRemark(Struct, frozen=True, forbid_unknown_fields=True):
    """What the review says of an action.

    Attributes:
        due_after_days: a new due date, in days since the review; None where the one that there is stays.
    """

    status: ActionStatus
    percent: int
    text: str
    due_after_days: int | None = None


class SampleReview(Struct, frozen=True, forbid_unknown_fields=True):
    """The review.

    Attributes:
        before_days: days from it to the first day of the second round.
        next_after_days: days from that day to the next review.
        said: of actions, by number.
        readings: of measures by name: days before the second round, and the value.
    """

    name: str
    before_days: int
    next_after_days: int
    said: dict[str, SampleRemark]
    readings: dict[str, tuple[tuple[int, str], ...]]


class SampleVerification(Struct, frozen=True, forbid_unknown_fields=True):
    """That somebody has seen that an action is done.

    Attributes:
        after_days: days since the second round began.
    """

    after_days: int
    by: str
    text: str


def hold_review(assessment: Assessment, told: SampleReview, began: dt.date) -> str:
    """Tell the review and what was read by then, and plan the next one; returns its id.

    Args:
        assessment: the sample, still in its first round.
        told: what is said.
        began: the first day of the second round.
    """
    day, it = began - dt.timedelta(days=told.before_days), assessment.reviews
    review = it.plan(told.name, day)
    it.plan(told.name, began + dt.timedelta(days=told.next_after_days))
    actions = {action.number: action for action in assessment.actions.all()}
    for number, said in told.said.items():
        due = None if said.due_after_days is None else day + dt.timedelta(days=said.due_after_days)
        status = said.status if said.status is not actions[int(number)].status else None
        percent = None if said.status.is_done else said.percent
        it.record(review, actions[int(number)].id, text=said.text, status=status, percent=percent, due=due)
    named = {each.measure.name: each.measure.id for each in assessment.measures.all()}
    for name, readings in told.readings.items():
        for before, value in readings:
            assessment.measures.add_reading(named[name], began - dt.timedelta(days=before), value)
    return review


def verify(
    assessment: Assessment, model: str, told: Mapping[str, SampleVerification], seen: str, began: dt.date
) -> None:
    """Verify actions of the first round, once what they were to change has been rated again.

    Args:
        assessment: the sample in its second round.
        model: id of the model that they are about.
        told: by number of the action.
        seen: the title of the evidence that shows it.
        began: the first day of the round.
    """
    actions = {action.number: action for action in assessment.actions.all()}
    pack = assessment.models.get(model).pack
    areas = {pack.goal_by_id[actions[int(number)].aim][0] for number in told}
    practices = [practice.id for area in pack.areas if area in areas for practice in area.practices]
    evidence = assessment.evidence.add(
        EvidenceKind.DOCUMENT, seen, note=_("Seen in the second round."), model=model, practices=practices
    )
    for number, said in told.items():
        day = began + dt.timedelta(days=said.after_days)
        assessment.verifying.verify(actions[int(number)].id, day, said.by, evidence, text=said.text)
