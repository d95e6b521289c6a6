"""The notes of a session as lines, and what keys do with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QSize, Signal

from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionNote, Tone
from desktop.ui.deeds import Deed
from desktop.ui.pages.interviews.listener import Listener
from desktop.ui.pages.interviews.typed_line import TONE_KEYS
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.theme import px
from desktop.wording import names
from desktop.wording.forms import participant_number
from desktop.wording.interviews import coded

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment

MOST = 150
"""So many notes of a session are shown at first, the last ones; more than anybody takes in a day."""
LEAST_HEIGHT = 36
"""In pixels at 100 %."""
TONE_COLOURS = {Tone.STRENGTH: "good", Tone.WEAKNESS: "bad", Tone.ALTERNATIVE: "accent"}
"""Tones of the tags; a neutral note has none."""


class NoteRow(Struct, frozen=True):
    """A note with who said it by code, and its tags in words."""

    note: SessionNote
    tags: tuple[Ref, ...]
    code: str
    who: str
    about: str


def note_rows(
    assessment: Assessment,
    session: str,
    listener: Listener,
    known: Mapping[str, NoteRow] = MappingProxyType({}),
    *,
    whole: bool = True,
) -> list[NoteRow]:
    """The notes of a session in the order of their times.

    Args:
        assessment: the open one.
        session: its id.
        listener: knows what parts and people are called.
        known: rows by note that are still right, so that one more note costs no more than itself.
        whole: all of them, not only the last `MOST`.
    """
    people = {each.id: each for each in listener.people}
    it, found = assessment.interviews, []
    notes = it.notes(session) if whole else it.last_notes(session, MOST)
    tagged = it.tagged([note.id for note in notes if note.id not in known])
    for note in notes:
        if note.id in known:
            found.append(known[note.id])
            continue
        tags, said_by = tagged.get(note.id, ()), people.get(note.participant)
        code, who = ("", "") if said_by is None else (participant_number(said_by.number), coded(said_by))
        found.append(NoteRow(note, tags, code, who, " · ".join(map(listener.called, tags))))
    return found


def note_key(row: NoteRow) -> str:
    """What tells a line from others."""
    return row.note.id


class NotesTable(Table):
    """The notes so far.

    Attributes:
        earlier: how many were taken before those that are shown.

    Signals:
        changing: the row whose note is to be typed anew.
        removing: the rows whose notes go.
        toning: ``(rows, tone)``.
        drawing: the rows from which one observation is to be made.
        adding: the rows that an observation is to be drawn from as well.
        whole: the earlier notes are to be shown as well.
        left: the line is to have the keys.
    """

    changing = Signal(object)
    removing = Signal(object)
    toning = Signal(object, object)
    drawing = Signal(object)
    adding = Signal(object)
    whole = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(RowsModel(_columns()), _("Notes of the session"), sortable=False)
        self.horizontalHeader().hide()
        self.writable = True
        self.earlier = 0

    def minimumSizeHint(self) -> QSize:
        """Where room is short, the line below needs it more."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), min(hint.height(), px(LEAST_HEIGHT)))

    def deeds(self) -> Sequence[Deed]:
        """Change, remove, mark; and back to the line."""
        back = Deed(("Esc",), _("Back to the line"), self.left.emit, listed=False)
        more = (Deed(("E",), _("Show the earlier notes as well"), self.whole.emit),) if self.earlier else ()
        if self.current_row() is None or not self.writable:
            return (*more, back, *super().deeds())
        toning = (
            Deed((key.removeprefix("Alt+"),), names.name(tone), partial(self._tone, tone))
            for tone, key in TONE_KEYS.items()
        )
        return (
            Deed(("Enter", "F2"), _("Change the note, its tags and what it says"), self._change),
            *toning,
            Deed(("O",), _("Make one observation of the selected notes"), self._draw),
            Deed(("+",), _("Add the selected notes to an observation"), self._add),
            Deed(("Delete", "Backspace"), _("Remove the note"), self._remove),
            *more,
            back,
            *super().deeds(),
        )

    def _change(self) -> None:
        self.changing.emit(self.current_row())

    def _remove(self) -> None:
        self.removing.emit(self.selected_rows())

    def _draw(self) -> None:
        self.drawing.emit(self.selected_rows())

    def _add(self) -> None:
        self.adding.emit(self.selected_rows())

    def _tone(self, tone: Tone) -> None:
        self.toning.emit(self.selected_rows(), tone)


def _columns() -> list[Column[NoteRow]]:
    return [
        Column(_("Time"), _time, width=62, gives_way=2),
        Column(_("Who"), lambda row: row.code, tip=lambda row: row.who, width=66, gives_way=1),
        Column(_("Note"), lambda row: row.note.text, beneath=lambda row: row.about or None),
        Column(
            _("Says"),
            lambda row: names.name(row.note.tone) if row.note.tone is not Tone.NEUTRAL else "",
            tone=lambda row: TONE_COLOURS.get(row.note.tone),
            width=100,
        ),
    ]


def _time(row: NoteRow) -> str:
    if row.note.at is None:
        return ""
    here = row.note.at.astimezone()
    return f"{here.hour:02}:{here.minute:02}"
