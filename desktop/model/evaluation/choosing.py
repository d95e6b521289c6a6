"""Tables, the first row of which holds gives the result."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model.evaluation.conditions import all_hold
from desktop.model.evaluation.counted_parts import Counting
from desktop.model.evaluation.states import Extent, at, highest, lowest, to_point
from desktop.model.maturity.rulebook import ASK, ChoiceRow


def possible_rows(rows: Sequence[ChoiceRow], counting: Counting) -> list[ChoiceRow]:
    """The rows that can come to give the result: the one that surely holds, and those before it that may yet hold."""
    found = []
    for row in rows:
        truth = all_hold(row.when, counting)
        if truth.possible:
            found.append(row)
        if truth.sure:
            break
    return found


def chosen(rows: Sequence[ChoiceRow], grades: Sequence[str], counting: Counting) -> Extent | None:
    """From the lowest to the highest that the rows which can hold give; None where none can.

    Raises:
        ValueError: a row gives a grade that is not among the grades.
    """
    extents = [given_by(row) for row in possible_rows(rows, counting)]
    if not extents:
        return None
    return Extent(
        lowest([extent.low for extent in extents], grades), highest([extent.high for extent in extents], grades)
    )


def given_by(row: ChoiceRow) -> Extent:
    """What a row gives; where the team is asked, from the lowest to the highest between which it decides."""
    if row.result == ASK and row.of:
        return Extent(to_point(row.of[0]), to_point(row.of[-1]))
    return at(to_point(row.result))
