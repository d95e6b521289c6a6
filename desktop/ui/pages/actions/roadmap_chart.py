"""The road map in the window: the picture that files have, through which keys lead and whose bars the mouse drags."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from enum import Enum, auto
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.exchange.figures.drawing import roadmap
from desktop.exchange.figures.roadmap import Box, RoadmapPlan, roadmap_height, roadmap_plan
from desktop.exchange.figures.roadmap_data import RoadmapBar, RoadmapData
from desktop.exchange.tokens import Tokens
from desktop.language import _
from desktop.ui import theme
from desktop.ui.deeds import Deed
from desktop.ui.keystrokes import strokes
from desktop.ui.qt_paper import QtPaper
from desktop.ui.sizes import size
from desktop.ui.widgets.chart import IN_CARD, Chart
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names

_EDGE = 6.0
"""So near to an end of a bar, in pixels, the mouse drags that end."""
_MONTHS = 12


class Grip(Enum):
    """By what a bar is dragged."""

    START = auto()
    WHOLE = auto()
    DUE = auto()


class RoadmapChart(Chart):
    """Actions over quarters.

    Signals:
        opening: the id of an action to see in full.
        moving: ``(id, first day or None, last day or None)`` for an action whose days change; None leaves one as it is.
        chosen: the id of the action under the cursor.
    """

    opening = Signal(str)
    moving = Signal(str, object, object)
    chosen = Signal(str)

    def __init__(self) -> None:

        super().__init__(_("Road map"), QSize(640, 420))
        self.editable = True
        self._data: RoadmapData | None = None
        self._here = ""
        self._held: tuple[RoadmapBar, Grip, QPointF] | None = None
        self._dragged: RoadmapBar | None = None
        self.setMouseTracking(True)

    @property
    def here(self) -> RoadmapBar | None:
        """The action under the cursor."""
        return next((bar for bar in self._bars if bar.id == self._here), None)

    def show_plan(self, data: RoadmapData) -> None:
        """Show a plan; the cursor stays on its action."""
        before = [bar.id for bar in self._bars]
        self._data = data
        ids = [bar.id for bar in data.bars]
        if self._here not in ids:
            place = before.index(self._here) if self._here in before else 0
            self._here = ids[min(place, len(ids) - 1)] if ids else ""
        size(self, least_height=max(300, round(roadmap_height(data))))
        self._show()

    def select(self, action: str) -> None:
        """Put the cursor on an action, if it is shown."""
        if action in {bar.id for bar in self._bars}:
            self._here = action
            self._show()

    def deeds(self) -> Sequence[Deed]:
        """Open, shift, copy."""
        copying = super().deeds()
        if self.here is None:
            return copying
        found = [Deed(("Enter",), _("Open it"), self._open)]
        if self.editable:
            found += [
                Deed((key,), text, partial(self._shift, *by))
                for key, text, by in (
                    ("Ctrl+Left", _("A week earlier"), (Grip.WHOLE, -7, 0)),
                    ("Ctrl+Right", _("A week later"), (Grip.WHOLE, 7, 0)),
                    ("Ctrl+Up", _("A month earlier"), (Grip.WHOLE, 0, -1)),
                    ("Ctrl+Down", _("A month later"), (Grip.WHOLE, 0, 1)),
                    ("Shift+Left", _("Due a week earlier"), (Grip.DUE, -7, 0)),
                    ("Shift+Right", _("Due a week later"), (Grip.DUE, 7, 0)),
                    ("Shift+Up", _("Due a month earlier"), (Grip.DUE, 0, -1)),
                    ("Shift+Down", _("Due a month later"), (Grip.DUE, 0, 1)),
                )
            ]
        return (*found, *copying)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from action to action."""
        match strokes(event):
            case ("Up" | "Left",):
                self._step(-1)
            case ("Down" | "Right",):
                self._step(1)
            case _:
                super().keyPressEvent(event)

    def picture(self, colours: Tokens) -> QImage:
        """The drawing without a cursor."""
        here, self._here = self._here, ""
        self._show()
        image = super().picture(colours)
        self._here = here
        self._show()
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it; a bar that is dragged is framed."""
        super().paintEvent(event)
        box = self._box_of(self._dragged.id) if self._dragged is not None else None
        if box is not None:
            painter = QPainter(self)
            painter.setPen(QPen(QColor(theme.current().accent), 2, Qt.PenStyle.DashLine))
            painter.drawRect(box)
            painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell of the bar under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._found(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(_told(found[0]) if found else ""), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the action under the mouse; what is dragged from there moves."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        found = self._found(event.position())
        if found is None:
            return
        bar, grip = found
        self.select(bar.id)
        if event.button() is Qt.MouseButton.LeftButton and self.editable:
            self._held = bar, grip, event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the bar would go, and by what it can be taken."""
        if self._held is None:
            found = self._found(event.position()) if self.editable else None
            wide = found is not None and found[1] is not Grip.WHOLE
            self.setCursor(Qt.CursorShape.SizeHorCursor if wide else Qt.CursorShape.ArrowCursor)
            return
        bar, grip, begun = self._held
        far = (event.position() - begun).manhattanLength() >= QApplication.startDragDistance()
        if far or self._dragged is not None:
            plan = self._plan()
            days = 0 if plan is None else round((event.position() - begun).x() / theme.scale() / _day_width(plan))
            self._dragged = _moved(bar, grip, dt.timedelta(days=days))
            self._show()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Put it there."""
        held, dragged = self._held, self._dragged
        self._held = self._dragged = None
        self._show()
        if (
            held is not None
            and dragged is not None
            and (dragged.starts, dragged.ends) != (held[0].starts, held[0].ends)
        ):
            self._tell(held[1], dragged)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As Enter."""
        self._held = None
        self._open()
        event.accept()

    @property
    def _bars(self) -> tuple[RoadmapBar, ...]:
        return self._data.bars if self._data is not None else ()

    def _show(self) -> None:
        if self._data is None:
            return
        data, dragged = self._data, self._dragged
        if dragged is not None:
            groups = tuple(
                replace(group, bars=tuple(dragged if bar.id == dragged.id else bar for bar in group.bars))
                for group in data.groups
            )
            data = replace(data, groups=groups)
        self.show_drawing(roadmap(data, self._here))
        here = self.here
        self.setAccessibleDescription(_told(here) if here is not None else "")
        self.setToolTip(plain_tip(""))

    def _step(self, by: int) -> None:
        ids = [bar.id for bar in self._bars]
        if ids:
            place = ids.index(self._here) if self._here in ids else 0
            self._here = ids[min(max(place + by, 0), len(ids) - 1)]
            self._show()
            self.chosen.emit(self._here)

    def _open(self) -> None:
        if self._here:
            self.opening.emit(self._here)

    def _shift(self, grip: Grip, days: int, months: int) -> None:
        bar = self.here
        if bar is None:
            return
        first = _later(bar.starts, days, months) if grip is Grip.WHOLE else bar.starts
        last = max(_later(bar.ends, days, months), first)
        self._tell(grip, replace(bar, starts=first, ends=last))

    def _tell(self, grip: Grip, bar: RoadmapBar) -> None:
        starts = None if grip is Grip.DUE else bar.starts
        ends = None if grip is Grip.START else bar.ends
        self.moving.emit(bar.id, starts, ends)

    def _plan(self) -> RoadmapPlan | None:
        """Where everything lies, in pixels at 100 %."""
        if self._data is None or not self._bars or self.size().isEmpty():
            return None
        image = QImage(1, 1, QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        paper = QtPaper(painter, theme.current(), QSizeF(self.size()) / theme.scale(), IN_CARD)
        found = roadmap_plan(paper, self._data, paper.heading(self._data.title, ""))
        painter.end()
        return found

    def _found(self, at: QPointF) -> tuple[RoadmapBar, Grip] | None:
        """The bar in whose row the mouse is, and by what it would be taken."""
        plan, here = self._plan(), at / theme.scale()
        for bar in self._bars if plan is not None else ():
            box = plan.boxes[bar.id] if plan is not None else None
            if box is None or abs(here.y() - box.middle) > (plan.row if plan is not None else 0) / 2:
                continue
            return bar, _grip(box, here.x())
        return None

    def _box_of(self, action: str) -> QRectF | None:
        plan = self._plan()
        if plan is None or self._dragged is None or action not in plan.boxes:
            return None
        box, scale = plan.boxes[action], theme.scale()
        left = plan.across(self._dragged.starts)
        right = max(plan.across(self._dragged.ends + dt.timedelta(days=1)), left + _EDGE)
        return QRectF(left * scale, box.top * scale, (right - left) * scale, (box.bottom - box.top) * scale)


def _grip(box: Box, x: float) -> Grip:
    if abs(x - box.right) <= _EDGE:
        return Grip.DUE
    if abs(x - box.left) <= _EDGE and box.right - box.left > 3 * _EDGE:
        return Grip.START
    return Grip.WHOLE


def _day_width(plan: RoadmapPlan) -> float:
    return (plan.right - plan.left) / plan.days


def _moved(bar: RoadmapBar, grip: Grip, by: dt.timedelta) -> RoadmapBar:
    """The bar with its days moved; none ends before it begins."""
    match grip:
        case Grip.WHOLE:
            return replace(bar, starts=bar.starts + by, ends=bar.ends + by)
        case Grip.START:
            return replace(bar, starts=min(bar.starts + by, bar.ends))
        case Grip.DUE:
            return replace(bar, ends=max(bar.ends + by, bar.starts))


def _later(day: dt.date, days: int, months: int) -> dt.date:
    """A day so much later; at the end of a short month its last."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last)) + dt.timedelta(days=days)


def _told(bar: RoadmapBar) -> str:
    """An action in a line."""
    return _("{number} {title}: {first} to {last}, {owner}").format(
        number=bar.number,
        title=bar.title,
        first=names.day(bar.starts),
        last=names.day(bar.ends),
        owner=bar.owner or _("nobody yet"),
    )
