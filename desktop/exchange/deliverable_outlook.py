"""Where the plan leads, as far as it may leave the team; part of the allow-list in `desktop.exchange.deliverable`."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from desktop.model.assessment import Assessment
from desktop.model.evaluation.states import Point
from desktop.model.planning.quarters import Quarter
from desktop.model.planning.timelines import shown_quarters
from desktop.model.records import ActionStatus
from desktop.model.scoring.results import ModelResult


class OutlookLine(Struct, frozen=True):
    """Where a model would stand at the end of a quarter, if every action is done by its due date.

    Attributes:
        model: id of the model.
        level: the level that is reached; None for a model with rules of its own.
        point: what such a model is as a whole; None where that is open, and for others.
    """

    quarter: Quarter
    model: str
    level: int | None
    point: Point | None = None


def outlook_lines(assessment: Assessment, today: dt.date) -> tuple[OutlookLine, ...]:
    """The outlook by quarter from today's on, of each model; nothing while no action that counts has a due date."""
    planned = [each for each in assessment.actions.all() if each.status is not ActionStatus.DROPPED]
    if not any(action.due for action in planned):
        return ()
    milestones = [each.day for each in assessment.milestones.all()]
    quarters = [each for each in shown_quarters(planned, milestones, today) if each.ends >= today]
    days = [quarter.ends for quarter in quarters]
    found = {each.id: assessment.foreseen.by_days(each.id, days) for each in assessment.models.all()}
    return tuple(
        _line(quarter, results[number]) for number, quarter in enumerate(quarters) for results in found.values()
    )


def _line(quarter: Quarter, result: ModelResult) -> OutlookLine:
    if result.whole is None:
        return OutlookLine(quarter, result.model, result.level.reached)
    return OutlookLine(quarter, result.model, None, result.whole.result.point)
