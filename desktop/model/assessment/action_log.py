"""The progress log of action items: what was written down, and how the status went."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import Action, ActionEntry, ActionStatus


class LogLine(Struct, frozen=True):
    """One thing that happened to an action.

    Attributes:
        day: when.
        by: who says so, or who changed the status.
        text: what was written down; empty for a change of the status.
        status: the status that it then had; None for what was written down.
        entry: id of what was written down; empty for a change of the status.
        reopened: the status was closed before and is open.
    """

    day: dt.date | None
    by: str
    text: str = ""
    status: ActionStatus | None = None
    entry: str = ""
    reopened: bool = False


class ActionLog:
    """What is written down about how actions go on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def entries(self) -> list[ActionEntry]:
        """What was written down about actions that are there, by day."""
        known = {each.id for each in self._desk.store.all(Action)}
        found = (each for each in self._desk.store.all(ActionEntry) if each.action in known)
        return sorted(found, key=lambda each: (each.day or dt.date.max, each.id))

    def of(self, action: str) -> list[LogLine]:
        """All that happened to an action, the newest first: what was written down, and each change of its status."""
        lines = [
            LogLine(each.day, each.by, each.text, entry=each.id)
            for each in self._desk.store.all(ActionEntry, action=action)
        ]
        for told in self._desk.store.history(Action, action):
            if told.change.cell != "status" or told.change.after is None:
                continue
            now = ActionStatus(str(told.change.after))
            before = ActionStatus(str(told.change.before)) if told.change.before else now
            day = told.step.at.astimezone().date()
            reopened = now.is_open and not before.is_open
            lines.append(LogLine(day, told.step.author, status=now, reopened=reopened))
        return sorted(lines, key=lambda line: line.day or dt.date.max, reverse=True)

    def write(self, action: str, text: str, *, day: dt.date | None = None, by: str = "") -> str:
        """Write something down; returns its new id.

        Args:
            action: id of the action item.
            text: what is to be known.
            day: when it was so; today without one.
            by: who says so; the author of the step without one.

        Raises:
            RefusalError: ``action.unknown``, ``action_entry.empty``.
        """
        known, entry = self._number(action), new_id()
        if not text.strip():
            raise RefusalError("action_entry.empty")
        when = day or dt.datetime.now().astimezone().date()
        with self._desk.step("action_entry.add", action=known) as step:
            said = {"day": when, "by": by.strip() or self._desk.store.author, "text": text.strip()}
            step.draft.put(ActionEntry, entry, action=action, **said)
        return entry

    def change(self, entry: str, **cells: object) -> Changed:
        """Set fields of what was written down.

        Raises:
            RefusalError: ``action_entry.unknown``, ``action_entry.empty``.
        """
        known = self._get(entry)
        if "text" in cells and not str(cells["text"]).strip():
            raise RefusalError("action_entry.empty")
        with self._desk.step("action_entry.set", action=self._number(known.action)) as step:
            step.draft.put(ActionEntry, entry, **cells)
        return step.changed

    def remove(self, entry: str) -> Changed:
        """Take what was written down away.

        Raises:
            RefusalError: ``action_entry.unknown``.
        """
        with self._desk.step("action_entry.remove", action=self._number(self._get(entry).action)) as step:
            step.draft.remove(ActionEntry, entry)
        return step.changed

    def _get(self, entry: str) -> ActionEntry:
        found = self._desk.store.get(ActionEntry, entry)
        if found is None:
            raise RefusalError("action_entry.unknown")
        return found

    def _number(self, action: str) -> int:
        found = self._desk.store.get(Action, action)
        if found is None:
            raise RefusalError("action.unknown", action=action)
        return found.number
