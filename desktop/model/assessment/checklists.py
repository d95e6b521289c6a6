"""Checklists of the phases: items that come with the program, the team's own, and how it stands with each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.planning.checklists import READY_MADE, CheckLine, ModelItem, check_lines
from desktop.model.records import (
    BudgetLine,
    ChecklistItem,
    ChecklistTick,
    CheckState,
    Details,
    Form,
    Member,
    Model,
    Participant,
    Phase,
    ScopeItem,
    SessionKind,
    TeamSession,
)


class Checklists:
    """What is to be thought of, and what of it is done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self) -> tuple[CheckLine, ...]:
        """Every item with how it stands, phase by phase."""
        store = self._desk.store
        shown = dict.fromkeys(self._shown(), True)
        return check_lines(store.all(ChecklistItem), store.all(ChecklistTick), shown, self._of_models())

    def add(self, phase: Phase, text: str) -> str:
        """Add an item of the team's own; returns its new id.

        Raises:
            RefusalError: ``checklist.empty``.
        """
        kept = _said(text)
        item = new_id()
        with self._desk.step("checklist_item.add", name=kept) as step:
            step.draft.put(ChecklistItem, item, phase=phase, text=kept)
        return item

    def reword(self, item: str, text: str) -> Changed:
        """Say an item of the team's own in other words.

        Raises:
            RefusalError: ``checklist.unknown``, ``checklist.empty``.
        """
        self._own(item)
        kept = _said(text)
        with self._desk.step("checklist_item.set", name=kept) as step:
            step.draft.put(ChecklistItem, item, text=kept)
        return step.changed

    def remove(self, item: str) -> Changed:
        """Take an item of the team's own off its list.

        Raises:
            RefusalError: ``checklist.unknown``.
        """
        with self._desk.step("checklist_item.remove", name=self._own(item).text) as step:
            step.draft.remove(ChecklistItem, item)
        return step.changed

    def tick(self, item: str, state: CheckState, day: dt.date, member: str = "") -> Changed:
        """Say how it stands with an item.

        Args:
            item: as `CheckLine` names it.
            state: of it.
            day: on which that is said.
            member: who of the team says so; empty where that is not known.

        Raises:
            RefusalError: ``checklist.unknown``, ``member.unknown``.
        """
        ready_made = any(item in names for names in READY_MADE.values())
        if not (ready_made or any(item == each.item for each in self._of_models())):
            self._own(item)
        if member and self._desk.store.get(Member, member) is None:
            raise RefusalError("member.unknown", member=member)
        said: dict[str, object] = {"state": state, "day": day, "member": member}
        if state is CheckState.OPEN:
            said |= {"day": None, "member": ""}
        with self._desk.step("checklist_tick.set", item=item, state=state.value) as step:
            step.draft.put(ChecklistTick, item, **said)
        return step.changed

    def _of_models(self) -> list[ModelItem]:
        """What the models in use ask for, in their order."""
        packs = [self._desk.pack(each.id) for each in self._desk.store.all(Model)]
        return [
            ModelItem(f"{pack.id}:{each.id}", each.phase, each.text, pack.name)
            for pack in packs
            for each in pack.checklist
        ]

    def _own(self, item: str) -> ChecklistItem:
        found = self._desk.store.get(ChecklistItem, item)
        if found is None:
            raise RefusalError("checklist.unknown")
        return found

    def _shown(self) -> Iterator[str]:
        """The ready-made items that the records show to be done."""
        store = self._desk.store
        details, sessions = store.get(Details, "assessment") or Details(), store.all(TeamSession)
        team = store.all(Member)
        said = {
            "sponsor": details.sponsor,
            "goals": details.goals,
            "model": store.all(Model),
            "scope": store.all(ScopeItem),
            "team": len(team) > 1,
            "independence": team and all(member.independence for member in team),
            "budget": store.all(BudgetLine) or details.budget,
            "participants": store.all(Participant),
            "confidentiality": details.confidentiality,
            "schedule": any(session.kind is SessionKind.KICK_OFF for session in sessions),
            "questionnaires": any(form.sent for form in store.all(Form)),
        }
        yield from (name for name, shown in said.items() if shown)


def _said(text: str) -> str:
    kept = " ".join(text.split())
    if not kept:
        raise RefusalError("checklist.empty")
    return kept
