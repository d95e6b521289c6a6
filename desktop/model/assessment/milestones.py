"""Milestones: days by which several actions are to be done."""

from __future__ import annotations

import datetime as dt

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import Action, Milestone


class Milestones:
    """The milestones of the plan."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[Milestone]:
        """Every milestone by its day, those without one last."""
        found = self._desk.store.all(Milestone)
        return sorted(found, key=lambda each: (each.day or dt.date.max, each.title.casefold(), each.id))

    def get(self, milestone: str) -> Milestone:
        """One milestone.

        Raises:
            RefusalError: ``milestone.unknown``.
        """
        found = self._desk.store.get(Milestone, milestone)
        if found is None:
            raise RefusalError("milestone.unknown")
        return found

    def add(self, title: str, day: dt.date | None = None) -> str:
        """Add a milestone; returns its new id.

        Raises:
            RefusalError: ``milestone.nameless``; ``milestone.known``: another one is called so.
        """
        kept, milestone = self._free_title(title), new_id()
        with self._desk.step("milestone.add", name=kept) as step:
            step.draft.put(Milestone, milestone, title=kept, day=day)
        return milestone

    def change(self, milestone: str, **cells: object) -> Changed:
        """Set fields of a milestone.

        Raises:
            RefusalError: ``milestone.unknown``, ``milestone.nameless``, ``milestone.known``.
        """
        known, kept = self.get(milestone), dict(cells)
        if "title" in kept:
            kept["title"] = self._free_title(str(kept["title"]), milestone)
        with self._desk.step("milestone.set", name=known.title, fields=", ".join(sorted(kept))) as step:
            step.draft.put(Milestone, milestone, **kept)
        return step.changed

    def remove(self, milestone: str) -> Changed:
        """Take a milestone away, and off the actions that were to be done for it.

        Raises:
            RefusalError: ``milestone.unknown``.
        """
        known = self.get(milestone)
        with self._desk.step("milestone.remove", name=known.title) as step:
            step.draft.remove(Milestone, milestone)
            for action in self._desk.store.all(Action, milestone=milestone):
                step.draft.put(Action, action.id, milestone="")
        return step.changed

    def _free_title(self, title: str, milestone: str = "") -> str:
        kept = " ".join(title.split())
        if not kept:
            raise RefusalError("milestone.nameless")
        if any(each.title.casefold() == kept.casefold() and each.id != milestone for each in self.all()):
            raise RefusalError("milestone.known", name=kept)
        return kept
