"""Data of version 1 in the shape of version 2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def renewed(tree: dict[str, Any]) -> dict[str, Any]:
    """The same data in today's shape; what is not as version 1 has it stays, to be refused as what it is.

    Version 1 gave each step a number, its place in the file, and pointed at it by that.
    """
    journal = tree.get("journal")
    if tree.get("version") != 1 or not isinstance(journal, dict):
        return tree
    steps, changes = journal.get("step"), journal.get("change")
    if not isinstance(steps, list) or not isinstance(changes, list):
        return tree
    known = {
        row["number"]: (row.get("clock"), row.get("writer"))
        for row in steps
        if isinstance(row, dict) and isinstance(row.get("number"), int)
    }
    return {
        **tree,
        "version": 2,
        "journal": {
            **journal,
            "step": [_pointing(row, "target", "target_", known, drop="number") for row in steps],
            "change": [_pointing(row, "step", "", known) for row in changes],
        },
    }


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
