"""Action items: what is to be improved, by whom and until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.measures import checked
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.planning.aims import aim_of
from desktop.model.planning.proposals import Proposal
from desktop.model.records import Action, ActionStatus, FindingAction, Measure


class Actions:
    """The action items."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[Action]:
        """Every action item, by number."""
        return sorted(self._desk.store.all(Action), key=lambda action: (action.number, action.id))

    def get(self, action: str) -> Action:
        """One action item.

        Raises:
            RefusalError: ``action.unknown``.
        """
        found = self._desk.store.get(Action, action)
        if found is None:
            raise RefusalError("action.unknown", action=action)
        return found

    def add(self, title: str, *, finding: str = "", **cells: object) -> str:
        """Add an action item; `cells` are further fields of `Action`. Returns its new id.

        Args:
            title: what is to be done.
            finding: id of the finding that it came of; empty for none.
            cells: the further fields.

        Raises:
            RefusalError: ``action.title_missing``, ``part.unknown``.
        """
        if not title.strip():
            raise RefusalError("action.title_missing")
        self._refuse_unknown_aim(cells, Action(id=""))
        action = new_id()
        number = self._desk.store.highest(Action, "number") + 1
        with self._desk.step("action.add", number=number, title=title.strip()) as step:
            step.draft.put(Action, action, number=number, title=title.strip(), **cells)
            if finding:
                step.draft.put(FindingAction, finding, action, taken=True)
        return action

    def add_proposed(self, proposals: Sequence[Proposal]) -> tuple[str, ...]:
        """Take proposals up in one step, each as an action item with its measures.

        Returns:
            The new ids of the action items in the same order.

        Raises:
            RefusalError: ``action.title_missing``, ``part.unknown``, ``measure.name_missing``,
                ``measure.not_a_number``; then none is added.
        """
        if not proposals:
            return ()
        first = self._desk.store.highest(Action, "number") + 1
        actions, measures = [], []
        for number, proposal in enumerate(proposals, start=first):
            cells = msgspec.structs.asdict(proposal)
            wanted = [checked(msgspec.structs.asdict(measure)) for measure in cells.pop("measures")]
            cells["title"] = proposal.title.strip()
            if not cells["title"]:
                raise RefusalError("action.title_missing")
            self._refuse_unknown_aim(cells, Action(id=""))
            action = new_id()
            actions.append(((action,), {**cells, "number": number}))
            measures += [((new_id(),), {**measure, "action": action}) for measure in wanted]
        last, title = first + len(actions) - 1, actions[0][1]["title"]
        label = "action.add" if first == last else "action.add_several"
        with self._desk.step(label, number=first, title=title, first=first, last=last) as step:
            step.draft.put_many(Action, actions)
            step.draft.put_many(Measure, measures)
        return tuple(action for (action,), _cells in actions)

    def taken(self, model: str) -> dict[str, Action]:
        """The action items of a model by what they improve, which is what a suggestion names."""
        return {action.aim: action for action in self.all() if action.model == model and action.aim}

    def change(self, action: str, **cells: object) -> Changed:
        """Set fields of an action item. Closing it notes the day; opening it again clears it.

        Raises:
            RefusalError: ``action.unknown``, ``action.title_missing``, ``part.unknown``.
        """
        known = self.get(action)
        if "title" in cells and not str(cells["title"]).strip():
            raise RefusalError("action.title_missing")
        self._refuse_unknown_aim(cells, known)
        status = cells.get("status")
        if isinstance(status, ActionStatus) and status.is_open != known.status.is_open and "closed" not in cells:
            cells["closed"] = None if status.is_open else dt.datetime.now().astimezone().date()
        with self._desk.step("action.set", number=known.number, fields=", ".join(sorted(cells))) as step:
            step.draft.put(Action, action, **cells)
        return step.changed

    def remove(self, action: str) -> Changed:
        """Take an action item away, its measures with it; undo brings both back."""
        known = self.get(action)
        with self._desk.step("action.remove", number=known.number) as step:
            step.draft.remove(Action, action)
        return step.changed

    def _refuse_unknown_aim(self, cells: Mapping[str, object], known: Action) -> None:
        """What an action improves must be in its model."""
        model, aim = (str(cells.get(name, getattr(known, name))) for name in ("model", "aim"))
        if aim and aim_of(self._desk.pack(model), aim) is None:
            raise RefusalError("part.unknown", part=aim, model=model)
