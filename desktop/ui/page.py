"""What every page is: a heading, buttons, a body, and the promise to refresh only when it shows what changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.deeds import let_enter_press
from desktop.ui.sizes import LOW, size
from desktop.ui.theme import px
from desktop.ui.wearing import wear
from desktop.ui.widgets.one_scroll import OneScroll
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment
    from desktop.model.journal import Changed
    from desktop.ui.session import Session


WIDEST = 2200
"""What is read together stands no further apart, in pixels at 100 %; a page on a wider screen keeps to its middle."""


class Page(QWidget):
    """A page of the rail. Subclasses build once and fill in `refresh`. It scrolls where the window is too small.

    Attributes:
        concerns: names of the kinds of record (`desktop.model.records.KINDS`) whose change makes the page refresh.
        takes_files: whether files of any kind can be dropped on it; see `take_files`.
        fills_front: whether `refresh` fills only the view in front, and who turns to another fills that: then what is
            in front need not be filled before somebody is led to another.
        holds_colours: whether colours are part of what it was filled with; else they are dressed, or looked up when
            something is painted.
        head: its title, the words beside it, and its buttons.
        landing: what has the focus when the page is shown for the first time. (A focus proxy would not do: Tab would
            pass over all that stands before it.)
    """

    concerns: ClassVar[frozenset[str]] = frozenset()
    takes_files: ClassVar[bool] = False
    fills_front: ClassVar[bool] = False
    holds_colours: ClassVar[bool] = False

    def __init__(self, session: Session, title: str) -> None:
        super().__init__()
        let_enter_press()
        self.session = session
        self.landing: QWidget = self
        self.setAccessibleName(title)
        self._stale = True
        self.head = PageHead(title)
        self.title, self.subtitle = self.head.title, self.head.subtitle
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        content = QWidget()
        content.setObjectName("scrolled")
        frame = QVBoxLayout(content)
        self._frame = frame
        frame.addWidget(self.head)
        frame.addLayout(self.body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        size(content, most_width=WIDEST)
        self._area = OneScroll(content)
        scrolled(content, title, self._area)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self._area)
        session.changed.connect(self._on_changed)
        self.head.say_duties(*session.duties)
        session.duties_told.connect(self.head.say_duties)

    @property
    def assessment(self) -> Assessment:
        """The open assessment; pages other than the start page exist only while one is open."""
        return self.session.assessment

    def add_button(self, text: str, *, primary: bool = False, tip: str = "") -> QPushButton:
        """Add a button to the heading; connect its ``clicked`` to a bound method."""
        button = QPushButton(text)
        if primary:
            button.setProperty("kind", "primary")
        if tip:
            button.setToolTip(plain_tip(tip))
        self.head.add_button(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low, there is less room around and between."""
        super().resizeEvent(event)
        low = self.height() < px(LOW)
        self._frame.setContentsMargins(24, 8 if low else 18, 24, 8 if low else 14)
        for column in (self._frame, self.body):
            column.setSpacing(8 if low else 14)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nothing closer had a use for: Esc goes back to what the page is about, arrows and Page Down scroll."""
        listed = self.landing
        if event.key() != Qt.Key.Key_Escape:
            self._area.keyPressEvent(event)
        elif listed is self or listed.hasFocus() or not listed.isVisible():
            super().keyPressEvent(event)
        else:
            listed.setFocus(Qt.FocusReason.OtherFocusReason)

    def wear(self) -> None:
        """Put on colours and sizes in use; a page behind another does so when it comes to the front."""
        wear(self)

    def refresh(self) -> None:
        """Show the assessment as it is now."""
        raise NotImplementedError

    def reveal(self, target: str) -> None:
        """Bring something into view by its id, e.g. an area; pages that show no such thing do nothing."""

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take what was dropped on it."""
        raise NotImplementedError

    def on_paper(self) -> Sequence[QWidget]:
        """What of it is printed; nothing for all that is seen."""
        return ()

    def mark_stale(self) -> None:
        """Refresh the next time the page comes to the front."""
        self._stale = True

    def show_now(self) -> None:
        """Called when the page comes to the front: refresh if something changed meanwhile."""
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_changed(self, changed: Changed, initiator: object) -> None:
        if not changed.kinds & self.concerns:
            return
        if self.isVisible() and initiator is not self:
            self.refresh()
        elif initiator is not self:
            self._stale = True
