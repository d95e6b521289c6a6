"""Fields write what is typed without being asked to, and never twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.editors import LineField, TextField


@pytest.fixture
def ground(qtbot, closed_session) -> QWidget:
    ground = QWidget()
    QVBoxLayout(ground)
    qtbot.addWidget(ground)
    return ground


def put(ground: QWidget, field: LineField | TextField, qtbot) -> list[object]:
    got: list[object] = []
    field.committed.connect(got.append)
    layout = ground.layout()
    assert layout is not None
    layout.addWidget(field)
    ground.show()
    qtbot.waitExposed(ground)
    field.setFocus()
    return got


@pytest.mark.parametrize("make", [LineField, TextField])
def test_typing_is_written_after_a_pause(make, ground, qtbot):
    field = make("Sponsor")
    field._pause.setInterval(10)
    got = put(ground, field, qtbot)
    qtbot.keyClicks(field, "Director")
    qtbot.waitUntil(lambda: got == ["Director"])


def test_enter_writes_at_once_and_only_once(ground, qtbot):
    field = LineField("Sponsor")
    got = put(ground, field, qtbot)
    qtbot.keyClicks(field, "Director")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.commit()
    assert got == ["Director"]


@pytest.mark.parametrize("make", [LineField, TextField])
def test_a_refresh_does_not_take_away_what_is_being_typed(make, ground, qtbot):
    field = make("Sponsor")
    got = put(ground, field, qtbot)
    qtbot.keyClicks(field, "Dir")
    field.show_text("")
    field.commit()
    assert got == ["Dir"]


@pytest.mark.parametrize("make", [LineField, TextField])
def test_a_value_from_the_file_is_no_edit(make, ground, qtbot):
    field = make("Sponsor")
    got = put(ground, field, qtbot)
    field.show_text("Director")
    field.commit()
    assert got == []
