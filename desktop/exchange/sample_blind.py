"""What two assessors said each alone in the shipped sample, and what the team made of it."""

from __future__ import annotations

from fnmatch import fnmatchcase

import msgspec
from msgspec import Struct

from desktop import resources
from desktop.model.assessment import Assessment


class SettledDifference(Struct, frozen=True, forbid_unknown_fields=True):
    """What the team settled on where its members differed."""

    value: str
    reason: str


class AreaRound(Struct, frozen=True, forbid_unknown_fields=True):
    """An area that was rated blind.

    Attributes:
        said: by name of the member, ratings by practice id, with ``*`` for any ending; of several that fit the last
            counts.
        why: by name of the member, reasons by practice id.
        early: why it was opened although not everybody in the team had handed in.
        settled: by practice id, where they differed.
    """

    model: str
    area: str
    said: dict[str, dict[str, str]]
    why: dict[str, dict[str, str]]
    early: str
    settled: dict[str, SettledDifference]


class _Rounds(Struct, frozen=True, forbid_unknown_fields=True):
    rounds: tuple[AreaRound, ...]


def blind_rounds() -> tuple[AreaRound, ...]:
    """The areas of the shipped sample that were rated blind."""
    return msgspec.json.decode(resources.sample("blind.json").read_bytes(), type=_Rounds).rounds


def rate_blind(assessment: Assessment) -> None:
    """Rate, hand in, open and settle them, by the operations that the window uses."""
    members = {each.name: each.id for each in assessment.preparation.members()}
    lead = next(id_ for id_ in members.values() if assessment.blind.may_lead(id_))
    for held in blind_rounds():
        assessment.blind.begin(held.model, [held.area], lead)
        for name in held.said:
            _say(assessment, held, name, members[name])
            assessment.blind.hand_in(held.model, held.area, members[name])
        assessment.blind.open(held.model, held.area, lead, held.early)
        assessment.blind.take_common(held.model, held.area)
        for practice, found in held.settled.items():
            assessment.blind.pick(held.model, practice, found.value, found.reason)


def _say(assessment: Assessment, held: AreaRound, name: str, member: str) -> None:
    """What one of them said, all practices of one rating in one step."""
    said = {
        thing.part: value
        for pattern, value in held.said[name].items()
        for thing in assessment.blind.things(held.model, held.area)
        if fnmatchcase(thing.part, pattern)
    }
    for value in dict.fromkeys(said.values()):
        alike = [part for part, each in said.items() if each == value]
        assessment.blind.rate(held.model, alike, value, member)
    for part, note in held.why.get(name, {}).items():
        assessment.blind.note(held.model, part, note, member)
