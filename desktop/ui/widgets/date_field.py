"""A field for a day, typed as people write days or taken from a calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop import resources
from desktop.exchange.typed_days import (
    ENGLISH_MONTHS,
    FIRST_YEAR,
    LAST_YEAR,
    DayTrouble,
    UnclearDayError,
    read_day,
)
from desktop.language import _
from desktop.ui import theme
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.widgets.text import Label, restyle
from desktop.ui.widgets.tips import plain_tip

WIDEST = "2000-00-00"
ARROW = 24
"""The room of the button in it that opens the calendar, and of the cursor, in pixels."""


def day_typed(text: str) -> dt.date | None:
    """The day that somebody types elsewhere, read as the field reads it.

    Raises:
        UnclearDayError: it is no day, or could be several.
    """
    locale = QLocale()
    return read_day(text, _order(locale), _months(locale))


class DateField(Keyed, QLineEdit):
    """A day, which may be none. It is shown as ``2026-12-31`` and read in the order of the user's country, too.

    What cannot be read for certain is told in `note`, and nothing is written.

    Attributes:
        note: what was understood, or what is wrong; it stands beneath the field (see `noted`).

    Signals:
        committed: carries a ``datetime.date`` or None whenever it differs from what was shown or committed last.
    """

    committed = Signal(object)

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(_("year-month-day"))
        self.note = Label("", "small", wrap=True)
        self.note.hide()
        self._known: dt.date | None = None
        self._about: object = None
        self._unclear = False
        self._shown = ""
        self._calendar = self.addAction(_arrow(), QLineEdit.ActionPosition.TrailingPosition)
        self._calendar.setText(_("Choose from a calendar"))
        self._calendar.setToolTip(plain_tip(_("Choose from a calendar (Alt+Down)")))
        self._calendar.triggered.connect(self.open_calendar)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.commit)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than a day: ``026-09-07`` is another year."""
        hint, metrics = super().minimumSizeHint(), self.fontMetrics()
        day = metrics.horizontalAdvance(WIDEST) + ARROW
        return QSize(max(hint.width() - metrics.maxWidth() + day, hint.width()), hint.height())

    def show_date(self, value: dt.date | None, about: object = None) -> None:
        """Show a day from the file.

        Args:
            value: the day.
            about: whose day it is. While that stays, so does what is being typed and what is told to be unclear.
        """
        same = about == self._about and value == self._known
        self._known, self._about = value, about
        if same and (self._unclear or (self.hasFocus() and self.is_typing)):
            return
        self._show(value)

    def value(self) -> dt.date | None:
        """The day that stands in the field.

        Raises:
            UnclearDayError: what stands there is not one day for certain.
        """
        locale = QLocale()
        return read_day(self.text(), _order(locale), _months(locale))

    @Slot()
    def commit(self) -> None:
        """Write what is typed if it is a day; else say why it is not."""
        if not self.is_typing:
            return
        try:
            day = self.value()
        except UnclearDayError as error:
            self._unclear = True
            self._say(day_trouble(error, self.text()), "bad")
            return
        self._show(day)
        if day != self._known:
            self._known = day
            self.committed.emit(day)

    def deeds(self) -> Sequence[Deed]:
        """A calendar, a day up or down, and back to what is in the file."""
        back = (Deed(("Esc",), _("Back to the day in the file"), self._restore, listed=False),)
        if self.isReadOnly():
            return ()
        return (
            Deed(("Alt+Down",), _("Choose from a calendar"), self.open_calendar, listed=False),
            Deed(("Up",), _("The next day"), self._later, listed=False),
            Deed(("Down",), _("The previous day"), self._earlier, listed=False),
            *(back if self.is_typing else ()),
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a text."""
        QLineEdit.contextMenuEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ready to be typed over when one comes by keyboard."""
        super().focusInEvent(event)
        if not self._unclear and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    @Slot()
    def open_calendar(self) -> None:
        """Choose a day from a calendar."""
        if self.isReadOnly() or not self.isEnabled():
            return
        popup = CalendarPopup(self, self._known or dt.datetime.now().astimezone().date())
        popup.calendar.activated.connect(self._on_chosen)
        popup.calendar.clicked.connect(self._on_chosen)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height())))

    @property
    def is_typing(self) -> bool:
        """Whether something stands in it that is not written yet."""
        return self.text() != self._shown

    def _show(self, day: dt.date | None) -> None:
        self._unclear = False
        self._shown = _told(day)
        self.setText(self._shown)
        self._say("")

    def _restore(self) -> None:
        self._show(self._known)
        self.selectAll()

    def _step(self, days: int) -> None:
        try:
            day = self.value()
        except UnclearDayError:
            return
        now = dt.datetime.now().astimezone().date()
        self._type(now if day is None else day + dt.timedelta(days=days))

    def _later(self) -> None:
        self._step(1)

    def _earlier(self) -> None:
        self._step(-1)

    def _type(self, day: dt.date) -> None:
        self.setText(_told(day))
        self._on_edited(self.text())

    def _say(self, text: str, tone: str = "") -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.setAccessibleDescription(text)
        if (self.note.property("tone") or "") != tone:
            self.note.setProperty("tone", tone)
            restyle(self.note)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._unclear = False
        try:
            day = self.value()
        except UnclearDayError:
            self._say("")
        else:
            self._say(QLocale().toString(_qt(day), QLocale.FormatType.LongFormat) if day and text else "")

    @Slot(QDate)
    def _on_chosen(self, day: QDate) -> None:
        self._type(dt.date(day.year(), day.month(), day.day()))
        self.commit()
        self.setFocus()


class CalendarPopup(QWidget):
    """A calendar that lies over the window until a day is chosen, Esc is pressed or the mouse clicks elsewhere."""

    def __init__(self, field: DateField, day: dt.date) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(_("Calendar"))
        self.calendar.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        self.calendar.setSelectedDate(_qt(day))
        _dress(self.calendar)
        self.calendar.clicked.connect(self.close)
        self.calendar.activated.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)

    def open_at(self, place: QPoint) -> None:
        """Show it below the field, within the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = min(place.x(), room.right() - self.width())
        top = place.y() if place.y() + self.height() <= room.bottom() else place.y() - self.height() - theme.px(34)
        self.move(max(left, room.left()), max(top, room.top()))
        self.show()
        self.calendar.setFocus()


def _dress(calendar: QCalendarWidget) -> None:
    """Weekends and arrows in the colours in use; Qt has only some for a light ground."""
    weekend = QTextCharFormat()
    weekend.setForeground(QColor(theme.current().bad))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, weekend)
    for name, sign, words in (
        ("qt_calendar_prevmonth", "‹", _("The month before")),
        ("qt_calendar_nextmonth", "›", _("The next month")),
    ):
        button = calendar.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(QIcon())
            button.setText(sign)
            button.setAccessibleName(words)


def noted(field: DateField) -> QVBoxLayout:
    """The field with its note beneath it."""
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(field)
    column.addWidget(field.note)
    return column


def day_trouble(error: UnclearDayError, text: str) -> str:
    """Why what was typed is no day, and what to do."""
    match error.trouble:
        case DayTrouble.TWO_DAYS:
            first, second = (_told(day) for day in error.days[:2])
            return _("“{text}” could be {first} or {second}. Write it as year-month-day.").format(
                text=text, first=first, second=second
            )
        case DayTrouble.NO_SUCH_DAY:
            return _("There is no day “{text}”.").format(text=text)
        case DayTrouble.NO_SUCH_YEAR:
            return _("Years go from {first} to {last}.").format(first=FIRST_YEAR, last=LAST_YEAR)
        case DayTrouble.UNREADABLE:
            return _("“{text}” is not a day. Write it as year-month-day, e.g. 2026-12-31.").format(text=text)


def _order(locale: QLocale) -> str:
    """How the user's country writes days in numbers; empty where the system does not say."""
    if locale.language() == QLocale.Language.C:
        return ""
    parts = re.findall("[dMy]", locale.dateFormat(QLocale.FormatType.ShortFormat))
    return "".join(dict.fromkeys(part.upper() for part in parts))


def _months(locale: QLocale) -> Mapping[str, int]:
    """Names of months in English and in the user's language."""
    named = dict(ENGLISH_MONTHS)
    for number in range(1, 13):
        for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
            named[locale.monthName(number, form).casefold().strip(".")] = number
    return named


def _qt(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _arrow() -> QIcon:
    return QIcon(str(resources.icon(f"down-{theme.name()}.svg")))


def _told(day: dt.date | None) -> str:
    from desktop.wording import names  # noqa: PLC0415 - loads the model; not needed for the start page

    return names.day(day)
