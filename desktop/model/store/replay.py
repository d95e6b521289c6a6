"""The journal told again, step by step: which steps make sense, and what the cells hold after them."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

import msgspec

from desktop.model.journal import Chains, Step, StepId, StepKind
from desktop.model.merging.bundle import ChangeRow
from desktop.model.merging.cell_past import CellPast, Standing
from desktop.model.records import KINDS
from desktop.model.records.record import PRESENT, bounded_types, cell_types, tells_who
from desktop.model.store.cells import decode, encode
from desktop.model.store.declared_tables import CHANGE_CELLS, STEP_CELLS
from desktop.model.store.journal_reach import after_of, knowledge_of, own_steps
from desktop.model.store.patience import Patience
from desktop.model.store.rows import target_of, to_step
from desktop.model.store.standing_rows import Journal, is_own

MOST_CHANGES = 3_000_000
"""Changes that are replayed; ten large organisations have not so many."""

_STEPS = "SELECT " + ", ".join(f'"{name}"' for name in STEP_CELLS) + " FROM step ORDER BY clock, writer"  # noqa: S608 - no input
_OF_STEP = "WHERE clock IS ? AND writer IS ? ORDER BY rowid"
_CHANGES = "SELECT " + ", ".join(f'"{name}"' for name in CHANGE_CELLS) + f" FROM change {_OF_STEP}"  # noqa: S608 - no input
_CHANGED = f"SELECT kind, row, cell, before, after FROM change {_OF_STEP}"  # noqa: S608 - no input

Row = Mapping[str, Any]
Place = tuple[str, str, str]
_SHORT = 64


class Told:
    """A step with its changes, and what is wrong with it."""

    def __init__(self, step_row: Row, changes: list[dict[str, Any]]) -> None:
        self.step = step_row
        self.changes = changes
        self.fault: str | None = None

    @property
    def id(self) -> StepId:
        """Of the step."""
        return StepId(self.step["clock"], self.step["writer"])

    @property
    def number(self) -> int:
        """Of the step, as people call it; 0 where its clock is none."""
        return self.step["clock"] if isinstance(self.step["clock"], int) else 0


class Replay:
    """Goes through the journal of a file once.

    A step makes sense when it can be read, its writer is known, its clock rises, undo and redo take the edit that is
    next in their copy of the file and bring back just what it changed and nobody else since, and each change is of a
    cell of a record that is there, from the value that its writer knew to one that can be. Any other costs itself: what
    follows is told as if it had not been.

    Attributes:
        prints: by kind, row and cell, the print of the value after the steps that make sense.
        clock: the highest clock of those.
    """

    def __init__(
        self, connection: sqlite3.Connection, rows: Mapping[str, set[str]], writers: set[str], patience: Patience
    ) -> None:
        self._connection = connection
        self._rows = rows
        self._writers = writers
        self._patience = patience
        self._journal = Journal(connection, knowledge_of(connection))
        self._after = after_of(connection)
        self._chains = Chains(self._after)
        self._heads: dict[Place, tuple[StepId, ...]] = {}
        self._sound: set[StepId] = set()
        self.prints: dict[Place, str | bytes | None] = {}
        self.clock = 0

    def steps(self) -> Iterator[Told]:
        """Every step, oldest first; afterwards `prints` is complete."""
        for row in self._connection.execute(_STEPS).fetchall():
            self._patience.use()
            told = Told(dict(zip(STEP_CELLS, row, strict=True)), [])
            changes = self._connection.execute(_CHANGES, told.id)
            told.changes = [dict(zip(CHANGE_CELLS, each, strict=True)) for each in changes]
            told.fault = self._fault(told)
            if told.fault is None:
                self._sound.add(told.id)
                self._take(told)
            yield told

    def said_apart(self) -> Iterator[tuple[Place, str | None]]:
        """What is held, as JSON, by the cells of which several steps spoke that did not know of each other."""
        for place, heads in self._heads.items():
            if len(heads) > 1:
                yield place, self._past(place).standing().text

    def _fault(self, told: Told) -> str | None:
        try:
            found = to_step(told.step)
        except (ValueError, TypeError):
            return f"step: {told.number}"
        if found.writer not in self._writers or type(found.clock) is not int or found.clock < 1:
            return f"step: {told.number}"
        left: dict[Place, str | bytes | None] = {}
        for each in told.changes:
            place = (each["kind"], each["row"], each["cell"])
            if not (
                makes_sense(*place, each["before"], each["after"]) and each["row"] in self._rows.get(each["kind"], ())
            ):
                return f"journal: {'/'.join(map(str, place))[:200]}"
            if _print(each["before"]) != (left[place] if place in left else self._known(found.id, place)):
                return f"journal: {'/'.join(place)[:200]}"
            left[place] = _print(each["after"])
        if not self._walks(found, left):
            return f"step: {told.number}"
        return None

    def _known(self, step: StepId, place: Place) -> str | bytes | None:
        """The print of what a cell held for who made a step."""
        knew = self._journal.knowledge.knew
        if all(knew(step, head) for head in self._heads.get(place, ())):
            return self.prints.get(place)
        return _print(self._standing(step, place).text)

    def _standing(self, step: StepId, place: Place) -> Standing:
        reach = self._journal.knowledge.before(step)
        return self._past(place).known_in(reach)

    def _past(self, place: Place) -> CellPast:
        """The changes of a cell by steps that made sense so far."""
        self._patience.use()
        return self._journal.past(*place, self._sound.__contains__)

    def _walks(self, step: Step, left: Mapping[Place, str | bytes | None]) -> bool:
        """Whether an undo or redo takes the edit that is next, and takes with it what nobody else has changed since."""
        if step.kind in (StepKind.EDIT, StepKind.NOTE):
            return step.target is None
        stacks = self._chains.before(step.id)
        stack = stacks.undo if step.kind is StepKind.UNDO else stacks.redo
        if step.target is None or not stack or stack[0] != step.target:
            return False
        to: dict[Place, str | bytes | None] = {}
        from_: dict[Place, str | bytes | None] = {}
        first, last = (to, from_) if step.kind is StepKind.UNDO else (from_, to)
        for name, row, cell, before, after in self._connection.execute(_CHANGED, step.target):
            for text in (before, after):
                self._patience.use(read_again=len(text) if isinstance(text, str | bytes) else 0)
            first.setdefault((name, row, cell), _print(before))
            last[name, row, cell] = _print(after)
        return left.keys() <= to.keys() and all(
            left[place] == value if place in left else self._stays(step, place, from_[place], value)
            for place, value in to.items()
        )

    def _stays(self, step: Step, place: Place, from_: str | bytes | None, to: str | bytes | None) -> bool:
        """Whether an undo or redo is right to leave a cell as it is: nothing is left to do, or it is not its own.

        A copy without identities knows none of the cells that tell who somebody is, and undoes the rest of a step.
        """
        if self._known(step.id, place) != from_ or from_ == to or tells_who(KINDS[place[0]], place[2]):
            return True
        mine = own_steps(self._after, StepId(step.clock - 1, step.writer))
        return not is_own(self._standing(step.id, place), mine, self._journal, step.target)

    def _take(self, told: Told) -> None:
        self.clock = told.step["clock"]
        self._chains.take(told.id, StepKind(told.step["kind"]), target_of(told.step))
        knew = self._journal.knowledge.knew
        for each in told.changes:
            place = (each["kind"], each["row"], each["cell"])
            heads = tuple(head for head in self._heads.get(place, ()) if head != told.id and not knew(told.id, head))
            self.prints[place] = _print(self._past(place).standing().text if heads else each["after"])
            self._heads[place] = (*heads, told.id)


@cache
def _types(kind: str) -> Mapping[str, Any]:
    """The type of each cell of a kind of record, the mark of a listed one included."""
    record = KINDS[kind]
    return {**cell_types(record), PRESENT: bool} if record.listed else cell_types(record)


def print_of(kind: str, cell: str, value: object) -> str | bytes | None:
    """The print of a value as it stands in the table."""
    if type(value) is int and value in (0, 1) and _types(kind).get(cell) is bool:
        value = bool(value)
    return _print(encode(value)) if value is None or isinstance(value, str | int) else b"no value"


def _print(text: str | None) -> str | bytes | None:
    """The text itself where it is short, else its digest: thousands of long comments need not be in memory at once."""
    if not isinstance(text, str) or len(text) <= _SHORT:
        return text
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def makes_sense(kind: object, row: object, cell: object, before: object, after: object) -> bool:
    """Whether a change is of a cell that a record has, from a value that can be to another."""
    return _is_row(kind, row) and _is_cell(kind, cell) and all(_can_hold(kind, cell, text) for text in (before, after))


def refuse_senseless_changes(changes: Collection[ChangeRow]) -> None:
    """Make sure that all of many changes make sense; what they have in common is looked at once.

    Raises:
        ValueError: one does not.
    """
    if not changes:
        return
    _clocks, _writers, kinds, rows, names, before, after = zip(*changes, strict=True)
    cells = {*zip(kinds, names, strict=True)}
    if not (
        all(_is_row(*each) for each in {*zip(kinds, rows, strict=True)})
        and all(_is_cell(*each) for each in cells)
        and all(_can_hold(*each) for texts in (before, after) for each in {*zip(kinds, names, texts, strict=True)})
    ):
        raise ValueError(sorted(map(str, cells)))


def _is_row(kind: object, row: object) -> bool:
    """Whether a row is named as those of a kind are: as many parts as its key, none of them empty."""
    if not isinstance(kind, str) or not isinstance(row, str) or kind not in KINDS:
        return False
    parts = row.split("/")
    return len(parts) == len(KINDS[kind].keys) and all(parts)


def _is_cell(kind: object, cell: object) -> bool:
    return isinstance(kind, str) and isinstance(cell, str) and cell in _types(kind) and cell not in KINDS[kind].keys


def _can_hold(kind: object, cell: object, text: object) -> bool:
    return text is None or (isinstance(text, str) and _can_be(str(kind), str(cell), text))


@lru_cache(maxsize=4096)
def _can_be(kind: str, cell: str, text: str) -> bool:
    try:
        msgspec.convert(decode(text), bounded_types(KINDS[kind]).get(cell, bool), strict=False)
    except ValueError:
        return False
    return True


def unheard_steps(connection: sqlite3.Connection) -> set[StepId]:
    """The steps that changed what no record has: the quick look before a file is shown."""
    found: set[StepId] = set()
    for kind, cell in connection.execute("SELECT DISTINCT kind, cell FROM change").fetchall():
        if kind not in KINDS or cell not in _types(kind) or cell in KINDS[kind].keys:
            rows = connection.execute("SELECT clock, writer FROM change WHERE kind IS ? AND cell IS ?", (kind, cell))
            found.update(StepId(*row) for row in rows)
    return found
