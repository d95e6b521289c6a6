"""What the open assessment would result in once actions are done."""

from __future__ import annotations

from collections.abc import Collection

from desktop.model.assessment.action_links import ActionLinks
from desktop.model.assessment.desk import Desk
from desktop.model.assessment.results import Results
from desktop.model.planning.predicted import predicted
from desktop.model.scoring.results import ModelResult


class Foreseen:
    """Results as they would be. Nothing is saved."""

    def __init__(self, desk: Desk, results: Results, links: ActionLinks) -> None:
        self._desk = desk
        self._results = results
        self._links = links

    def of(self, model: str, actions: Collection[str]) -> ModelResult:
        """The result of a model once these actions are done and changed all that they are expected to; see `predicted`.

        Args:
            model: id of the model.
            actions: ids of the action items.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        result = self._results.of(model)
        parts = [
            ref.part
            for id_, refs in self._links.effects().items()
            if id_ in actions
            for ref in refs
            if ref.model == model
        ]
        given, answers = self._results.given(model), self._results.survey(model)
        return predicted(self._desk.pack(model), given, result, parts, answers)
