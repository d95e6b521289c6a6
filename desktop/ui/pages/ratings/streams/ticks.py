"""The practices of a cell, each with a box to tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Item
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip


class Tick(QWidget):
    """A box with its number, and the practice in full beside it; a click on the words ticks as well."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.words = Label("", wrap=True)
        self.words.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick by a click on the words."""
        pressed = event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent)
        if pressed and self.box.isEnabled():
            self.box.click()
            return True
        return super().eventFilter(watched, event)


class TickList(Keyed, QWidget):
    """The practices of a cell. Space ticks the one under the cursor, its number any of them; arrow keys walk.

    Signals:
        ticked: (id of the practice, whether it is done).
        left: Esc; the cursor should go back.
    """

    ticked = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Practices of the cell"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ticks: list[Tick] = []
        self._items: list[Item] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))

    def show_items(self, items: Sequence[Item], done: Collection[str], *, readonly: bool) -> None:
        """Show practices with what is ticked."""
        self._items = list(items)
        while len(self.ticks) < len(items):
            tick = Tick()
            tick.box.clicked.connect(self._on_clicked)
            self._column.addWidget(tick)
            self.ticks.append(tick)
            self.setFocusProxy(self.ticks[0].box)
        for number, tick in enumerate(self.ticks):
            tick.setVisible(number < len(items))
            if number < len(items):
                item = items[number]
                tick.box.setText(str(number + 1))
                tick.box.setAccessibleName(_("Practice {number}: {text}").format(number=number + 1, text=item.text))
                tick.box.setChecked(item.id in done)
                tick.box.setEnabled(not readonly)
                tick.box.setToolTip(plain_tip(item.id))
                tick.words.setText(item.text)

    def take_focus(self, item: str = "") -> None:
        """Put the cursor on a practice, or else on the first that is not ticked."""
        shown = self.ticks[: len(self._items)]
        ids = [each.id for each in self._items]
        wanted = [shown[ids.index(item)]] if item in ids else [tick for tick in shown if not tick.box.isChecked()]
        for tick in (*wanted, *shown):
            tick.box.setFocus()
            return

    def deeds(self) -> Sequence[Deed]:
        """Tick by number or Enter, walk by arrow keys, leave by Esc."""
        return (
            Deed(("Esc",), _("Back to the matrix"), self.left.emit, listed=False),
            Deed(("Up",), "", partial(self._walk, -1)),
            Deed(("Down",), "", partial(self._walk, 1)),
            Deed(("Enter",), _("Tick the practice"), self._tick_here, listed=False),
            *(
                Deed(
                    (str(number + 1),),
                    _("Tick practice {number}").format(number=number + 1),
                    partial(self._tick, number),
                )
                for number in range(min(len(self._items), 9))
            ),
        )

    def _here(self) -> int:
        shown = self.ticks[: len(self._items)]
        return next((number for number, tick in enumerate(shown) if tick.box.hasFocus()), 0)

    def _walk(self, by: int) -> None:
        if self._items:
            self.ticks[min(max(self._here() + by, 0), len(self._items) - 1)].box.setFocus()

    def _tick_here(self) -> None:
        if self._items:
            self._tick(self._here())

    def _tick(self, number: int) -> None:
        self.ticks[number].box.setFocus()
        self.ticks[number].box.click()

    @Slot(bool)
    def _on_clicked(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        for number, tick in enumerate(self.ticks):
            if tick.box is self.sender():
                self.ticked.emit(self._items[number].id, on)
