"""What was prepared for the shipped sample beside its details: units, budget, checklist, and the days on site."""

from __future__ import annotations

import datetime as dt

import msgspec
from msgspec import Struct

from desktop import resources
from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.records import CheckState, Phase, ScopeSort, SessionKind
from desktop.model.records.interviews import TimeOfDay


class NamedItem(Struct, frozen=True, forbid_unknown_fields=True):
    """A unit or a service."""

    name: str
    in_scope: bool = True
    note: str = ""


class PlannedPerson(Struct, frozen=True, forbid_unknown_fields=True):
    """A participant by number, with what the person is to do beside a questionnaire."""

    number: int
    unit: str
    service: str
    does: tuple[str, ...]


class PlannedLine(Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the budget."""

    name: str
    planned: str
    spent: str
    note: str


class PlannedSession(Struct, frozen=True, forbid_unknown_fields=True):
    """A session of which no notes were taken.

    Attributes:
        asks: names of the team members who are in it.
        heard: numbers of the participants who are heard.
        areas: what it is about, by model.
    """

    kind: SessionKind
    name: str
    day: dt.date
    place: str
    last_day: dt.date | None = None
    starts: TimeOfDay = ""
    ends: TimeOfDay = ""
    asks: tuple[str, ...] = ()
    heard: tuple[int, ...] = ()
    areas: dict[str, tuple[str, ...]] = {}


class TickedItem(Struct, frozen=True, forbid_unknown_fields=True):
    """An item of the checklist that is done: one that is ready-made, or one of a model."""

    item: str
    day: dt.date
    by: str


class OwnItem(Struct, frozen=True, forbid_unknown_fields=True):
    """An item of the team's own; done where it has a day."""

    phase: Phase
    text: str
    day: dt.date | None = None
    by: str = ""


class SamplePlan(Struct, frozen=True, forbid_unknown_fields=True):
    """All of it."""

    goals: str
    currency: str
    confidentiality: str
    independence: dict[str, str]
    units: tuple[NamedItem, ...]
    services: tuple[NamedItem, ...]
    people: tuple[PlannedPerson, ...]
    budget: tuple[PlannedLine, ...]
    sessions: tuple[PlannedSession, ...]
    checklist: tuple[TickedItem, ...]
    own_items: tuple[OwnItem, ...]


def sample_plan() -> SamplePlan:
    """The plan of the shipped sample."""
    return msgspec.json.decode(resources.sample("plan.json").read_bytes(), type=SamplePlan)


def prepare(assessment: Assessment) -> None:
    """Say what was prepared and how far the checklist is, by the operations that the window uses."""
    plan, preparation = sample_plan(), assessment.preparation
    preparation.set_details(goals=plan.goals, currency=plan.currency, confidentiality=plan.confidentiality)
    members = {each.name: each.id for each in preparation.members()}
    people = {each.number: each.id for each in preparation.participants()}
    for name, words in plan.independence.items():
        preparation.set_member(members[name], independence=words)
    named = _name_scope(assessment, plan)
    for person in plan.people:
        cells: dict[str, object] = dict.fromkeys(person.does, True)
        cells["unit"] = named.get((ScopeSort.UNIT, person.unit), "")
        cells["service"] = named.get((ScopeSort.SERVICE, person.service), "")
        preparation.set_participant(people[person.number], **cells)
    for line in plan.budget:
        assessment.organisation.change_line(
            assessment.organisation.add_line(line.name, line.planned, line.spent), note=line.note
        )
    for own in plan.own_items:
        item_id = assessment.checklists.add(own.phase, own.text)
        if own.day is not None:
            assessment.checklists.tick(item_id, CheckState.DONE, own.day, members[own.by])
    for tick in plan.checklist:
        assessment.checklists.tick(tick.item, CheckState.DONE, tick.day, members[tick.by])


def _name_scope(assessment: Assessment, plan: SamplePlan) -> dict[tuple[ScopeSort, str], str]:
    """The ids of units and services by what they are called."""
    found: dict[tuple[ScopeSort, str], str] = {}
    for sort, items in ((ScopeSort.UNIT, plan.units), (ScopeSort.SERVICE, plan.services)):
        for item in items:
            found[sort, item.name] = assessment.organisation.add(sort, item.name)
            if not item.in_scope:
                assessment.organisation.change(found[sort, item.name], in_scope=False, note=item.note)
    return found


def plan_days(assessment: Assessment) -> None:
    """Put the sessions without notes on the schedule."""
    it = assessment.interviews
    members = {each.name: each.id for each in assessment.preparation.members()}
    people = {each.number: each.id for each in assessment.preparation.participants()}
    for each in sample_plan().sessions:
        times = {"starts": each.starts, "ends": each.ends, "last_day": each.last_day}
        session = it.add(each.kind, each.name, day=each.day, place=each.place, **times)
        asking, heard = [members[name] for name in each.asks], [people[number] for number in each.heard]
        it.take_part(session, members=asking, participants=heard)
        if each.areas:
            it.set_areas(session, [Ref(model, part) for model, parts in each.areas.items() for part in parts])
