"""Action items: what is to be improved, by whom and until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from desktop.model.assessment.action_cells import checked_cells, turn_of
from desktop.model.assessment.action_links import tag_text
from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.measures import checked
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.planning.aims import aim_of
from desktop.model.planning.proposals import Proposal
from desktop.model.records import Action, ActionEffect, ActionTag, FindingAction, Measure, Milestone


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
            RefusalError: ``part.unknown``, ``milestone.unknown``, those of `checked_cells`.
        """
        kept = self._checked({**cells, "title": title}, Action(id=""))
        action = new_id()
        number = self._desk.store.highest(Action, "number") + 1
        with self._desk.step("action.add", number=number, title=str(kept["title"])) as step:
            step.draft.put(Action, action, number=number, **kept)
            if finding:
                step.draft.put(FindingAction, finding, action, taken=True)
        return action

    def add_proposed(self, proposals: Sequence[Proposal]) -> tuple[str, ...]:
        """Take proposals up in one step, each as an action item with its measures and expected effects.

        Returns:
            The new ids of the action items in the same order.

        Raises:
            RefusalError: ``part.unknown``, ``measure.name_missing``, ``measure.not_a_number``, those of
                `checked_cells`; then none is added.
        """
        if not proposals:
            return ()
        first = self._desk.store.highest(Action, "number") + 1
        actions, measures, effects = [], [], []
        for number, proposal in enumerate(proposals, start=first):
            cells = msgspec.structs.asdict(proposal)
            wanted = [checked(msgspec.structs.asdict(measure)) for measure in cells.pop("measures")]
            expected = cells.pop("effects")
            kept = self._checked(cells, Action(id=""))
            action = new_id()
            actions.append(((action,), {**kept, "number": number}))
            measures += [((new_id(),), {**measure, "action": action}) for measure in wanted]
            for effect in expected:
                self._refuse_unknown(effect.model, effect.part)
                effects.append(((action, effect.model, effect.part), {"expected": True}))
        last, title = first + len(actions) - 1, str(actions[0][1]["title"])
        label = "action.add" if first == last else "action.add_several"
        with self._desk.step(label, number=first, title=title, first=first, last=last) as step:
            step.draft.put_many(Action, actions)
            step.draft.put_many(Measure, measures)
            step.draft.put_many(ActionEffect, effects)
        return tuple(action for (action,), _cells in actions)

    def taken(self, model: str) -> dict[str, Action]:
        """The action items of a model by what they improve, which is what a suggestion names."""
        return {action.aim: action for action in self.all() if action.model == model and action.aim}

    def change(self, action: str, **cells: object) -> Changed:
        """Set fields of an action item; see `checked_cells` for what follows from a new status.

        Raises:
            RefusalError: ``action.unknown``, ``part.unknown``, ``milestone.unknown``, those of `checked_cells`.
        """
        known = self.get(action)
        kept = self._checked(cells, known)
        turn, label = turn_of(kept, known), "action.set"
        if turn is not None:
            label = "action.reopen" if turn.is_open else "action.done" if turn.is_done else "action.drop"
        with self._desk.step(label, number=known.number, fields=", ".join(sorted(cells))) as step:
            step.draft.put(Action, action, **kept)
        return step.changed

    def change_several(
        self, actions: Iterable[str], *, tags: Mapping[str, bool] | None = None, **cells: object
    ) -> Changed:
        """Set the same fields of several action items in one step; if one is refused, none changes.

        Args:
            actions: their ids.
            tags: tags to give them, or with False to take off.
            cells: fields of `Action`.

        Raises:
            RefusalError: as `change`; ``tag.empty``.
        """
        known = [self.get(action) for action in dict.fromkeys(actions)]
        kept = [((each.id,), self._checked(cells, each)) for each in known]
        said = {tag_text(tag): given for tag, given in (tags or {}).items()}
        tagged = [((each.id, tag), {"tagged": given}) for each in known for tag, given in said.items()]
        if not cells:
            with self._desk.step("action.tag", count=len(known), tags=", ".join(said)) as step:
                step.draft.put_many(ActionTag, tagged)
            return step.changed
        fields = ", ".join(sorted(cells))
        with self._desk.step("action.set_several", count=len(known), fields=fields) as step:
            step.draft.put_many(Action, kept)
            step.draft.put_many(ActionTag, tagged)
        return step.changed

    def remove(self, action: str) -> Changed:
        """Take an action item away, its measures with it; undo brings both back."""
        known = self.get(action)
        with self._desk.step("action.remove", number=known.number) as step:
            step.draft.remove(Action, action)
        return step.changed

    def _checked(self, cells: Mapping[str, object], known: Action) -> dict[str, object]:
        model, aim = (str(cells.get(name, getattr(known, name))) for name in ("model", "aim"))
        if "model" in cells or "aim" in cells:
            self._refuse_unknown(model, aim)
        milestone = str(cells.get("milestone", ""))
        if milestone and self._desk.store.get(Milestone, milestone) is None:
            raise RefusalError("milestone.unknown")
        return checked_cells(cells, known)

    def _refuse_unknown(self, model: str, aim: str) -> None:
        """What an action improves must be in its model."""
        if aim and aim_of(self._desk.pack(model), aim) is None:
            raise RefusalError("part.unknown", part=aim, model=model)
