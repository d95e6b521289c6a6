"""The end of the journal, where an opening of the file writes on."""

from __future__ import annotations

import datetime as dt
import secrets

from desktop.model.journal import Stacks, StepId, Writer


class JournalEnd:
    """Who writes, and what the next step follows upon.

    Attributes:
        writer: who writes.
        introduced: whether the file knows of the writer.
        stacks: what undo and redo would take now.
        clock: of the newest step.
    """

    def __init__(self, author: str, stacks: Stacks, clock: int) -> None:
        self.stacks = stacks
        self.clock = clock
        self.work_as(author)

    def work_as(self, author: str) -> None:
        """Let the next steps be by somebody."""
        self.writer = Writer(new_writer(), author, now(), {})
        self.introduced = False

    def next_id(self) -> StepId:
        """Let the clock go on by one, for a step that is being written."""
        self.clock += 1
        return StepId(self.clock, self.writer.id)

    def kept(self) -> tuple[Stacks, int, bool]:
        """What it is now, for `go_back`."""
        return Stacks([*self.stacks.undo], [*self.stacks.redo]), self.clock, self.introduced

    def go_back(self, kept: tuple[Stacks, int, bool]) -> None:
        """Be again what it was: what was written since is not kept."""
        self.stacks, self.clock, self.introduced = kept


def new_writer() -> str:
    """An id for an opening of a file, that no other opening on any laptop has."""
    return secrets.token_hex(8)


def now() -> dt.datetime:
    """The time as exactly as the file keeps it."""
    found = dt.datetime.now(dt.UTC)
    return found.replace(microsecond=found.microsecond // 1000 * 1000)
