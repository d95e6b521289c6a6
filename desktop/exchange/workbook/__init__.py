"""The workbooks that are handed over: the results for the sponsor, and the detail for the team."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.exchange.deliverable import Deliverable
from desktop.wording.manners import written_in

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def write_workbook(
    deliverable: Deliverable, path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> bool:
    """Write the results workbook, over whatever is there. Equal deliverables give equal files.

    Args:
        deliverable: what may be shown.
        path: the file.
        progress: told how many parts of it are written, of how many.
        cancelled: asked before each part; when it says so, nothing is written.

    Returns:
        Whether it was written.
    """
    from desktop.exchange.workbook import results_book  # noqa: PLC0415 - XlsxWriter takes a while to load

    with written_in(deliverable.manner):
        return results_book.write(deliverable, path, progress, cancelled)


def write_team_detail(
    deliverable: Deliverable, path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> bool:
    """Write the team's workbook with what results rest on; see `write_workbook`."""
    from desktop.exchange.workbook import detail_book  # noqa: PLC0415 - XlsxWriter takes a while to load

    with written_in(deliverable.manner):
        return detail_book.write(deliverable, path, progress, cancelled)
