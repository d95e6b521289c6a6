"""What is wanted of a place: its target, how important it is, why, and who wants it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop.language import _
from desktop.model.assessment.targets import IMPORTANCE
from desktop.model.records import Target
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.sizes import size
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Digits(Keyed, QWidget):
    """A few numbers to choose one from or none; number keys choose, 0 chooses none.

    Signals:
        chosen: (number or None).
        left: Esc; the cursor should go back.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setAccessibleDescription(_("Number keys choose, 0 takes back."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons: dict[int, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetMinimumSize)

    def offer(self, numbers: Sequence[int]) -> None:
        """Offer these numbers."""
        if list(numbers) == list(self.buttons):
            return
        for old in self.buttons.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.deleteLater()
        self.buttons = {}
        for number in numbers:
            button = QPushButton(str(number))
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            size(button, width=25)
            button.setStyleSheet("padding-left: 0; padding-right: 0;")
            button.setAccessibleName(_("{name}: {number}").format(name=self.accessibleName(), number=number))
            button.clicked.connect(self._on_clicked)
            button.installEventFilter(self)
            self._group.addButton(button, number)
            self._row.addWidget(button)
            self.buttons[number] = button

    def show_number(self, shown: int | None, *, readonly: bool) -> None:
        """Show a number, or none. Tab comes to it or else to the first, number and arrow keys to the others."""
        stop = shown if shown in self.buttons else next(iter(self.buttons))
        for number, button in self.buttons.items():
            button.setChecked(number == shown)
            button.setEnabled(not readonly)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[stop])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk by arrow keys, which buttons would take for themselves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            buttons = list(self.buttons.values())
            here = next((place for place, button in enumerate(buttons) if button is watched), 0)
            buttons[min(max(here + _STEPS[Qt.Key(event.key())], 0), len(buttons) - 1)].setFocus()
            return True
        return super().eventFilter(watched, event)

    def deeds(self) -> Sequence[Deed]:
        """Choose by number keys or Enter, leave by Esc."""
        return (
            Deed(("Esc",), _("Back to the list"), self.left.emit, listed=False),
            Deed(("Enter",), _("Choose the number and go back"), self._take, listed=False),
            *(
                Deed((str(number),), _("Choose {number}").format(number=number), partial(self._choose, number))
                for number in self.buttons
                if number
            ),
            Deed(("0",), _("Choose none"), partial(self.chosen.emit, None)),
        )

    def _choose(self, number: int) -> None:
        self.buttons[number].setFocus()
        self.chosen.emit(number)

    def _take(self) -> None:
        for number, button in self.buttons.items():
            if button.hasFocus() and not button.isChecked():
                self.chosen.emit(number)
        self.left.emit()

    @Slot(bool)
    def _on_clicked(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.chosen.emit(self._group.id(button) if on else None)


class TargetRow(QWidget):
    """Edits the target of the place it shows: what is wanted, its importance, why, and who wants it.

    Args:
        aim: where what is wanted is chosen, in the units of the place.
        first: what else is said of the place, before its target.

    Signals:
        changed: (cells of its `Target`).
        left: Enter or Esc; the cursor should go back.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, aim: QWidget, *first: QWidget) -> None:
        super().__init__()
        self.importances = Digits(_("Importance of the target"))
        self.importances.offer(IMPORTANCE)
        self.importances.setToolTip(plain_tip(_("From 1, little, to 5, most. It weighs the gap.")))
        self.importances.chosen.connect(self._on_importance)
        self.importances.left.connect(self.left)
        self.why = LineField(_("Reason of the target"), _("Why this target?"))
        self.why.committed.connect(self._on_reason)
        self.who = LineField(_("Who set the target"), _("Set by"))
        size(self.who, most_width=96)
        self.who.committed.connect(self._on_set_by)
        for field in (self.why, self.who):
            field.returnPressed.connect(self.left)
        row = Flow(self, spacing=8)
        for before in first:
            row.addWidget(before)
        for words, part in ((_("&Target"), aim), (_("&Importance"), self.importances)):
            label = Label(words, "mute")
            label.setBuddy(part)
            row.addWidget(_beside(label, part))
        row.addWidget(_beside(self.why, self.who))

    def show_reasons(self, target: Target, *, readonly: bool) -> None:
        """Show how important the target is, why it is wanted and by whom."""
        self.importances.show_number(target.importance, readonly=readonly)
        self.why.show_text(target.reason)
        self.who.show_text(target.set_by)
        for field in (self.why, self.who):
            field.setReadOnly(readonly)

    def commit(self) -> None:
        """Write what is being typed."""
        self.why.commit()
        self.who.commit()

    @Slot(object)
    def _on_importance(self, importance: int | None) -> None:
        self.changed.emit({"importance": importance})

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        self.changed.emit({"reason": reason})

    @Slot(str)
    def _on_set_by(self, set_by: str) -> None:
        self.changed.emit({"set_by": set_by})


class LevelWanted(TargetRow):
    """The target of a place that stands at a level."""

    def __init__(self, *first: QWidget) -> None:
        self.levels = Digits(_("Target level"))
        super().__init__(self.levels, *first)
        self.levels.chosen.connect(self._on_level)
        self.levels.left.connect(self.left)

    def show_target(self, target: Target, levels: Sequence[int], *, readonly: bool) -> None:
        """Show what is wanted of a place."""
        self.levels.offer(levels)
        self.levels.show_number(target.level, readonly=readonly)
        self.show_reasons(target, readonly=readonly)

    @Slot(object)
    def _on_level(self, level: int | None) -> None:
        self.changed.emit({"level": level})


def _beside(*parts: QWidget) -> QWidget:
    """Parts that stay together on a line."""
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return together
