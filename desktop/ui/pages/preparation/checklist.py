"""What is to be thought of in each phase, and what of it is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _, pgettext
from desktop.model.planning.checklists import CheckLine, next_line
from desktop.model.records import CheckState, Phase
from desktop.ui.deeds import Deed
from desktop.ui.edited_lists import AddLine
from desktop.ui.page import Page
from desktop.ui.places import CHECK
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.wording import names
from desktop.wording.checklists import item_text


class Checklist(QWidget):
    """Items of all phases, ready-made and the team's own."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._members: dict[str, str] = {}
        self._card = Card(_("Checklist"))
        self.table = Table(RowsModel(self._columns()), _("Checklist of the phases"), sortable=False)
        self.table.offer_deeds(self._deeds)
        self.phase = Choice(_("Phase of the new item"))
        self.phase.offer([(phase, names.name(phase)) for phase in Phase])
        self.phase.show_value(Phase.PREPARATION)
        self.phase.chosen.connect(self.phase.show_value)
        self.add_line = AddLine(_("Add item"), _("Add an item of your own to a phase: type it and press Enter"))
        self.add_line.given.connect(self._on_given)
        line = QHBoxLayout()
        line.addWidget(self.phase)
        line.addWidget(self.add_line, 1)
        self._card.body.addWidget(self.table, 1)
        self._card.body.addLayout(line)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addWidget(self._card)

    def refresh(self) -> None:
        """Show the items as they are now."""
        assessment = self._page.assessment
        self._members = {member.id: member.name for member in assessment.preparation.members()}
        lines = assessment.checklists.lines()
        self.table.fill(lines, _key)
        left = sum(line.is_open for line in lines)
        upcoming = next_line(lines)
        note = _("Next: {item}.").format(item=item_text(upcoming)) if upcoming is not None else ""
        text = _("{done} of {count} done") if left else _("All of it is done")
        self._card.say(text.format(done=len(lines) - left, count=len(lines)), note)
        for part in (self.phase, self.add_line):
            part.setEnabled(not assessment.readonly)

    def reveal(self, target: str) -> bool:
        """Put the cursor on an item."""
        wanted = target.removeprefix(CHECK)
        return self.table.select(lambda line: line.item == wanted)

    def landing(self) -> QWidget:
        """The items."""
        return self.table

    def _columns(self) -> list[Column[CheckLine]]:
        return [
            Column(_("State"), _state, tone=_tone, width=104),
            Column(_("What"), item_text, tip=item_text, beneath=lambda line: line.model),
            Column(_("Phase"), lambda line: names.name(line.phase), width=104, gives_way=1),
            Column(_("Said by"), self._said, width=170, gives_way=2),
        ]

    def _said(self, line: CheckLine) -> str:
        if line.shown and line.tick.state is CheckState.OPEN:
            return _("the file shows it")
        parts = (names.day(line.tick.day), self._members.get(line.tick.member, ""))
        return " · ".join(part for part in parts if part)

    def _deeds(self) -> Sequence[Deed]:
        line: CheckLine | None = self.table.current_row()
        if line is None or self._page.assessment.readonly:
            return ()
        tick = _("Not done after all") if line.tick.state is CheckState.DONE else pgettext("to do", "Tick it")
        needless = _("Needed after all") if line.tick.state is CheckState.NOT_NEEDED else _("It is not needed")
        removing = (Deed(("Delete", "Backspace"), _("Remove"), self._remove),) if _is_own(line) else ()
        return (
            Deed(("Space", "Enter"), tick, self._tick),
            Deed(("X",), needless, self._leave_out),
            *removing,
        )

    def _tick(self) -> None:
        self._set(CheckState.DONE)

    def _leave_out(self) -> None:
        self._set(CheckState.NOT_NEEDED)

    def _set(self, state: CheckState) -> None:
        """Say so of the item under the cursor, or no longer."""
        line: CheckLine | None = self.table.current_row()
        if line is None:
            return
        session, checklists = self._page.session, self._page.assessment.checklists
        state = CheckState.OPEN if line.tick.state is state else state
        session.run(lambda: checklists.tick(line.item, state, session.today(), session.member), self._page)
        self.refresh()

    def _remove(self) -> None:
        line: CheckLine | None = self.table.current_row()
        if line is None or not _is_own(line):
            return
        done = self._page.session.run(lambda: self._page.assessment.checklists.remove(line.item), self._page)
        self.refresh()
        if done is not None:
            self._page.session.tell_of_step(_("“{item}” was taken off the checklist.").format(item=line.own))

    @Slot(str)
    def _on_given(self, text: str) -> None:
        checklists = self._page.assessment.checklists
        phase = Phase(str(self.phase.value()))
        added = [
            self._page.session.run(partial(checklists.add, phase, line), self._page)
            for line in filter(str.strip, text.splitlines())
        ]
        self.refresh()
        self.table.select(lambda line: line.item in added)


def _is_own(line: CheckLine) -> bool:
    return bool(line.own) and not line.model


def _state(line: CheckLine) -> str:
    done = line.shown and line.tick.state is CheckState.OPEN
    return names.name(CheckState.DONE if done else line.tick.state)


def _tone(line: CheckLine) -> str:
    if line.is_open:
        return "plain"
    return "plain" if line.tick.state is CheckState.NOT_NEEDED else "good"


def _key(line: CheckLine) -> str:
    return line.item
