"""What an action improves, from before it was one cell: a place, and in it a goal, cell or statement."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

EARLIER = ("area", "goal")
"""The cells of an action that have become its aim."""

Row = Mapping[str, Any]


def is_earlier(change: Row) -> bool:
    """Whether a change is of one of those cells."""
    of_one = isinstance(change.get("row"), str)
    return of_one and change.get("kind") == "action" and change.get("cell") in EARLIER


def aim(area: Any, goal: Any) -> Any:  # noqa: ANN401 - cells as they are written
    """The goal where one was said, else the place; cells may be written as JSON."""
    return area if goal in (None, "", '""') else goal


def aimed(changes: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """The changes of aims that changes of the earlier cells have been.

    Args:
        changes: those of earlier cells, step by step in their order, each with the `clock` and `writer` of its step.
    """
    held: dict[Any, dict[str, Any]] = {}
    for (clock, writer), group in groupby(changes, key=_step):
        before: dict[Any, Any] = {}
        for change in group:
            cells = held.setdefault(change.get("row"), dict.fromkeys(EARLIER))
            before.setdefault(change.get("row"), aim(**cells))
            cells[change["cell"]] = change.get("after")
        for row, was in before.items():
            now = aim(**held[row])
            if was != now:
                made = {"clock": clock, "writer": writer, "kind": "action", "row": row, "cell": "aim"}
                yield {**made, "before": was, "after": now}


def _step(change: Row) -> tuple[Any, Any]:
    return change.get("clock"), change.get("writer")
