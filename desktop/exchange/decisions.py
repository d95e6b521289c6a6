"""What the assessment team decided on the shipped sample, and the sample with it all done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import msgspec
from msgspec import Struct

from desktop import resources
from desktop.exchange.forms.intake import Line, read_forms, take_forms
from desktop.exchange.planned import Item, act
from desktop.exchange.planned_work import Stone, mark, tie
from desktop.exchange.sample import drafted_sample
from desktop.exchange.sample_blind import rate_blind
from desktop.exchange.sample_evidence import complete_evidence
from desktop.exchange.sample_findings import find
from desktop.exchange.sample_guides import write_guides
from desktop.exchange.sample_plan import plan_days
from desktop.exchange.sample_sessions import hold_sessions
from desktop.model.assessment import Assessment
from desktop.model.maturity import Pack
from desktop.model.records import Stance
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment

Progress = Callable[[int, int], None]


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the file of decisions; strict about its keys."""


class Piece(_Part, frozen=True):
    """A piece of evidence.

    Attributes:
        practices: what it speaks of, by model: ids of practices or statements, with ``*`` for any ending.
    """

    kind: EvidenceKind
    session: str
    note: str
    practices: dict[str, tuple[str, ...]]


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


class StreamDecision(_Part, frozen=True):
    """Where the team sees a stream; without a level it is read from the ticks."""

    reason: str
    level: int | None = None


class Wanted(_Part, frozen=True):
    """What is wanted of a place; see `desktop.model.records.Target`."""

    level: int | None = None
    importance: int | None = None
    reason: str = ""
    set_by: str = ""


class ModelDecisions(_Part, frozen=True):
    """What was decided on one model.

    Attributes:
        areas: by id.
        streams: by id.
        ticks: ids of practices of streams that are done, with ``*`` for any ending.
        statements: how far statements are met by id, with ``*`` for any ending; of several that fit the last counts.
        notes: what was found, by id of the statement.
        targets: by id of the area, stream or track; ``*`` for the model as a whole.
    """

    areas: dict[str, AreaDecision] = {}
    streams: dict[str, StreamDecision] = {}
    ticks: tuple[str, ...] = ()
    statements: dict[str, Fulfilment] = {}
    notes: dict[str, str] = {}
    targets: dict[str, Wanted] = {}


class Decisions(_Part, frozen=True):
    """All that was decided, by id of the model."""

    evidence: tuple[Piece, ...]
    models: dict[str, ModelDecisions]
    actions: tuple[Item, ...]
    milestones: tuple[Stone, ...] = ()


def decided_sample(path: Path, author: str, *, day: dt.date | None = None) -> Assessment:
    """Make the sample with its forms taken and everything decided, and open it.

    Args:
        path: where the assessment is made; nothing may be there.
        author: whom its history names.
        day: the day on which it is made; today without one.

    Raises:
        RefusalError: the file cannot be made there; then nothing is left of it.
    """
    with drafted_sample(path, author) as assessment:
        take_sample_forms(assessment)
        hold_sessions(assessment)
        write_guides(assessment)
        plan_days(assessment)
        rate_blind(assessment)
        decide(assessment, load(), day=day)
        complete_evidence(assessment)
        find(assessment)
    return Assessment.open(path, author=author)


def take_sample_forms(assessment: Assessment, progress: Progress | None = None) -> list[Line]:
    """Read the sample's filled questionnaires by the way every form comes in."""
    return take_forms(assessment, read_forms(resources.sample_forms(), progress))


def load() -> Decisions:
    """The decisions on the shipped sample."""
    return msgspec.json.decode(resources.sample("decisions.json").read_bytes(), type=Decisions)


def decide(assessment: Assessment, decisions: Decisions, *, day: dt.date | None = None) -> None:
    """Enter all decisions, by the operations that the window uses."""
    packs = {in_use.id: in_use.pack for in_use in assessment.models.all()}
    for model, decided in decisions.models.items():
        _set_scope(assessment, model, decided)
    for piece in decisions.evidence:
        _file(assessment, piece, packs)
    for model, decided in decisions.models.items():
        for area, decision in decided.areas.items():
            _rate(assessment, model, area, decision)
        _settle(assessment, model, decided)
        _place_streams(assessment, packs[model], decided)
        _judge(assessment, packs[model], decided)
        for place, wanted in decided.targets.items():
            assessment.targets.set(model, place, **msgspec.structs.asdict(wanted))
    made = day or dt.datetime.now().astimezone().date()
    planned = max(made, assessment.preparation.details().ends or made)
    mark(assessment, decisions.milestones, planned)
    for item in decisions.actions:
        act(assessment, item, planned)
    tie(assessment, {item.title: item.work.needs for item in decisions.actions})


def _set_scope(assessment: Assessment, model: str, decided: ModelDecisions) -> None:
    by_reason: dict[str, list[str]] = {}
    for area, decision in decided.areas.items():
        if decision.out_of_scope:
            by_reason.setdefault(decision.out_of_scope, []).append(area)
    for reason, areas in by_reason.items():
        assessment.models.set_scope(model, areas, in_scope=False, reason=reason)


def _file(assessment: Assessment, piece: Piece, packs: Mapping[str, Pack]) -> None:
    filed = ""
    for model, patterns in piece.practices.items():
        pack = packs[model]
        spoken_of = fitting((*pack.practice_by_id, *pack.statement_by_id), patterns)
        if filed:
            assessment.evidence.link(filed, model, spoken_of)
        else:
            filed = assessment.evidence.add(
                piece.kind, piece.session, note=piece.note, model=model, practices=spoken_of
            )


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


def _settle(assessment: Assessment, model: str, decided: ModelDecisions) -> None:
    """Take down where each member stands on the finished areas, and call final what nobody objects to."""
    for area, decision in decided.areas.items():
        if not decision.rationale:
            continue
        for member in assessment.preparation.members():
            stance = Stance.DISAGREES if member.name in decision.dissent else Stance.AGREES
            assessment.ratings.set_stance(model, area, member.id, stance)
        if not decision.dissent:
            assessment.ratings.settle(model, area)


def _place_streams(assessment: Assessment, pack: Pack, decided: ModelDecisions) -> None:
    practices = [id_ for id_, (_stream, cell, item) in pack.item_by_id.items() if item in cell.practices]
    if ticked := fitting(practices, decided.ticks):
        assessment.streams.tick(pack.id, ticked, done=True)
    for stream, decision in decided.streams.items():
        if decision.level is None:
            assessment.streams.set_reason(pack.id, stream, decision.reason)
        else:
            assessment.streams.rate_stream(pack.id, stream, decision.level, decision.reason)


def _judge(assessment: Assessment, pack: Pack, decided: ModelDecisions) -> None:
    values = {
        statement: value
        for pattern, value in decided.statements.items()
        for statement in fitting(pack.statement_by_id, [pattern])
    }
    for value in Fulfilment:
        if alike := [statement for statement, said in values.items() if said is value]:
            assessment.statements.rate(pack.id, alike, value)
    for statement, note in decided.notes.items():
        assessment.statements.note(pack.id, statement, note)


def fitting(ids: Iterable[str], patterns: Iterable[str]) -> list[str]:
    """The ids that fit one of the patterns, in their order; ``*`` stands for any ending."""
    wanted = tuple(patterns)
    return [id_ for id_ in ids if any(fnmatchcase(id_, pattern) for pattern in wanted)]
