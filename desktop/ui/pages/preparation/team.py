"""The assessment team."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.records import Member, MemberRole
from desktop.ui.collation import in_order
from desktop.ui.edited_lists import AddLine, ListTable
from desktop.ui.page import Page
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names


class Team(QWidget):
    """Who assesses: add, rename, change the role, remove."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        card = Card(
            _("Assessment team"),
            _("The team rates together: an area can be settled once every member agrees. Observers only look on."),
        )
        self.table = ListTable(RowsModel(self._columns()), _("Assessment team"))
        self.table.removing.connect(self._on_removing)
        self.add_line = AddLine(_("Add team member"), _("Add a team member: type the name and press Enter"))
        self.add_line.given.connect(self._on_given)
        self._remove = QPushButton(_("&Remove"))
        self._remove.setToolTip(plain_tip(_("Remove the selected member from the team (Delete)")))
        self._remove.clicked.connect(self._on_remove)
        line = QHBoxLayout()
        line.addWidget(self.add_line, 1)
        line.addWidget(self._remove)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(line)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addWidget(card)

    def refresh(self) -> None:
        """Show the team as it is now."""
        by_name = in_order(self._page.assessment.preparation.members(), lambda member: member.name)
        members = sorted(by_name, key=lambda member: member.role is not MemberRole.LEAD)
        self.table.fill(members, _key)
        editable = not self._page.assessment.readonly
        self.add_line.setEnabled(editable)
        self._remove.setEnabled(editable and bool(members))

    def reveal(self, target: str) -> bool:
        """Put the cursor on a member."""
        return self.table.select(lambda member: member.id == target)

    def landing(self) -> QWidget:
        """The list, or the line that adds to it while there is nobody."""
        return self.table if self.table.source.rows else self.add_line

    def _columns(self) -> list[Column[Member]]:
        roles = tuple(names.name(role) for role in MemberRole)
        return [
            Column(_("Name"), lambda member: member.name, edit=self._rename),
            Column(
                _("Role"),
                lambda member: names.name(member.role),
                tone=lambda member: "accent" if member.role is MemberRole.LEAD else "plain",
                width=160,
                edit=self._set_role,
                choices=roles,
            ),
            Column(
                _("Independence"),
                lambda member: member.independence,
                tip=lambda member: member.independence,
                edit=self._set_independence,
                meaning=_("How far from what is assessed the person stands"),
                gives_way=1,
            ),
        ]

    def _rename(self, member: Member, name: str) -> None:
        if name.strip():
            self._set(member, name=name.strip())

    def _set_role(self, member: Member, role: str) -> None:
        for known in MemberRole:
            if names.name(known) == role:
                self._set(member, role=known)

    def _set_independence(self, member: Member, text: str) -> None:
        self._set(member, independence=text.strip())

    def _set(self, member: Member, **cells: object) -> None:
        self._page.session.run(lambda: self._page.assessment.preparation.set_member(member.id, **cells), self._page)
        self.refresh()

    @Slot(str)
    def _on_given(self, text: str) -> None:
        for line in text.splitlines():
            if line.strip():
                self._add(line.strip())
        self.refresh()

    def _add(self, name: str) -> None:
        preparation = self._page.assessment.preparation
        role = MemberRole.MEMBER if preparation.members() else MemberRole.LEAD
        self._page.session.run(lambda: preparation.add_member(name, role), self._page)

    @Slot(object)
    def _on_removing(self, member: Member) -> None:
        preparation = self._page.assessment.preparation
        done = self._page.session.run(lambda: preparation.remove_member(member.id), self._page)
        self.refresh()
        if done is not None:
            self._page.session.tell_of_step(_("{name} was taken out of the team.").format(name=member.name))

    @Slot()
    def _on_remove(self) -> None:
        member = self.table.current_row()
        if member is not None:
            self._on_removing(member)


def _key(member: Member) -> str:
    return member.id
