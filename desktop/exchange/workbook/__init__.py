"""The results workbook: summary with charts, areas, goals, practices, answers, actions, and why it is all so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.exchange.deliverable import Deliverable

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def write_workbook(
    deliverable: Deliverable, path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> bool:
    """Write the results workbook; see `desktop.exchange.workbook.writing.write_workbook`."""
    from desktop.exchange.workbook import writing  # noqa: PLC0415 - openpyxl takes nearly half a second to load

    return writing.write_workbook(deliverable, path, progress, cancelled)
