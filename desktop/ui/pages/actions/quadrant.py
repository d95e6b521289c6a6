"""Impact against effort: actions as dots that are moved by keys and by the mouse."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from desktop.language import _
from desktop.model.planning.priorities import LITTLE_EFFORT, MUCH_IMPACT, Quadrant, Weighable, quadrant
from desktop.model.records import GRADES
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.keystrokes import strokes
from desktop.ui.painting import small_font, strong_font
from desktop.ui.theme import current, px
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import priorities

STEPS = tuple(map(Decimal, ("0.5", "1", "2", "3", "5", "8", "13", "20", "30", "50", "80", "130")))
"""The person days to which an action is moved; between them it stands where it was said to be."""
DOT, LEFT, BELOW, NAME = 13, 30, 26, 16
"""The radius of a dot, the room beside and below the field, and that of a quadrant's name, in pixels at 100 %."""
MIDDLE = 3
"""The impact, and `STEPS[MIDDLE]` the effort, from which one moves what was not placed yet."""


class ImpactField(Keyed, QWidget):
    """The field, and below it those of which impact or effort is not said.

    Signals:
        chosen: the id of the action under the cursor.
        opening: Enter on an action, by its id.
        placing: ``(action id, impact, effort as text)``; the effort is empty where it stays as it was.
    """

    chosen = Signal(str)
    opening = Signal(str)
    placing = Signal(str, int, str)

    def __init__(self) -> None:
        super().__init__()
        self.editable = True
        self._found: list[Weighable] = []
        self._titles: dict[str, str] = {}
        self._here = 0
        self._pressed: tuple[Weighable, QPointF] | None = None
        self._dragged: QPointF | None = None
        self.setAccessibleName(_("Impact against effort"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def here(self) -> Weighable | None:
        """The action under the cursor."""
        return self._found[self._here] if self._found else None

    def show_actions(self, found: Sequence[Weighable], titles: dict[str, str]) -> None:
        """Show these actions; the cursor stays with the one it was on."""
        before = self.here.action if self.here else ""
        self._found = sorted(found, key=lambda each: each.number)
        self._titles = titles
        self._here = 0
        self.select(before)

    def select(self, action: str) -> None:
        """Put the cursor on an action, if it is here."""
        places = [place for place, each in enumerate(self._found) if each.action == action]
        self._here = next(iter(places), min(self._here, max(len(self._found) - 1, 0)))
        self._settle()

    def deeds(self) -> Sequence[Deed]:
        """Open and move."""
        if self.here is None:
            return ()
        opening = Deed(("Enter",), _("Change what it takes and brings"), self._open)
        if not self.editable:
            return (opening,)
        return (
            opening,
            Deed(("Ctrl+Up",), _("More impact"), partial(self._move, 1, 0)),
            Deed(("Ctrl+Down",), _("Less impact"), partial(self._move, -1, 0)),
            Deed(("Ctrl+Right",), _("More effort"), partial(self._move, 0, 1)),
            Deed(("Ctrl+Left",), _("Less effort"), partial(self._move, 0, -1)),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from action to action, by number."""
        match strokes(event):
            case ("Left",) | ("Up",):
                self._go(-1)
            case ("Right",) | ("Down",):
                self._go(1)
            case _:
                super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Room for the five steps of impact."""
        return QSize(px(320), px(300))

    def sizeHint(self) -> QSize:
        """No more than it needs; it takes what is left."""
        return self.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Tell which action a dot is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(self._told(found) if found else ""), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The quadrants with their names, the axes, and the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_field(painter)
        for each, room in self._rooms():
            self._paint_dot(painter, each, room)
        if self._dragged is not None:
            painter.setPen(QPen(QColor(current().accent), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._at(*self._read(self._dragged)), px(DOT), px(DOT))
        if self.hasFocus():
            painter.setPen(QPen(QColor(current().accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a dot; what is dragged from there is moved."""
        found = self._under(event.position())
        if found is not None:
            self.select(found.action)
            if event.button() is Qt.MouseButton.LeftButton and self.editable:
                self._pressed = (found, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where it would go."""
        if self._pressed is None:
            return
        far = (event.position() - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
        if far or self._dragged is not None:
            self._dragged = event.position()
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Put it there."""
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        if pressed is not None and dragged is not None:
            impact, effort = self._read(dragged)
            self._place(pressed[0], impact, effort)
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

    @property
    def _field(self) -> QRectF:
        below = px(BELOW) + (px(2 * DOT + 22) if any(not _placed(each) for each in self._found) else 0)
        return QRectF(self.rect()).adjusted(px(LEFT), px(8), -px(10), -below)

    def _at(self, impact: int, effort: Decimal) -> QPointF:
        field = self._field
        inner = field.adjusted(px(DOT), px(DOT + NAME), -px(DOT), -px(DOT))
        share = _share(effort)
        level = (impact - GRADES[0]) / (GRADES[-1] - GRADES[0])
        return QPointF(inner.left() + share * inner.width(), inner.bottom() - level * inner.height())

    def _read(self, point: QPointF) -> tuple[int, Decimal]:
        """The nearest impact and step of effort."""
        impact = min(GRADES, key=lambda grade: abs(self._at(grade, STEPS[0]).y() - point.y()))
        effort = min(STEPS, key=lambda step: abs(self._at(GRADES[0], step).x() - point.x()))
        return impact, effort

    def _rooms(self) -> list[tuple[Weighable, QRectF]]:
        """Every action with where it stands, those that would cover each other apart, the one under the cursor last."""
        found, outside = list[tuple[Weighable, QRectF]](), 0
        for each in self._found:
            if each.impact is not None and each.effort is not None and _placed(each):
                room = self._free(each.impact, each.effort, [other for _action, other in found])
            else:
                room = _dot(QPointF(px(LEFT + DOT) + outside * px(2 * DOT + 4), self.height() - px(DOT + 4)))
                outside += 1
            found.append((each, room))
        return sorted(found, key=lambda pair: pair[0] is self.here)

    def _free(self, impact: int, effort: Decimal, taken: Sequence[QRectF]) -> QRectF:
        """Room for a dot, on its line or a little below or above it; where all of that is taken, beside."""
        centre = self._at(impact, effort)
        apart = min(px(2 * DOT) - 2.0, 0.42 * abs(self._at(1, effort).y() - self._at(2, effort).y()))
        beside = 0
        while True:
            for lane in (0, 1, -1):
                room = _dot(centre + QPointF(beside * px(DOT), lane * apart))
                if not any(room.adjusted(3, 3, -3, -3).intersects(other) for other in taken):
                    return room
            beside += 1

    def _under(self, point: QPointF) -> Weighable | None:
        return next((each for each, room in reversed(self._rooms()) if room.contains(point)), None)

    def _paint_field(self, painter: QPainter) -> None:
        tokens, field = current(), self._field
        across = (self._at(1, STEPS[5]).x() + self._at(1, STEPS[6]).x()) / 2
        down = (self._at(MUCH_IMPACT, STEPS[0]).y() + self._at(MUCH_IMPACT - 1, STEPS[0]).y()) / 2
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.drawRect(field)
        painter.setPen(QPen(QColor(tokens.line), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(across, field.top()), QPointF(across, field.bottom()))
        painter.drawLine(QPointF(field.left(), down), QPointF(field.right(), down))
        small = small_font(self.font())
        painter.setFont(strong_font(small))
        painter.setPen(QColor(tokens.mute))
        rooms = {
            Quadrant.QUICK_WIN: QRectF(field.left(), field.top(), across - field.left(), down - field.top()),
            Quadrant.BIG_BET: QRectF(across, field.top(), field.right() - across, down - field.top()),
            Quadrant.FILL_IN: QRectF(field.left(), down, across - field.left(), field.bottom() - down),
            Quadrant.THINK_TWICE: QRectF(across, down, field.right() - across, field.bottom() - down),
        }
        for where, room in rooms.items():
            named = room.adjusted(px(8), px(4), -px(8), -px(4))
            painter.drawText(
                named, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter), priorities.quadrant_name(where)
            )
        painter.setFont(small)
        for grade in GRADES:
            level = self._at(grade, STEPS[0]).y()
            painter.drawText(
                QRectF(0, level - px(8), px(LEFT) - px(6), px(16)), int(Qt.AlignmentFlag.AlignRight), str(grade)
            )
        under = QRectF(field.left(), field.bottom() + px(4), field.width(), px(BELOW) - px(6))
        painter.drawText(under, int(Qt.AlignmentFlag.AlignLeft), _("little effort"))
        painter.drawText(under, int(Qt.AlignmentFlag.AlignRight), _("much effort"))
        limit = QRectF(across - px(40), under.top(), px(80), under.height())
        painter.drawText(limit, int(Qt.AlignmentFlag.AlignHCenter), _("{days} days").format(days=LITTLE_EFFORT))
        if any(not _placed(each) for each in self._found):
            told = QRectF(field.left(), self.height() - px(2 * DOT + 22), field.width(), px(16))
            painter.drawText(told, int(Qt.AlignmentFlag.AlignLeft), _("Not placed yet:"))

    def _paint_dot(self, painter: QPainter, each: Weighable, room: QRectF) -> None:
        tokens, is_here = current(), each is self.here
        painter.setPen(QPen(QColor(tokens.accent), 2 if is_here else 1))
        painter.setBrush(QColor(tokens.accent_soft if is_here else tokens.surface))
        painter.drawEllipse(room.adjusted(1, 1, -1, -1))
        painter.setPen(QColor(tokens.text))
        painter.setFont(strong_font(small_font(self.font())))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), str(each.number))

    def _told(self, each: Weighable) -> str:
        title = f"{each.number} {self._titles.get(each.action, '')}"
        if not _placed(each) or each.impact is None or each.effort is None:
            return _("{action}: not placed yet").format(action=title)
        return _("{action}: impact {impact}, {effort} days, {quadrant}").format(
            action=title,
            impact=each.impact,
            effort=priorities.plain(each.effort),
            quadrant=priorities.quadrant_name(quadrant(each.impact, each.effort)).lower(),
        )

    def _settle(self) -> None:
        here = self.here
        self.setAccessibleDescription(self._told(here) if here else _("No open actions"))
        self.update()
        self.chosen.emit(here.action if here else "")

    def _go(self, way: int) -> None:
        if self._found:
            self._here = min(max(self._here + way, 0), len(self._found) - 1)
            self._settle()

    def _open(self) -> None:
        if self.here is not None:
            self.opening.emit(self.here.action)

    def _move(self, impact: int, effort: int) -> None:
        here = self.here
        if here is None:
            return
        days = here.effort or None
        level = min(max((here.impact or MIDDLE) + impact, GRADES[0]), GRADES[-1])
        self._place(here, level, _stepped(days, effort) if days is None or effort else days)

    def _place(self, action: Weighable, impact: int, effort: Decimal) -> None:
        if (impact, effort) != (action.impact, action.effort):
            self.placing.emit(action.action, impact, str(effort))


def _dot(centre: QPointF) -> QRectF:
    """The room of a dot."""
    return QRectF(centre.x() - px(DOT), centre.y() - px(DOT), px(2 * DOT), px(2 * DOT))


def _placed(each: Weighable) -> bool:
    return each.impact is not None and each.effort is not None and each.effort > 0


def _share(effort: Decimal) -> float:
    """How far to the right so many days stand, from 0 to 1: equal steps for equal ratios."""
    lowest, highest = float(STEPS[0]), float(STEPS[-1])
    days = min(max(float(effort), lowest), highest)
    return math.log(days / lowest) / math.log(highest / lowest)


def _stepped(effort: Decimal | None, way: int) -> Decimal:
    """The next step of effort in a way; of what is not said, one of few days."""
    if effort is None:
        return STEPS[MIDDLE]
    if way > 0:
        return next((step for step in STEPS if step > effort), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < effort), STEPS[0])
