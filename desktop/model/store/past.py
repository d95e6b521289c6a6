"""An assessment as it was at a moment: folded in memory from the journal alone, to be read only."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from msgspec import Struct

from desktop.model.errors import RefusalError
from desktop.model.journal import Cell, Change, Step, StepId
from desktop.model.merging.reach import Reach as JournalReach
from desktop.model.records import KINDS, Record
from desktop.model.records.record import PRESENT
from desktop.model.store.attached_content import AttachedContent
from desktop.model.store.blame import blaming_the_content, blaming_the_environment
from desktop.model.store.cells import decode, is_key
from desktop.model.store.declared_tables import CHANGE_CELLS, STEP_CELLS, declared_statements
from desktop.model.store.engine import MemoryConnection, connected, looking
from desktop.model.store.journal_reach import after_of, knowledge_of, note_tip, own_steps, reach_of, tip_of
from desktop.model.store.reaches import Reach, newest_step, steps_between, told_reach
from desktop.model.store.shape import impossible
from desktop.model.store.standing_rows import Journal
from desktop.model.store.store import Store
from desktop.model.store.watch import StillWatch

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey
    from desktop.model.store.transaction import Transaction
    from desktop.model.store.whole import Whole

R = TypeVar("R", bound=Record)
Place = tuple[str, str, str]
_Standing = dict[Place, tuple[StepId, str | None]]
_NEVER = (StepId(0, ""), None)
Progress = Callable[[int, int], None]
"""Told how many changes of how many were followed; may raise to end the work."""

_STEP_NAMES, _CHANGE_NAMES = (
    ", ".join(f'{table}."{name}"' for name in names)
    for table, names in (("step", STEP_CELLS), ("change", CHANGE_CELLS))
)
_REACH = "JOIN json_each(?) AS reach ON reach.key ="
_WRITERS = f"SELECT writer.* FROM writer {_REACH} writer.id"  # noqa: S608 - no input
_STEPS = f"SELECT {_STEP_NAMES} FROM step {_REACH} step.writer AND step.clock <= reach.value"  # noqa: S608 - no input
_CHANGES = (
    f"SELECT {_CHANGE_NAMES} FROM change {_REACH} change.writer AND change.clock <= reach.value ORDER BY change.rowid"  # noqa: S608
)
_BATCH = 10_000


class DifferentCell(Struct, frozen=True, gc=False):
    """A cell that holds something else at a later moment.

    Attributes:
        change: from what it held to what it holds.
        step: that changed it last.
    """

    change: Change
    step: StepId


class PastStore(Store):
    """What a file held at a moment, in memory: records and history; packs and attached content are those of the file.

    Args:
        path: the file; it may be open elsewhere.
        reach: the moment.
        on_progress: told how far it is.
        key: of an encrypted file.

    Raises:
        RefusalError: ``file.impossible`` with ``table`` where the journal says what cannot be there; what the
            environment causes.
    """

    _watching = StillWatch

    def __init__(
        self, path: Path, reach: Reach, on_progress: Progress | None = None, key: FileKey | None = None
    ) -> None:
        self._key = key
        with looking_into(path, key) as source:
            file = _folded(path, source, reach, on_progress)
            self.newest: Step | None = newest_step(source, reach)
        super().__init__(path, file, None, "", None)
        self.content = AttachedContent(self.several, partial(looking_into, path, key))

    @property
    def key(self) -> FileKey | None:
        """That of the file, from which what is attached is read."""
        return self._key

    def all(self, kind: type[R], **where: str) -> list[R]:
        """As for a file; nobody changes it, so what was read is kept."""
        return self._kept_records.all(kind, where, partial(self._read_all, kind, where))

    @contextmanager
    def several(self, given_up: Callable[[], bool] = bool) -> Iterator[Transaction]:  # noqa: ARG002 - as for a file
        """Nothing is written into the past.

        Raises:
            RefusalError: ``past.readonly``.
        """
        self._refuse()
        yield  # type: ignore[unreachable]  # a context manager yields

    def catch_up(self) -> bool:
        """The past stays as it was."""
        return False

    def whole(self) -> Whole:
        """As for a file; what was said in rounds is read from the file itself."""
        from desktop.model.store.whole import with_rounds  # noqa: PLC0415 - loads SQLAlchemy

        found = super().whole()
        with looking_into(self.path, self._key) as source:
            return with_rounds(found, source)

    def _refuse(self) -> NoReturn:
        raise RefusalError("past.readonly")


def differences(
    path: Path, earlier: Reach, later: Reach, on_progress: Progress | None = None, key: FileKey | None = None
) -> tuple[list[DifferentCell], list[Step]]:
    """The cells that hold something else at a later moment, in the order of the steps that changed them last.

    Args:
        path: the file.
        earlier: a moment.
        later: one that counts every step that the earlier counts.
        on_progress: told how far it is.
        key: of an encrypted file.

    Returns:
        The cells, and the steps between the moments, the newest first.
    """
    with looking_into(path, key) as source:
        before, after = _held(source, earlier, None), _held(source, later, on_progress)
        found = [
            (step, place, was, text)
            for place, (step, text) in after.items()
            for _step, was in (before.get(place, _NEVER),)
            if was != text
        ]
        found.sort(key=itemgetter(0))
        cells = [DifferentCell(Change(*place, decode(was), decode(text)), step) for step, place, was, text in found]
        return cells, [*steps_between(source, earlier, later)]


@contextmanager
def looking_into(path: Path, key: FileKey | None = None) -> Iterator[sqlite3.Connection]:
    """A connection of one's own, so that any thread may ask."""
    with (
        blaming_the_environment(path, strange=True),
        blaming_the_content(path),
        closing(connected(path, readonly=True, key=key)) as connection,
        looking(connection),
    ):
        yield connection


def _folded(
    path: Path, source: sqlite3.Connection, reach: Reach, on_progress: Progress | None = None
) -> MemoryConnection:
    """A database in memory with the journal up to a moment, and the rows that follow from it."""
    found = _taken_over(source, reach)
    try:
        target = found.driver
        cells: dict[str, dict[str, dict[str, Cell]]] = {}
        for (kind, row, cell), (_step, text) in _standing(target, on_progress).items():
            cells.setdefault(kind, {}).setdefault(row, {})[cell] = decode(text)
        for name, rows in cells.items():
            if name in KINDS:
                _fill(target, KINDS[name], rows)
        target.execute("COMMIT")
        table = impossible(target)
    except BaseException:
        found.close()
        raise
    if table is not None:
        found.close()
        raise RefusalError("file.impossible", path=path, table=table)
    return found


def _held(source: sqlite3.Connection, reach: Reach, on_progress: Progress | None) -> _Standing:
    """What every cell held at a moment, and since which step."""
    if not Journal(source, knowledge_of(source)).is_forked():
        return _newest(_changes(source, reach, on_progress))
    with closing(_taken_over(source, reach)) as target:
        return _standing(target.driver, on_progress)


def _standing(journal: sqlite3.Connection, on_progress: Progress | None) -> _Standing:
    """What every cell holds by all steps of a journal in memory, and since which; conflicts are noted in it.

    Where each step knew of all before it, a cell holds what the last one said; else see `standing_rows`.
    """
    found = _newest(_changes(journal, reach_of(journal).clocks, on_progress))
    whole = Journal(journal, knowledge_of(journal))
    if whole.is_forked():
        conflicts = []
        for each in whole.rows():
            conflicts += [(each.kind, each.row, cell, sort.value) for cell, sort in each.conflicts.items()]
            for cell, standing in each.cells.items():
                step, _text = found[each.kind, each.row, cell]
                found[each.kind, each.row, cell] = step, standing.text
        journal.executemany("INSERT INTO conflict VALUES (?, ?, ?, ?)", conflicts)
    return found


def _taken_over(source: sqlite3.Connection, reach: Reach) -> MemoryConnection:
    """A database in memory with the journal up to a moment and the frozen packs, without rows."""
    found, told = MemoryConnection(), (told_reach(reach),)
    try:
        target = found.driver
        target.execute("BEGIN")
        for statement in declared_statements():
            target.execute(statement)
        for table in ("about", "pack"):
            _copy(target, table, source.execute(f"SELECT * FROM {table}"))  # noqa: S608 - no input
        _copy(target, "writer", source.execute(_WRITERS, told))
        _copy(target, "step", source.execute(_STEPS, told))
        _copy(target, "change", source.execute(_CHANGES, told))
        own = own_steps(after_of(source), tip_of(source)) & JournalReach(reach)
        tip = max(((clock, writer) for writer, clock in own.clocks.items()), default=(0, ""))
        note_tip(target, tip[1], tip[0])
    except BaseException:
        found.close()
        raise
    return found


def _copy(target: sqlite3.Connection, table: str, rows: sqlite3.Cursor) -> None:
    marks = ", ".join("?" * len(rows.description))
    target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - no input


def _changes(source: sqlite3.Connection, reach: Reach, on_progress: Progress | None) -> Iterator[tuple[Any, ...]]:
    """Every change up to a moment, those of one step in the order in which the cells changed."""
    told = (told_reach(reach),)
    (count,) = source.execute(f"SELECT count(*) FROM ({_CHANGES})", told).fetchone()  # noqa: S608 - no input
    rows, done = source.execute(_CHANGES, told), 0
    while batch := rows.fetchmany(_BATCH):
        yield from batch
        done += len(batch)
        if on_progress is not None:
            on_progress(done, count)


def _newest(changes: Iterable[tuple[Any, ...]]) -> _Standing:
    """What the last step that changed a cell said of it."""
    found: _Standing = {}
    for clock, writer, kind, row, cell, _before, after in changes:
        place, step = (kind, row, cell), StepId(clock, writer)
        stood = found.get(place)
        if stood is None or stood[0] <= step:
            found[place] = step, after
    return found


def _fill(target: sqlite3.Connection, kind: type[Record], rows: Mapping[str, Mapping[str, Cell]]) -> None:
    """Put records into their table: those of which something was ever said."""
    cells = [*kind.__struct_fields__[len(kind.keys) :], *([PRESENT] if kind.listed else [])]
    marks = ", ".join("?" * (len(kind.keys) + len(cells)))
    names = ", ".join(f'"{name}"' for name in (*kind.keys, *cells))
    target.executemany(
        f'INSERT INTO "{kind.declared.name}" ({names}) VALUES ({marks})',  # noqa: S608 - our own names
        ((*key, *map(said.get, cells)) for row, said in rows.items() if is_key(kind, key := row.split("/"))),
    )
