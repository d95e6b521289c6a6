"""Who takes part: a table edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.preparation import NewPerson, Person
from desktop.model.records import ScopeSort
from desktop.ui.deeds import Deed
from desktop.ui.edited_lists import AddLine, ListTable
from desktop.ui.page import Page
from desktop.ui.pages.preparation import pasting
from desktop.ui.pages.preparation.paste_preview import PastePreview
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names
from desktop.wording.forms import participant_number
from desktop.wording.partings import KEEP, TAKE_BACK, parted, parting_told, ways_to_part


class Participants(QWidget):
    """Number, name, e-mail, role, group and whether the participant is asked."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._items: dict[str, str] = {}
        self._card = Card(
            _("Participants"),
            _("Names and e-mail addresses are kept apart from the answers and appear in no deliverable."),
        )
        self.table = ListTable(RowsModel(self._columns()), _("Participants"))
        self.table.toggle_text = _("Ask, or no longer ask")
        self.table.offer_deeds(self._deeds)
        self.table.removing.connect(self._on_removing)
        self.table.toggling.connect(self._on_toggling)
        self.table.pasted.connect(self._on_given)
        self.add_line = AddLine(
            _("Add participant"), _("Add: name; e-mail; role; group; unit; service – then Enter. Or paste a table here")
        )
        self.add_line.given.connect(self._on_given)
        self.preview = PastePreview()
        self.preview.taken.connect(self._add)
        self.preview.left.connect(self._on_left)
        self._remove = QPushButton(_("&Remove"))
        self._remove.setToolTip(
            plain_tip(_("Remove the selected participant (Delete); you choose what becomes of what was said"))
        )
        self._remove.clicked.connect(self._on_remove)
        self._hint = Label(
            _(
                "Nobody takes part yet. Type a name below, or copy the columns name, e-mail, role and group "
                "from a spreadsheet and paste them. Role and group are enough, too: write e.g. “; ; Manager; Desk”."
            ),
            "mute",
            wrap=True,
        )
        line = QHBoxLayout()
        line.addWidget(self.add_line, 1)
        line.addWidget(self._remove)
        self._card.body.addWidget(self._hint)
        self._card.body.addWidget(self.table, 1)
        self._card.body.addWidget(self.preview, 1)
        self._card.body.addLayout(line)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addWidget(self._card)

    def refresh(self) -> None:
        """Show the participants as they are now."""
        organisation = self._page.assessment.organisation
        self._items = {each.id: each.name for sort in ScopeSort for each in organisation.items(sort)}
        people = self._page.assessment.preparation.people()
        self.table.fill(people, _key)
        asked = sum(person.participant.asked for person in people)
        heading = ngettext("{count} participant, {asked} asked", "{count} participants, {asked} asked", len(people))
        self._card.heading.setText(heading.format(count=len(people), asked=asked) if people else _("Participants"))
        self._hint.setVisible(not people)
        editable = not self._page.assessment.readonly
        self.add_line.setEnabled(editable)
        self._remove.setEnabled(editable and bool(people))

    def reveal(self, target: str) -> bool:
        """Put the cursor on a participant."""
        return self.table.select(lambda person: person.participant.id == target)

    def landing(self) -> QWidget:
        """The list, or the line that adds to it while there is nobody."""
        return self.table if self.table.source.rows else self.add_line

    def _columns(self) -> list[Column[Person]]:
        return [
            Column(
                _("Number"),
                lambda person: participant_number(person.participant.number),
                sort=lambda person: person.participant.number,
                width=84,
            ),
            Column(_("Name"), _name, tone=_tone_of_name, tip=_tip_of_name, edit=self._set_name),
            Column(_("E-mail"), lambda person: person.identity.email, edit=self._set_email, width=150, gives_way=4),
            Column(_("Role"), lambda person: person.participant.role, edit=self._set_role, width=110),
            Column(
                _("Group"),
                lambda person: person.participant.group,
                edit=self._set_group,
                width=120,
                meaning=_("With whom the participant is counted, e.g. management, leads, practitioners, customers"),
            ),
            Column(_("Unit"), self._unit, edit=self._set_unit, width=110, gives_way=2),
            Column(_("Service"), self._service, edit=self._set_service, width=110, gives_way=3),
            Column(
                _("Questionnaire"),
                lambda person: _asked(asked=person.participant.asked),
                tone=lambda person: "good" if person.participant.asked else "plain",
                tip=lambda _person: _("Whether this participant gets a form; Space switches it"),
                edit=self._set_asked,
                choices=(_asked(asked=True), _asked(asked=False)),
                width=120,
            ),
            *(
                Column(
                    heading,
                    partial(_told, cell),
                    tone=partial(_tone, cell),
                    edit=partial(self._set_part, cell),
                    choices=(names.yes(True), names.yes(False)),
                    width=92,
                    gives_way=1,
                    meaning=meaning,
                )
                for heading, cell, meaning in (
                    (_("Interview"), "interviewed", _("Whether the participant is to be interviewed")),
                    (_("Discussion"), "discusses", _("Whether the participant is to join a discussion")),
                )
            ),
        ]

    def _deeds(self) -> Sequence[Deed]:
        """What the columns that give way hold, for where they do."""
        person: Person | None = self.table.current_row()
        if person is None or person.participant.left or self._page.assessment.readonly:
            return ()
        part = person.participant
        interview = _("Not to be interviewed") if part.interviewed else _("To be interviewed")
        discussion = _("Not to join a discussion") if part.discusses else _("To join a discussion")
        return (
            Deed((), interview, partial(self._set, person, interviewed=not part.interviewed)),
            Deed((), discussion, partial(self._set, person, discusses=not part.discusses)),
        )

    def _set_name(self, person: Person, text: str) -> None:
        if text != _name(person):
            self._set(person, name=text.strip())

    def _set_email(self, person: Person, text: str) -> None:
        self._set(person, email=text.strip())

    def _set_role(self, person: Person, text: str) -> None:
        self._set(person, role=text.strip())

    def _set_group(self, person: Person, text: str) -> None:
        self._set(person, group=text.strip())

    def _unit(self, person: Person) -> str:
        return self._items.get(person.participant.unit, "")

    def _service(self, person: Person) -> str:
        return self._items.get(person.participant.service, "")

    def _set_unit(self, person: Person, name: str) -> None:
        self._belongs(person, ScopeSort.UNIT, name)

    def _set_service(self, person: Person, name: str) -> None:
        self._belongs(person, ScopeSort.SERVICE, name)

    def _belongs(self, person: Person, sort: ScopeSort, name: str) -> None:
        preparation, participant = self._page.assessment.preparation, person.participant.id
        self._page.session.run(lambda: preparation.set_belongs(participant, sort, name), self._page)
        self.refresh()

    def _set_part(self, cell: str, person: Person, said: str) -> None:
        self._set(person, **{cell: said == names.yes(True)})

    def _set_asked(self, person: Person, text: str) -> None:
        self._set(person, asked=text == _asked(asked=True))

    def _set(self, person: Person, **cells: object) -> None:
        preparation, participant = self._page.assessment.preparation, person.participant.id
        self._page.session.run(lambda: preparation.set_participant(participant, **cells), self._page)
        self.refresh()

    @Slot(str)
    def _on_given(self, text: str) -> None:
        pasted = pasting.read_people(text)
        if pasted.left_over() or pasted.is_guess:
            self.preview.show_people(pasted)
        else:
            self._add(pasted.people())

    @Slot(object)
    def _add(self, people: list[NewPerson]) -> None:
        preparation = self._page.assessment.preparation
        added = self._page.session.run(lambda: preparation.add_participants(people), self._page) if people else None
        self.refresh()
        if added:
            self.reveal(added[-1])
        if added and len(added) > 1:
            text = ngettext("{count} participant added.", "{count} participants added.", len(added))
            self._page.session.tell_of_step(text.format(count=len(added)))

    @Slot()
    def _on_left(self) -> None:
        self.add_line.setFocus()

    @Slot(object)
    def _on_toggling(self, person: Person) -> None:
        self._set(person, asked=not person.participant.asked)

    @Slot(object)
    def _on_removing(self, person: Person) -> None:
        preparation, participant = self._page.assessment.preparation, person.participant
        said = preparation.parting(participant.id)
        way: str | None = TAKE_BACK
        if said:
            options = ways_to_part(left=participant.left)
            way = self._page.session.dialogs.one_of(
                _("Remove {participant}").format(participant=participant_number(participant.number)),
                parting_told(participant, said),
                options,
            )
        if way is None:
            return
        remove = preparation.remove_participant if way == TAKE_BACK else preparation.remove_identity
        done = self._page.session.run(lambda: remove(participant.id), self._page)
        self.refresh()
        if done is not None:
            self._page.session.tell_of_step(parted(participant, said, kept=way == KEEP))

    @Slot()
    def _on_remove(self) -> None:
        person = self.table.current_row()
        if person is not None:
            self._on_removing(person)


def _key(person: Person) -> str:
    return person.participant.id


def _name(person: Person) -> str:
    return _("Left") if person.participant.left else person.identity.name


def _tip_of_name(person: Person) -> str | None:
    return _("Taken out; answers and notes are kept without identity") if person.participant.left else None


def _tone_of_name(person: Person) -> str | None:
    return "plain" if person.participant.left else None


def _told(cell: str, person: Person) -> str:
    return names.yes(bool(getattr(person.participant, cell)))


def _tone(cell: str, person: Person) -> str:
    return "good" if getattr(person.participant, cell) else "plain"


def _asked(*, asked: bool) -> str:
    return _("Asked") if asked else _("Not asked")
