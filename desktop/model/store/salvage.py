"""What makes sense of a file that is not sound: all records, and the journal cut down to the steps that make sense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct
from sqlalchemy import Boolean, Connection, select

from desktop.model.errors import RefusalError
from desktop.model.journal import StepKind
from desktop.model.records import FORMAT, Record
from desktop.model.records.record import PRESENT
from desktop.model.store.blame import blaming_the_content, blaming_the_environment
from desktop.model.store.cells import encode, is_frozen, is_key, row_name
from desktop.model.store.check import can_be, faults, raw_rows, refuse_too_much
from desktop.model.store.declared_tables import NAMES
from desktop.model.store.engine import open_engine, raw, reading
from desktop.model.store.file import prepare_reading
from desktop.model.store.journal_end import new_writer
from desktop.model.store.journal_reach import TIP
from desktop.model.store.patience import Patience
from desktop.model.store.replay import Replay
from desktop.model.store.rows import to_writer
from desktop.model.store.shape import lacking
from desktop.model.store.tables import TABLES, about, pack, writer
from desktop.model.store.whole import Rows, Whole

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

REPAIRED = "file.repaired"
"""Label of the step that says what the records hold where the steps that were kept do not lead there."""


class Repaired(Struct, frozen=True):
    """What a sound copy leaves out of the file it was made from.

    Attributes:
        faults: what was found wrong with the file.
        steps: numbers of the steps that made no sense.
        records: records that could not be, or whose values could not: ``kind/row`` and ``kind/row/cell``.
        packs: digests of frozen models that were not what they were.
        attachments: digests of attached content that was not what it was.
        contradictions: what still contradicts the models in use; see `desktop.model.assessment.soundness`.
    """

    faults: tuple[str, ...]
    steps: tuple[int, ...]
    records: tuple[str, ...]
    packs: tuple[str, ...]
    attachments: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()


def salvage(path: Path, author: str, key: FileKey | None = None) -> tuple[Whole, Repaired]:
    """Read what makes sense of a file of today's format.

    Where the steps that are left do not lead to what the records hold, a last step says so: the records count.

    Raises:
        RefusalError: ``file.newer`` or ``file.older_readonly`` for another format, ``file.altered`` when it has not the
            tables of its format, ``file.damaged`` when SQLite cannot read it, and what the environment causes.
    """
    prepare_reading(path, key)
    engine = open_engine(path, readonly=True, key=key)
    try:
        with (
            blaming_the_environment(path),
            blaming_the_content(path),
            reading(engine) as connection,
        ):
            missing = next(lacking(raw(connection), FORMAT), None)
            if missing is not None:
                raise RefusalError("file.altered", path=path, thing=missing)
            patience = Patience(raw(connection))
            with patience.within():
                refuse_too_much(connection)
                return _salvage(connection, author, patience)
    finally:
        engine.dispose()


def _salvage(connection: Connection, author: str, patience: Patience) -> tuple[Whole, Repaired]:
    found = faults(connection)
    records: dict[str, Rows] = {}
    lost: list[str] = []
    for kind in TABLES:
        records[NAMES[kind]] = list(_mended(connection, kind, lost))
    names = {
        NAMES[kind]: {row_name(tuple(row[key] for key in kind.keys)) for row in records[NAMES[kind]]} for kind in TABLES
    }
    writers = {row["id"]: row for row in _writers(connection)}
    replay = Replay(raw(connection), names, {*writers}, patience)
    steps: Rows = []
    changes: Rows = []
    left_out: list[int] = []
    for told in replay.steps():
        if told.fault is None:
            steps.append(dict(told.step))
            changes += told.changes
        else:
            left_out.append(told.number)
    packs = dict(connection.execute(select(pack.c.digest, pack.c.json)).all())
    sound = {digest: json for digest, json in packs.items() if is_frozen(json, digest)}
    whole = Whole(
        about={str(name): str(value) for name, value in connection.execute(select(about.c.name, about.c.value))},
        packs=sound,
        records=records,
        journal={"writer": [*writers.values()], "step": steps, "change": changes},
    )
    _bridge(whole, replay, author, len(left_out))
    return whole, Repaired(found, tuple(left_out), tuple(lost), tuple(map(str, packs.keys() - sound.keys())))


def _mended(connection: Connection, kind: type[Record], lost: list[str]) -> Iterator[dict[str, Any]]:
    """The rows of a table; a value that cannot be gives way to nothing said."""
    name = NAMES[kind]
    for row in raw_rows(connection, TABLES[kind]):
        key = tuple(row[part] for part in kind.keys)
        if not is_key(kind, key):
            lost.append(f"{name}/{'/'.join(map(str, key))}")
            continue
        empty: dict[str, Any] = {**dict.fromkeys(row), **dict(zip(kind.keys, key, strict=True))}
        if kind.listed:
            empty[PRESENT] = 1
        for cell, value in row.items():
            if value is not None and not can_be(kind, {**empty, cell: value}):
                lost.append(f"{name}/{row_name(key)}/{cell}")
                row[cell] = 1 if cell == PRESENT else None
        yield {cell: _value(kind, cell, value) for cell, value in row.items()}


def _value(kind: type[Record], cell: str, value: Any) -> Any:  # noqa: ANN401 - a value of the file
    return bool(value) if value is not None and isinstance(TABLES[kind].c[cell].type, Boolean) else value


def _writers(connection: Connection) -> Iterator[dict[str, Any]]:
    for row in connection.execute(select(writer)).mappings():
        try:
            to_writer(row)
        except ValueError:
            continue
        yield dict(row)


def _bridge(whole: Whole, replay: Replay, author: str, left_out: int) -> None:
    """Add the step that leads from what the steps tell to what the records hold, where the two differ."""
    told = {(item["kind"], item["row"], item["cell"]): item["after"] for item in whole.journal["change"]}
    told.update(replay.said_apart())
    clock = replay.clock
    bridge = [
        {"kind": name, "row": row_name(key), "cell": cell, "before": before, "after": after}
        for kind, name in NAMES.items()
        for row in whole.records[name]
        for key in [tuple(row[part] for part in kind.keys)]
        for cell, value in row.items()
        if cell not in kind.keys
        for before, after in [(told.get((name, row_name(key), cell)), encode(value))]
        if before != after
    ]
    if not bridge:
        return
    now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    seen: dict[str, int] = {}
    for row in whole.journal["step"]:
        seen[row["writer"]] = max(row["clock"], seen.get(row["writer"], 0))
    mender = {"id": new_writer(), "author": author, "opened": now, "seen": msgspec.json.encode(seen).decode()}
    whole.journal["writer"].append(mender)
    whole.about[TIP] = mender["id"]
    whole.journal["step"].append(
        {
            "clock": clock + left_out + 1,
            "writer": mender["id"],
            "kind": StepKind.EDIT.value,
            "target_clock": None,
            "target_writer": None,
            "label": REPAIRED,
            "facts": msgspec.json.encode({"steps": left_out}).decode(),
            "author": author,
            "at": now,
        }
    )
    whole.journal["change"] += [{"clock": clock + left_out + 1, "writer": mender["id"], **item} for item in bridge]
