"""An assessment from portable data, taken whole or refused whole."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.exchange.portable.attached_folder import attached_in
from desktop.exchange.portable.earlier import renewed
from desktop.exchange.portable.parsing import parse
from desktop.exchange.portable.shape import FORMAT, VERSION, FrozenPack, Portable
from desktop.language import _
from desktop.model import bounds
from desktop.model.assessment import Assessment, Whole
from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import read_plain
from desktop.model.records import KINDS

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

_EMBEDDED = ("facts", "seen", "before", "after")
"""Cells of the journal that hold JSON themselves."""


def from_json(
    source: Path | bytes, target: Path, author: str, attached: Path | None = None, key: FileKey | None = None
) -> Assessment:
    """Make an assessment file from portable data and open it: all that the other file held, its history included.

    Args:
        source: a file with such data, or the data.
        target: the file to make; nothing may be there.
        author: who makes it.
        attached: the folder with what is attached; None leaves that out.
        key: encrypts the file.

    Raises:
        RefusalError: those of `read_plain` and `attached_in`, ``portable.not_json``, ``portable.key_twice``,
            ``portable.character``, ``portable.large``, ``portable.too_long``, ``portable.long_text``,
            ``portable.spoilt``, ``portable.other_format``, ``portable.newer``, ``portable.fault`` with where in the
            data it is, ``portable.id_twice``, ``portable.unknown_step``, ``portable.unknown_writer``,
            ``portable.digest``; those of `Assessment.restore`. Then nothing is made.
    """
    file = str(source) if isinstance(source, Path) else _("The data")
    try:
        with _no_collection():
            whole = _checked(source, file)
        files = {} if attached is None else attached_in(attached, whole)
        return Assessment.restore(target, whole, author=author, attached=files, key=key)
    except RefusalError as refusal:
        if refusal.code != "file.too_long":
            raise
        raise RefusalError("portable.too_long", file=file) from None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Look for no garbage among the many small values of the data: there is none, and each look takes longer."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _checked(source: Path | bytes, file: str) -> Whole:
    tree = _shaped(parse(_content(source), file), file)
    _check_size(tree, file)
    _check_ids(tree, file)
    _check_references(tree["journal"], file)
    return _whole(tree, file)


def _content(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    return read_plain(source, bounds.DATA_BYTES)


def _shaped(tree: Any, file: str) -> dict[str, Any]:  # noqa: ANN401 - anything may have been read
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise RefusalError("portable.other_format", file=file)
    version = tree.get("version")
    if isinstance(version, int) and version > VERSION:
        raise RefusalError("portable.newer", file=file, version=version, known=VERSION)
    found = renewed(tree)
    _fit(found, Portable, "$", file)
    for index, row in enumerate(found["packs"]):
        _fit(row["pack"], FrozenPack.shape_of(row["pack"]), f"$.packs[{index}].pack", file)
    return found


def _fit(value: object, wanted: type[msgspec.Struct], at: str, file: str) -> None:
    """Refuse what has another shape, with where in the data that is."""
    try:
        msgspec.convert(value, wanted)
    except msgspec.ValidationError as error:
        problem, _at, where = str(error).partition(" - at ")
        place = f"{at}{where.strip('`').removeprefix('$')}"
        raise RefusalError("portable.fault", file=file, where=place, problem=problem) from error


def _check_size(tree: dict[str, Any], file: str) -> None:
    past = [kind for each in tree.get("rounds", []) for kind in _records_of(each["said"])]
    rows = sum(map(len, (tree["packs"], *tree["records"].values(), *tree["journal"].values(), *past)))
    if rows > bounds.DATA_ROWS:
        raise RefusalError("portable.large", file=file, most=bounds.DATA_ROWS)


def _records_of(said: dict[str, Any]) -> list[list[Any]]:
    records = said.get("records")
    return [rows for rows in records.values() if isinstance(rows, list)] if isinstance(records, dict) else []


def _check_ids(tree: dict[str, Any], file: str) -> None:
    journal = tree["journal"]
    keys: list[tuple[str, Iterator[object]]] = [
        ("$.packs", (row["digest"] for row in tree["packs"])),
        ("$.rounds", (row["digest"] for row in tree.get("rounds", []))),
        ("$.journal.writer", (row["id"] for row in journal["writer"])),
        ("$.journal.step", (_step(row) for row in journal["step"])),
    ]
    for kind, rows in tree["records"].items():
        keys.append((f"$.records.{kind}", _record_keys(rows, KINDS[kind].keys)))
    for place, found in keys:
        twice = _first_twice(found)
        if twice is not None:
            raise RefusalError(
                "portable.id_twice",
                file=file,
                where=place,
                id="/".join(map(str, twice)) if isinstance(twice, tuple) else str(twice),
            )


def _record_keys(rows: list[dict[str, Any]], names: tuple[str, ...]) -> Iterator[str]:
    return ("/".join(row[name] for name in names) for row in rows)


def _first_twice(keys: Iterable[object]) -> object:
    seen: set[object] = set()
    for key in keys:
        if key in seen:
            return key
        seen.add(key)
    return None


def _check_references(journal: dict[str, Any], file: str) -> None:
    writers = {row["id"] for row in journal["writer"]}
    steps = {_step(row) for row in journal["step"]}
    for index, row in enumerate(journal["step"]):
        if row["writer"] not in writers:
            where = f"$.journal.step[{index}].writer"
            raise RefusalError("portable.unknown_writer", file=file, where=where, writer=row["writer"])
        target = _step(row, "target_")
        if target != (None, None) and target not in steps:
            where = f"$.journal.step[{index}].target_clock"
            raise RefusalError("portable.unknown_step", file=file, where=where, step=target[0])
    for index, row in enumerate(journal["change"]):
        if _step(row) not in steps:
            where = f"$.journal.change[{index}].clock"
            raise RefusalError("portable.unknown_step", file=file, where=where, step=row["clock"])


def _step(row: dict[str, Any], prefix: str = "") -> tuple[Any, Any]:
    """The id of the step that a row is or points at."""
    return row.get(f"{prefix}clock"), row.get(f"{prefix}writer")


def _whole(tree: dict[str, Any], file: str) -> Whole:
    packs = {row["digest"]: _frozen(row, "pack", f"$.packs[{at}]", file) for at, row in enumerate(tree["packs"])}
    rounds = {
        row["digest"]: _frozen(row, "said", f"$.rounds[{at}]", file) for at, row in enumerate(tree.get("rounds", []))
    }
    journal = {table: [_encoded(row) for row in rows] for table, rows in tree["journal"].items()}
    return Whole(about=tree["about"], packs=packs, records=tree["records"], journal=journal, rounds=rounds)


def _frozen(row: dict[str, Any], cell: str, where: str, file: str) -> bytes:
    """What stands under a digest, as it was when that was made."""
    frozen = msgspec.json.encode(row[cell], order="sorted")
    if hashlib.sha256(frozen).hexdigest() != row["digest"]:
        raise RefusalError("portable.digest", file=file, where=where, digest=row["digest"])
    return frozen


def _encoded(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: msgspec.json.encode(value).decode() if name in _EMBEDDED and value is not None else value
        for name, value in row.items()
    }
