"""Whether the participants are a cross-section: of units, services, groups, roles, and the areas to speak about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.model.maturity.refs import Ref
from desktop.model.records import Participant, ScopeItem, ScopeSort, SessionKind


class SampleSort(StrEnum):
    """What participants can be a cross-section of."""

    UNIT = "unit"
    SERVICE = "service"
    GROUP = "group"
    ROLE = "role"
    AREA = "area"


class SampleRow(Struct, frozen=True):
    """One unit, service, group, role or area, with how many take part.

    Attributes:
        id: of a unit or service, of an area with its model; of a group or role its name.
        name: what people call it; empty for those of whom it is not said.
        people: how many participants there are; of an area, how many are to be heard about it.
        asked: how many get a questionnaire; None for an area, about which all are asked who are.
        interviewed: how many are to be interviewed.
        discussing: how many are to join a discussion.
    """

    sort: SampleSort
    id: str
    name: str
    people: int
    asked: int | None
    interviewed: int
    discussing: int

    @property
    def is_hole(self) -> bool:
        """Whether nobody of it is to be interviewed; of an area, whether nobody is to be heard about it."""
        if self.sort is SampleSort.AREA:
            return not self.people
        return bool(self.name) and not self.interviewed


class Hearing(Struct, frozen=True):
    """A session as far as the sample goes: who is heard in it about what."""

    kind: SessionKind
    participants: frozenset[str]
    areas: frozenset[Ref]


def sample(
    participants: Sequence[Participant],
    items: Iterable[ScopeItem],
    areas: Mapping[Ref, str],
    hearings: Sequence[Hearing],
) -> tuple[SampleRow, ...]:
    """The rows of the matrix: units and services in scope, groups and roles that there are, and areas.

    Whoever is in an interview on the schedule is to be interviewed, said so or not; likewise with discussions.

    Args:
        participants: all of them.
        items: units and services.
        areas: the areas, streams and tracks to speak about, with their names.
        hearings: the sessions.
    """
    heard = _in(hearings, SessionKind.INTERVIEW) | {each.id for each in participants if each.interviewed}
    talking = _in(hearings, SessionKind.DISCUSSION) | {each.id for each in participants if each.discusses}

    def counted(sort: SampleSort, id_: str, name: str, of: Callable[[Participant], str]) -> SampleRow:
        people = [each for each in participants if of(each) == id_]
        ids = {each.id for each in people}
        asked = sum(each.asked for each in people)
        return SampleRow(sort, id_, name, len(people), asked, len(ids & heard), len(ids & talking))

    known = sorted((each for each in items if each.in_scope), key=lambda each: each.name.casefold())
    rows: list[SampleRow] = []
    for sort, scope, of in (
        (SampleSort.UNIT, ScopeSort.UNIT, _unit),
        (SampleSort.SERVICE, ScopeSort.SERVICE, _service),
    ):
        found = [counted(sort, each.id, each.name, of) for each in known if each.sort is scope]
        rows += [*found, *_unsaid(counted(sort, "", "", of), found)]
    for sort, of in ((SampleSort.GROUP, _group), (SampleSort.ROLE, _role)):
        names = sorted({of(each) for each in participants} - {""}, key=str.casefold)
        found = [counted(sort, name, name, of) for name in names]
        rows += [*found, *_unsaid(counted(sort, "", "", of), found)]
    return (*rows, *(_of_area(area, name, hearings) for area, name in areas.items()))


def _of_area(area: Ref, name: str, hearings: Sequence[Hearing]) -> SampleRow:
    about = [each for each in hearings if area in each.areas]
    people = frozenset[str]().union(*(each.participants for each in about))
    interviewed, discussing = (len(_in(about, kind)) for kind in (SessionKind.INTERVIEW, SessionKind.DISCUSSION))
    return SampleRow(SampleSort.AREA, str(area), name, len(people), None, interviewed, discussing)


def _unsaid(row: SampleRow, found: Sequence[SampleRow]) -> list[SampleRow]:
    """Those of whom it is not said, where it is said of others."""
    return [row] if found and row.people else []


def _in(hearings: Iterable[Hearing], kind: SessionKind) -> set[str]:
    return {person for each in hearings if each.kind is kind for person in each.participants}


def _unit(participant: Participant) -> str:
    return participant.unit


def _service(participant: Participant) -> str:
    return participant.service


def _group(participant: Participant) -> str:
    return participant.group


def _role(participant: Participant) -> str:
    return participant.role
