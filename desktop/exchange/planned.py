"""The action items of the shipped sample, with what shows whether they work."""

from __future__ import annotations

import datetime as dt

import msgspec
from msgspec import Struct

from desktop.exchange.planned_work import Work, plan
from desktop.model.assessment import Assessment
from desktop.model.maturity import Direction
from desktop.model.planning.proposals import NewMeasure, Proposal
from desktop.model.planning.suggestions import proposal
from desktop.model.records import ActionStatus, Priority
from desktop.wording.planning import as_proposal


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the file of decisions; strict about its keys."""


class Read(_Part, frozen=True):
    """A value that was read; `day` in days from the day on which the sample is made."""

    day: int
    value: str
    note: str = ""


class Gauge(_Part, frozen=True):
    """A measure with its readings; see `desktop.model.records.Measure`.

    Attributes:
        metric: id of a metric of the suggestion, which has the other words; without one they stand here.
        due: in days from the day on which the sample is made.
    """

    baseline: str
    target: str
    due: int
    readings: tuple[Read, ...] = ()
    metric: str = ""
    name: str = ""
    unit: str = ""
    direction: Direction = Direction.NEUTRAL
    how: str = ""


class Item(_Part, frozen=True):
    """An action item.

    Attributes:
        origin: what it was taken from, e.g. ``cell:CTP-3``; its words are those of the suggestion where none stand
            here.
        goal: id of the goal it serves; only where there is no origin.
        due: in days from the day on which the sample is made, or from the assessment's last if that is later.
        closed: the day on which it was done or dropped, likewise.
        because: why it was dropped, or counts as verified although something is missing.
        seen_by: who has seen that it is done, as a role; only of what is verified.
        seen_in: the session of the piece of evidence that shows it, likewise.
        work: what is planned of it besides.
    """

    model: str
    owner: str
    due: int
    priority: Priority
    status: ActionStatus
    title: str = ""
    description: str = ""
    goal: str = ""
    origin: str = ""
    closed: int = 0
    measures: tuple[Gauge, ...] = ()
    because: str = ""
    seen_by: str = ""
    seen_in: str = ""
    work: Work = Work()


def act(assessment: Assessment, item: Item, day: dt.date) -> None:
    """Plan an action item with its measures, and take down what was read."""
    planned = _planned(assessment, item)
    wanted = msgspec.structs.replace(
        planned,
        title=item.title or planned.title,
        description=item.description or planned.description,
        owner=item.owner,
        due=day + dt.timedelta(days=item.due),
        priority=item.priority,
        measures=tuple(_measure(gauge, planned, day) for gauge in item.measures),
    )
    (action,) = assessment.actions.add_proposed([wanted])
    plan(assessment, action, item.work, day)
    if item.status is not ActionStatus.PROPOSED:
        closed = None if item.status.is_open else day + dt.timedelta(days=item.closed)
        verified = item.status is ActionStatus.VERIFIED
        status = ActionStatus.DONE if verified else item.status
        assessment.actions.change(action, status=status, closed=closed, dropped_because=item.because)
        if verified:
            shown = next(each.id for each in assessment.evidence.all() if each.session == item.seen_in)
            assessment.verifying.verify(action, day, item.seen_by, shown, although=item.because)
    measures = {found.measure.name: found.measure.id for found in assessment.measures.of(action)}
    for gauge, measure in zip(item.measures, wanted.measures, strict=True):
        for read in gauge.readings:
            when = day + dt.timedelta(days=read.day)
            assessment.measures.add_reading(measures[measure.name], when, read.value, note=read.note)


def _planned(assessment: Assessment, item: Item) -> Proposal:
    """The action as it is suggested, or an empty one for the goal."""
    if item.origin:
        pack = assessment.models.get(item.model).pack
        return as_proposal(proposal(pack, assessment.results.of(item.model), item.origin), pack)
    return Proposal(title=item.title, model=item.model, aim=item.goal)


def _measure(gauge: Gauge, planned: Proposal, day: dt.date) -> NewMeasure:
    known = {measure.metric: measure for measure in planned.measures}
    words = known[gauge.metric] if gauge.metric else gauge
    return NewMeasure(
        name=words.name,
        unit=words.unit,
        direction=words.direction,
        how=words.how,
        baseline=gauge.baseline,
        target=gauge.target,
        due=day + dt.timedelta(days=gauge.due),
        metric=gauge.metric,
    )
