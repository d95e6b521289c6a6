"""Data of version 1, and of version 2 as it was at first, in today's shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.model.records.earlier_aims import EARLIER, aim, aimed, is_earlier

_RENAMED = {"evidence_link": {"practice": "part"}, "area_rating": {"area": "place"}}
"""Parts of keys, by kind of record."""


def renewed(tree: dict[str, Any]) -> dict[str, Any]:
    """The same data in today's shape; what is not as they were stays, to be refused as what it is.

    Version 1, and version 2 while it grew, gave each step a number, its place in the file, and pointed at it by that;
    and in some keys they called a part of any sort a practice, and a place of any sort an area. An action had a place
    and a goal in it.
    """
    journal, records = tree.get("journal"), tree.get("records")
    if type(tree.get("version")) is not int or not isinstance(journal, dict):
        return tree
    steps, changes = journal.get("step"), journal.get("change")
    if not isinstance(steps, list) or not isinstance(changes, list):
        return tree
    if tree["version"] != 1 and not (tree["version"] == 2 and _numbered(steps)):
        return tree
    known = {
        row["number"]: (row.get("clock"), row.get("writer"))
        for row in steps
        if isinstance(row, dict) and isinstance(row.get("number"), int)
    }
    return {
        **tree,
        "version": 2,
        "records": _renamed(records),
        "journal": {
            **journal,
            "step": [_pointing(row, "target", "target_", known, drop="number") for row in steps],
            "change": _with_aims([_pointing(row, "step", "", known) for row in changes]),
        },
    }


def _numbered(steps: list[Any]) -> bool:
    return bool(steps) and isinstance(steps[0], dict) and "number" in steps[0]


def _renamed(records: Any) -> Any:  # noqa: ANN401 - as it came
    if not isinstance(records, dict):
        return records
    if isinstance(records.get("action"), list):
        records = {**records, "action": [_aimed(row) for row in records["action"]]}
    return {
        kind: [_with_names(row, _RENAMED[kind]) for row in rows]
        if kind in _RENAMED and isinstance(rows, list)
        else rows
        for kind, rows in records.items()
    }


def _with_aims(changes: list[Any]) -> list[Any]:
    """What an action improves was told by two cells; their changes come after all others, which touches no cell."""
    earlier: list[dict[str, Any]] = []
    others: list[Any] = []
    for row in changes:
        (earlier if isinstance(row, dict) and is_earlier(row) else others).append(row)
    return others + [{name: value for name, value in row.items() if value is not None} for row in aimed(earlier)]


def _aimed(row: Any) -> Any:  # noqa: ANN401 - as it came
    if not isinstance(row, dict):
        return row
    found = aim(*(row.get(cell) for cell in EARLIER))
    kept = {name: value for name, value in row.items() if name not in EARLIER}
    return kept if found is None else {**kept, "aim": found}


def _with_names(row: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - as it came
    return {names.get(key, key): value for key, value in row.items()} if isinstance(row, dict) else row


def _pointing(
    row: Any,  # noqa: ANN401 - anything may have been read
    name: str,
    prefix: str,
    known: Mapping[int, tuple[Any, Any]],
    drop: str = "",
) -> Any:  # noqa: ANN401 - as it came
    if not isinstance(row, dict):
        return row
    kept = {key: value for key, value in row.items() if key not in (name, drop)}
    if row.get(name) is None:
        return kept
    number = row[name]
    clock, writer = known.get(number, (number, "")) if isinstance(number, int) else (number, "")
    return {**kept, f"{prefix}clock": clock, f"{prefix}writer": writer}
