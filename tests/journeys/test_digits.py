"""All numbers of a column or a chart have equally many decimals: 100.0 % beside 53.3 %."""

from __future__ import annotations

import re
from collections import defaultdict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from desktop.exchange.deliverable import gather
from desktop.exchange.figures.data import radar_by_area, radar_by_category
from tests.sample_window import SampleWindow, sample_window

__all__ = ["sample_window"]

PERCENT = re.compile(r"\b\d+(?:\.(\d+))? %")
DECIMAL = re.compile(r"\d+(?:\.(\d+))?")


def test_labels_of_a_chart_have_equally_many(sample_window: SampleWindow) -> None:
    deliverable = gather(sample_window.window.session.assessment)
    labels = [
        [axis.told for axis in draw(deliverable, part).axes]
        for part in deliverable.models
        for draw in (radar_by_area, radar_by_category)
        if part.result.areas
    ]
    digits = [{len(found[1] or "") for told in each if (found := PERCENT.search(told))} for each in labels]
    assert digits
    assert all(each == {1} for each in digits)


def test_numbers_of_a_column_have_equally_many_on_every_page(sample_window: SampleWindow) -> None:
    seen = 0
    for look in sample_window.looks():
        page = sample_window.window.page
        assert page is not None
        for table in page.findChildren(QTableView):
            model = table.model()
            if not table.isVisible() or model is None:
                continue
            columns: dict[int, dict[int, str]] = defaultdict(dict)
            for column in range(model.columnCount()):
                for row in range(model.rowCount()):
                    told = str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "")
                    if found := PERCENT.fullmatch(told) or DECIMAL.fullmatch(told):
                        columns[column].setdefault(len(found[1] or ""), told)
                        seen += 1
            for column, kinds in columns.items():
                heading = model.headerData(column, Qt.Orientation.Horizontal)
                if heading == "Version":  # is no number
                    continue
                assert len(kinds) == 1, f"{look}: {heading}: {sorted(kinds.values())}"
    assert seen > 400
