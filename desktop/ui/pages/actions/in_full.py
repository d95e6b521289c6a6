"""All that the window tells of one action, read at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.assessment.action_log import LogLine
from desktop.model.assessment.models import ModelInUse
from desktop.model.assessment.standing import Standing
from desktop.model.maturity.refs import Ref
from desktop.model.planning.priorities import Weighed
from desktop.model.records import Action, Finding, Milestone, PriorityMethod

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class ActionInFull(Struct, frozen=True):
    """An action with all that it is tied to.

    Attributes:
        actions: every action, by number.
        needs: ids of those it waits for.
        needed_by: ids of those that wait for it.
        effects: what it is expected to change, its aim first.
        findings: what it came of.
        every_finding: the findings that there are.
        log: what happened to it, the newest first.
        method: by which actions are put in order.
        weighed: what the method makes of it, and its place among all; None for one that is closed.
        currency: in which costs are told.
    """

    action: Action
    models: Sequence[ModelInUse]
    actions: Sequence[Action]
    measures: Sequence[Standing]
    milestones: Sequence[Milestone]
    needs: tuple[str, ...]
    needed_by: tuple[str, ...]
    effects: tuple[Ref, ...]
    tags: tuple[str, ...]
    known_tags: tuple[str, ...]
    findings: tuple[Finding, ...]
    every_finding: Sequence[Finding]
    log: Sequence[LogLine]
    method: PriorityMethod
    weighed: tuple[int, int, Weighed] | None
    currency: str

    @property
    def packs(self) -> dict[str, ModelInUse]:
        """The models in use by id."""
        return {in_use.id: in_use for in_use in self.models}

    def called(self, action: str) -> str:
        """Another action by its number and title."""
        found = next((each for each in self.actions if each.id == action), None)
        return f"{found.number} {found.title}" if found else ""


def read_in_full(assessment: Assessment, action: Action, weighed: Sequence[Weighed]) -> ActionInFull:
    """Read all that is told of an action.

    Args:
        assessment: the open one.
        action: the action.
        weighed: the open actions in their order.
    """
    links = assessment.action_links
    needs, tags = links.needs(), links.tags()
    place = next((place for place, found in enumerate(weighed, start=1) if found.of.action == action.id), 0)
    return ActionInFull(
        action=action,
        models=assessment.models.all(),
        actions=assessment.actions.all(),
        measures=assessment.measures.of(action.id),
        milestones=assessment.milestones.all(),
        needs=needs.get(action.id, ()),
        needed_by=tuple(each for each, needed in needs.items() if action.id in needed),
        effects=links.effects().get(action.id, ()),
        tags=tags.get(action.id, ()),
        known_tags=tuple(sorted({tag for each in tags.values() for tag in each})),
        findings=links.findings().get(action.id, ()),
        every_finding=assessment.findings.all(),
        log=assessment.action_log.of(action.id),
        method=assessment.priorities.method(),
        weighed=(place, len(weighed), weighed[place - 1]) if place else None,
        currency=assessment.preparation.details().currency,
    )
