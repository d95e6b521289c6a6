"""What the journal tells: steps, changes, and which step undo or redo would take. Pure values and functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

Cell = str | int | bool | None
Fact = str | int | bool | None


class StepKind(StrEnum):
    """Undo and redo are steps like any other; a note is one that both pass over."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    NOTE = "note"


class Step(Struct, frozen=True):
    """One step of the journal.

    Attributes:
        number: its place in this file, rising.
        writer: the opening of the file that wrote it.
        clock: logical time; of two steps that knew of each other, the later has the higher clock.
        kind: edit, undo, redo or note.
        target: number of the step that is undone or redone.
        label: what was done, as a code; `desktop.wording.steps` has its sentence.
        facts: what the sentence names.
        author: who did it.
        at: when, UTC.
    """

    number: int
    writer: str
    clock: int
    kind: StepKind
    target: int | None
    label: str
    facts: Mapping[str, Fact]
    author: str
    at: dt.datetime


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
    """Which steps undo and redo would take: numbers of edits, the next one last."""

    undo: list[int]
    redo: list[int]

    def take(self, number: int, kind: StepKind, target: int | None) -> None:
        """Follow one step.

        Raises:
            ValueError: it makes no sense: undo and redo take the edit that is next, others take none.
        """
        if kind in (StepKind.EDIT, StepKind.NOTE):
            if target is not None:
                raise ValueError(number)
            if kind is StepKind.EDIT:
                self.undo.append(number)
                self.redo.clear()
            return
        source, sink = (self.undo, self.redo) if kind is StepKind.UNDO else (self.redo, self.undo)
        if not source or source[-1] != target:
            raise ValueError(number)
        sink.append(source.pop())


class Outline(Struct, frozen=True):
    """What the order of the steps alone tells.

    Attributes:
        stacks: after all steps that make sense.
        clock: the highest.
        senseless: numbers of the others.
    """

    stacks: Stacks
    clock: int
    senseless: tuple[int, ...]


def outline(steps: Iterable[tuple[int, int, str, int | None]]) -> Outline:
    """Follow all steps, oldest first: number, clock, kind and target of each.

    A step makes no sense when its kind is unheard of, its clock does not rise, or it undoes or redoes what it cannot.
    """
    found, last, senseless = Stacks([], []), 0, []
    for number, clock, kind, target in steps:
        if type(clock) is not int or clock <= last:
            senseless.append(number)
            continue
        try:
            found.take(number, StepKind(kind), target)
        except ValueError:
            senseless.append(number)
        else:
            last = clock
    return Outline(found, last, tuple(senseless))
