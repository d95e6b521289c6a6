"""What the team says of an area as a whole: rationale, not applicable, and who stands behind the rating."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.records import AreaRating, Member, Stance
from desktop.ui.widgets.editors import LineField, TextField
from desktop.ui.widgets.text import Label
from desktop.wording import names

_MEMBERS_A_ROW = 2


class StanceToggle(QWidget):
    """A member's name with a toggle to agree and one to disagree.

    Signals:
        said: (member id, stance or None).
    """

    said = Signal(object, object)

    def __init__(self, member: Member) -> None:
        super().__init__()
        self.member = member
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Label(member.name), 1)
        self.buttons = {stance: QPushButton(names.name(stance)) for stance in Stance}
        for stance, button in self.buttons.items():
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setAccessibleName(f"{member.name}: {names.name(stance)}")
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)

    def show_stance(self, stance: Stance | None, *, readonly: bool) -> None:
        """Show where the member stands."""
        for each, button in self.buttons.items():
            button.setChecked(each is stance)
            button.setEnabled(not readonly)

    @Slot(bool)
    def _on_clicked(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        pressed = next(stance for stance, button in self.buttons.items() if button is self.sender())
        self.said.emit(self.member.id, pressed if on else None)


class AreaEditor(QWidget):
    """The words about an area and the stances on it.

    Signals:
        rationale: (str).
        not_applicable: (bool, reason).
        stance: (member id, stance or None).
    """

    rationale = Signal(object)
    not_applicable = Signal(object, object)
    stance = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.text = TextField(_("Rationale of the area"), _("Why the team rates the area so"), lines=2)
        self.text.committed.connect(self._on_text)
        label = Label(_("&Rationale"), "mute")
        label.setBuddy(self.text)
        self.outside = QCheckBox(_("Does &not apply"))
        self.outside.clicked.connect(self._on_outside)
        self.reason = LineField(_("Why the area does not apply"), _("Compulsory reason: why it is not done here"))
        self.reason.committed.connect(self._on_reason)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.text, 1)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.outside)
        second.addWidget(self.reason, 1)
        self.behind = Label(_("Who stands behind the rating"), "small")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(first)
        rows.addLayout(second)
        rows.addWidget(self.behind)
        rows.addLayout(self._grid)
        self.toggles: list[StanceToggle] = []

    def show_area(
        self,
        rating: AreaRating,
        members: Sequence[Member],
        stances: Mapping[str, Stance],
        *,
        readonly: bool,
    ) -> None:
        """Show what the team says of an area."""
        self.text.show_text(rating.rationale)
        self.text.setReadOnly(readonly)
        self.outside.setChecked(rating.not_applicable)
        self.outside.setEnabled(not readonly and rating.in_scope)
        self.reason.show_text(rating.reason)
        self.reason.setReadOnly(readonly)
        if [toggle.member for toggle in self.toggles] != list(members):
            self._offer(members)
        for toggle in self.toggles:
            toggle.show_stance(stances.get(toggle.member.id), readonly=readonly)
        empty = _("The assessment team has no members yet; name them under Preparation.")
        self.behind.setText(_("Who stands behind the rating") if members else empty)

    def commit(self) -> None:
        """Write what is being typed."""
        self.text.commit()
        self.reason.commit()

    def _offer(self, members: Sequence[Member]) -> None:
        for old in self.toggles:
            self._grid.removeWidget(old)
            old.deleteLater()
        self.toggles = [StanceToggle(member) for member in members]
        before: QWidget = self.reason
        for number, toggle in enumerate(self.toggles):
            toggle.said.connect(self.stance)
            self._grid.addWidget(toggle, number // _MEMBERS_A_ROW, number % _MEMBERS_A_ROW)
            for button in toggle.buttons.values():
                self.setTabOrder(before, button)
                before = button

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.rationale.emit(text)

    @Slot(bool)
    def _on_outside(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on and not self.reason.text().strip():
            self.reason.setFocus()  # taken down together with the compulsory reason
        else:
            self.not_applicable.emit(on, self.reason.text())

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        self.not_applicable.emit(self.outside.isChecked(), reason)
