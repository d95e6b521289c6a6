"""The end of the journal, where an opening of the file writes on."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from typing import NamedTuple

from desktop.model.journal import Outline, Stacks, StepId, StepKind, Writer, stand_alike
from desktop.model.merging.reach import CODED


class Kept(NamedTuple):
    """What the end of a journal was."""

    stacks: Stacks
    clock: int
    tip: StepId | None
    writer: Writer
    introduced: bool
    marked: Mapping[StepId | None, Stacks]


class JournalEnd:
    """Who writes, and what the next step follows upon.

    Attributes:
        writer: who writes.
        introduced: whether the file knows of the writer.
        stacks: what undo and redo would take now.
        clock: of the newest step.
        coded: whether the file does without who the participants are.
        tip: the last step that was made in this very file, and did not come from a copy.
        marked: what undo and redo would have taken when steps of copies came in, by the tip of then.
    """

    def __init__(self, author: str, found: Outline, tip: StepId | None, *, coded: bool = False) -> None:
        self.coded = coded
        self.stacks, self.clock, self.marked, self.tip = found.stacks, found.clock, found.marked, tip
        self.work_as(author)

    def work_as(self, author: str) -> None:
        """Let the next steps be by somebody, who knows all that is in the file by then."""
        self.writer = Writer(new_writer(coded=self.coded), author, now(), {}, self.tip)
        self.introduced = False

    def came_in(self, clock: int) -> None:
        """Go on, as another writer, after steps that came from a copy: undo and redo take what they would have."""
        self.go_on(Outline(self.stacks, clock, (), {**self.marked, self.tip: self.stacks}), self.tip)

    def go_on(self, found: Outline, tip: StepId | None) -> None:
        """Go on, as another writer, after steps that came from a copy, or that were put aside."""
        self.stacks, self.clock, self.marked, self.tip = found.stacks, found.clock, found.marked, tip
        self.work_as(self.writer.author)

    def stands_as_at(self, tip: StepId | None) -> bool:
        """Whether undo and redo would take what they would have when steps of a copy came in: all since is undone."""
        return tip in self.marked and stand_alike(self.stacks, self.marked[tip])

    def would_undo_as_at(self, tip: StepId | None) -> bool:
        """The same for undo alone."""
        return tip in self.marked and self.stacks.undo[:1] == self.marked[tip].undo[:1]

    def take(self, kind: StepKind, target: StepId | None) -> StepId:
        """Let the clock go on by one, for a step that is being written; its id.

        Raises:
            ValueError: it makes no sense; see `Stacks.taking`.
        """
        made = StepId(self.clock + 1, self.writer.id)
        self.stacks = self.stacks.taking(made, kind, target)
        self.clock, self.tip = made.clock, made
        return made

    def kept(self) -> Kept:
        """What it is now, for `go_back`."""
        return Kept(self.stacks, self.clock, self.tip, self.writer, self.introduced, self.marked)

    def go_back(self, kept: Kept) -> None:
        """Be again what it was: what was written since is not kept."""
        self.stacks, self.clock, self.tip, self.writer, self.introduced, self.marked = kept


def new_writer(*, coded: bool = False) -> str:
    """An id for an opening of a file, that no other opening on any laptop has."""
    return f"{CODED if coded else ''}{secrets.token_hex(8)}"


def now() -> dt.datetime:
    """The time as exactly as the file keeps it."""
    found = dt.datetime.now(dt.UTC)
    return found.replace(microsecond=found.microsecond // 1000 * 1000)
