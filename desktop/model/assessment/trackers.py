"""Trackers: what one is made from, what one that came back would change, and taking that in one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from desktop.model.assessment.action_cells import checked_cells
from desktop.model.assessment.action_links import ActionLinks
from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.measures import Measures
from desktop.model.assessment.rules.need_chains import chain_between
from desktop.model.assessment.rules.readings import reading_on
from desktop.model.assessment.tracked import DAYS, ReturnedTracker, Texts, Tracked, plain, plain_number, texts_of
from desktop.model.assessment.tracker_comparison import (
    ChangeSort,
    Comparison,
    Standing,
    Standings,
    TrackerChange,
    compare,
)
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed, StepId
from desktop.model.records import Action, ActionEntry, ActionNeed, ActionStatus, KeptConflict, Priority, Reading, Record

_Rows = list[tuple[tuple[str, ...], Mapping[str, object]]]


class Trackers:
    """What sponsor and owners say about the actions in a workbook."""

    def __init__(self, desk: Desk, links: ActionLinks, measures: Measures) -> None:
        self._desk = desk
        self._links = links
        self._measures = measures

    def state(self) -> StepId | None:
        """The newest step, by which a tracker tells from what state it was made."""
        newest = self._desk.store.steps(1)
        return newest[0].id if newest else None

    def made_here(self, tracker: ReturnedTracker) -> bool:
        """Whether a tracker was made from a state of this file; another copy of the assessment has steps of its own."""
        return tracker.step is None or any(step.id == tracker.step for step in self._desk.store.steps())

    def compare(self, tracker: ReturnedTracker) -> Comparison:
        """What taking it would change, as things stand now.

        Raises:
            RefusalError: ``tracker.other_assessment`` with ``file``.
        """
        if tracker.assessment and tracker.assessment != self._desk.store.about()["id"]:
            raise RefusalError("tracker.other_assessment", file=tracker.file)
        return compare(tracker, self._standings())

    def take(
        self,
        tracker: ReturnedTracker,
        changes: Sequence[TrackerChange],
        *,
        kept: Sequence[TrackerChange] = (),
        day: dt.date | None = None,
    ) -> Changed:
        """Take changes that `compare` found, in one step, and remember which were not wanted.

        Args:
            tracker: what they stand in.
            changes: those that are wanted.
            kept: conflicts in which the team keeps to what stands there; the same is not asked again.
            day: the day on which it came back, for the progress log; today without one.

        Raises:
            RefusalError: those of `checked_cells`; ``action.circle``: without the others, these changes would let
                actions wait for each other; then nothing is taken.
        """
        taking = _Taking(self._desk, tracker.file, day or dt.datetime.now().astimezone().date())
        for change in changes:
            taking.add(change)
        taking.close()
        if not changes:
            return self._keep(tracker, kept)
        with self._desk.step("tracker.take", file=tracker.file, count=len(changes)) as step:
            for kind, rows in taking.rows.items():
                step.draft.put_many(kind, rows)
            step.draft.put_many(KeptConflict, _kept_rows(kept))
        return step.changed

    def _keep(self, tracker: ReturnedTracker, kept: Sequence[TrackerChange]) -> Changed:
        with self._desk.step("tracker.keep", file=tracker.file, count=len(kept)) as step:
            step.draft.put_many(KeptConflict, _kept_rows(kept))
        return step.changed

    def _standings(self) -> Standings:
        needs, comments = self._links.needs(), dict[str, set[str]]()
        for entry in self._desk.store.all(ActionEntry):
            comments.setdefault(entry.action, set()).add(plain(entry.text))
        actions = {
            each.id: Standing(each.number, texts_of(each, needs.get(each.id, ())), frozenset(comments.get(each.id, ())))
            for each in self._desk.store.all(Action)
        }
        numbers = {id_: each.number for id_, each in actions.items()}
        found = self._measures.all()
        return Standings(
            actions,
            {each.measure.id: (each.measure.name, numbers[each.measure.action]) for each in found},
            {
                (each.measure.id, reading.day): plain_number(reading.value)
                for each in found
                for reading in each.readings
                if reading.day is not None and reading.value
            },
            {f"{each.subject}/{each.what}": (each.said, each.stood) for each in self._desk.store.all(KeptConflict)},
        )


def _kept_rows(kept: Sequence[TrackerChange]) -> _Rows:
    return [(tuple(change.key.split("/")), {"said": change.new, "stood": change.now}) for change in kept]


class _Taking:
    """Turns changes into cells of records."""

    def __init__(self, desk: Desk, file: str, day: dt.date) -> None:
        self._desk, self._file, self._day = desk, file, day
        self._known = {each.id: each for each in desk.store.all(Action)}
        self._needs = {each: set[str]() for each in self._known}
        for need in desk.store.all(ActionNeed):
            if need.needed and need.action in self._known:
                self._needs[need.action].add(need.needs)
        self._cells: dict[str, dict[str, object]] = {}
        self._reasons: dict[str, str] = {}
        self._waiting: list[str] = []
        self._next = desk.store.highest(Action, "number") + 1
        self.rows: dict[type[Record], _Rows] = {}

    def add(self, change: TrackerChange) -> None:
        """Take a change up."""
        match change.sort:
            case ChangeSort.CELL:
                assert change.cell is not None
                self._set(change.subject, {change.cell: change.new})
                self._reasons.setdefault(change.subject, change.cells.get(Tracked.COMMENT, ""))
            case ChangeSort.NEW:
                self._known[change.subject] = Action(id=change.subject)
                self._cells[change.subject] = {"number": self._next}
                self._next += 1
                self._set(change.subject, change.cells)
                self._write(change.subject, change.cells.get(Tracked.COMMENT, ""))
            case ChangeSort.COMMENT:
                self._write(change.subject, change.new)
            case ChangeSort.READING:
                self._read(change)

    def close(self) -> None:
        """Make rows of what was taken up, with what follows from it."""
        for action in self._waiting:
            self._refuse_circle(action)
        for action, cells in self._cells.items():
            if cells.get("status") is ActionStatus.DROPPED:
                cells["dropped_because"] = self._reasons.get(action, "")
            self._put(Action, (action,), checked_cells(cells, self._known[action]))

    def _set(self, action: str, texts: Texts) -> None:
        cells = self._cells.setdefault(action, {})
        for cell, text in texts.items():
            if cell is Tracked.NEEDS:
                self._wait(action, set(text.split()))
            elif cell is not Tracked.COMMENT:
                cells[cell.value] = _value(cell, text)

    def _wait(self, action: str, needs: set[str]) -> None:
        before = self._needs.get(action, set())
        for other in sorted(before - needs):
            self._put(ActionNeed, (action, other), {"needed": False})
        for other in sorted(needs - before):
            self._put(ActionNeed, (action, other), {"needed": True})
        self._needs[action] = needs
        self._waiting.append(action)

    def _refuse_circle(self, action: str) -> None:
        for other in self._needs[action]:
            if chain := chain_between(self._needs, other, action):
                number = self._number(action)
                told = " → ".join(map(self._number, (action, *chain)))
                raise RefusalError("action.circle", number=number, needs=self._number(other), chain=told)

    def _number(self, action: str) -> str:
        known = self._known.get(action)
        return str(known.number if known and known.number else self._cells.get(action, {}).get("number", 0))

    def _write(self, action: str, text: str) -> None:
        if text:
            self._reasons[action] = text
            said = {"action": action, "day": self._day, "by": self._file, "text": text}
            self._put(ActionEntry, (new_id(),), said)

    def _read(self, change: TrackerChange) -> None:
        assert change.day is not None
        before = reading_on(change.day, self._desk.store.all(Reading, measure=change.subject))
        said = {"measure": change.subject, "day": change.day, "value": change.new}
        note = change.cells.get(Tracked.COMMENT, "")
        self._put(Reading, (before.id if before else new_id(),), {**said, **({"note": note} if note else {})})

    def _put(self, kind: type[Record], key: tuple[str, ...], cells: Mapping[str, object]) -> None:
        self.rows.setdefault(kind, []).append((key, cells))


def _value(cell: Tracked, text: str) -> object:
    """What a cell of an action holds, from its text."""
    if cell in DAYS:
        return dt.date.fromisoformat(text) if text else None
    match cell:
        case Tracked.PRIORITY:
            return Priority(text)
        case Tracked.STATUS:
            return ActionStatus(text)
        case Tracked.PERCENT:
            return int(text)
        case _:
            return text
