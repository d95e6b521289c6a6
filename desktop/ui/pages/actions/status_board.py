"""A board with a column for each status: actions as cards that are moved by keys and by the mouse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QToolTip, QWidget

from desktop.language import _
from desktop.model.records import Action, ActionStatus
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.keystrokes import strokes
from desktop.ui.painting import broken, small_font, strong_font
from desktop.ui.theme import current, px
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names

HEAD, CARD, GAP = 30, 92, 6
"""How tall the heading of a column and a card are, and what is left free between cards, in pixels at 100 %."""
EMPTY, LEAST, FAR = 60, 72, 900
"""How wide a column without cards is, one with cards at least, and from where on all are as wide as each other."""


class StatusBoard(Keyed, QWidget):
    """All actions by their status.

    Signals:
        opening: Enter on an action, by its id.
        moving: ``(action id, status)``.
    """

    opening = Signal(str)
    moving = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.editable = True
        self._today = dt.date.min
        self._columns: dict[ActionStatus, list[Action]] = {status: [] for status in ActionStatus}
        self._status, self._row = ActionStatus.PROPOSED, 0
        self._pressed: tuple[Action, QPointF] | None = None
        self._dragged: QPointF | None = None
        self.setAccessibleName(_("Board of actions by status"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def here(self) -> Action | None:
        """The action under the cursor."""
        column = self._columns[self._status]
        return column[min(self._row, len(column) - 1)] if column else None

    def show_actions(self, actions: Sequence[Action], today: dt.date) -> None:
        """Show these; the cursor stays with the action it was on."""
        before = self.here.id if self.here else ""
        self._today = today
        for status in ActionStatus:
            found = [action for action in actions if action.status is status]
            self._columns[status] = sorted(found, key=lambda each: (each.due or dt.date.max, each.number))
        if not self.select(before):
            filled = [status for status, column in self._columns.items() if column]
            self._status, self._row = next(iter(filled), ActionStatus.PROPOSED), 0
        self.updateGeometry()
        self._settle()

    def select(self, action: str) -> bool:
        """Put the cursor on an action; False where it is not here."""
        for status, column in self._columns.items():
            for row, each in enumerate(column):
                if each.id == action:
                    self._status, self._row = status, row
                    self._settle()
                    return True
        return False

    def deeds(self) -> Sequence[Deed]:
        """Open and move."""
        here = self.here
        if here is None:
            return ()
        opening = Deed(("Enter",), _("See the action in full"), self._open)
        order = list(ActionStatus)
        place = order.index(here.status)
        ways = ((("Ctrl+Left",), place - 1), (("Ctrl+Right",), place + 1))
        moves = [(keys, order[to]) for keys, to in ways if self.editable and 0 <= to < len(order)]
        moving = [
            Deed(keys, _("Move to “{status}”").format(status=names.name(status)), partial(self._move, status))
            for keys, status in moves
        ]
        return (opening, *moving)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from card to card and from column to column."""
        match strokes(event):
            case ("Left",):
                self._go_aside(-1)
            case ("Right",):
                self._go_aside(1)
            case ("Up",):
                self._go(-1)
            case ("Down",):
                self._go(1)
            case _:
                super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Every card in view; the page around it scrolls."""
        most = max(map(len, self._columns.values()), default=0)
        wide = sum(px(LEAST if column else EMPTY) for column in self._columns.values())
        return QSize(wide, px(HEAD) + max(most, 3) * px(CARD + GAP) + px(GAP))

    def sizeHint(self) -> QSize:
        """No more than it needs; it takes what is left."""
        return self.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Tell what does not fit on a card."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(self._told(found) if found else ""), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Columns with their counts, cards, and where one is dragged to."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self._column_at(self._dragged.x()) if self._dragged is not None else None
        for status, room in self._column_rooms().items():
            self._paint_column(painter, status, room, over=status is over)
        for action, room in self._card_rooms():
            self._paint_card(painter, action, room)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current().accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card; what is dragged from there is moved."""
        found = self._under(event.position())
        if found is not None:
            self.select(found.id)
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
            status = self._column_at(dragged.x())
            if status is not pressed[0].status:
                self.moving.emit(pressed[0].id, status)
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

    def _column_rooms(self) -> dict[ActionStatus, QRectF]:
        """The columns beside each other: those without cards are narrow where room is short."""
        alike = self.width() >= px(FAR)
        narrow = [status for status, column in self._columns.items() if not column and not alike]
        wide = (self.width() - px(EMPTY) * len(narrow)) / max(len(self._columns) - len(narrow), 1)
        found, left = {}, 0.0
        for status in self._columns:
            width = px(EMPTY) if status in narrow else wide
            found[status] = QRectF(left, 0, width, self.height())
            left += width
        return found

    def _card_rooms(self) -> list[tuple[Action, QRectF]]:
        found = []
        for status, room in self._column_rooms().items():
            inner = room.adjusted(px(GAP), px(HEAD), -px(GAP), 0)
            for row, action in enumerate(self._columns[status]):
                top = inner.top() + row * px(CARD + GAP)
                found.append((action, QRectF(inner.left(), top, inner.width(), px(CARD))))
        return found

    def _column_at(self, across: float) -> ActionStatus:
        rooms = self._column_rooms()
        return next((status for status, room in rooms.items() if across < room.right()), list(rooms)[-1])

    def _under(self, point: QPointF) -> Action | None:
        return next((action for action, room in self._card_rooms() if room.contains(point)), None)

    def _paint_column(self, painter: QPainter, status: ActionStatus, room: QRectF, *, over: bool) -> None:
        tokens = current()
        ground = room.adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine) if over else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.rail))
        painter.drawRoundedRect(ground, 6, 6)
        painter.setFont(strong_font(small_font(self.font())))
        painter.setPen(QColor(tokens.text))
        told = _("{status} {count}").format(status=names.name(status), count=len(self._columns[status]))
        head = QRectF(ground.left() + px(8), ground.top(), ground.width() - px(12), px(HEAD) - 4)
        shown = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, int(head.width()))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_card(self, painter: QPainter, action: Action, room: QRectF) -> None:
        tokens, is_here = current(), action is self.here
        late = action.is_overdue(self._today)
        painter.setPen(QPen(QColor(tokens.accent if is_here else tokens.line), 2 if is_here else 1))
        painter.setBrush(QColor(tokens.selection if is_here else tokens.surface))
        painter.drawRoundedRect(room, 4, 4)
        inner = room.adjusted(px(7), px(4), -px(5), -px(4))
        small, strong = small_font(self.font()), strong_font(small_font(self.font()))
        painter.setFont(strong)
        step = painter.fontMetrics().height()
        level = inner.top()
        painter.setPen(QColor(tokens.text))
        for line in broken(f"{action.number} {action.title}", strong, inner.width(), 4):
            painter.drawText(QRectF(inner.left(), level, inner.width(), step), 0, line)
            level += step
        painter.setFont(small)
        painter.setPen(QColor(tokens.bad if late else tokens.mute))
        foot = QRectF(inner.left(), inner.bottom() - step, inner.width(), step)
        shown = painter.fontMetrics().elidedText(self._foot(action), Qt.TextElideMode.ElideRight, int(foot.width()))
        painter.drawText(foot, 0, shown)

    def _foot(self, action: Action) -> str:
        day = names.day(action.due) if action.due else ""
        if action.is_overdue(self._today):
            day = _("overdue since {day}").format(day=day)
        return " · ".join(part for part in (day, action.owner) if part)

    def _told(self, action: Action) -> str:
        told = f"{action.number} {action.title}, {names.name(action.status).lower()}"
        foot = self._foot(action)
        return f"{told}\n{foot}" if foot else told

    def _settle(self) -> None:
        here = self.here
        nothing = _("{status}: no actions").format(status=names.name(self._status))
        self.setAccessibleDescription(self._told(here) if here else nothing)
        self.update()
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        room = next((room for action, room in self._card_rooms() if action is self.here), None)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if around is not None else None
        if room is not None and around is not None and inside is not None and self.hasFocus():
            for point in (room.bottomRight(), room.topLeft()):
                seen = self.mapTo(inside, QPoint(int(point.x()), int(point.y())))
                around.ensureVisible(seen.x(), seen.y(), px(GAP), px(GAP))

    def _go(self, way: int) -> None:
        column = self._columns[self._status]
        if column:
            self._row = min(max(min(self._row, len(column) - 1) + way, 0), len(column) - 1)
            self._settle()

    def _go_aside(self, way: int) -> None:
        order = list(ActionStatus)
        place = order.index(self._status) + way
        if 0 <= place < len(order):
            self._status = order[place]
            self._settle()

    def _open(self) -> None:
        if self.here is not None:
            self.opening.emit(self.here.id)

    def _move(self, status: ActionStatus) -> None:
        if self.here is not None:
            self.moving.emit(self.here.id, status)
