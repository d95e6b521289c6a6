"""A finding is for the report no more once it says something else, or something it rests on does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.model.assessment.rules.consequences import Consequence, Surroundings
from desktop.model.assessment.rules.giveaways import Giveaway, giveaways
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
    ScopeItem,
)

_WORDED = ("text", "tone")
_TELLING = {
    "finding": (*_WORDED, "final"),
    "finding_observation": ("kept",),
    "observation": ("state", PRESENT),
    "participant": ("group", "unit", "number", PRESENT),
    "scope_item": ("name",),
    "identity": ("name", "email"),
    "details": ("threshold",),
}
"""By kind, the cells on which it depends whether a finding may be told."""


def unmark_findings(changes: Sequence[Change], around: Surroundings) -> Iterator[Consequence]:
    """Take findings out of the report: those reworded, those that name somebody, those not borne out any more."""
    if not loosened(changes) and not any(each.cell in _TELLING.get(each.kind, ()) for each in changes):
        return
    reworded = {each.row for each in changes if each.kind == "finding" and each.cell in _WORDED and each.before}
    valid = valid_observations(around)
    for finding in around.all(Finding):
        if finding.id in reworded:
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
    threshold = next(iter(around.all(Details)), Details()).threshold
    units = {each.id: each.name for each in around.all(ScopeItem)}
    return giveaways(text, around.all(Participant), around.all(Identity), threshold, units)
