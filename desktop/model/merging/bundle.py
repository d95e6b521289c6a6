"""What one copy hands another, by whatever way: steps with all that they need, as one value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from desktop.model.errors import RefusalError
from desktop.model.journal import Change, Changed, Fact, Step, StepId, StepKind
from desktop.model.merging.cell_past import ConflictSort
from desktop.model.merging.reach import Reach
from desktop.model.records import FORMAT

ChangeRow = tuple[int, str, str, str, str, str | None, str | None]
"""Clock and writer of the step; kind, row and cell; the value before and after, as JSON."""


class WriterRow(Struct, frozen=True, array_like=True, gc=False):
    """A writer as the file keeps it."""

    id: str
    author: str
    opened: str
    seen: str
    after_clock: int | None
    after_writer: str | None


class StepRow(Struct, frozen=True, array_like=True, gc=False):
    """A step as the file keeps it."""

    clock: int
    writer: str
    kind: str
    target_clock: int | None
    target_writer: str | None
    label: str
    facts: str
    author: str
    at: str


class Ground(Struct, frozen=True, array_like=True):
    """A step on which what a bundle brings is built.

    Attributes:
        author: whose it is.
        at: when it was made.
    """

    clock: int
    writer: str
    author: str
    at: str


class Bundle(Struct, frozen=True):
    """Steps for another copy.

    Attributes:
        format: of the files that it is between.
        assessment: which assessment it is of.
        ground: the newest steps that the receiver must have; who has them has all before them.
        reach: how far they go together with what they are built on.
        writers: those of the steps.
        steps: in order.
        changes: of the steps, in order.
        packs: the frozen models that the steps name, by digest.
        contents: what is attached and named by the steps: the size of each by its digest. The bytes travel apart.
    """

    format: int
    assessment: str
    ground: Sequence[Ground] = ()
    reach: Mapping[str, int] = {}
    writers: Sequence[WriterRow] = ()
    steps: Sequence[StepRow] = ()
    changes: Sequence[ChangeRow] = ()
    packs: Mapping[str, bytes] = {}
    contents: Mapping[str, int] = {}

    def __bool__(self) -> bool:
        """Whether it brings any step."""
        return bool(self.steps)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER: msgspec.msgpack.Decoder[Bundle] = msgspec.msgpack.Decoder(Bundle)


def packed(bundle: Bundle) -> bytes:
    """A bundle as bytes."""
    return _ENCODER.encode(bundle)


def unpacked(content: bytes) -> Bundle:
    """A bundle from bytes that came from anywhere.

    Raises:
        RefusalError: ``bundle.spoilt`` when they are none; ``bundle.newer`` or ``bundle.older`` when it is of another
            format.
    """
    try:
        found = _DECODER.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise RefusalError("bundle.spoilt") from None
    refuse_other_format(found)
    return found


def refuse_other_format(bundle: Bundle) -> None:
    """Make sure that a bundle is of today's format.

    Raises:
        RefusalError: ``bundle.newer`` or ``bundle.older``.
    """
    if bundle.format > FORMAT:
        raise RefusalError("bundle.newer")
    if bundle.format < FORMAT:
        raise RefusalError("bundle.older")


class Missing(Struct, frozen=True):
    """Steps that have to come first.

    Attributes:
        author: whose they are.
        until: when the last of them was made.
        since: when the last step of the same opening was made that is here; empty where none is.
    """

    author: str
    until: str
    since: str = ""


class Conflict(Struct, frozen=True):
    """A cell about which somebody has to decide.

    Attributes:
        kind: of record.
        row: its key, joined with ``/``.
        cell: which; for a record that was removed and changed, the mark that it is there.
    """

    kind: str
    row: str
    cell: str
    sort: ConflictSort


class Incoming(Struct, frozen=True):
    """What a bundle would bring.

    Attributes:
        missing: what has to come first; then it brings nothing yet.
        steps: those that are not here.
        changes: what they changed.
        conflicts: about what somebody would have to decide who has not to now.
        settled: about what nobody would have to decide any more.
        followed: what follows by rule: numbers that move, what lapses.
        changed: what would be different.
    """

    missing: Sequence[Missing] = ()
    steps: Sequence[StepRow] = ()
    changes: Sequence[ChangeRow] = ()
    conflicts: Sequence[Conflict] = ()
    settled: Sequence[Conflict] = ()
    followed: Sequence[Change] = ()
    changed: Changed = Changed()


ARRIVE = "merge.arrive"
"""Label of an arrival, where it is told as a step."""

ARRIVED = "arrival-"
"""How the writers are called of whom arrivals would be, were they steps."""


class Arrival(Struct, frozen=True):
    """One time that steps of copies were taken in.

    Attributes:
        number: its place among the arrivals of this file.
        at: when, UTC, ISO.
        author: who took them in.
        source: what from, as people know it.
        before: what the file held before.
        after: and after.
        steps: how many there were.
        tip: the last step that was made in this very file when they came.
        undoable: whether undo would take it back, once all that was done since is undone.
        is_aside: whether it was taken back; then its steps are kept apart.
    """

    number: int
    at: str
    author: str
    source: str
    before: Reach
    after: Reach
    steps: int
    tip: StepId | None
    undoable: bool
    is_aside: bool = False

    @property
    def as_step(self) -> Step:
        """As undo and redo tell it: one step of the history."""
        clock = max(self.after.clocks.values(), default=1)
        facts: dict[str, Fact] = {"source": self.source, "count": self.steps}
        at = dt.datetime.fromisoformat(self.at)
        return Step(clock, f"{ARRIVED}{self.number}", StepKind.EDIT, None, ARRIVE, facts, self.author, at)
