"""Panes with handles between them; where room is short, some of them are shown and a bar leads to the others."""

from __future__ import annotations

from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.seen_stack import least_size

GAP = 14
SPARE = 16
"""One more comes into view only with so much room to spare, in pixels: more than a scroll bar takes. Or a page in which
panes side by side are taller than one alone would fold for its scroll bar and unfold without it, for ever."""


class _Pane(NamedTuple):
    """One of them.

    Attributes:
        frame: what is hidden while it is out of view; the widget itself belongs to whoever made it.
    """

    frame: QWidget
    widget: QWidget
    button: QPushButton
    least: int


class FoldingPanes(QWidget):
    """Widgets beside each other as long as each has the room it needs, each with a scroll bar of its own.

    Where they have not, as many neighbours as fit are in view. A bar above them names all and brings any into view, as
    does whatever puts the focus into one.

    Attributes:
        bar: what names them where not all are in view.
    """

    def __init__(self, *, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._panes: list[_Pane] = []
        self._view = range(0)
        self._one = False
        self.bar = QWidget()
        self._buttons = Flow(self.bar)
        self.bar.hide()
        self._room = self._make_room()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self._room, 1)
        application = cast("QApplication", QApplication.instance())
        application.focusChanged.connect(self._on_focus)

    def _hold(self, widget: QWidget, name: str, least: int) -> QWidget:
        frame = QWidget()
        filled = QVBoxLayout(frame)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addWidget(widget)
        button = QPushButton(name)
        button.setCheckable(True)
        button.setProperty("kind", "chip")
        button.setAccessibleName(_("Show {pane}").format(pane=name))  # what it brings may be called the same
        button.clicked.connect(self._on_button)
        self._buttons.addWidget(button)
        self._panes.append(_Pane(frame, widget, button, least))
        return frame

    def _unfold(self) -> None:
        self._show(range(len(self._panes)))

    def _make_room(self) -> QWidget:
        raise NotImplementedError

    def _needed(self, pane: _Pane) -> int:
        """The room that a pane must have, in pixels."""
        raise NotImplementedError

    def _given(self, *, folded: bool) -> int:
        """The room that there is, likewise."""
        raise NotImplementedError

    def _begin(self) -> None:
        """Share the room among those that are in view."""

    @property
    def in_view(self) -> range:
        """The places of those that are shown."""
        return self._view

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._panes)

    @property
    def names(self) -> tuple[str, ...]:
        """What they are called."""
        return tuple(pane.button.text() for pane in self._panes)

    def take_turns(self, *, one: bool) -> None:
        """Show one at a time however much room there is, or as many as fit again."""
        if one != self._one:
            self._one = one
            self._fold()

    def bring(self, place: int) -> None:
        """Bring one into view, and as many of its neighbours as fit."""
        self._show(self._around(place))

    def reveal(self, widget: QWidget) -> None:
        """Have the pane in view that a widget is in, if one of these is."""
        for place in range(self.count):
            if self._holds(place, widget):
                self.bring(place)

    def sizeHint(self) -> QSize:
        """No more than it needs: a page that scrolls by what it would like to have would scroll around its panes."""
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Its panes scroll; the bar is counted by `minimumSizeHint`."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold and unfold."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """What stands in them may have come to need more, or less."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return done

    def _fold(self) -> None:
        focused = QApplication.focusWidget()
        here = next((place for place in self._view if self._holds(place, focused)), None)
        if here is None:
            here = self._view.start
        view = self._around(here)
        if len(view) != len(self._view) or here not in self._view:
            self._show(view)

    def _around(self, place: int) -> range:
        """A place and as many neighbours as fit, first those before it."""
        if not self._panes:
            return range(0)
        if self._fits(range(len(self._panes))):
            return range(len(self._panes))
        view = range(place, place + 1)
        while view.start > 0 and self._fits(range(view.start - 1, view.stop)):
            view = range(view.start - 1, view.stop)
        while view.stop < len(self._panes) and self._fits(range(view.start, view.stop + 1)):
            view = range(view.start, view.stop + 1)
        return view

    def _fits(self, view: range) -> bool:
        if self._one:
            return len(view) == 1
        taken = sum(map(self._needed, self._panes[view.start : view.stop])) + self._gap * (len(view) - 1)
        if len(view) > len(self._view):
            taken += SPARE
        return taken <= self._given(folded=len(view) < len(self._panes))

    def _above(self, *, folded: bool) -> int:
        """The height of the bar, where there is one."""
        if not folded:
            return 0
        layout = self.layout()
        assert layout is not None
        return self._buttons.heightForWidth(self.width()) + layout.spacing()

    def _show(self, view: range) -> None:
        self._view = view
        folded = len(view) < len(self._panes)
        for place, pane in enumerate(self._panes):
            pane.button.setChecked(place in view)
            if place in view:
                pane.frame.show()
        for place, pane in enumerate(self._panes):
            if place not in view:
                pane.frame.hide()
        self.bar.setVisible(folded)
        self._begin()
        self.updateGeometry()

    def _holds(self, place: int, widget: QWidget | None) -> bool:
        return widget is not None and self._panes[place].frame.isAncestorOf(widget)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or len(self._view) == len(self._panes):
            return
        found = next((place for place in range(len(self._panes)) if self._holds(place, now)), None)
        if found is not None and found not in self._view:
            self.bring(found)

    @Slot()
    def _on_button(self) -> None:
        asked = next(place for place, pane in enumerate(self._panes) if pane.button is self.sender())
        self.bring(asked)
        self._panes[asked].button.setChecked(True)


class FoldingColumns(FoldingPanes):
    """Panes side by side, with handles between them."""

    def __init__(self) -> None:
        super().__init__(gap=GAP)

    def add(self, widget: QWidget, name: str, least: int, wanted: int, share: int = 1) -> None:
        """Add a pane.

        Args:
            widget: what stands in it.
            name: what it is called where it is out of view.
            least: the width it needs, or more where its content does, in pixels at 100 %.
            wanted: the width it begins with, likewise.
            share: its part of the room that is left.
        """
        size(widget, least_width=least)
        self._wanted.append(wanted)
        self._splitter.addWidget(self._hold(widget, name, least))
        self._splitter.setStretchFactor(self._splitter.count() - 1, share)
        self._unfold()

    def minimumSizeHint(self) -> QSize:
        """As wide as the one of those in view that needs most, as high as they; others are measured when they come."""
        needed = max(map(self._needed, self._panes[self._view.start : self._view.stop]), default=0)
        folded = len(self._view) < len(self._panes)
        return QSize(needed, self._splitter.minimumSizeHint().height() + self._above(folded=folded))

    def _make_room(self) -> QWidget:
        self._wanted: list[int] = []
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(GAP)
        return self._splitter

    def _needed(self, pane: _Pane) -> int:
        return max(px(pane.least), pane.widget.minimumSizeHint().width())

    def _given(self, *, folded: bool) -> int:  # noqa: ARG002 - the bar takes no width
        return self.width()

    def _begin(self) -> None:
        widths = [px(wanted) if place in self._view else 0 for place, wanted in enumerate(self._wanted)]
        self._splitter.setSizes(widths)


class FoldingStorey(FoldingPanes):
    """Panes above each other, each as tall as it must be, and more where it has a share.

    Args:
        spacing: between them, in pixels.
    """

    def __init__(self, *, spacing: int) -> None:
        super().__init__(gap=spacing)
        self._column.setSpacing(spacing)

    def add(self, widget: QWidget, name: str, least: int, share: int) -> None:
        """Add a pane.

        Args:
            widget: what stands in it.
            name: what it is called where it is out of view.
            least: the height it needs, or more where its content does, in pixels at 100 %.
            share: its part of the room that is left; 0 where it is as tall as it must be.
        """
        frame = self._hold(widget, name, least)
        column = frame.layout()
        if not share and isinstance(column, QVBoxLayout):
            column.addStretch(1)  # alone in view it is no taller either
        self._column.addWidget(frame, share)
        self._unfold()

    def minimumSizeHint(self) -> QSize:
        """As tall as the one of those in view that needs most, as wide as the widest."""
        needed = max(map(self._needed, self._panes[self._view.start : self._view.stop]), default=0)
        wide = max((pane.widget.minimumSizeHint().width() for pane in self._panes), default=0)
        return QSize(wide, needed + self._above(folded=len(self._view) < len(self._panes)))

    def _make_room(self) -> QWidget:
        room = QFrame()
        self._column = QVBoxLayout(room)
        self._column.setContentsMargins(0, 0, 0, 0)
        return room

    def _needed(self, pane: _Pane) -> int:
        return max(px(pane.least), least_size(pane.widget, self.width()).height())

    def _given(self, *, folded: bool) -> int:
        return self.height() - self._above(folded=folded)
