"""What the assessment team decided on the shipped sample, and the sample with it all done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from pathlib import Path

import msgspec
from msgspec import Struct

from desktop import resources
from desktop.exchange.forms.intake import Line, read_forms, take_forms
from desktop.exchange.sample import start_sample
from desktop.model.assessment import Assessment
from desktop.model.records import ActionStatus, Priority, Stance
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind

Progress = Callable[[int, int], None]


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the file of decisions; strict about its keys."""


class Piece(_Part, frozen=True):
    """A piece of evidence; its practices are ids, with ``*`` for any ending."""

    kind: EvidenceKind
    session: str
    note: str
    practices: tuple[str, ...]


class Weakness(_Part, frozen=True):
    """What a goal lacks."""

    weakness: str
    significant: bool = False


class AreaDecision(_Part, frozen=True):
    """What was decided on an area.

    Attributes:
        practices: characterisations by practice id, with ``*`` for any ending; of several that fit the last counts.
        alternatives: by practice id, which other practice reaches the goal.
        reasons: by practice id.
        goals: weaknesses by goal id.
        rationale: why it is rated so; without one the team has not finished the area.
        dissent: names of members who do not stand behind it.
        not_applicable: why the area lies outside the organisation's work.
        out_of_scope: why the area is not appraised.
    """

    practices: dict[str, Characterisation] = {}
    alternatives: dict[str, str] = {}
    reasons: dict[str, str] = {}
    goals: dict[str, Weakness] = {}
    rationale: str = ""
    dissent: tuple[str, ...] = ()
    not_applicable: str = ""
    out_of_scope: str = ""


class Item(_Part, frozen=True):
    """An action item; `due` in days from the day on which the sample is made, or the assessment's last if later."""

    title: str
    goal: str
    owner: str
    due: int
    priority: Priority
    status: ActionStatus
    description: str = ""


class Decisions(_Part, frozen=True):
    """All that was decided; areas and what belongs to them by id."""

    model: str
    evidence: tuple[Piece, ...]
    areas: dict[str, AreaDecision]
    actions: tuple[Item, ...]


def decided_sample(path: Path, author: str, *, day: dt.date | None = None) -> Assessment:
    """Make the sample with its forms taken and everything decided, and open it.

    Args:
        path: where the assessment is made; nothing may be there.
        author: whom its history names.
        day: the day on which it is made; today without one.

    Raises:
        RefusalError: the file cannot be made there; then nothing is left of it.
    """
    assessment = start_sample(path, author)
    try:
        take_sample_forms(assessment)
        decide(assessment, load(), day=day)
    except BaseException:
        assessment.close()
        path.unlink(missing_ok=True)
        raise
    return assessment


def take_sample_forms(assessment: Assessment, progress: Progress | None = None) -> list[Line]:
    """Read the sample's filled questionnaires by the way every form comes in."""
    return take_forms(assessment, read_forms(resources.sample_forms(), progress))


def load() -> Decisions:
    """The decisions on the shipped sample."""
    return msgspec.json.decode(resources.sample("decisions.json").read_bytes(), type=Decisions)


def decide(assessment: Assessment, decisions: Decisions, *, day: dt.date | None = None) -> None:
    """Enter all decisions, by the operations that the window uses."""
    model = decisions.model
    _set_scope(assessment, decisions)
    practices = assessment.models.get(model).pack.practice_by_id
    for piece in decisions.evidence:
        spoken_of = [practice for practice in practices if _fits(practice, piece.practices)]
        assessment.evidence.add(piece.kind, piece.session, note=piece.note, model=model, practices=spoken_of)
    for area, decision in decisions.areas.items():
        _rate(assessment, model, area, decision)
    _settle(assessment, decisions)
    made = day or dt.datetime.now().astimezone().date()
    for item in decisions.actions:
        _act(assessment, model, item, max(made, assessment.preparation.details().ends or made))


def _set_scope(assessment: Assessment, decisions: Decisions) -> None:
    by_reason: dict[str, list[str]] = {}
    for area, decision in decisions.areas.items():
        if decision.out_of_scope:
            by_reason.setdefault(decision.out_of_scope, []).append(area)
    for reason, areas in by_reason.items():
        assessment.models.set_scope(decisions.model, areas, in_scope=False, reason=reason)


def _rate(assessment: Assessment, model: str, area: str, decision: AreaDecision) -> None:
    ratings = assessment.ratings
    practices = assessment.models.get(model).pack.area_by_id[area].practices
    values: dict[str, Characterisation | None] = {
        practice.id: value
        for pattern, value in decision.practices.items()
        for practice in practices
        if fnmatchcase(practice.id, pattern)
    }
    if values:
        ratings.characterise_all(model, values)
    for practice, reason in decision.alternatives.items():
        ratings.set_alternative(model, practice, accepted=True)
        ratings.set_reason(model, practice, reason)
    for practice, reason in decision.reasons.items():
        ratings.set_reason(model, practice, reason)
    for goal, found in decision.goals.items():
        ratings.set_goal(model, goal, weakness=found.weakness, weaknesses_significant=found.significant)
    if decision.not_applicable:
        ratings.set_not_applicable(model, area, not_applicable=True, reason=decision.not_applicable)
    if decision.rationale:
        ratings.set_rationale(model, area, decision.rationale)


def _settle(assessment: Assessment, decisions: Decisions) -> None:
    """Take down where each member stands on the finished areas, and call final what nobody objects to."""
    results = {area.id: area for area in assessment.results.of(decisions.model).areas}
    for area, decision in decisions.areas.items():
        if not decision.rationale:
            continue
        for member in assessment.preparation.members():
            stance = Stance.DISAGREES if member.name in decision.dissent else Stance.AGREES
            assessment.ratings.set_stance(decisions.model, area, member.id, stance)
        if not decision.dissent:
            missing = [goal.id for goal in results[area].goals if goal.weakness_missing]
            assessment.ratings.settle(decisions.model, area, missing_weaknesses=missing)


def _act(assessment: Assessment, model: str, item: Item, day: dt.date) -> None:
    area, _goal = assessment.models.get(model).pack.goal_by_id[item.goal]
    action = assessment.actions.add(
        item.title,
        description=item.description,
        model=model,
        area=area.id,
        goal=item.goal,
        owner=item.owner,
        due=day + dt.timedelta(days=item.due),
        priority=item.priority,
    )
    if item.status is not ActionStatus.PROPOSED:
        closed = None if item.status.is_open else day
        assessment.actions.change(action, status=item.status, closed=closed)


def _fits(practice: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(practice, pattern) for pattern in patterns)
