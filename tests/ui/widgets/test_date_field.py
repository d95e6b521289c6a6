"""A field for a day writes what is one day for certain, and says what it understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.widgets.date_field import CalendarPopup, DateField, noted

LAST = dt.date(2026, 12, 31)


@pytest.fixture
def country() -> Iterator[None]:
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def ground(qtbot, closed_session, country) -> QWidget:
    ground = QWidget()
    qtbot.addWidget(ground)
    return ground


@pytest.fixture
def field(qtbot, ground: QWidget) -> DateField:
    field = DateField("Due")
    ground.setLayout(noted(field))
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    field.setFocus()
    return field


@pytest.fixture
def got(field: DateField) -> list[object]:
    got: list[object] = []
    field.committed.connect(got.append)
    return got


def live_in(language: QLocale.Language, country: QLocale.Country) -> None:
    QLocale.setDefault(QLocale(language, country))


GERMANY = QLocale.Language.German, QLocale.Country.Germany
BRITAIN = QLocale.Language.English, QLocale.Country.UnitedKingdom
STATES = QLocale.Language.English, QLocale.Country.UnitedStates


@pytest.mark.parametrize(
    ("place", "text", "day"),
    [
        (GERMANY, "31.12.2026", LAST),
        (BRITAIN, "31/12/2026", LAST),
        (STATES, "12/31/2026", LAST),
        (GERMANY, "1.2.2027", dt.date(2027, 2, 1)),
        (BRITAIN, "1/2/2027", dt.date(2027, 2, 1)),
        (STATES, "1/2/2027", dt.date(2027, 1, 2)),
        (GERMANY, "2026-12-31", LAST),
    ],
)
def test_a_day_typed_as_in_ones_country(place, text, day, field, got, qtbot):
    live_in(*place)
    qtbot.keyClicks(field, text)
    assert field.note.text() == QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert got == [day]
    assert field.text() == day.isoformat()
    assert not field.note.text()


def test_a_day_pasted_counts_like_one_typed(field, got, qtbot):
    QGuiApplication.clipboard().setText("31/12/2026")
    qtbot.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    field.commit()
    assert got == [LAST]


@pytest.mark.parametrize("text", ["3/4/2026", "31.2.2026", "soon", "31.12.3112", "1.1.1890"])
def test_what_is_unclear_is_told_and_nothing_is_written(text, field, got, qtbot):
    field.show_date(LAST, "A-1")
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert got == []
    assert field.note.text()
    assert field.note.isVisible()
    assert field.accessibleDescription() == field.note.text()
    field.show_date(LAST, "A-1")
    assert field.text() == text, "a refresh leaves it to be mended"
    assert field.note.text()
    field.show_date(LAST, "A-2")
    assert field.text() == "2026-12-31", "another action has its own day"
    assert not field.note.text()


def test_a_refresh_does_not_take_away_what_is_being_typed(field, got, qtbot):
    field.show_date(None, "A-1")
    qtbot.keyClicks(field, "2026-")
    field.show_date(None, "A-1")
    qtbot.keyClicks(field, "12-31")
    field.commit()
    assert got == [LAST]


def test_escape_goes_back_to_the_day_in_the_file(field, got, qtbot):
    field.show_date(LAST, "A-1")
    field.selectAll()
    qtbot.keyClicks(field, "soon")
    field.commit()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    field.commit()
    assert (field.text(), field.note.text(), got) == ("2026-12-31", "", [])


def test_a_day_can_be_taken_away(field, got, qtbot):
    field.show_date(LAST)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert got == [None]


def test_a_day_from_the_file_is_no_edit(field, got):
    field.show_date(LAST)
    field.commit()
    assert got == []


def test_arrow_keys_go_from_day_to_day(field, got, qtbot):
    field.show_date(LAST)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    field.commit()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    field.commit()
    assert got == [dt.date(2027, 1, 1), LAST]


def test_a_calendar_offers_days(field, got, qtbot):
    field.show_date(LAST)
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    assert popup.calendar.selectedDate() == QDate(2026, 12, 31)
    popup.calendar.activated.emit(QDate(2026, 3, 31))
    QApplication.processEvents()
    assert got == [dt.date(2026, 3, 31)]


def test_no_figure_of_a_day_is_cut(field):
    field.show_date(LAST)
    field.resize(field.minimumSizeHint())
    field.home(False)
    start = field.cursorRect().center().x()
    field.end(False)
    assert field.cursorRect().center().x() - start >= field.fontMetrics().horizontalAdvance("2026-12-31") - 2
