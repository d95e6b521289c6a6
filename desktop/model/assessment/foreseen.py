"""What the open assessment would result in once actions are done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from desktop.model.assessment.action_links import ActionLinks
from desktop.model.assessment.desk import Desk
from desktop.model.assessment.results import Results
from desktop.model.planning.predicted import predicted
from desktop.model.records import Action, ActionStatus
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

    def by_days(self, model: str, days: Sequence[dt.date]) -> tuple[ModelResult, ...]:
        """The result of a model at the end of each of these days, if every action is done by its due date.

        What is done already counts on each; what was dropped or has no due date, on none.

        Args:
            model: id of the model.
            days: one after the other.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        effects = self._links.effects()
        serving = [
            action
            for action in self._desk.store.all(Action)
            if action.status is not ActionStatus.DROPPED
            and any(ref.model == model for ref in effects.get(action.id, ()))
        ]
        found: dict[frozenset[str], ModelResult] = {}
        asked = [
            frozenset(
                action.id
                for action in serving
                if action.status.is_done or (action.due is not None and action.due <= day)
            )
            for day in days
        ]
        for actions in asked:
            if actions not in found:
                found[actions] = self.of(model, actions)
        return tuple(found[actions] for actions in asked)
