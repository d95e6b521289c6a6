"""Below the table: the thing in hand with its ratings as buttons, and the words about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.blind_things import BlindThing
from desktop.model.assessment.rated_apart import RatedApart
from desktop.ui.pages.ratings.blind.offers import blind_offers
from desktop.ui.pages.ratings.blind.things import OwnRow, SeenRow
from desktop.ui.pages.ratings.parts.answer_chips import AnswerChips
from desktop.ui.pages.ratings.parts.offers import is_given
from desktop.ui.sizes import size
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.text import Label


class BlindStrip(QWidget):
    """Rates the thing it shows: a member's own rating, or the team's word.

    Signals:
        answered: (`AnswerOffer`) a button was pressed.
        numbered: (str) a number was typed.
        noted: (str) the words were written.
        left: Enter or Esc in a field; the cursor should go back to the table.
    """

    answered = Signal(object)
    numbered = Signal(object)
    noted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = Label("", "strong")
        self.told = Label("", "mute", wrap=True)
        self.number = LineField(_("Rating"), _("Number"))
        size(self.number, most_width=110)
        self.number.committed.connect(self._on_number)
        self.number.returnPressed.connect(self.left)
        self.keys = AnswerChips()
        self.keys.answered.connect(self.answered)
        self.note = LineField(_("Why"))
        self.note.committed.connect(self._on_note)
        self.note.returnPressed.connect(self.left)
        label = Label(_("&Why"), "mute")
        label.setBuddy(self.note)
        rated, words = QHBoxLayout(), QHBoxLayout()
        for row in (rated, words):
            row.setSpacing(8)
        rated.addWidget(self.number)
        rated.addWidget(self.keys, 1)
        words.addWidget(self.code)
        words.addWidget(label)
        words.addWidget(self.note, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for layout in (rated, words):
            rows.addLayout(layout)
        rows.addWidget(self.told)

    def show_own(self, row: OwnRow, *, fixed: bool) -> None:
        """Show what a member rates alone; `fixed` once it is handed in."""
        self._show(row.thing, row.code, row.value, fixed=fixed)
        self._show_note(row.note, _("Why this rating? Others see it once it is opened."), fixed=fixed)
        self._tell("")

    def show_seen(self, row: SeenRow, opened: RatedApart, pending: str | None, *, fixed: bool) -> None:
        """Show what everybody said of a thing, and the team's word.

        Args:
            row: the thing.
            opened: what it is part of.
            pending: what the team is about to say, which still lacks its reason.
            fixed: nothing can be changed.
        """
        apart = row.apart
        called = {member.id: member.name for member in opened.members}
        told = [
            _("{name}: {note}").format(name=called[member], note=rating.note)
            for member, rating in apart.said.items()
            if rating.note
        ]
        if apart.differs and apart.dissenting:
            others = ", ".join(called[member] for member in apart.dissenting)
            told.append(_("Said otherwise than the team: {names}.").format(names=others))
        needed = _("Compulsory where you differ: why does the team rate it so?")
        self._show(row.thing, row.code, pending or apart.team.value, fixed=fixed)
        self._show_note(apart.team.reason, needed if apart.differs else _("Why does the team rate it so?"), fixed=fixed)
        self._tell(" ".join(told))

    def _tell(self, told: str) -> None:
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def _show_note(self, note: str, hint: str, *, fixed: bool) -> None:
        self.note.show_text(note)
        self.note.setPlaceholderText(hint)
        self.note.setReadOnly(fixed)

    def _show(self, thing: BlindThing, code: str, value: str | None, *, fixed: bool) -> None:
        self.code.setText(code)
        offers, scale = blind_offers(thing), thing.scale
        self.keys.show_offers(
            offers,
            lambda offer: value == offer.answer if scale is None else is_given(scale, value, offer),
            usable=not fixed,
        )
        typed = thing.scale is not None and thing.scale.number_range is not None
        self.number.setVisible(typed)
        if typed:
            self.number.show_text(value if value is not None and all(each.answer != value for each in offers) else "")
            self.number.setReadOnly(fixed)

    def begin_number(self, figure: str) -> None:
        """Put the cursor into the field for numbers, with the figure that was typed."""
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()
        self.number.insert(figure)

    def commit(self) -> None:
        """Write what is being typed."""
        if not self.number.isHidden():
            self.number.commit()
        self.note.commit()

    @Slot(str)
    def _on_number(self, text: str) -> None:
        self.numbered.emit(text)

    @Slot(str)
    def _on_note(self, text: str) -> None:
        self.noted.emit(text)
