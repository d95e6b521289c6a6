"""What the journal tells: steps, changes, and which step undo or redo would take. Pure values and functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
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
        seen: the highest clock of every earlier writer this one knew of; with `Step.clock` it tells two edits that
            knew of each other from two that did not.
    """

    id: str
    author: str
    opened: dt.datetime
    seen: Mapping[str, int]


class Changed(Struct, frozen=True):
    """What one step changed, for whoever shows it.

    Attributes:
        step: the step; None when nothing was different, or when another program changed the file (then with `kinds`).
        kinds: names of the kinds of record concerned.
        rows: (kind, row) of the records concerned.
    """

    step: Step | None = None
    kinds: frozenset[str] = frozenset()
    rows: frozenset[tuple[str, str]] = frozenset()

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
        )


class Stacks(Struct):
    """Which steps undo and redo would take: edits, the next one last."""

    undo: list[StepId]
    redo: list[StepId]

    def take(self, step: StepId, kind: StepKind, target: StepId | None) -> None:
        """Follow one step.

        Raises:
            ValueError: it makes no sense: its clock is none, or it is no undo or redo of the edit that is next.
        """
        if type(step.clock) is not int or step.clock < 1:
            raise ValueError(step)
        if kind in (StepKind.EDIT, StepKind.NOTE):
            if target is not None:
                raise ValueError(step)
            if kind is StepKind.EDIT:
                self.undo.append(step)
                self.redo.clear()
            return
        source, sink = (self.undo, self.redo) if kind is StepKind.UNDO else (self.redo, self.undo)
        if not source or source[-1] != target:
            raise ValueError(step)
        sink.append(source.pop())


class Outline(Struct, frozen=True):
    """What the order of the steps alone tells.

    Attributes:
        stacks: after all steps that make sense.
        clock: the highest.
        senseless: the others.
    """

    stacks: Stacks
    clock: int
    senseless: tuple[StepId, ...]


def outline(steps: Iterable[tuple[StepId, str, StepId | None]]) -> Outline:
    """Follow all steps in their order: id, kind and target of each.

    A step makes no sense when its kind is unheard of, its clock is none, or it undoes or redoes what it cannot.
    """
    found, clock, senseless = Stacks([], []), 0, []
    for step, kind, target in steps:
        try:
            found.take(step, _KINDS[kind], target)
        except (ValueError, KeyError):
            senseless.append(step)
        else:
            clock = step.clock
    return Outline(found, clock, tuple(senseless))
