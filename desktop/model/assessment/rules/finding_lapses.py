"""A finding is for the report no more once it says something else, or something it rests on does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec.structs import replace

from desktop.model.assessment.rules.consequences import Consequence, Surroundings
from desktop.model.assessment.rules.giveaways import Giveaway, GiveawaySort, giveaways
from desktop.model.assessment.rules.observation_lapses import PRESENT, loosened
from desktop.model.journal import Change
from desktop.model.records import (
    Details,
    Finding,
    FindingObservation,
    Identity,
    Observation,
    ObservationState,
    Participant,
    Record,
    ScopeItem,
)

R = TypeVar("R", bound=Record)

_WORDED = ("text", "tone")
TELLING = {
    "finding": (*_WORDED, "final"),
    "finding_observation": ("kept",),
    "observation": ("state", PRESENT),
    "participant": ("group", "unit", "number", PRESENT),
    "scope_item": ("name",),
    "identity": ("name", "email"),
    "details": ("threshold",),
}
"""By kind, the cells on which it depends whether a finding may be told."""

_WHO = frozenset({"participant", "scope_item", "identity", "details"})
"""The kinds among these on which it depends whom a text names."""


def unmark_findings(changes: Sequence[Change], around: Surroundings) -> Iterator[Consequence]:
    """Take findings out of the report: those reworded, those that name somebody, those not borne out any more.

    That a text gives nobody away was said of what it named then; once it names somebody else too, it is open again.
    """
    if not loosened(changes) and not any(each.cell in TELLING.get(each.kind, ()) for each in changes):
        return
    reworded = {each.row for each in changes if each.kind == "finding" and each.cell in _WORDED and each.before}
    valid = valid_observations(around)
    for finding in around.all(Finding):
        if finding.id in reworded or (finding.names_nobody and named_anew(finding.text, changes, around)):
            yield Consequence(Finding, (finding.id,), {"final": False, "names_nobody": False})
        elif finding.final:
            named = () if finding.names_nobody else named_in(finding.text, around)
            if named or not rests_on_valid(finding.id, valid, around):
                yield Consequence(Finding, (finding.id,), {"final": False})


def valid_observations(around: Surroundings) -> frozenset[str]:
    """Ids of the observations that are valid."""
    return frozenset(each.id for each in around.all(Observation) if each.state is ObservationState.VALID)


def rests_on_valid(finding: str, valid: frozenset[str], around: Surroundings) -> bool:
    """Whether a finding rests on valid observations and on no others."""
    kept = {each.observation for each in around.all(FindingObservation, finding=finding) if each.kept}
    return bool(kept) and kept <= valid


def named_in(text: str, around: Surroundings) -> tuple[Giveaway, ...]:
    """What a text names of those who take part; see `giveaways`."""
    return _named_in(text, (), around)


def named_anew(text: str, changes: Sequence[Change], around: Surroundings) -> bool:
    """Whether a text names somebody now whom it did not name before the changes, or by something else.

    When somebody leaves, any small group that it names counts as named anew: it may have been larger.
    """
    if not any(each.kind in _WHO and each.cell in TELLING[each.kind] for each in changes):
        return False
    before = {(each.found, person) for each in _named_in(text, changes, around) for person in each.people}
    left = any(each.kind == "participant" and each.cell == PRESENT and not each.after for each in changes)
    return any(
        (each.found, person) not in before or (left and each.sort is GiveawaySort.GROUP)
        for each in named_in(text, around)
        for person in each.people
    )


def _named_in(text: str, undone: Sequence[Change], around: Surroundings) -> tuple[Giveaway, ...]:
    """What a text names of those who take part, going by what was said of them before some changes."""
    details = next(_before(Details, undone, around), Details())
    units = {each.id: each.name for each in _before(ScopeItem, undone, around)}
    people, identities = _before(Participant, undone, around), _before(Identity, undone, around)
    return giveaways(text, people, identities, details.threshold, units)


def _before(kind: type[R], undone: Sequence[Change], around: Surroundings) -> Iterator[R]:
    """The records that there are, with what they said before some changes; a new one had said nothing."""
    was: dict[str, dict[str, object]] = {}
    for change in undone:
        if change.kind == kind.declared.name and change.cell in TELLING[change.kind] and change.cell != PRESENT:
            was.setdefault(change.row, {})[change.cell] = change.before
    unsaid = kind(**dict.fromkeys(kind.keys, ""))
    for record in around.all(kind):
        cells = was.get(str(getattr(record, kind.keys[0])), {})
        said = {cell: getattr(unsaid, cell) if value is None else value for cell, value in cells.items()}
        yield replace(record, **said)
