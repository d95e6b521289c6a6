"""What a tracker holds: the allow-list of what sponsor and owners get in hand.

Of each record only those cells are read that it declares for the sponsor. What was written down about how actions go
on, remarks on readings, findings and everything about people stay in the team; so does every answer.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from msgspec import Struct

from desktop.model.assessment import Assessment
from desktop.model.assessment.decimals import number
from desktop.model.assessment.desk import new_id
from desktop.model.assessment.standing import Standing
from desktop.model.assessment.tracked import Texts, texts_of
from desktop.model.journal import StepId
from desktop.model.maturity import Direction
from desktop.model.planning.aims import aim_of
from desktop.model.records import Action, for_sponsor
from desktop.wording.manners import Manner

NEW_ACTIONS, NEW_READINGS = 15, 40
"""So many empty rows are there to write in."""


class TrackedAction(Struct, frozen=True):
    """An action.

    Attributes:
        record: with those cells alone that may leave the team.
        texts: what can be changed, as it leaves.
        place: what it improves, in words; empty where it is about nothing in a model.
        waits_for: numbers of the actions that must be done before.
    """

    record: Action
    texts: Texts
    place: str
    waits_for: tuple[int, ...]


class TrackedReading(Struct, frozen=True):
    """A value that was read."""

    id: str
    measure: str
    day: dt.date
    value: str


class TrackedMeasure(Struct, frozen=True):
    """A measure of an action.

    Attributes:
        label: by which people choose it, unlike all others.
        latest: the last value that was read, on the day `read`.
    """

    id: str
    number: int
    label: str
    name: str
    unit: str
    direction: Direction
    how: str
    baseline: Decimal | None
    target: Decimal | None
    due: dt.date | None
    latest: Decimal | None
    read: dt.date | None


class TrackerContent(Struct, frozen=True):
    """All that a tracker is made of.

    Attributes:
        day: the day it is made.
        step: the newest step of the journal; None while there is none.
        new_actions: ids that wait for actions that somebody adds, so that each is known when it comes back again.
        manner: how days and numbers are written.
    """

    organisation: str
    assessment: str
    day: dt.date
    step: StepId | None
    actions: tuple[TrackedAction, ...]
    measures: tuple[TrackedMeasure, ...]
    readings: tuple[TrackedReading, ...]
    new_actions: tuple[str, ...]
    manner: Manner = Manner()


def tracker_content(assessment: Assessment, day: dt.date | None = None) -> TrackerContent:
    """Read everything once, so that writing needs the file no more.

    Args:
        assessment: the open assessment.
        day: the day it is made; today without one.
    """
    packs = {in_use.id: in_use.pack for in_use in assessment.models.all()}
    needs = assessment.action_links.needs()
    known = assessment.actions.all()
    numbers = {each.id: each.number for each in known}
    actions = []
    for action in map(for_sponsor, known):
        pack, waits = packs.get(action.model), needs.get(action.id, ())
        aim = aim_of(pack, action.aim)
        place = pack.place_by_id[aim.place].name if pack and aim else ""
        actions.append(
            TrackedAction(action, texts_of(action, waits), place, tuple(sorted(numbers[each] for each in waits)))
        )
    standings = assessment.measures.all()
    return TrackerContent(
        organisation=for_sponsor(assessment.preparation.details()).organisation,
        assessment=assessment.about()["id"],
        day=day or dt.datetime.now().astimezone().date(),
        step=assessment.trackers.state(),
        actions=tuple(actions),
        measures=_measures(standings, numbers),
        readings=tuple(
            TrackedReading(told.id, told.measure, told.day, told.value)
            for each in standings
            for told in map(for_sponsor, each.readings)
            if told.day is not None and told.value
        ),
        new_actions=tuple(new_id() for _place in range(NEW_ACTIONS)),
        manner=Manner.of(assessment.preparation.details()),
    )


def _measures(standings: list[Standing], numbers: dict[str, int]) -> tuple[TrackedMeasure, ...]:
    found, taken = [], set[str]()
    for each in standings:
        measure, latest = for_sponsor(each.measure), for_sponsor(each.latest) if each.latest else None
        wanted = label = f"{numbers[measure.action]} · {measure.name}"
        place = 1
        while label.casefold() in taken:
            place += 1
            label = f"{wanted} ({place})"
        taken.add(label.casefold())
        found.append(
            TrackedMeasure(
                id=measure.id,
                number=numbers[measure.action],
                label=label,
                name=measure.name,
                unit=measure.unit,
                direction=measure.direction,
                how=measure.how,
                baseline=number(measure.baseline),
                target=number(measure.target),
                due=measure.due,
                latest=number(latest.value) if latest else None,
                read=latest.day if latest else None,
            )
        )
    return tuple(found)


def waits_for_text(action: TrackedAction) -> str:
    """The numbers of the actions that must be done before, as a cell holds them."""
    return ", ".join(map(str, action.waits_for))
