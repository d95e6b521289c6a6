"""What the journal tells: steps, changes, and which step undo or redo would take. Pure values and functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

Cell = str | int | bool | None
Fact = str | int | bool | None


class StepKind(StrEnum):
    """Undo and redo are steps like any other; a note is one that both pass over."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    NOTE = "note"


_KINDS = {kind.value: kind for kind in StepKind}


class StepId(NamedTuple):
    """What tells a step from every other, in this file and in all its copies; the order of steps is that of their ids.

    Attributes:
        clock: logical time; of two steps that knew of each other, the later has the higher clock.
        writer: the opening of the file that wrote it.
    """

    clock: int
    writer: str


class Step(Struct, frozen=True):
    """One step of the journal.

    Attributes:
        clock: with `writer`, its id; see `StepId`.
        kind: edit, undo, redo or note.
        target: the step that is undone or redone.
        label: what was done, as a code; `desktop.wording.steps` has its sentence.
        facts: what the sentence names.
        author: who did it.
        at: when, UTC.
    """

    clock: int
    writer: str
    kind: StepKind
    target: StepId | None
    label: str
    facts: Mapping[str, Fact]
    author: str
    at: dt.datetime

    @property
    def id(self) -> StepId:
        """What tells it from every other."""
        return StepId(self.clock, self.writer)

    @property
    def number(self) -> int:
        """What people call it by: its logical time, which is its place among the steps that knew of each other."""
        return self.clock


class Change(Struct, frozen=True, gc=False):
    """One changed cell: kind of record, its key joined with ``/``, the cell, its value before and after."""

    kind: str
    row: str
    cell: str
    before: Cell
    after: Cell


class CellChange(Struct, frozen=True):
    """An entry in the history of a record: the step and what it changed."""

    step: Step
    change: Change


class Writer(Struct, frozen=True):
    """An opening of the file that wrote to it.

    Attributes:
        seen: the newest steps of others that this one knew of, as the clock of each by its writer; with them it knew
            all that they had seen. See `desktop.model.merging.reach`.
        after: the step of this very file that it went on from: undo goes back over that, and never over what came
            from a copy. None for the first opening.
    """

    id: str
    author: str
    opened: dt.datetime
    seen: Mapping[str, int]
    after: StepId | None = None


class Changed(Struct, frozen=True):
    """What one step changed, for whoever shows it.

    Attributes:
        step: the step; None when nothing was different, or when another program changed the file (then with `kinds`).
        kinds: names of the kinds of record concerned.
        rows: (kind, row) of the records concerned.
        left: those that undo or redo let be, since somebody else has changed them.
    """

    step: Step | None = None
    kinds: frozenset[str] = frozenset()
    rows: frozenset[tuple[str, str]] = frozenset()
    left: frozenset[tuple[str, str]] = frozenset()

    def __or__(self, other: Changed) -> Changed:
        """Both together; the later step counts."""
        return Changed.of((self, other))

    @classmethod
    def of(cls, parts: Iterable[Changed]) -> Changed:
        """All together; the last step counts."""
        every = list(parts)
        return cls(
            next((part.step for part in reversed(every) if part.step is not None), None),
            frozenset().union(*(part.kinds for part in every)),
            frozenset().union(*(part.rows for part in every)),
            frozenset().union(*(part.left for part in every)),
        )


Trail = tuple[()] | tuple[StepId, "Trail"]
"""Steps one upon the other, the newest first; what is beneath is shared, so going on costs the same however many."""


class Stacks(Struct, frozen=True, eq=False):
    """Which steps undo and redo would take: edits, the next one first."""

    undo: Trail = ()
    redo: Trail = ()

    def taking(self, step: StepId, kind: StepKind, target: StepId | None) -> Stacks:
        """What they are after one more step.

        Raises:
            ValueError: it makes no sense: its clock is none, or it is no undo or redo of the edit that is next.
        """
        if type(step.clock) is not int or step.clock < 1:
            raise ValueError(step)
        if kind in (StepKind.EDIT, StepKind.NOTE):
            if target is not None:
                raise ValueError(step)
            return Stacks((step, self.undo)) if kind is StepKind.EDIT else self
        source = self.undo if kind is StepKind.UNDO else self.redo
        if not source or source[0] != target:
            raise ValueError(step)
        taken, left = source
        if kind is StepKind.UNDO:
            return Stacks(left, (taken, self.redo))
        return Stacks((taken, self.undo), left)


def stand_alike(one: Stacks, other: Stacks) -> bool:
    """Whether undo and redo would take the same steps from both."""
    return one.undo[:1] == other.undo[:1] and one.redo[:1] == other.redo[:1]


def along(trail: Trail) -> Iterator[StepId]:
    """The steps of a trail, the newest first."""
    while trail:
        step, trail = trail
        yield step


class Outline(Struct, frozen=True):
    """What the order of the steps alone tells.

    Attributes:
        stacks: of the file that goes on from the tip, after all steps that make sense.
        clock: the highest.
        senseless: the others.
        marked: the stacks after further steps that were asked for.
    """

    stacks: Stacks
    clock: int
    senseless: tuple[StepId, ...]
    marked: Mapping[StepId | None, Stacks] = {}


class Chains:
    """Follows steps in their order, and keeps the stacks of each copy of the file: undo and redo stay within one.

    Args:
        after: by writer, the step of its file that it went on from.
        marks: further steps after which the stacks are wanted.
    """

    def __init__(self, after: Mapping[str, StepId | None], marks: Iterable[StepId | None] = ()) -> None:
        self._after = after
        self._wanted = {*after.values(), *marks}
        self._kept: dict[StepId | None, Stacks] = {}
        self._latest: dict[str, Stacks] = {}

    def take(self, step: StepId, kind: StepKind, target: StepId | None) -> None:
        """Follow one step.

        Raises:
            ValueError: see `Stacks.taking`; then it changes nothing.
        """
        stacks = self.before(step)
        try:
            stacks = stacks.taking(step, kind, target)
        finally:
            self._latest[step.writer] = stacks
            if step in self._wanted:
                self._kept[step] = stacks

    def take_edit(self, step: StepId) -> None:
        """Follow an edit: as `take`, which takes longer, and nearly all steps are edits.

        Raises:
            ValueError: its clock is none.
        """
        clock, writer = step
        if type(clock) is not int or clock < 1:
            self.take(step, StepKind.EDIT, None)
            return
        stacks = self._latest.get(writer)
        if stacks is None:
            stacks = self.at(self._after.get(writer))
        self._latest[writer] = stacks = Stacks((step, stacks.undo))
        if step in self._wanted:
            self._kept[step] = stacks

    def before(self, step: StepId) -> Stacks:
        """What undo and redo would have taken before the next step of a writer."""
        found = self._latest.get(step.writer)
        return self.at(self._after.get(step.writer)) if found is None else found

    def at(self, step: StepId | None) -> Stacks:
        """What they would have taken after a step that a writer went on from, or the tip."""
        return self._kept.get(step) or Stacks()


def outline(
    steps: Iterable[tuple[StepId, str, StepId | None]],
    after: Mapping[str, StepId | None],
    tip: StepId | None,
    marks: Collection[StepId | None] = (),
) -> Outline:
    """Follow all steps in their order: id, kind and target of each.

    A step makes no sense when its kind is unheard of, its clock is none, or it undoes or redoes what it cannot.

    Args:
        steps: all of the file.
        after: by writer, the step of its file that it went on from.
        tip: the last step that was made in this very file.
        marks: further steps after which the stacks are wanted.
    """
    chains, clock, senseless = Chains(after, {tip, *marks}), 0, []
    for step, kind, target in steps:
        try:
            if kind == StepKind.EDIT and target is None:
                chains.take_edit(step)
            else:
                chains.take(step, _KINDS[kind], target)
        except (ValueError, KeyError):
            senseless.append(step)
        else:
            clock = max(clock, step.clock)
    return Outline(chains.at(tip), clock, tuple(senseless), {mark: chains.at(mark) for mark in marks})
