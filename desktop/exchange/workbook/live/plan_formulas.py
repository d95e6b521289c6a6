"""Formulas of the plan added up, of measures, and of coverage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop.exchange.workbook.live.ties import Around, Formula, Live, Row, text
from desktop.model.records import ActionStatus
from desktop.wording import names

_SUMS = ("effort", "cost", "benefit")


def total_formulas(of: Callable[[Row, Around], str], *needs: str) -> tuple[Live, ...]:
    """Of actions that have something in common.

    Args:
        of: which rows of the plan these are, as a column of ones and zeros.
        needs: keys of the columns of the plan that this asks for.
    """
    day = ("status", "due", *needs)
    return (
        Live("actions", {"plan": needs}, _added(of)),
        Live("overdue", {"plan": day}, _overdue(of)),
        *(Live(key, {"plan": (*needs, key)}, _added(of, key)) for key in _SUMS),
    )


def of_status(row: Row, around: Around) -> str:
    """Those of a status."""
    return f"({around.cells('plan', 'status')}={row('name')})"


def of_owner(row: Row, around: Around) -> str:
    """The open ones of an owner: to the letter, since formulas take capitals for small ones."""
    return f"EXACT({around.cells('plan', 'owner')},{row('name')})*{_is_open(around)}"


def of_quarter(row: Row, around: Around) -> str:
    """The open ones that are due in a quarter."""
    due = around.cells("plan", "due")
    return f"({due}>={_date(row.item.begins)})*({due}<={_date(row.item.ends)})*{_is_open(around)}"


def measure_formulas() -> tuple[Live, ...]:
    """Of measures: what their readings come to."""
    readings = {"": ("key",), "readings": ("key", "reading.value")}
    return (
        Live("measure.readings", readings, _read),
        Live("measure.latest", readings, _latest),
        Live(
            "measure.percent",
            {"": ("measure.baseline", "measure.target", "measure.latest")},
            lambda _around: (
                lambda row: (
                    f"=ROUND(100*({row('measure.latest')}-{row('measure.baseline')})"
                    f"/({row('measure.target')}-{row('measure.baseline')}),{row.places})"
                )
            ),
        ),
    )


def coverage_formulas() -> tuple[Live, ...]:
    """Of areas, streams and tracks: how much of them is covered."""
    return (
        Live(
            "share",
            {"": ("covered.parts", "covered.corroborated")},
            lambda _around: (
                lambda row: f"=ROUND(100*{row('covered.corroborated')}/{row('covered.parts')},{row.places})"
            ),
        ),
    )


def _added(of: Callable[[Row, Around], str], key: str = "") -> Callable[[Around], Formula]:
    """How many rows of the plan these are, or what a column of them comes to."""

    def formulas(around: Around) -> Formula:
        if not key:
            return lambda row: f"=SUMPRODUCT(--({of(row, around)}))"
        return lambda row: f"=ROUND(SUMPRODUCT({of(row, around)}*{around.cells('plan', key)}),{row.places})"

    return formulas


def _overdue(of: Callable[[Row, Around], str]) -> Callable[[Around], Formula]:
    def formulas(around: Around) -> Formula:
        due = around.cells("plan", "due")
        passed = f"({due}>0)*({due}<{_date(around.day)})*{_is_open(around)}"
        return lambda row: f"=SUMPRODUCT({of(row, around)}*{passed})"

    return formulas


def _is_open(around: Around) -> str:
    status = around.cells("plan", "status")
    closed = [word for word in ActionStatus if not word.is_open]
    return "*".join(f"({status}<>{text(names.name(word))})" for word in closed)


def _read(around: Around) -> Formula:
    return lambda row: f"=COUNTIF({around.cells('readings', 'key')},{row('key')})"


def _latest(around: Around) -> Formula:
    """The last row of the measure: its readings stand by day."""
    own, values = around.cells("readings", "key"), around.cells("readings", "reading.value")
    return lambda row: f"=LOOKUP(2,1/({own}={row('key')}),{values})"


def _date(day: dt.date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"
