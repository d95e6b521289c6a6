"""Which columns of which tables are formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from desktop.exchange.workbook.live.answer_formulas import answer_formulas
from desktop.exchange.workbook.live.area_formulas import area_formulas, goal_formulas, group_formulas
from desktop.exchange.workbook.live.growth_formulas import gap_formulas, stream_formulas, track_formulas
from desktop.exchange.workbook.live.plan_formulas import (
    coverage_formulas,
    measure_formulas,
    of_owner,
    of_quarter,
    of_status,
    total_formulas,
)
from desktop.exchange.workbook.live.ties import Around, Live, Tie, tie_table

_OF: dict[str, Callable[[Around], Iterable[Live]]] = {
    "groups": lambda _around: group_formulas(),
    "areas": lambda _around: area_formulas(),
    "goals": lambda _around: goal_formulas(),
    "answers": answer_formulas,
    "streams": lambda _around: stream_formulas(),
    "tracks": lambda _around: track_formulas(),
    "gaps": lambda _around: gap_formulas("level", "gap."),
    "measures": lambda _around: measure_formulas(),
    "covered_places": lambda _around: coverage_formulas(),
    "totals_by_status": lambda _around: total_formulas(of_status, "status"),
    "totals_by_owner": lambda _around: total_formulas(of_owner, "owner", "status"),
    "totals_by_quarter": lambda _around: total_formulas(of_quarter, "due", "status"),
}
"""By the key of a table."""


def tie(around: Around) -> Iterator[Tie]:
    """Turn into formulas what follows from other cells of these tables."""
    for key, place in around.places.items():
        if key in _OF:
            yield from tie_table(place, _OF[key](around), around)
