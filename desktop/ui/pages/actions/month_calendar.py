"""A month as a calendar: what starts, what is due and milestones, moved by keys and by the mouse."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from desktop.language import _
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.keystrokes import strokes
from desktop.ui.pages.actions.plan_days import DayKind, PlanDay
from desktop.ui.painting import small_font, strong_font
from desktop.ui.theme import current, px
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names
from desktop.wording.schedule import weekday

WEEK, HEAD, LINE = 7, 24, 18
"""The days of a week; how tall the names of the days and a line in a day are, in pixels at 100 %."""
MARKS = {DayKind.MILESTONE: "◆", DayKind.DUE: "■", DayKind.START: "▸"}
"""What stands before each kind, so that colour alone does not tell them apart."""


class MonthCalendar(Keyed, QWidget):
    """One month.

    Signals:
        opening: Enter on something: a `PlanDay`.
        moving: ``(a PlanDay, the day to which it goes)``.
        turned: the first day of the month in view.
    """

    opening = Signal(object)
    moving = Signal(object, object)
    turned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.editable = True
        self._days: dict[dt.date, list[PlanDay]] = {}
        self._today = self._day = dt.date(2000, 1, 1)
        self._line = 0
        self._pressed: tuple[PlanDay, QPointF] | None = None
        self._dragged: dt.date | None = None
        self.setAccessibleName(_("Calendar of the month"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def day(self) -> dt.date:
        """The day under the cursor."""
        return self._day

    @property
    def here(self) -> PlanDay | None:
        """What is under the cursor."""
        found = self._days.get(self._day, [])
        return found[min(self._line, len(found) - 1)] if found else None

    def show_days(self, found: Sequence[PlanDay], today: dt.date) -> None:
        """Show these; the cursor stays with what it was on, wherever that went."""
        before = self.here.key if self.here else None
        if self._today != today and self._day == self._today:
            self._day = today
        self._today = today
        self._days = {}
        for each in found:
            self._days.setdefault(each.day, []).append(each)
        for each in found:
            if each.key == before:
                self.go_to(each.day, self._days[each.day].index(each))
                return
        self._settle()

    def go_to(self, day: dt.date, line: int = 0) -> None:
        """Put the cursor on a day."""
        self._day, self._line = day, line
        self._settle()

    def turn(self, months: int) -> None:
        """Show an earlier or a later month."""
        month = self._day.year * 12 + self._day.month - 1 + months
        year, number = divmod(month, 12)
        last = calendar.monthrange(year, number + 1)[1]
        self.go_to(dt.date(year, number + 1, min(self._day.day, last)))

    def deeds(self) -> Sequence[Deed]:
        """Open, move, and go to other months."""
        going = (
            Deed(("Page Up",), _("The month before"), partial(self.turn, -1)),
            Deed(("Page Down",), _("The month after"), partial(self.turn, 1)),
            Deed(("Home",), _("Today"), self._go_today),
        )
        here = self.here
        if here is None:
            return going
        opening = Deed(("Enter",), _("Open it"), self._open)
        if not self.editable:
            return (opening, *going)
        ways = (
            ("Ctrl+Left", _("A day earlier"), -1),
            ("Ctrl+Right", _("A day later"), 1),
            ("Ctrl+Up", _("A week earlier"), -WEEK),
            ("Ctrl+Down", _("A week later"), WEEK),
        )
        return (opening, *(Deed((key,), text, partial(self._move, days)) for key, text, days in ways), *going)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from day to day, and up and down through what is on a day first."""
        match strokes(event):
            case ("Left",):
                self.go_to(self._day - dt.timedelta(days=1))
            case ("Right",):
                self.go_to(self._day + dt.timedelta(days=1))
            case ("Up",):
                self._go_up()
            case ("Down",):
                self._go_down()
            case _:
                super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Two lines in every day."""
        return QSize(px(52) * WEEK, px(HEAD) + len(self._weeks()) * px(LINE) * 3)

    def sizeHint(self) -> QSize:
        """No more than it needs; it takes what is left."""
        return self.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Tell all that is on a day."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(
                event.globalPos(), plain_tip("\n".join(each.told for each in self._days.get(day, []))), self
            )
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Days with what is on them."""
        painter, tokens = QPainter(self), current()
        painter.setFont(strong_font(small_font(self.font())))
        painter.setPen(QColor(tokens.mute))
        for number, day in enumerate(self._weeks()[0]):
            room = QRectF(self._room(day).left() + px(5), 0, self.width() / WEEK - px(6), px(HEAD))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), weekday(self._weeks()[0][number]))
        for week in self._weeks():
            for day in week:
                self._paint_day(painter, day, self._room(day))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse; what is dragged from there is moved."""
        day = self._day_at(event.position())
        room = self._room(day)
        line = int((event.position().y() - room.top() - px(LINE)) // px(LINE))
        found = self._days.get(day, [])
        self.go_to(day, max(line, 0))
        held = found[line] if 0 <= line < len(found) else None
        dragging = event.button() is Qt.MouseButton.LeftButton and self.editable
        self._pressed = (held, event.position()) if held is not None and dragging else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where it would go."""
        if self._pressed is None:
            return
        far = (event.position() - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
        if far or self._dragged is not None:
            self._dragged = self._day_at(event.position())
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Put it there."""
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        if pressed is not None and dragged is not None and dragged != pressed[0].day:
            self.moving.emit(pressed[0], dragged)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As Enter."""
        self._pressed = None
        self._open()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away."""
        super().focusOutEvent(event)
        self.update()

    def _weeks(self) -> list[list[dt.date]]:
        return calendar.Calendar().monthdatescalendar(self._day.year, self._day.month)

    def _room(self, day: dt.date) -> QRectF:
        weeks = self._weeks()
        row = next((number for number, week in enumerate(weeks) if day in week), 0)
        tall = (self.height() - px(HEAD)) / len(weeks)
        wide = self.width() / WEEK
        return QRectF(day.weekday() * wide, px(HEAD) + row * tall, wide, tall)

    def _day_at(self, point: QPointF) -> dt.date:
        weeks = self._weeks()
        tall = (self.height() - px(HEAD)) / len(weeks)
        row = min(max(int((point.y() - px(HEAD)) / tall), 0), len(weeks) - 1)
        column = min(max(int(point.x() / (self.width() / WEEK)), 0), WEEK - 1)
        return weeks[row][column]

    def _paint_day(self, painter: QPainter, day: dt.date, room: QRectF) -> None:
        tokens, is_here = current(), day == self._day
        inside = day.month == self._day.month
        painter.setBrush(QColor(tokens.selection if is_here else tokens.surface if inside else tokens.bg))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawRect(room)
        if day == self._dragged:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRect(room.adjusted(2, 2, -2, -2))
        small = small_font(self.font())
        painter.setFont(strong_font(small))
        painter.setPen(QColor(tokens.accent if day == self._today else tokens.text if inside else tokens.mute))
        head = QRectF(room.left() + px(5), room.top(), room.width() - px(8), px(LINE))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), str(day.day))
        found = self._days.get(day, [])
        seen = max(int((room.height() - px(LINE)) // px(LINE)), 1)
        first = max(0, min(self._line, len(found) - 1) - seen + 1) if is_here else 0
        for place, each in enumerate(found[first : first + seen]):
            line = QRectF(head.left() - px(2), head.bottom() + place * px(LINE), head.width() + px(4), px(LINE))
            self._paint_line(painter, each, line, is_here=is_here and each is self.here)
        rest = len(found) - seen
        if rest > 0:
            painter.setFont(small)
            painter.setPen(QColor(tokens.mute))
            painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), f"+{rest}")

    def _paint_line(self, painter: QPainter, each: PlanDay, room: QRectF, *, is_here: bool) -> None:
        tokens = current()
        if is_here:
            painter.setBrush(QColor(tokens.accent_soft))
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.drawRoundedRect(room.adjusted(0, 1, 0, -1), 3, 3)
        ink = tokens.bad if each.over else tokens.mute if each.closed else tokens.text
        if each.kind is DayKind.MILESTONE:
            ink = tokens.accent
        painter.setPen(QColor(ink))
        painter.setFont(small_font(self.font()))
        inner = room.adjusted(px(3), 0, -px(2), 0)
        told = f"{MARKS[each.kind]} {each.title}"
        shown = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _settle(self) -> None:
        found, here = self._days.get(self._day, []), self.here
        told = here.told if here else _("nothing")
        if len(found) > 1:
            told = _("{told} ({place} of {count})").format(
                told=told, place=min(self._line, len(found) - 1) + 1, count=len(found)
            )
        self.setAccessibleDescription(f"{weekday(self._day)} {names.day(self._day)}: {told}")
        self.update()
        self.turned.emit(self._day.replace(day=1))

    def _go_up(self) -> None:
        if self._line > 0 and self.here is not None:
            self.go_to(self._day, min(self._line, len(self._days[self._day]) - 1) - 1)
        else:
            self.go_to(self._day - dt.timedelta(days=WEEK))

    def _go_down(self) -> None:
        if self._line < len(self._days.get(self._day, [])) - 1:
            self.go_to(self._day, self._line + 1)
        else:
            self.go_to(self._day + dt.timedelta(days=WEEK))

    def _go_today(self) -> None:
        self.go_to(self._today)

    def _open(self) -> None:
        if self.here is not None:
            self.opening.emit(self.here)

    def _move(self, days: int) -> None:
        if self.here is not None:
            self.moving.emit(self.here, self.here.day + dt.timedelta(days=days))
