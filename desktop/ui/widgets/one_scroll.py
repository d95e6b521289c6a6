"""The scroll area of a page: where the page scrolls, nothing in it does."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QTextEdit,
    QWidget,
)

from desktop.ui.sizes import size
from desktop.ui.theme import scale
from desktop.ui.widgets.folding_panes import FoldingPanes
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.whole_height import Rolled, rolled_within, whole_height

BAR, HEARD = "rolled-bar", "heard"
"""Properties of what can be unrolled: when its scroll bar is seen while it is not, and whether it is listened to."""
STIRRING = {QEvent.Type.LayoutRequest, QEvent.Type.Move, QEvent.Type.Resize}
AROUND = 12
"""What is followed stands no nearer to the edge, in pixels."""


class OneScroll(ScrollArea):
    """Holds a page whose lists have scroll bars of their own, as long as it has room for all that stands around them.

    Where it has not, panes take turns. Where that is not enough, it *unrolls* the page: each list is as tall as its
    rows, and the page is the only thing that scrolls. Headings of tables and the bars of panes stay in view; so does
    the row with the cursor, and a field that is typed into, also when a list above it grows.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._is_unrolled = False
        self._is_led = self._is_pinning = False
        self._takes_turns, self._needed = False, 0
        self._look: tuple[object, ...] = ()
        self._seen: tuple[object, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        self._then = QTimer(self, singleShot=True, interval=0)
        self._then.timeout.connect(self._hold)
        self.verticalScrollBar().rangeChanged.connect(self._then.start)
        self.verticalScrollBar().rangeChanged.connect(self._soon.start)
        self.verticalScrollBar().valueChanged.connect(self._pin)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._lead)

    @property
    def is_unrolled(self) -> bool:
        """Whether the page is the only thing that scrolls."""
        return self._is_unrolled

    @property
    def is_settling(self) -> bool:
        """Whether it may look otherwise in a moment."""
        return self._soon.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the page holds may have come to need more, or less; pages are turned by the height of this one."""
        if event.type() in STIRRING and not self._is_pinning:
            self._soon.start()
        elif event.type() == QEvent.Type.KeyPress and self._is_unrolled and isinstance(watched, QAbstractItemView):
            return self._turn(watched, cast("QKeyEvent", event).key())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another room."""
        super().resizeEvent(event)
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """It is known now how much room there is."""
        super().showEvent(event)
        self._soon.start()

    @Slot()
    def _settle(self) -> None:
        """Let panes take turns, unroll the page, roll it up, or let what is unrolled be as tall as its rows are now."""
        if not self.isVisible():
            return
        if self._takes_turns and (self._look != self._looks() or self.viewport().height() >= self._needed):
            self._roll_up()
        elif self._is_unrolled:
            self._unroll()
        elif self.verticalScrollBar().maximum() > 0 and any(map(_scrolls, rolled_within(self._content))):
            self._give_way()
        else:
            self._seen = ()

    def _give_way(self) -> None:
        """Go a step further, once it was seen twice that there is no room: pages lay themselves out in some turns."""
        before, self._seen = self._seen, (self._content.height(), *self._looks())
        if before == self._seen and self._takes_turns:
            self._unroll()
        elif before == self._seen:
            self._needed, self._look, self._seen = self._content.height(), self._looks(), ()
            self._takes_turns = True
            for panes in self._content.findChildren(FoldingPanes):
                panes.take_turns(one=True)
            self._soon.start()
        else:
            self._soon.start()

    def _looks(self) -> tuple[object, ...]:
        """What else decides how much room is needed: the width, the size in use, and what is in front.

        Tabs in a pane whose turn it is not count as well, or taking turns would itself be another look.
        """
        stacks = [each.currentIndex() for each in self.findChildren(QStackedWidget)]
        return self.width(), scale(), *stacks

    def _unroll(self) -> None:
        self._is_unrolled = True
        for area in rolled_within(self._content):
            if not area.property(HEARD):
                self._listen(area)
            if area.property(BAR) is None:
                area.setProperty(BAR, area.verticalScrollBarPolicy())
                area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            tall = whole_height(area)
            if area.minimumHeight() != tall:
                area.setMinimumHeight(tall)
        self._follow()
        self._pin()

    def _listen(self, area: Rolled) -> None:
        """Hear, from now on, when it holds more or less, where its cursor is, and of keys that turn pages."""
        area.setProperty(HEARD, True)
        area.installEventFilter(self)
        grew = [area.verticalScrollBar().rangeChanged]
        match area:
            case QScrollArea():
                cast("QWidget", area.widget()).installEventFilter(self)
            case QTextEdit():
                grew.append(area.textChanged)
            case _:
                if isinstance(area, QTableView):
                    area.horizontalHeader().installEventFilter(self)
                model = area.model()
                grew += [model.modelReset, model.rowsInserted, model.rowsRemoved]
                area.selectionModel().currentChanged.connect(self._lead)
        for signal in grew:
            signal.connect(self._soon.start)

    def _roll_up(self) -> None:
        self._is_unrolled = self._takes_turns = False
        for area in self._content.findChildren(QAbstractScrollArea):
            if area.property(BAR) is not None:
                area.setVerticalScrollBarPolicy(area.property(BAR))
                area.setProperty(BAR, None)
                area.setMinimumHeight(0)
                size(area)
        for panes in self._content.findChildren(FoldingPanes):
            panes.take_turns(one=False)
        self._soon.start()

    @Slot()
    def _pin(self) -> None:
        """Keep the bars of panes and the headings of tables in view."""
        taken, self._is_pinning = 0, True
        for widget in self._pinned() if self._is_unrolled else ():
            around = cast("QWidget", widget.parentWidget())
            hidden = taken - around.mapTo(self.viewport(), QPoint()).y()
            place = min(max(hidden, 0), around.height() - widget.height())
            widget.move(widget.x(), place)
            widget.setAutoFillBackground(hidden > 0)
            widget.raise_()
            if hidden > 0:
                taken += widget.height()
        self._is_pinning = False

    def _pinned(self) -> list[QWidget]:
        bars = [panes.bar for panes in self._content.findChildren(FoldingPanes)]
        heads = [table.horizontalHeader() for table in self._content.findChildren(QTableView)]
        return [each for each in (*bars, *heads) if each.isVisible()]

    def _turn(self, view: QAbstractItemView, key: int) -> bool:
        """Move the cursor by what is seen of a list, where a key asks for it; whether one did."""
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(key), 0) * self.viewport().height() // 2
        here = view.visualRect(view.currentIndex()).center()
        there = view.indexAt(QPoint(here.x(), here.y() + step))
        if step and there.isValid():
            view.setCurrentIndex(there)
        return bool(step) and there.isValid()

    @Slot()
    def _hold(self) -> None:
        """What is typed into stays in view when lists above it have grown."""
        if not isinstance(QApplication.focusWidget(), QAbstractItemView):
            self._follow()

    @Slot()
    def _lead(self) -> None:
        """Keep what has the keys in view from now on, until somebody scrolls elsewhere."""
        self._is_led = True
        self._follow()

    @Slot()
    def _let_go(self) -> None:
        self._is_led = False

    def _follow(self) -> None:
        focused = QApplication.focusWidget()
        if not (self._is_unrolled and self._is_led) or focused is None or not self._content.isAncestorOf(focused):
            return
        if isinstance(focused, QAbstractItemView):
            rect = QRect(focused.visualRect(focused.currentIndex()))
            if rect.isEmpty():
                return
            focused = focused.viewport()
        else:
            rect = focused.rect()
        rect.moveTopLeft(focused.mapTo(self._content, rect.topLeft()))
        above = sum(
            each.height() for each in self._pinned() if cast("QWidget", each.parentWidget()).isAncestorOf(focused)
        )
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        if rect.top() - above - AROUND < bar.value() or rect.height() + above > seen:
            bar.setValue(rect.top() - above - AROUND)
        elif rect.bottom() + AROUND > bar.value() + seen:
            bar.setValue(rect.bottom() + AROUND - seen)


def _scrolls(area: Rolled) -> bool:
    return area.verticalScrollBar().maximum() > 0
