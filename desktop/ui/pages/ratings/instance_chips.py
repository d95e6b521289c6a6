"""What the part in hand is answered for: sites, projects and the like, as chips, and a field to add one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.language import _
from desktop.model.records import ONCE
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.sizes import size
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Label, unmarked


class ToldInstance(NamedTuple):
    """One of them as it is shown.

    Attributes:
        id: `ONCE` for the part as such.
        answer: the answer given there, in words; empty for none.
    """

    id: str
    name: str
    answer: str


class InstanceChip(Keyed, QPushButton):
    """One of them.

    Signals:
        called: (id) it wants another name.
        dropped: (id) it is to go.
    """

    called = Signal(object)
    dropped = Signal(object)

    def __init__(self, instance: str) -> None:
        super().__init__()
        self.instance = instance
        self.changes = False
        self.setCheckable(True)
        self.setProperty("kind", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def deeds(self) -> Sequence[Deed]:
        """Its name, and whether it stays."""
        if not self.changes:
            return ()
        return (
            Deed(("F2",), _("Rename…"), partial(self.called.emit, self.instance)),
            Deed(("Delete",), _("Remove"), partial(self.dropped.emit, self.instance)),
        )


class InstanceChips(QWidget):
    """A chip for each, with the answer given there; it goes away for parts that are answered once.

    Signals:
        chosen: (id) one was picked.
        added: (str) the name of a new one.
        called: (id) one wants another name.
        dropped: (id) one is to go.
    """

    chosen = Signal(object)
    added = Signal(object)
    called = Signal(object)
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.label = Label("", "mute")
        self.field = LineField(_("Add one by its name"), _("Add…"))
        size(self.field, most_width=150)
        self.field.committed.connect(self._on_typed)
        self._flow = Flow(self)
        self._flow.addWidget(self.label)
        self._flow.addWidget(self.field)
        self.buttons: dict[str, InstanceChip] = {}

    def show_instances(self, heading: str, told: Sequence[ToldInstance], instance: str, *, readonly: bool) -> None:
        """Show what something is answered for, one of them in hand."""
        self.label.setText(heading)
        if [each.id for each in told] != list(self.buttons):
            self._offer([each.id for each in told])
        for each in told:
            button = self.buttons[each.id]
            button.setText(unmarked(_("{name}: {answer}").format(name=each.name, answer=each.answer or "–")))
            button.setChecked(each.id == instance)
            button.changes = not readonly and each.id != ONCE
        self.field.setVisible(not readonly)
        self.field.show_text("")

    def commit(self) -> None:
        """A name that is being typed is kept only by Enter."""

    def _offer(self, ids: list[str]) -> None:
        for old in self.buttons.values():
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._flow.removeWidget(self.field)
        self.buttons = {}
        for id_ in ids:
            button = InstanceChip(id_)
            button.clicked.connect(self._on_clicked)
            button.called.connect(self.called)
            button.dropped.connect(self.dropped)
            self.buttons[id_] = button
            self._flow.addWidget(button)
        self._flow.addWidget(self.field)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, InstanceChip)
        self.chosen.emit(button.instance)

    @Slot(str)
    def _on_typed(self, name: str) -> None:
        if name.strip():
            self.added.emit(name)
