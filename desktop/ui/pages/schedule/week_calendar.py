"""A week as a calendar: days are columns, hours are rows, and sessions are moved by keys and by the mouse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from desktop.language import _
from desktop.model.planning.day_times import HOUR, time_of
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.keystrokes import strokes
from desktop.ui.pages.schedule.blocks import CalendarBlock, lanes
from desktop.ui.pages.schedule.week_grid import (
    BAND,
    FRIDAY,
    HEAD,
    HOURS,
    LEAST_HOUR,
    WEEK,
    WeekGrid,
    grid_of,
    monday_of,
)
from desktop.ui.pages.schedule.week_painting import block_faces, free_room, paint_block, paint_cursor, paint_hours
from desktop.ui.theme import current, px
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.schedule import moment_words

STEP, FINE = 30, 15
"""Minutes by which the cursor goes, and by which a session is moved."""

Moment = tuple[dt.date, int | None]
"""A day, and a minute of it; no minute for a time frame."""


class WeekCalendar(Keyed, QWidget):
    """One week.

    Attributes:
        editable: whether anything can be changed.

    Signals:
        chosen: the key of the session under the cursor; empty for a free time.
        opening: Enter on a session, by its key.
        adding: Enter on a free time: day and minute, or None for a time frame.
        moving: ``(key, day, minute or None)``.
        stretching: ``(key, minutes)``: how much longer a session is to be; less than 0 for shorter.
        turned: the Monday of the week that is in view.
    """

    chosen = Signal(str)
    opening = Signal(str)
    adding = Signal(object, object)
    moving = Signal(str, object, object)
    stretching = Signal(str, int)
    turned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.editable = True
        self.today = dt.date.min
        self._blocks: list[CalendarBlock] = []
        self._day, self._lane = dt.date(2000, 1, 3), 0
        self._minute: int | None = 9 * HOUR
        self._pressed: tuple[CalendarBlock, QPointF] | None = None
        self._dragged: Moment | None = None
        self.further: Sequence[Deed] = ()
        self.setAccessibleName(_("Calendar of the week"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def monday(self) -> dt.date:
        """The first day in view."""
        return monday_of(self._day)

    @property
    def here(self) -> CalendarBlock | None:
        """The session under the cursor."""
        found = self._at(self._day, self._minute)
        return found[min(self._lane, len(found) - 1)] if found else None

    @property
    def moment(self) -> Moment:
        """Where the cursor is."""
        return self._day, self._minute

    def show_blocks(self, blocks: Sequence[CalendarBlock]) -> None:
        """Show these sessions; the cursor stays with the session it was on."""
        key = self.here.key if self.here is not None else ""
        self._blocks = list(blocks)
        if not self.select(key):
            self._settle()

    def select(self, key: str) -> bool:
        """Put the cursor on a session; False where it is not on the calendar."""
        block = next((each for each in self._blocks if key and each.key == key), None)
        if block is None:
            return False
        self._day, self._minute = block.day, block.span[0] if block.span else None
        self._lane = self._at(self._day, self._minute).index(block)
        self._settle()
        return True

    def go_to(self, day: dt.date, minute: int | None) -> None:
        """Put the cursor on a time."""
        self._day, self._minute, self._lane = day, minute, 0
        self._settle()

    def turn(self, weeks: int) -> None:
        """Show an earlier or a later week."""
        self.go_to(self._day + dt.timedelta(days=WEEK * weeks), self._minute)

    def deeds(self) -> Sequence[Deed]:
        """Go, open, add and move."""
        block = self.here
        going = (
            Deed(("Page Up",), _("The week before"), self._week_before),
            Deed(("Page Down",), _("The week after"), self._week_after),
        )
        if block is None:
            adding = (Deed(("Enter",), _("Add a session here"), self._add),) if self.editable else ()
            return (*adding, *self.further, *going)
        opening = () if block.is_draft else (Deed(("Enter", "F2"), _("Change what it is"), self._open),)
        if not self.editable or block.is_draft:
            return (*opening, *self.further, *going)
        timed = (
            Deed(("Ctrl+Up",), _("Earlier"), self._earlier),
            Deed(("Ctrl+Down",), _("Later"), self._later),
            Deed(("+",), _("Longer"), self._longer),
            Deed(("-",), _("Shorter"), self._shorter),
        )
        moving = (
            Deed(("Ctrl+Left",), _("To the day before"), self._day_before),
            Deed(("Ctrl+Right",), _("To the day after"), self._day_after),
        )
        return (*opening, *moving, *(timed if block.span else ()), *self.further, *going)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from time to time, and from one session to the one beside it."""
        match strokes(event):
            case ("Left",):
                self._go_aside(-1)
            case ("Right",):
                self._go_aside(1)
            case ("Up",):
                self._go_up()
            case ("Down",):
                self._go_down()
            case _:
                super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Every hour in view, however low."""
        grid = self._grid()
        return QSize(
            px(HOURS) + px(54) * grid.days, px(HEAD) + px(BAND) * grid.bands + px(LEAST_HOUR) * (grid.last - grid.first)
        )

    def sizeHint(self) -> QSize:
        """No more than it needs; it takes what is left."""
        return self.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Tell what does not fit into a block."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(block.told if block else ""), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hours, sessions, the cursor, and what is being dragged."""
        painter, grid, here = QPainter(self), self._grid(), self.here
        paint_hours(painter, grid, self.font(), self.today)
        if here is None and self.hasFocus():
            paint_cursor(painter, free_room(grid, self._day, self._minute, STEP))
        faces = block_faces(self.font())
        for block, room in self._rooms(grid):
            paint_block(painter, block, room, faces, chosen=block is here)
        if self._dragged is not None and self._pressed is not None:
            day, minute = self._dragged
            span = self._pressed[0].span
            if span is not None and minute is not None:
                painter.setPen(QPen(QColor(current().accent), 2, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(grid.span(day, (minute, minute + span[1] - span[0])), 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current().accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse; what is dragged from there is moved."""
        block = self._under(event.position())
        if block is None:
            self.go_to(*self._grid().found(event.position(), STEP))
        else:
            self.select(block.key)
        dragging = event.button() is Qt.MouseButton.LeftButton and block is not None and self.editable
        self._pressed = (block, event.position()) if dragging and block is not None and not block.is_draft else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where it would go."""
        if self._pressed is None:
            return
        block, begun = self._pressed
        if (event.position() - begun).manhattanLength() < QApplication.startDragDistance() and self._dragged is None:
            return
        grid = self._grid()
        day, minute = grid.found(event.position(), FINE)
        held = grid.found(begun, FINE)
        if block.span is None:
            self._dragged = (block.day + (day - held[0]), None)
        elif minute is not None and held[1] is not None:
            self._dragged = (day, min(max(block.span[0] + minute - held[1], 0), 24 * HOUR - FINE))
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Put it there."""
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        if pressed is not None and dragged is not None:
            self.moving.emit(pressed[0].key, *dragged)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As Enter."""
        self._pressed = None
        if self.here is None:
            self._add()
        elif not self.here.is_draft:
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

    def _grid(self) -> WeekGrid:
        return grid_of(self.monday, self._blocks, QRectF(self.rect()).adjusted(2, 2, -2, -2))

    def _frames(self) -> list[CalendarBlock]:
        sunday = self.monday + dt.timedelta(days=WEEK - 1)
        found = [
            each for each in self._blocks if each.span is None and each.day <= sunday and each.last_day >= self.monday
        ]
        return sorted(found, key=lambda each: (each.day, each.name, each.key))

    def _at(self, day: dt.date, minute: int | None) -> list[CalendarBlock]:
        """The sessions at a time, as they stand beside each other."""
        if minute is None:
            return [each for each in self._frames() if each.day <= day <= each.last_day]
        timed = [each for each in self._blocks if each.day == day and each.span is not None]
        places = lanes(timed)
        found = [each for each in timed if each.span and each.span[0] <= minute < each.span[1]]
        return sorted(found, key=lambda each: places[each.key])

    def _rooms(self, grid: WeekGrid) -> list[tuple[CalendarBlock, QRectF]]:
        """Every session in view with where it stands."""
        found = []
        for day in grid.shown:
            timed = [each for each in self._blocks if each.day == day and each.span is not None]
            places = lanes(timed)
            found += [(each, grid.span(day, each.span, *places[each.key])) for each in timed if each.span]
        return found + [
            (each, grid.band(each.day, each.last_day, number))
            for number, each in enumerate(self._frames())
            if each.day <= grid.shown[-1]
        ]

    def _under(self, point: QPointF) -> CalendarBlock | None:
        return next((block for block, room in self._rooms(self._grid()) if room.contains(point)), None)

    def _settle(self) -> None:
        """The cursor is where it is now."""
        block = self.here
        moment = moment_words(self._day, "" if self._minute is None else time_of(self._minute))
        self.setAccessibleDescription(f"{moment}: {block.told if block else _('free')}")
        self.updateGeometry()
        self.update()
        self.turned.emit(self.monday)
        self.chosen.emit(block.key if block is not None else "")

    def _go_aside(self, way: int) -> None:
        beside = self._lane + way
        if 0 <= beside < len(self._at(self._day, self._minute)):
            self._lane = beside
        else:
            self._step_day(way)
            self._lane = 0 if way > 0 else max(len(self._at(self._day, self._minute)) - 1, 0)
        self._settle()

    def _step_day(self, way: int) -> None:
        days = self._grid().days
        day = self._day + dt.timedelta(days=way)
        while days == FRIDAY and day.weekday() >= FRIDAY:
            day += dt.timedelta(days=way)
        self._day = day

    def _go_up(self) -> None:
        if self._minute is None:
            return
        block, grid = self.here, self._grid()
        before = (block.span[0] if block and block.span else self._minute) - 1
        self._minute = before // STEP * STEP if before >= grid.first * HOUR else None
        self._lane = 0
        above = self.here
        if above is not None and above.span is not None:
            self._minute = above.span[0]
        self._settle()

    def _go_down(self) -> None:
        block, grid = self.here, self._grid()
        after = grid.first * HOUR
        if self._minute is not None:
            after = block.span[1] if block and block.span else (self._minute // STEP + 1) * STEP
        if after < grid.last * HOUR:
            self._minute, self._lane = after, 0
            self._settle()

    def _week_before(self) -> None:
        self.turn(-1)

    def _week_after(self) -> None:
        self.turn(1)

    def _add(self) -> None:
        if self.editable:
            self.adding.emit(self._day, self._minute)

    def _open(self) -> None:
        block = self.here
        if block is not None:
            self.opening.emit(block.key)

    def _move(self, days: int, minutes: int) -> None:
        block = self.here
        if block is None:
            return
        minute = block.span[0] + minutes if block.span else None
        if minute is None or 0 <= minute < 24 * HOUR:
            self.moving.emit(block.key, block.day + dt.timedelta(days=days), minute)

    def _earlier(self) -> None:
        self._move(0, -FINE)

    def _later(self) -> None:
        self._move(0, FINE)

    def _day_before(self) -> None:
        self._move(-1, 0)

    def _day_after(self) -> None:
        self._move(1, 0)

    def _longer(self) -> None:
        self._stretch(FINE)

    def _shorter(self) -> None:
        self._stretch(-FINE)

    def _stretch(self, minutes: int) -> None:
        block = self.here
        if block is not None and block.span is not None and block.span[1] + minutes > block.span[0]:
            self.stretching.emit(block.key, minutes)
