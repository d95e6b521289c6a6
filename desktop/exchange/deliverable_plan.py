"""What of the improvement plan may leave the team; part of the allow-list in `desktop.exchange.deliverable`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from desktop.model.assessment import Assessment
from desktop.model.assessment.decimals import number
from desktop.model.assessment.pace import Pace, pace
from desktop.model.assessment.standing import Standing
from desktop.model.maturity import Direction, Pack
from desktop.model.maturity.refs import Ref
from desktop.model.planning.aims import Aim, aim_of
from desktop.model.records import Action, ActionStatus, Priority, ReviewRemark, for_sponsor


class ReadingLine(Struct, frozen=True):
    """A value of a measure on a day; what was remarked on it stays in the team."""

    day: dt.date | None
    value: Decimal | None


class MeasureLine(Struct, frozen=True):
    """A measure of an action item, with where it stands.

    Attributes:
        id: its own.
        how: what is measured, over what, and how often.
        latest: the last value that was read, on the day `read`; None before the first.
        readings: how many values were read.
        history: these values by day, the earliest first.
        pace: how it comes along, on the day of the export.
        percent: how much of the way from `baseline` to `target` is done; None where that cannot be said.
    """

    name: str
    unit: str
    direction: Direction
    how: str
    baseline: Decimal | None
    target: Decimal | None
    due: dt.date | None
    latest: Decimal | None
    read: dt.date | None
    readings: int
    percent: float | None
    pace: Pace
    id: str = ""
    history: tuple[ReadingLine, ...] = ()


class RemarkLine(Struct, frozen=True):
    """What a follow-up review said of an action."""

    day: dt.date | None
    text: str
    status: ActionStatus
    percent: int


class VerifiedLine(Struct, frozen=True):
    """That an action is seen to be done; see `desktop.model.records.Verification`."""

    day: dt.date | None
    expected: bool
    rated: bool
    reached: bool
    although: str


class ActionLine(Struct, frozen=True):
    """An action item.

    Attributes:
        model: with `place` and `part`, what it improves, by id: a place, and a goal, cell or statement of it if any.
        overdue: still open after its due date on the day of the export.
        measures: what shows whether it works, by name.
        effort: person days that it takes; None while nobody has said.
        cost: what it costs besides, in the currency of the assessment, likewise.
        benefit: what it brings in a year, likewise.
        risk: from 1 to 5, as `impact`; see `desktop.model.records.Action` for all that is estimated.
        milestone: the title of the milestone that it is to be done for, if any.
        needs: numbers of the actions that it waits for.
        effects: parts of models that it is expected to change, its aim left out.
        remarks: what follow-up reviews said of it, the oldest first.
        verified: how it was verified; None while it is not.
    """

    id: str
    number: int
    title: str
    description: str
    model: str
    place: str
    part: str
    owner: str
    due: dt.date | None
    priority: Priority
    status: ActionStatus
    closed: dt.date | None
    overdue: bool
    measures: tuple[MeasureLine, ...] = ()
    why: str = ""
    deputy: str = ""
    start: dt.date | None = None
    effort: Decimal | None = None
    cost: Decimal | None = None
    benefit: Decimal | None = None
    risk: int | None = None
    impact: int | None = None
    value: int | None = None
    urgency: int | None = None
    opportunity: int | None = None
    size: int | None = None
    percent: int = 0
    milestone: str = ""
    dropped_because: str = ""
    needs: tuple[int, ...] = ()
    effects: tuple[Ref, ...] = ()
    tags: tuple[str, ...] = ()
    remarks: tuple[RemarkLine, ...] = ()
    verified: VerifiedLine | None = None

    @property
    def aim(self) -> str:
        """What it improves: the part, or else the place."""
        return self.part or self.place


class MilestoneLine(Struct, frozen=True):
    """A milestone with the numbers of the actions that are to be done for it."""

    title: str
    day: dt.date | None
    actions: tuple[int, ...]


class _Tied(Struct, frozen=True):
    """What belongs to an action and stands elsewhere in the file."""

    measures: tuple[MeasureLine, ...]
    milestone: str
    needs: tuple[int, ...]
    effects: tuple[Ref, ...]
    tags: tuple[str, ...]
    remarks: tuple[RemarkLine, ...]
    verified: VerifiedLine | None


def action_lines(assessment: Assessment, packs: Mapping[str, Pack], day: dt.date) -> tuple[ActionLine, ...]:
    """The action items by number, as they stand on a day."""
    measures: dict[str, list[MeasureLine]] = {}
    for found in assessment.measures.all():
        measures.setdefault(found.measure.action, []).append(_measure(found, day))
    links, actions = assessment.action_links, assessment.actions.all()
    numbers = {action.id: action.number for action in actions}
    needs, effects, tags = links.needs(), links.effects(), links.tags()
    titles = {each.id: for_sponsor(each).title for each in assessment.milestones.all()}
    return tuple(
        _action(
            for_sponsor(action),
            aim_of(packs.get(action.model), action.aim),
            day,
            _Tied(
                measures=tuple(measures.get(action.id, ())),
                milestone=titles.get(action.milestone, ""),
                needs=tuple(numbers[each] for each in needs.get(action.id, ())),
                effects=tuple(each for each in effects.get(action.id, ()) if each != (action.model, action.aim)),
                tags=tags.get(action.id, ()),
                remarks=tuple(map(_remark, assessment.reviews.told_of(action.id))),
                verified=_verified(assessment, action),
            ),
        )
        for action in actions
    )


def milestone_lines(assessment: Assessment) -> tuple[MilestoneLine, ...]:
    """The milestones by day."""
    actions = assessment.actions.all()
    return tuple(
        MilestoneLine(
            told.title, told.day, tuple(action.number for action in actions if action.milestone == milestone.id)
        )
        for milestone in assessment.milestones.all()
        for told in (for_sponsor(milestone),)
    )


def _action(action: Action, aim: Aim | None, day: dt.date, tied: _Tied) -> ActionLine:
    return ActionLine(
        id=action.id,
        number=action.number,
        title=action.title,
        description=action.description,
        model=action.model,
        place=aim.place if aim else "",
        part=aim.part.part if aim and aim.part else "",
        owner=action.owner,
        due=action.due,
        priority=action.priority,
        status=action.status,
        closed=action.closed,
        overdue=action.is_overdue(day),
        measures=tied.measures,
        why=action.why,
        deputy=action.deputy,
        start=action.start,
        effort=number(action.effort),
        cost=number(action.cost),
        benefit=number(action.benefit),
        risk=action.risk,
        impact=action.impact,
        value=action.value,
        urgency=action.urgency,
        opportunity=action.opportunity,
        size=action.size,
        percent=action.percent,
        milestone=tied.milestone,
        dropped_because=action.dropped_because,
        needs=tied.needs,
        effects=tied.effects,
        tags=tied.tags,
        remarks=tied.remarks,
        verified=tied.verified,
    )


def _remark(remark: ReviewRemark) -> RemarkLine:
    told = for_sponsor(remark)
    return RemarkLine(told.day, told.text, told.status or ActionStatus.PROPOSED, told.percent or 0)


def _verified(assessment: Assessment, action: Action) -> VerifiedLine | None:
    found = assessment.verifying.of(action.id) if action.status is ActionStatus.VERIFIED else []
    if not found:
        return None
    told = for_sponsor(found[-1])
    return VerifiedLine(told.day, told.expected, told.rated, told.reached, told.although)


def _measure(standing: Standing, day: dt.date) -> MeasureLine:
    measure, latest = for_sponsor(standing.measure), for_sponsor(standing.latest) if standing.latest else None
    return MeasureLine(
        name=measure.name,
        unit=measure.unit,
        direction=measure.direction,
        how=measure.how,
        baseline=number(measure.baseline),
        target=number(measure.target),
        due=measure.due,
        latest=number(latest.value) if latest else None,
        read=latest.day if latest else None,
        readings=len(standing.readings),
        percent=standing.percent,
        pace=pace(standing, day),
        id=measure.id,
        history=tuple(
            ReadingLine(told.day, number(told.value)) for each in standing.readings for told in (for_sponsor(each),)
        ),
    )
