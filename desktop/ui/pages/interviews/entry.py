"""Where notes are typed: the line, what they say and of what, who speaks, and what is offered."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.characters import one_line
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.records import Tone
from desktop.ui.pages.interviews.drafts import NoteDraft, Typing
from desktop.ui.pages.interviews.listener import Listener, Offer
from desktop.ui.pages.interviews.offer_list import OfferList
from desktop.ui.pages.interviews.tag_chips import TagChips
from desktop.ui.pages.interviews.tone_chips import ToneChips
from desktop.ui.pages.interviews.typed_line import TypedLine
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Label
from desktop.wording.interviews import coded


class Entry(QWidget):
    """Types one note after the other. A note that is being changed is typed in the same line; the new one waits.

    Signals:
        kept: ``(NoteDraft, id of the note that is changed, or empty)``.
        typed: `Typing`, at every key: what would be missed if the window went.
        upwards: the list of notes is to have the keys.
    """

    kept = Signal(object, str)
    typed = Signal(object)
    upwards = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._typing = Typing()
        self._listener: Listener | None = None
        self._filling = False
        self.line = TypedLine()
        self.speaker = Choice(_("Who says it"))
        self.speaker.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.speaker.setMinimumContentsLength(13)
        self.tones = ToneChips()
        self.tags = TagChips()
        self.offers = OfferList()
        self.keep = QPushButton(_("&Keep"))
        self.keep.setProperty("kind", "primary")
        self.changing = Label("", "small")
        self._lay_out()
        line = self.line
        line.edited.connect(self._on_edited)
        line.entered.connect(self.keep_note)
        line.moved.connect(self._on_moved)
        line.taken.connect(self._on_taken)
        line.toned.connect(self._on_toned)
        line.emptied.connect(self._on_emptied)
        line.dismissed.connect(self._on_dismissed)
        line.upwards.connect(self.upwards)
        line.left.connect(self.leave_change)
        self.offers.taken.connect(self._on_taken)
        self.tones.chosen.connect(self._on_toned)
        self.tags.removed.connect(self._on_untagged)
        self.speaker.chosen.connect(self._on_speaker)
        self.keep.clicked.connect(self.keep_note)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.line, 1)
        first.addWidget(self.keep)
        second = Flow(spacing=8)
        for part in (self.tones, self.speaker, self.tags, self.changing):
            second.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.offers)

    @property
    def draft(self) -> NoteDraft:
        """The note in the line."""
        return self._typing.changed if self._typing.note else self._typing.new

    @property
    def note(self) -> str:
        """Id of the note that is being changed; empty for none."""
        return self._typing.note

    def listen(self, listener: Listener, typing: Typing, *, readonly: bool) -> None:
        """Go on with what was being typed in a session."""
        self._listener, self._typing = listener, typing
        heard = listener.heard or listener.people
        self.speaker.offer([("", _("Nobody in particular")), *((each.id, coded(each)) for each in heard)])
        self.line.setReadOnly(readonly)
        for part in (self.keep, self.tones, self.speaker, self.tags):
            part.setEnabled(not readonly)
        self._show_draft()

    def change(self, note: str, draft: NoteDraft) -> None:
        """Type a note anew that is there already."""
        self._set(Typing(new=self._typing.new, changed=draft, note=note))
        self.take_focus()
        self.line.end(False)

    def tag(self, part: Ref) -> None:
        """Let the note in the line speak of a part."""
        tags = self.draft.tags
        if part not in tags:
            self._put(replace(self.draft, tags=(*tags, part)))
        self.take_focus()

    def take_focus(self) -> None:
        """Be typed into."""
        self.line.setFocus()

    def clear_kept(self) -> None:
        """The note is in the assessment: begin the next one, said by whoever spoke last."""
        if self._typing.note:
            self._set(Typing(new=self._typing.new))
        else:
            self._set(Typing(new=NoteDraft(participant=self._typing.new.participant)))

    @Slot()
    def leave_change(self) -> None:
        """Go on with the new note; the one that was being changed stays as it is."""
        if self._typing.note:
            self._set(Typing(new=self._typing.new))
            self.upwards.emit()

    @Slot()
    def keep_note(self) -> None:
        """Have the note kept, with what is spelt out as a tag in the end."""
        self._spell_out(self.line.sought[1] if self.line.sought[0] == "#" else "")
        draft = replace(self.draft, text=self.line.text().strip())
        if draft.text:
            self.kept.emit(draft, self._typing.note)

    def _set(self, typing: Typing) -> None:
        self._typing = typing
        self.typed.emit(typing)
        self._show_draft()

    def _put(self, draft: NoteDraft) -> None:
        """Another note in the line."""
        typing = self._typing
        self._set(replace(typing, changed=draft) if typing.note else replace(typing, new=draft))

    def _show_draft(self) -> None:
        draft, listener = self.draft, self._listener
        if self.line.text() != draft.text:
            self.line.setText(one_line(draft.text))
        self.tones.show_tone(draft.tone)
        self.speaker.show_value(draft.participant)
        known = [part for part in draft.tags if listener is not None and listener.knows(part)]
        told = [(part, listener.called(part), listener.text(part)) for part in known] if listener is not None else []
        self.tags.show_tags(told)
        self.changing.setText(_("Changing a note; Esc leaves it") if self._typing.note else "")
        self.changing.setVisible(bool(self._typing.note))
        self.line.leaving = _("Leave the note as it was") if self._typing.note else ""
        self._offer()

    def _offer(self) -> None:
        """Offer what the sign at the cursor may mean, or else what the words speak of."""
        listener, (sign, letters) = self._listener, self.line.sought
        found: list[Offer] = []
        if listener is not None and sign:
            found = listener.tags(letters) if sign == "#" else listener.speakers(letters)
        choosing = bool(found)
        if not choosing and listener is not None and not self.line.isReadOnly():
            found = [offer for offer in listener.spoken_of(self.line.text()) if offer.part not in self.draft.tags]
        self._show_offers(found, choosing=choosing)

    def _show_offers(self, found: list[Offer], *, choosing: bool) -> None:
        self.line.offers, self.line.choosing = found, choosing
        self.offers.show_offers(found, choosing=choosing)
        if choosing:
            self._speak(self.offers.marked)

    def _speak(self, words: str) -> None:
        """Let a screen reader say what the focus, which stays in the line, does not tell."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - loads long lists of names

        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, words))

    def _spell_out(self, letters: str) -> None:
        """Take a tag that is written in full out of the text."""
        part = self._listener.exactly(letters) if self._listener is not None and letters else None
        if part is not None:
            self.line.drop_sought()
            tags = (*self.draft.tags, part) if part not in self.draft.tags else self.draft.tags
            self._put(replace(self.draft, text=self.line.text(), tags=tags))

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        typing = self._typing
        draft = replace(self.draft, text=text)
        self._typing = replace(typing, changed=draft) if typing.note else replace(typing, new=draft)
        self.typed.emit(self._typing)
        self._spell_out(self.line.spelt_out)
        self._offer()

    @Slot(int)
    def _on_moved(self, by: int) -> None:
        self.offers.move_mark(by)
        self._speak(self.offers.marked)

    @Slot(int)
    def _on_taken(self, place: int) -> None:
        place = place if place >= 0 else self.offers.currentRow()
        if not 0 <= place < len(self.line.offers) or self.line.isReadOnly():
            return
        offer = self.line.offers[place]
        if self.line.choosing:
            self.line.drop_sought()
        draft = replace(self.draft, text=self.line.text())
        if offer.person:
            draft = replace(draft, participant=offer.person)
            self._know_speaker(offer)
        elif offer.part not in draft.tags:
            draft = replace(draft, tags=(*draft.tags, offer.part))
        self._put(draft)
        self._speak(offer.words)
        self.take_focus()

    def _know_speaker(self, offer: Offer) -> None:
        """Somebody may speak who is not down for the session."""
        listener = self._listener
        if listener is not None and offer.person not in {each.id for each in listener.heard}:
            self.speaker.offer([("", _("Nobody in particular")), *((each.id, coded(each)) for each in listener.people)])

    @Slot(object)
    def _on_toned(self, tone: Tone) -> None:
        self._put(replace(self.draft, tone=tone))
        self.take_focus()

    @Slot(object)
    def _on_speaker(self, participant: str) -> None:
        self._put(replace(self.draft, participant=participant))

    @Slot(object)
    def _on_untagged(self, part: Ref) -> None:
        self._put(replace(self.draft, tags=tuple(each for each in self.draft.tags if each != part)))
        self.take_focus()

    @Slot()
    def _on_emptied(self) -> None:
        if self.draft.tags:
            self._put(replace(self.draft, tags=self.draft.tags[:-1]))

    @Slot()
    def _on_dismissed(self) -> None:
        self._show_offers([], choosing=False)
