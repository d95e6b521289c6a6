"""Interviews and other sessions: who is heard about what, and the notes that are typed while one listens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.model.listening.part_texts import place_by_part
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind, Tone
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.pages.interviews.drafts import Drafts, NoteDraft, Typing
from desktop.ui.pages.interviews.guide_pane import GuidePane
from desktop.ui.pages.interviews.listener import Listener
from desktop.ui.pages.interviews.note_rows import NoteRow, note_key, note_rows
from desktop.ui.pages.interviews.session_pane import NOTES, NoSessions, SessionPane
from desktop.ui.pages.interviews.session_rows import SessionRow, columns, session_key_of, session_rows
from desktop.ui.pages.interviews.unheard_pane import UnheardPane
from desktop.ui.places import DRAW, PICK, TAG
from desktop.ui.session import Session
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.front_tabs import FrontTabs

LIST, SESSION, LACKING = range(3)


class InterviewsPage(Page):
    """The sessions, the one that is open, and what nobody spoke of yet."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            "session",
            "session_member",
            "session_participant",
            "session_area",
            "session_note",
            "note_tag",
            "participant",
            "member",
            "model",
            "answer",
            "guide_question",
            "asked_question",
        }
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Interviews"))
        assessment = self.assessment
        self._shown = ""
        self._filling = self._whole = False
        self._warned = False
        self.drafts = Drafts(assessment.path, assessment.about()["id"], assessment.key, readonly=assessment.readonly)
        self.new = self.add_button(_("New sess&ion"), primary=True, tip=_("Begin an interview or another session"))
        self.table = Table(RowsModel(columns()), _("Sessions"))
        self.pane = SessionPane()
        self.lacking, self.guide = UnheardPane(), GuidePane(session)
        self.asking = FrontTabs()
        self._listener: Listener | None = None
        self._lay_out()
        self._connect()
        self.landing = self.table

    def _lay_out(self) -> None:
        listed = Card()
        listed.tighten()
        listed.body.addWidget(self.table, 1)
        self._panes = FoldingColumns()
        self._panes.add(listed, _("List"), 236, 280, 2)
        self._panes.add(self.pane, _("Session"), 480, 560, 3)
        self.asking.setDocumentMode(True)
        self.asking.tabBar().setDrawBase(False)
        self.asking.setAccessibleName(_("What is still to be asked"))
        self.asking.addTab(self.lacking, _("Not heard yet"))
        self.asking.addTab(self.guide, _("Guide"))
        self._panes.add(self.asking, _("Still to ask"), 220, 270, 1)
        self.empty = NoSessions()
        self.first = self.empty.first
        self.body.addWidget(self._panes, 1)
        self.body.addWidget(self.empty)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(self.begin_session)
        self.first.clicked.connect(self.begin_session)
        self.table.offer_deeds(self._session_deeds)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        pane = self.pane
        pane.entry.kept.connect(self._on_kept)
        pane.entry.typed.connect(self._on_typed)
        pane.entry.upwards.connect(self._enter_notes)
        pane.notes.changing.connect(self._on_changing)
        pane.notes.removing.connect(self._on_removing)
        pane.notes.toning.connect(self._on_toning)
        pane.notes.drawing.connect(self._on_drawing)
        pane.notes.adding.connect(self._on_adding)
        pane.notes.left.connect(self.type_notes)
        pane.notes.whole.connect(self.show_earlier)
        pane.earlier.clicked.connect(self.show_earlier)
        pane.about.edited.connect(self._on_edited)
        pane.about.peopled.connect(self._on_peopled)
        pane.about.placed.connect(self._on_placed)
        pane.about.left.connect(self.type_notes)
        pane.about.remove.clicked.connect(self.remove_session)
        self.lacking.tagged.connect(self._on_tag)
        self.lacking.reading.connect(self._on_read)
        self.guide.reading.connect(self._on_read)
        self.guide.tagged.connect(self._on_answer)
        self.lacking.seen.connect(self.pane.unheard.setHidden)

    def refresh(self) -> None:
        """Show the sessions as they are now."""
        rows = session_rows(self.assessment)
        self._filling = True
        self.table.fill(rows, session_key_of)
        self._filling = False
        self._say_counts()
        self._panes.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._rest.setVisible(not rows)
        self.new.setEnabled(not self.assessment.readonly)
        self.first.setEnabled(not self.assessment.readonly)
        if not self._shown:
            self._shown = next((row.session.id for row in rows if row.session.id in self.drafts.sessions), "")
        self._select(self._shown)

    def reveal(self, target: str) -> None:
        """Open a session by its id, or the one with a note by the note's; or tag the note in the line with a part."""
        self.show_now()
        if target.startswith(TAG):
            self._begin_note(Ref.read(target.removeprefix(TAG)))
            return
        of_note = self.assessment.interviews.with_note(target)
        if not self._select(of_note or target):
            return
        if of_note:
            self.pane.tabs.setCurrentIndex(NOTES)
            if all(row.note.id != target for row in self.pane.notes.source.rows):
                self.show_earlier()
            self.pane.notes.select(lambda row: row.note.id == target)
            if not self.pane.entry.line.hasFocus():
                self.pane.notes.setFocus()

    def _begin_note(self, part: Ref) -> None:
        """Tag the note in the line with a part, in the open session or else in the last about its place."""
        it, places = self.assessment.interviews, place_by_part(self.assessment.models.get(part.model).pack)
        place = Ref(part.model, places.get(part.part, ""))
        about = [row.session.id for row in self._rows() if place in it.areas(row.session.id)]
        if about and self._shown not in about:
            self._select(about[-1])
        if self._shown:
            self._on_tag(part)

    @Slot()
    def begin_session(self) -> None:
        """Add a session of today and put the cursor into its name."""
        self.pane.about.commit()
        known = {row.session.name for row in self._rows()}
        number = next(number for number in range(len(known) + 1, 0, -1) if _numbered(number) not in known)
        name, today = _numbered(number), self.session.today()
        added = self.session.run(lambda: self.assessment.interviews.add(SessionKind.INTERVIEW, name, day=today), self)
        if added is not None:
            self._shown = added
            self.refresh()
            self.name_session()

    @Slot()
    def remove_session(self) -> None:
        """Take the open session away with its notes."""
        row: SessionRow | None = self.table.current_row()
        if row is None:
            return
        self.pane.about.forget()
        session = row.session
        if self.session.run(lambda: self.assessment.interviews.remove(session.id), self) is None:
            return
        self.refresh()
        self.table.setFocus()
        self.session.tell_of_step(_("“{session}” was removed with its notes.").format(session=session.name))

    @Slot()
    def type_notes(self) -> None:
        """Let the line have the keys."""
        self._panes.bring(SESSION)
        self.pane.type_notes()

    @Slot()
    def show_earlier(self) -> None:
        """Show all notes of the open session, not only the last."""
        self._whole = True
        self._show_notes()
        self._enter_notes()

    @Slot()
    def name_session(self) -> None:
        """Let the name of the open session have the keys, ready to be typed over."""
        self._panes.bring(SESSION)
        self.pane.name_session()

    def _say_counts(self) -> None:
        rows = self._rows()
        notes = sum(row.notes for row in rows)
        sessions = ngettext("{count} session", "{count} sessions", len(rows)).format(count=len(rows))
        taken = ngettext("{count} note", "{count} notes", notes).format(count=notes)
        self.subtitle.setText(f"{sessions} · {taken}" if rows else "")

    def _rows(self) -> tuple[SessionRow, ...]:
        shown: tuple[SessionRow, ...] = self.table.source.rows
        return shown

    def _select(self, session: str) -> bool:
        self._filling = True
        found = self.table.select(lambda row: row.session.id == session)
        if not found and self.table.proxy.rowCount() and self.table.current_row() is None:
            self.table.selectRow(0)
        self._filling = False
        self._show_session()
        return found

    def _show_session(self) -> None:
        """Open the session under the cursor."""
        row: SessionRow | None = self.table.current_row()
        if row is None:
            self._shown = ""
            return
        assessment, session = self.assessment, row.session
        another, self._shown = session.id != self._shown, session.id
        self._whole = self._whole and not another
        self._listener = Listener(assessment, session.id)
        self.pane.say(session.name)
        self.pane.summary.setText(row.summary)
        it, preparation = assessment.interviews, assessment.preparation
        ticked = (it.members(session.id), it.areas(session.id))
        self.pane.about.show_session(
            row,
            ticked,
            preparation.members(),
            preparation.participants(),
            assessment.models.all(),
            editable=not assessment.readonly,
        )
        self.pane.notes.writable = self.lacking.writable = not assessment.readonly
        self._show_notes(to_end=another)
        typing = self.drafts.of(session.id).among(it.note_ids(session.id))
        self.pane.entry.listen(self._listener, typing, readonly=assessment.readonly)

    def _show_notes(self, *, changed: str = "", to_end: bool = False) -> None:
        """Show the notes; where only one has changed, the others are not read again."""
        listener = self._listener
        assert listener is not None
        notes = self.pane.notes
        known = {row.note.id: row for row in notes.source.rows if row.note.id != changed} if changed else {}
        rows = note_rows(self.assessment, self._shown, listener, known, whole=self._whole)
        notes.fill(rows, note_key)
        count = len(self.assessment.interviews.note_ids(self._shown))
        self.pane.count_notes(count, count - len(rows))
        if to_end and notes.source.rowCount():
            notes.selectRow(notes.source.rowCount() - 1)
            notes.scrollToBottom()
        found = self.assessment.interviews.unheard(self._shown)
        about = bool(self.assessment.interviews.areas(self._shown))
        self.lacking.show_unheard(found, listener, about=about)
        self.pane.unheard.setText(self.lacking.told(found, about=about))
        self.guide.show_session(self._shown, listener)

    def _session_deeds(self) -> Sequence[Deed]:
        if self.table.current_row() is None:
            return ()
        opening = Deed(("Enter",), _("Type notes"), self.type_notes)
        if self.assessment.readonly:
            return (opening,)
        return (
            opening,
            Deed(("F2",), _("Change name, people and areas"), self.name_session),
            Deed(("Delete", "Backspace"), _("Remove the session with its notes"), self.remove_session),
        )

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._filling:
            self._show_session()

    @Slot(object)
    def _on_typed(self, typing: Typing) -> None:
        if self._shown and not self.drafts.keep(self._shown, typing) and not self._warned:
            self._warned = True
            self.session.tell(
                _(
                    "What you are typing cannot be kept beside the file until it is a note: its folder allows no new "
                    "files. Press Enter often."
                ),
                "warn",
            )

    @Slot(object, str)
    def _on_kept(self, draft: NoteDraft, note: str) -> None:
        kept = self.session.run(partial(self._keep, draft, note), self)
        if kept is None:
            return
        self.pane.entry.clear_kept()
        if not note:
            self._count_note()
        self._show_notes(changed=kept, to_end=not note)
        if note:
            self._enter_notes()

    def _keep(self, draft: NoteDraft, note: str) -> str:
        """Put what is in the line into the file; the id of its note."""
        it, tone, said_by = self.assessment.interviews, draft.tone, draft.participant
        if not note:
            return it.note(self._shown, draft.text, tone=tone, participant=said_by, tags=draft.tags)
        it.change_note(note, text=draft.text, tone=tone, participant=said_by, tags=draft.tags)
        return note

    def _count_note(self) -> None:
        """One note more in the open session; no other line of the list is touched."""
        number = next(number for number, row in enumerate(self._rows()) if row.session.id == self._shown)
        row = self._rows()[number]
        self.table.source.set_row(number, replace(row, notes=row.notes + 1))
        self._say_counts()

    @Slot()
    def _enter_notes(self) -> None:
        if self.pane.notes.isVisible():
            self.pane.notes.setFocus()

    @Slot(object)
    def _on_changing(self, row: NoteRow) -> None:
        draft = NoteDraft(row.note.text, row.note.tone, row.note.participant, row.tags)
        self.pane.entry.change(row.note.id, draft)

    @Slot(object)
    def _on_removing(self, rows: Sequence[NoteRow]) -> None:
        if any(row.note.id == self.pane.entry.note for row in rows):
            self.pane.entry.leave_change()
        notes = [row.note.id for row in rows]
        if self.session.run(partial(self.assessment.interviews.remove_notes, notes), self) is None:
            return
        self.refresh()
        self.session.tell_of_step(ngettext("The note was removed.", "The notes were removed.", len(rows)))

    @Slot(object, object)
    def _on_toning(self, rows: Sequence[NoteRow], tone: Tone) -> None:
        notes = [row.note.id for row in rows]
        self.session.run(partial(self.assessment.interviews.set_tone, notes, tone), self)
        self._show_notes()

    @Slot(object)
    def _on_drawing(self, rows: Sequence[NoteRow]) -> None:
        self.session.go("findings", DRAW + " ".join(row.note.id for row in rows))

    @Slot(object)
    def _on_adding(self, rows: Sequence[NoteRow]) -> None:
        self.session.go("findings", PICK + " ".join(row.note.id for row in rows))

    @Slot(object, object)
    def _on_edited(self, session: str, cells: dict[str, object]) -> None:
        self.session.run(lambda: self.assessment.interviews.change(session, **cells), self)
        self.refresh()

    @Slot(object, object, object)
    def _on_peopled(self, session: str, members: list[str], participants: list[str]) -> None:
        it = self.assessment.interviews
        self.session.run(lambda: it.take_part(session, members=members, participants=participants), self)
        self.refresh()

    @Slot(object, object)
    def _on_placed(self, session: str, areas: list[Ref]) -> None:
        self.session.run(lambda: self.assessment.interviews.set_areas(session, areas), self)
        self.refresh()

    @Slot(object)
    def _on_tag(self, part: Ref) -> None:
        self.type_notes()
        self.pane.entry.tag(part)

    @Slot(object)
    def _on_answer(self, parts: Sequence[Ref]) -> None:
        self.type_notes()
        for part in parts:
            self.pane.entry.tag(part)

    @Slot(object)
    def _on_read(self, part: Ref) -> None:
        self.session.go("model", str(part))


def _numbered(number: int) -> str:
    return _("Interview {number}").format(number=number)
