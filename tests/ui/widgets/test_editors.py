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


def test_a_field_grows_with_its_text_and_comes_to_rest(ground, qtbot):
    field = TextField("Notes", lines=2)
    put(ground, field, qtbot)
    ground.resize(300, 60)
    low = field.height()
    field.show_text("What one will see when it is done. " * 20)
    qtbot.waitUntil(lambda: field.height() > low * 2)
    assert field.verticalScrollBar().maximum() == 0
    tall = field.height()
    ground.resize(600, 60)
    qtbot.waitUntil(lambda: field.height() < tall)
    assert field.verticalScrollBar().maximum() == 0
    field.show_text("Short")
    qtbot.waitUntil(lambda: field.height() == low)


def test_a_field_is_as_tall_as_its_lines_in_larger_letters(ground, qtbot):
    field = TextField("Notes", lines=2)
    put(ground, field, qtbot)
    larger = field.font()
    larger.setPixelSize(40)
    field.setFont(larger)
    field.show_text("One\nTwo")
    qtbot.waitUntil(lambda: field.height() > 80)
    assert field.verticalScrollBar().maximum() == 0


def test_a_field_that_does_not_grow_scrolls(ground, qtbot):
    field = TextField("Notes", lines=2, grows=False)
    put(ground, field, qtbot)
    low = field.height()
    field.show_text("\n".join("abcdefghij"))
    assert field.height() == low
    assert field.verticalScrollBar().maximum() > 0


def test_what_has_no_room_is_told_by_the_tip(ground, qtbot):
    field = LineField("Sponsor", "Who pays for it?")
    put(ground, field, qtbot)
    ground.resize(200, 60)
    assert field.toolTip() == "Who pays for it?"
    field.show_text("Director of operations, who answers to the board for all of the service centre")
    assert field.is_cut
    assert field.toolTip() == field.text()
    ground.resize(900, 60)
    assert field.toolTip() == "Who pays for it?"
