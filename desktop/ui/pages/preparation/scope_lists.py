"""The units and services that the assessment is about, and those that it is not."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.records import ScopeItem, ScopeSort
from desktop.ui.edited_lists import AddLine, ListTable
from desktop.ui.page import Page
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names


class ScopeLists(QWidget):
    """Units beside services."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.units = ScopeList(
            page, ScopeSort.UNIT, _("Units"), _("Add unit"), _("Add a unit, such as Network: type it and press Enter")
        )
        self.services = ScopeList(
            page,
            ScopeSort.SERVICE,
            _("Services"),
            _("Add service"),
            _("Add a service, such as E-mail: type it and press Enter"),
        )
        panes = FoldingColumns()
        panes.add(self.units, _("Units"), 320, 420, 1)
        panes.add(self.services, _("Services"), 320, 420, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addWidget(
            Label(
                _(
                    "Name what is assessed. Participants belong to a unit and a service, sampling counts whether each "
                    "has a voice, and practices can be characterised for each of them."
                ),
                "mute",
                wrap=True,
            )
        )
        frame.addWidget(panes, 1)

    def refresh(self) -> None:
        """Show both as they are now."""
        for each in (self.units, self.services):
            each.refresh()

    def reveal(self, target: str) -> bool:
        """Put the cursor on a unit or a service."""
        return any(each.table.select(lambda item: item.id == target) for each in (self.units, self.services))

    def landing(self) -> QWidget:
        """The units, or the line that adds one."""
        return self.units.table if self.units.table.source.rows else self.units.add_line


class ScopeList(Card):
    """One of the two lists: add, rename, take out of scope, remove."""

    def __init__(self, page: Page, sort: ScopeSort, heading: str, adding: str, hint: str) -> None:
        super().__init__(heading)
        self._page, self._sort = page, sort
        self.table = ListTable(RowsModel(self._columns()), heading)
        self.table.toggle_text = _("Bring it into scope, or take it out")
        self.table.removing.connect(self._on_removing)
        self.table.toggling.connect(self._on_toggling)
        self.table.pasted.connect(self._on_given)
        self.add_line = AddLine(adding, hint)
        self.add_line.given.connect(self._on_given)
        self._remove = QPushButton(_("Remove"))
        self._remove.setToolTip(plain_tip(_("Take it off the list (Delete); undo brings it back")))
        self._remove.setAccessibleName(_("Remove from {list}").format(list=heading))
        self._remove.clicked.connect(self._on_remove)
        line = QHBoxLayout()
        line.addWidget(self.add_line, 1)
        line.addWidget(self._remove)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(line)

    def refresh(self) -> None:
        """Show the list as it is now."""
        items = self._page.assessment.organisation.items(self._sort)
        self.table.fill(items, _key)
        editable = not self._page.assessment.readonly
        self.add_line.setEnabled(editable)
        self._remove.setEnabled(editable and bool(items))

    def _columns(self) -> list[Column[ScopeItem]]:
        yes, no = names.yes(True), names.yes(False)
        return [
            Column(_("Name"), lambda item: item.name, edit=self._rename),
            Column(
                _("In scope"),
                lambda item: names.yes(item.in_scope),
                tone=lambda item: "good" if item.in_scope else "plain",
                width=84,
                edit=self._set_scope,
                choices=(yes, no),
            ),
            Column(_("Note"), lambda item: item.note, tip=lambda item: item.note, edit=self._set_note, gives_way=1),
        ]

    def _rename(self, item: ScopeItem, name: str) -> None:
        if name.strip():
            self._set(item, name=name)

    def _set_scope(self, item: ScopeItem, said: str) -> None:
        self._set(item, in_scope=said == names.yes(True))

    def _set_note(self, item: ScopeItem, note: str) -> None:
        self._set(item, note=note.strip())

    def _set(self, item: ScopeItem, **cells: object) -> None:
        organisation = self._page.assessment.organisation
        self._page.session.run(lambda: organisation.change(item.id, **cells), self._page)
        self.refresh()

    @Slot(str)
    def _on_given(self, text: str) -> None:
        organisation, sort = self._page.assessment.organisation, self._sort
        for line in filter(str.strip, text.splitlines()):
            if self._page.session.run(partial(organisation.add, sort, line), self._page) is None:
                break
        self.refresh()

    @Slot(object)
    def _on_toggling(self, item: ScopeItem) -> None:
        self._set(item, in_scope=not item.in_scope)

    @Slot(object)
    def _on_removing(self, item: ScopeItem) -> None:
        done = self._page.session.run(lambda: self._page.assessment.organisation.remove(item.id), self._page)
        self.refresh()
        if done is not None:
            self._page.session.tell_of_step(_("{name} was taken off the list.").format(name=item.name))

    @Slot()
    def _on_remove(self) -> None:
        item = self.table.current_row()
        if item is not None:
            self._on_removing(item)


def _key(item: ScopeItem) -> str:
    return item.id
