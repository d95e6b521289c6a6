"""Actions worth proposing: what is wanting where it stands before the next level."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.model.assessment.models import ModelInUse
from desktop.model.planning.proposals import Proposal
from desktop.model.planning.suggestions import suggestions
from desktop.model.records import Action
from desktop.model.scoring.results import ModelResult
from desktop.wording import planning


def proposals(
    models: Iterable[ModelInUse], results: Iterable[ModelResult], actions: Iterable[Action]
) -> list[Proposal]:
    """An action for all that is judged to be wanting in a place that blocks a next level and has no action yet.

    The places with the least work come first, as the engine orders its blockers. What is merely not judged is left
    alone: judging comes before improving.
    """
    packs = {in_use.id: in_use.pack for in_use in models}
    items = list(actions)
    known = {(action.model, action.goal) for action in items if action.goal}
    known |= {(action.model, action.origin.partition(":")[2]) for action in items if action.origin}
    return [
        planning.as_proposal(found, packs[result.model])
        for result in results
        for found in suggestions(packs[result.model], result)
        if found.area in {blocker.area for blocker in result.level.blockers} and (found.model, found.goal) not in known
    ]
