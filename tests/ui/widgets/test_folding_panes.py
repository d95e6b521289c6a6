"""Panes that fold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.widgets.folding_panes import FoldingColumns, FoldingPanes, FoldingStorey
from desktop.ui.widgets.seen_stack import SeenStack


@pytest.fixture
def columns(qtbot) -> Iterator[FoldingColumns]:
    ground = QWidget()
    qtbot.addWidget(ground)
    columns = FoldingColumns()
    columns.setParent(ground)
    for least in (200, 300, 250):
        columns.add(QPushButton(str(least)), f"Pane {least}", least, least)
    columns.resize(900, 500)
    ground.show()
    yield columns
    ground.hide()


def _seen(panes: FoldingPanes) -> list[str]:
    """What is in view, without the bar."""
    buttons = [each for each in panes.findChildren(QPushButton) if each.isVisible()]
    found = [each for each in buttons if not each.isCheckable()]
    return [each.text() for each in sorted(found, key=lambda each: each.mapTo(panes, QPoint()).toTuple())]


def _bar(panes: FoldingPanes) -> list[QPushButton]:
    return [each for each in panes.findChildren(QPushButton) if each.isVisible() and each.isCheckable()]


@pytest.mark.parametrize(("width", "beside"), [(900, 3), (778, 3), (777, 2), (514, 2), (513, 1), (301, 1)])
def test_as_many_as_fit_are_in_view(columns: FoldingColumns, width: int, beside: int):
    columns.resize(width, 500)
    assert _seen(columns) == ["200", "300", "250"][:beside]
    assert len(columns.in_view) == beside
    assert [each.text() for each in _bar(columns)] == ([] if beside == 3 else list(columns.names))


def test_the_bar_leads_to_the_others(columns: FoldingColumns):
    columns.resize(600, 500)
    first, _second, last = _bar(columns)
    last.click()
    assert _seen(columns) == ["300", "250"]
    assert [each.isChecked() for each in _bar(columns)] == [False, True, True]
    first.click()
    assert _seen(columns) == ["200", "300"]
    columns.resize(900, 500)
    assert _seen(columns) == ["200", "300", "250"]


def test_the_focus_brings_its_pane_and_folding_keeps_it(columns: FoldingColumns, qtbot):
    columns.window().activateWindow()
    qtbot.waitUntil(columns.isActiveWindow)
    last = next(each for each in columns.findChildren(QPushButton) if each.text() == "250")
    last.setFocus()
    columns.resize(310, 500)
    assert last.hasFocus()
    assert _seen(columns) == ["250"]
    first = next(each for each in columns.findChildren(QPushButton) if each.text() == "200")
    first.setFocus()
    assert _seen(columns) == ["200"]
    assert first.hasFocus()


def test_it_is_as_narrow_as_the_widest(columns: FoldingColumns):
    assert columns.minimumSizeHint().width() == 300
    assert not columns.hasHeightForWidth()


def test_panes_above_each_other_fold_by_height(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    storey = FoldingStorey(spacing=10)
    storey.setParent(ground)
    for name, least, share in (("low", 60, 0), ("high", 200, 1), ("foot", 50, 0)):
        storey.add(QPushButton(name), f"Pane {name}", least, share)
    storey.resize(400, 330)
    ground.show()
    assert _seen(storey) == ["low", "high", "foot"]
    storey.resize(400, 329)
    assert _seen(storey) == ["low", "high"]
    storey.resize(400, 240)
    assert _seen(storey) == ["low"]
    storey.bring(2)
    assert _seen(storey) == ["foot"]
    QApplication.processEvents()
    foot = next(each for each in storey.findChildren(QPushButton) if each.text() == "foot")
    assert foot.height() == foot.sizeHint().height()  # what has no share does not stretch, even alone


def test_a_stack_needs_what_the_one_in_front_needs(qtbot):
    stack = SeenStack()
    qtbot.addWidget(stack)
    small, tall = QLabel("a"), QLabel("\n" * 30)
    stack.addWidget(small)
    stack.addWidget(tall)
    low = stack.minimumSizeHint().height()
    stack.setCurrentWidget(tall)
    assert stack.minimumSizeHint().height() > low
    assert stack.sizeHint().height() >= stack.minimumSizeHint().height()


def test_folding_comes_to_rest_where_panes_side_by_side_are_taller(qtbot):
    """Side by side they need a scroll bar, for whose room they fold, and folded they need none."""
    area, content = QScrollArea(), QWidget()
    area.setWidget(content)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    columns = FoldingColumns()
    low, tall = QLabel("low"), QLabel("tall")
    tall.setMinimumHeight(300)
    columns.add(low, "Low", 200, 200)
    columns.add(tall, "Tall", 200, 200)
    layout = QVBoxLayout(content)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(columns)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.show()
    for width in (500, 420, 414, 410, 414, 420):
        area.resize(width, 200)
        for _turn in range(5):
            QApplication.processEvents()
    assert columns.in_view == range(1)
