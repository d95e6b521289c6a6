"""Words are sorted as people sort them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt

from desktop.ui.collation import in_order, sort_keys
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table

NAMES = ["Zeta", "Ärzte", "émile", "alpha", "Øst", "Zoë 10", "Zoë 2"]
SORTED = ["alpha", "Ärzte", "émile", "Øst", "Zeta", "Zoë 2", "Zoë 10"]


@pytest.fixture(autouse=True)
def country() -> Iterator[None]:
    yield
    QLocale.setDefault(QLocale.c())


def test_letters_and_numbers_by_their_value():
    assert in_order(NAMES) == SORTED


def test_the_order_of_the_language_in_use():
    QLocale.setDefault(QLocale(QLocale.Language.Swedish))
    assert in_order(NAMES) == ["alpha", "émile", "Zeta", "Zoë 2", "Zoë 10", "Ärzte", "Øst"]


def test_things_by_their_words():
    assert in_order([("b", 1), ("A", 2)], lambda thing: thing[0]) == [("A", 2), ("b", 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zoë 2", "Zoë 10"), (2, 10), (1, None), ("z", None), ((1, "Zoë 2"), (1, "Zoë 10")), ((1,), (1, 2)), ("A", "a")],
)
def test_one_comes_before_the_other(one, other):
    first, second, third = sort_keys([other, one, one])
    assert second < first
    assert second == third


def test_a_table_sorted_by_words(qtbot, closed_session):
    table = Table(RowsModel([Column("Name", str)]), "Names")
    qtbot.addWidget(table)
    table.fill(NAMES, str)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [table.proxy.index(row, 0).data() for row in range(len(NAMES))] == SORTED
