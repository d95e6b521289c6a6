"""The shipped sample: a fictional provider, prepared; its filled questionnaires are `resources.sample_forms`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct

from desktop import resources
from desktop.exchange.sample_plan import prepare
from desktop.model.assessment.opened import Assessment
from desktop.model.maturity import shelf
from desktop.model.records import MemberRole

_PREPARATION = "preparation.json"


class _Details(Struct, frozen=True, forbid_unknown_fields=True):
    organisation: str
    unit: str
    sponsor: str
    purpose: str
    budget: str
    starts: dt.date
    ends: dt.date
    threshold: int
    notes: str


class _Member(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    role: MemberRole


class _Participant(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    role: str
    group: str


class _Model(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    scale: str
    question_level: int


class _Preparation(Struct, frozen=True, forbid_unknown_fields=True):
    """The sample's preparation. Ids are fixed, since its forms name them; participants are numbered in order."""

    assessment: str
    details: _Details
    team: tuple[_Member, ...]
    participants: tuple[_Participant, ...]
    models: tuple[_Model, ...]


def start_sample(path: Path, author: str) -> Assessment:
    """Make the sample's assessment, prepared and without answers, and open it.

    Raises:
        RefusalError: see `Assessment.create`.
    """
    with drafted_sample(path, author):
        pass
    return Assessment.open(path, author=author)


@contextmanager
def drafted_sample(path: Path, author: str) -> Iterator[Assessment]:
    """The sample's assessment in the making, prepared and without answers; see `Assessment.drafted`."""
    sample = _read()
    packs = [shelf.find(model.id) for model in sample.models]
    with Assessment.drafted(path, packs, author=author, assessment_id=sample.assessment) as assessment:
        assessment.preparation.set_details(**msgspec.structs.asdict(sample.details))
        for member in sample.team:
            assessment.preparation.add_member(member.name, member.role)
        for participant in sample.participants:
            assessment.preparation.add_participant(
                role=participant.role, group=participant.group, participant_id=participant.id
            )
        for model in sample.models:
            assessment.models.set_scale(model.id, model.scale)
            assessment.models.set_question_level(model.id, model.question_level)
        prepare(assessment)
        yield assessment


def sample_id() -> str:
    """The id of the sample's assessment, by which its forms know it."""
    return _read().assessment


def _read() -> _Preparation:
    return msgspec.json.decode(resources.sample(_PREPARATION).read_bytes(), type=_Preparation)
