"""What ties action items to each other and to the rest: what they wait for, what they change, tags and findings."""

from __future__ import annotations

from collections import defaultdict

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.rules.need_chains import chain_between, needed_by_action
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.refs import Ref
from desktop.model.planning.aims import aim_of
from desktop.model.records import Action, ActionEffect, ActionNeed, ActionTag, Finding, FindingAction

TAG_LENGTH = 40
"""So many characters has a tag at most."""


class ActionLinks:
    """Needs, expected effects, tags and findings of the action items that are there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def needs(self) -> dict[str, tuple[str, ...]]:
        """By id of an action item that waits, the ids of those it waits for, by number; others are left out."""
        known = self._known()
        found = needed_by_action(self._desk.store.all(ActionNeed), known)
        return {action: tuple(sorted(needed, key=lambda id_: known[id_].number)) for action, needed in found.items()}

    def need(self, action: str, needs: str, *, needed: bool = True) -> Changed:
        """Say that an action item cannot begin before another is done, or no longer.

        Raises:
            RefusalError: ``action.unknown``; ``action.needs_itself``; ``action.circle``, with the numbers of the
                chain of actions, each of which waits for the next.
        """
        known = self._known()
        for each in (action, needs):
            if each not in known:
                raise RefusalError("action.unknown", action=each)
        if action == needs:
            raise RefusalError("action.needs_itself", number=known[action].number)
        if needed and (chain := chain_between(self.needs(), needs, action)):
            told = " → ".join(str(known[each].number) for each in (action, *chain))
            raise RefusalError("action.circle", number=known[action].number, needs=known[needs].number, chain=told)
        numbers = known[action].number, known[needs].number
        with self._desk.step("action.need", number=numbers[0], needs=numbers[1], needed=needed) as step:
            step.draft.put(ActionNeed, action, needs, needed=needed)
        return step.changed

    def effects(self) -> dict[str, tuple[Ref, ...]]:
        """By id of an action item, the parts of models in use that it is expected to change, its aim first."""
        found: dict[str, dict[Ref, None]] = defaultdict(dict)
        for action in self._desk.store.all(Action):
            if action.aim:
                found[action.id][Ref(action.model, action.aim)] = None
        known = self._known()
        said = [each for each in self._desk.store.all(ActionEffect) if each.expected and each.action in known]
        for each in sorted(said, key=lambda effect: (effect.model, effect.part)):
            found[each.action][Ref(each.model, each.part)] = None
        return {action: there for action, refs in found.items() if (there := tuple(filter(self._desk.has, refs)))}

    def expect(self, action: str, effect: Ref, *, expected: bool = True) -> Changed:
        """Say that an action item is expected to change a part of a model besides its aim, or no longer.

        Raises:
            RefusalError: ``action.unknown``; ``part.unknown``; ``model.not_in_use``.
        """
        known = self._get(action)
        if expected and aim_of(self._desk.pack(effect.model), effect.part) is None:
            raise RefusalError("part.unknown", part=effect.part, model=effect.model)
        with self._desk.step("action.expect", number=known.number, part=effect.part, expected=expected) as step:
            step.draft.put(ActionEffect, action, *effect, expected=expected)
        return step.changed

    def tags(self) -> dict[str, tuple[str, ...]]:
        """By id of an action item, its tags in the order of the alphabet."""
        known, found = self._known(), defaultdict[str, list[str]](list)
        for each in self._desk.store.all(ActionTag):
            if each.tagged and each.action in known:
                found[each.action].append(each.tag)
        return {action: tuple(sorted(tags)) for action, tags in found.items()}

    def findings(self) -> dict[str, tuple[Finding, ...]]:
        """By id of an action item, the findings that it came of, by number; see `Discussions.take_up`."""
        known = self._known()
        there = {each.id: each for each in self._desk.store.all(Finding)}
        found = defaultdict[str, list[Finding]](list)
        for each in self._desk.store.all(FindingAction):
            if each.taken and each.action in known and each.finding in there:
                found[each.action].append(there[each.finding])
        return {action: tuple(sorted(all_, key=lambda finding: finding.number)) for action, all_ in found.items()}

    def _known(self) -> dict[str, Action]:
        return {each.id: each for each in self._desk.store.all(Action)}

    def _get(self, action: str) -> Action:
        found = self._desk.store.get(Action, action)
        if found is None:
            raise RefusalError("action.unknown", action=action)
        return found


def tag_text(typed: str) -> str:
    """A tag as it is kept: one line in small letters, without the mark ``#`` that people type before it.

    Raises:
        RefusalError: ``tag.empty``; ``tag.long``.
    """
    kept = " ".join(typed.lstrip("# ").split()).lower()
    if not kept:
        raise RefusalError("tag.empty")
    if len(kept) > TAG_LENGTH:
        raise RefusalError("tag.long", longest=TAG_LENGTH)
    return kept
