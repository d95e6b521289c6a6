"""Columns that are said once, in the window: their words, tones and order."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from operator import attrgetter

from msgspec import Struct

from desktop.exchange.tables.table import Column, Kind
from desktop.model.records import Priority
from desktop.model.scoring.vocabulary import Rating
from desktop.ui.collation import sort_keys
from desktop.ui.told_columns import shown


class Row(Struct, frozen=True):
    value: object


def column(kind: Kind = Kind.TEXT) -> Column[Row]:
    return Column("value", "Value", 5, "What it is.", kind)


def test_a_rating_wears_its_tone_and_its_heading_tells_the_meaning() -> None:
    made = shown(column(Kind.STATE))
    assert (made.heading, made.meaning) == ("Value", "What it is.")
    assert made.tone is not None
    assert shown(column()).tone is None
    assert [made.tone(Row(value)) for value in (Rating.UNSATISFIED, Rating.NOT_RATED, "Words")] == [
        "bad",
        "plain",
        None,
    ]
    assert (made.text(Row(Rating.UNSATISFIED)), made.text(Row(None))) == ("Unsatisfied", "–")


def test_all_numbers_of_a_column_have_equally_many_decimals() -> None:
    rows = [Row(1.25), Row(4.0), Row(None)]
    made = shown(column(Kind.DECIMAL), rows)
    assert ([made.text(row) for row in rows], made.right) == (["1.25", "4.00", "–"], True)


def test_numbers_come_before_words_states_by_their_order_and_nothing_last() -> None:
    made = shown(column())
    assert made.sort is not None
    for ordered in (
        [Row(2), Row(10), Row("not rated"), Row(None)],
        [Row(Priority.HIGH), Row(Priority.MEDIUM), Row(Priority.LOW), Row(None)],
        [Row(dt.date(2026, 3, 31)), Row(dt.date(2026, 10, 1)), Row(None)],
    ):
        places = [made.sort(row) for row in ordered]
        assert all(one < other for one, other in pairwise(sort_keys(places)))


def test_a_column_reads_what_a_row_of_the_window_holds() -> None:
    held = Row(Row("Inner"))
    assert shown(column(), of=attrgetter("value")).text(held) == "Inner"
