"""What may leave the team, gathered in one go: exports know nothing else.

This is the allow-list of privacy. What has no field here stands in no deliverable: who takes part and in which role or
group, single answers and comments, interviews and evidence, who is in the team and where each stands, budget, working
notes and rationales. Numbers about answers are those that `desktop.model.scoring.publication` lets through.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from msgspec import Struct

from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity import Pack, Scale
from desktop.model.records import Action, ActionStatus, Priority
from desktop.model.scoring.anonymity import FLOOR, Hidden
from desktop.model.scoring.publication import published
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Characterisation, Rating


class Subject(Struct, frozen=True):
    """What was assessed and for whom.

    Attributes:
        threshold: the smallest group whose answers are shown.
    """

    organisation: str
    unit: str
    sponsor: str
    purpose: str
    starts: dt.date | None
    ends: dt.date | None
    threshold: int


class ModelPart(Struct, frozen=True):
    """One model's share.

    Attributes:
        result: without the numbers that are `hidden`.
        settled: ids of the areas whose rating the whole team stands behind.
        reasons: by practice or area id, why it does not apply or is out of scope.
        weaknesses: by id of an unsatisfied goal, which weaknesses keep it from being met.
    """

    pack: Pack
    scale: Scale
    result: ModelResult
    hidden: Hidden
    settled: frozenset[str]
    reasons: Mapping[str, str]
    weaknesses: Mapping[str, str]

    def shares(self) -> dict[str, float | None]:
        """For each area id the percent of its practices in place; None where nothing has been characterised yet."""
        begun = {practice.area for practice in self.result.practices if practice.value is not None}
        return {area.id: area.in_place_percent if area.id in begun else None for area in self.result.areas}


class ActionLine(Struct, frozen=True):
    """An action item.

    Attributes:
        model: with `area` and `goal`, what it improves, by id.
        overdue: still open after its due date on the day of the export.
    """

    id: str
    number: int
    title: str
    description: str
    model: str
    area: str
    goal: str
    owner: str
    due: dt.date | None
    priority: Priority
    status: ActionStatus
    closed: dt.date | None
    overdue: bool


class Deliverable(Struct, frozen=True):
    """Everything that exports are made of.

    Attributes:
        day: the day of the export.
        models: in order of their id.
        actions: by number.
    """

    day: dt.date
    subject: Subject
    models: tuple[ModelPart, ...]
    actions: tuple[ActionLine, ...]

    def part(self, model: str | None = None) -> ModelPart:
        """The share of a model; the first one's without an id.

        Raises:
            KeyError: there is no such model.
        """
        for part in self.models:
            if model in (None, part.pack.id):
                return part
        raise KeyError(model)


def gather(assessment: Assessment, *, day: dt.date | None = None) -> Deliverable:
    """Read everything once, so that writing needs the file no more and can run in another thread.

    Args:
        assessment: the open assessment.
        day: the day of the export, today without one.
    """
    today = day or dt.datetime.now().astimezone().date()
    details = assessment.preparation.details()
    return Deliverable(
        day=today,
        subject=Subject(
            organisation=details.organisation,
            unit=details.unit,
            sponsor=details.sponsor,
            purpose=details.purpose,
            starts=details.starts,
            ends=details.ends,
            threshold=max(details.threshold, FLOOR),
        ),
        models=tuple(_part(assessment, in_use, details.threshold) for in_use in assessment.models.all()),
        actions=tuple(_action(action, today) for action in assessment.actions.all()),
    )


def _part(assessment: Assessment, in_use: ModelInUse, threshold: int) -> ModelPart:
    outside = published(in_use.pack, assessment.results.of(in_use.id), threshold)
    practices = assessment.ratings.practices(in_use.id)
    areas = assessment.ratings.areas(in_use.id)
    goals = assessment.ratings.goals(in_use.id)
    unsatisfied = {goal.id for area in outside.result.areas for goal in area.goals if goal.rating is Rating.UNSATISFIED}
    return ModelPart(
        pack=in_use.pack,
        scale=in_use.scale,
        result=outside.result,
        hidden=outside.hidden,
        settled=frozenset(area for area, rating in areas.items() if rating.settled),
        reasons=_filled(
            [
                *((id_, p.reason) for id_, p in practices.items() if p.value is Characterisation.NOT_APPLICABLE),
                *((id_, a.reason) for id_, a in areas.items() if a.not_applicable or not a.in_scope),
            ]
        ),
        weaknesses=_filled((id_, goal.weakness) for id_, goal in goals.items() if id_ in unsatisfied),
    )


def _filled(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {key: text.strip() for key, text in texts if text.strip()}


def _action(action: Action, day: dt.date) -> ActionLine:
    return ActionLine(
        id=action.id,
        number=action.number,
        title=action.title,
        description=action.description,
        model=action.model,
        area=action.area,
        goal=action.goal,
        owner=action.owner,
        due=action.due,
        priority=action.priority,
        status=action.status,
        closed=action.closed,
        overdue=action.is_overdue(day),
    )
