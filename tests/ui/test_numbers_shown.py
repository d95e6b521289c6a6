"""A number exists once, on the screen as well: the tables of pages show what those of deliverables hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from desktop.exchange.deliverable import gather
from desktop.exchange.figures import kinds
from desktop.exchange.portable.writing import to_json
from desktop.exchange.tables.actions import actions
from desktop.exchange.tables.gaps import gaps
from desktop.exchange.tables.table import AnyTable, Kind
from desktop.exchange.tables.words import for_cell
from desktop.ui.page import Page
from desktop.ui.pages.actions.page import ActionsPage
from desktop.ui.pages.gaps.page import GapsPage
from desktop.ui.pages.overview.page import OverviewPage
from desktop.ui.pages.results.page import ResultsPage
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.document_readers import NUMBERS
from tests.exchange.filled import DAY, filled
from tests.exchange.readers import Exports, is_number, model_tables, plan_tables
from tests.gui import put_in_front

Held = Mapping[tuple[str, str], set[float | None]]


@pytest.fixture
def session(closed_session, tmp_path):
    packs = [tiny_pack(), tiny_streams(), tiny_criteria()]
    closed_session.adopt(filled(tmp_path / "a.maturity", packs, respondents=30, upto=2))
    return closed_session


def held(exports: Exports) -> Held:
    """By what a row is called and the heading of a column, the numbers that stand there."""
    deliverable = exports.deliverable
    tables: list[AnyTable] = [*plan_tables(deliverable), actions(deliverable), gaps(deliverable.models)]
    tables += [table for part in deliverable.models for table in model_tables(deliverable, part)]
    found: dict[tuple[str, str], set[float | None]] = defaultdict(set)
    for table in tables:
        names = [column for column in table.columns if column.kind in (Kind.NAME, Kind.TEXT)]
        for row in table.rows:
            called = {str(text) for column in names if (text := column.value(row)) is not None}
            for column in table.columns:
                if column.kind in NUMBERS:
                    value = for_cell(column.value(row))
                    for name in called:
                        found[name, column.heading].add(value if is_number(value) else None)
    return found


def shown(page: Page) -> Iterator[tuple[str, str, str]]:
    """What the tables of a page say: what its row is called, the heading, the text."""
    for view in page.findChildren(QTableView):
        model = view.model()
        headings = [
            str(model.headerData(place, Qt.Orientation.Horizontal)).replace("\n", " ")
            for place in range(model.columnCount())
        ]
        for number in range(model.rowCount()):
            texts = [str(model.index(number, place).data()) for place in range(len(headings))]
            for heading, text in zip(headings, texts, strict=True):
                yield from ((name, heading, text) for name in texts if name != text)


def follow_pages(session, qtbot) -> Iterator[Page]:
    """Each page whose tables are those of deliverables, with every picture's table."""
    for made in (OverviewPage, GapsPage, ActionsPage):
        page: Page = made(session)
        put_in_front(qtbot, page)
        yield page
    results = ResultsPage(session)
    put_in_front(qtbot, results)
    for place, part in enumerate(gather(session.assessment, day=DAY).models):
        results._model.setCurrentIndex(place)
        for kind in kinds(part):
            results._choose(kind)
            yield results


def test_what_the_pages_show_is_what_the_tables_hold(session, qtbot, tmp_path):
    exports = Exports(gather(session.assessment, day=DAY), to_json(session.assessment), tmp_path)
    known, read, wrong = held(exports), set(), []
    for page in follow_pages(session, qtbot):
        for name, heading, text in shown(page):
            number = re.match(r"-?\d+(\.\d+)?", text.rpartition("= ")[2])
            if number is None or (name, heading) not in known:
                continue
            values = {value for value in known[name, heading] if value is not None}
            places = len((number[1] or ".")[1:])
            read.add((name, heading))
            if float(number[0]) not in {round(value, max(places, 2)) for value in values}:
                wrong.append((type(page).__name__, name, heading, text, values))
    assert wrong == []
    assert len(read) >= 60, sorted(read)
