"""The open actions in the order of the method that the team has chosen."""

from __future__ import annotations

from desktop.model.assessment.decimals import number
from desktop.model.assessment.desk import Desk
from desktop.model.assessment.models import Models
from desktop.model.assessment.results import Results
from desktop.model.journal import Changed
from desktop.model.planning.aims import place_of
from desktop.model.planning.gaps import Gap, gaps
from desktop.model.planning.priorities import Weighable, Weighed, in_order
from desktop.model.records import Action, Details, PriorityMethod


class Priorities:
    """Which of the open actions go first."""

    def __init__(self, desk: Desk, models: Models, results: Results) -> None:
        self._desk = desk
        self._models = models
        self._results = results

    def method(self) -> PriorityMethod:
        """By what the team puts its actions in order."""
        details = self._desk.store.get(Details, "assessment")
        return details.priority_method if details else PriorityMethod.FORMULA

    def choose(self, method: PriorityMethod) -> Changed:
        """Put the actions in order by another method."""
        with self._desk.step("details.set", fields="priority_method") as step:
            step.draft.put(Details, "assessment", priority_method=method)
        return step.changed

    def open(self) -> tuple[Weighed, ...]:
        """The open actions, what goes first, first; see `in_order`."""
        return in_order(self.method(), self._weighable())

    def _weighable(self) -> list[Weighable]:
        packs = {each.id: each.pack for each in self._models.all()}
        known: dict[tuple[str, str], Gap] = {}
        before: set[tuple[str, str]] = set()
        for model in packs:
            result = self._results.of(model)
            known |= {(gap.model, gap.place): gap for gap in gaps(self._results.given(model), result)}
            before |= {(model, blocker.place) for blocker in result.level.blockers}
        found = []
        for action in self._desk.store.all(Action):
            if action.status.is_open:
                place = action.model, place_of(packs.get(action.model), action.aim)
                found.append(_weighable(action, known.get(place), blocks=place in before))
        return found


def _weighable(action: Action, gap: Gap | None, *, blocks: bool) -> Weighable:
    return Weighable(
        action=action.id,
        number=action.number,
        due=action.due,
        blocks=blocks,
        importance=gap.importance if gap else None,
        gap=gap.gap if gap else None,
        effort=number(action.effort),
        impact=action.impact,
        value=action.value,
        urgency=action.urgency,
        opportunity=action.opportunity,
        size=action.size,
    )
