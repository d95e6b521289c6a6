"""Actions worth proposing, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.model.assessment.models import ModelInUse
from desktop.model.assessment.rules.blocking_actions import worth_an_action
from desktop.model.planning.proposals import Proposal
from desktop.model.records import Action
from desktop.model.scoring.results import ModelResult
from desktop.wording import planning


def proposals(
    models: Iterable[ModelInUse], results: Iterable[ModelResult], actions: Sequence[Action]
) -> list[Proposal]:
    """An action for all that is worth one; see `worth_an_action`."""
    packs = {in_use.id: in_use.pack for in_use in models}
    return [
        planning.as_proposal(found, packs[result.model])
        for result in results
        for found in worth_an_action(packs[result.model], result, actions)
    ]
