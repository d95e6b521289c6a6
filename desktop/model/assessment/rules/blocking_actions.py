"""Which suggestions are worth an action: what is wanting where it stands before the next level."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.model.maturity.pack import Pack
from desktop.model.planning.suggestions import ActionProposal, suggestions
from desktop.model.records import Action
from desktop.model.scoring.results import ModelResult


def worth_an_action(pack: Pack, result: ModelResult, actions: Iterable[Action]) -> list[ActionProposal]:
    """All that is judged to be wanting in a place that blocks the next level and has no action yet.

    The places with the least work come first, as the engine orders its blockers. What is merely not judged is left
    alone: judging comes before improving.
    """
    known = {action.aim for action in actions if action.model == pack.id}
    blocking = {blocker.place for blocker in result.level.blockers}
    return [found for found in suggestions(pack, result) if found.place in blocking and found.part not in known]
