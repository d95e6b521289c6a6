"""Below the tree: the part in hand with the answers of its scale, what was found, and what is wanted of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from desktop.language import _
from desktop.model.planning.part_targets import offered_targets
from desktop.model.records import PartRating
from desktop.model.scoring.part_answers import CHOSEN_BLANKS
from desktop.ui.pages.ratings.applies import AppliesLine
from desktop.ui.pages.ratings.instance_chips import InstanceChips, ToldInstance
from desktop.ui.pages.ratings.parts.answer_chips import AnswerChips
from desktop.ui.pages.ratings.parts.offers import answer_offers, is_given
from desktop.ui.pages.ratings.parts.snapshot import Snapshot
from desktop.ui.pages.ratings.parts.wanted import PartWanted
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.text import Elided, Label
from desktop.wording import part_results
from desktop.wording.part_results import answer_text, spelt


class PartStrip(QFrame):
    """The words about one part.

    Signals:
        answered: (`AnswerOffer`) a button was pressed.
        numbered: (str) a number was typed.
        noted: (str) what was found.
        said: (str) what the result is in the team's word, empty for the rule's.
        accepted: (bool) an alternative is accepted.
        left: Enter or Esc; the cursor should go back to the tree.
    """

    answered = Signal(object)
    numbered = Signal(object)
    noted = Signal(object)
    said = Signal(object)
    accepted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.code = Label("", "strong")
        self.text = Elided("")
        self.instances = InstanceChips()
        self.keys = AnswerChips()
        self.keys.answered.connect(self.answered)
        self.number = LineField(_("Answer"), _("Number"))
        size(self.number, most_width=110)
        self.unit = Label("", "mute")
        self.number.committed.connect(self._on_number)
        self.number.returnPressed.connect(self.left)
        self.follows = Label("", "mute", wrap=True)
        self.note = LineField(_("Note on the part"), _("What was heard, read or seen?"))
        self.note.committed.connect(self._on_note)
        self.note.returnPressed.connect(self.left)
        self.word = Choice(_("The team's word"))
        self.word.chosen.connect(self._on_word)
        self.alternative = QPushButton(_("Alternative accepted"))
        self.alternative.setCheckable(True)
        self.alternative.setProperty("kind", "chip")
        self.alternative.clicked.connect(self._on_alternative)
        self.wanted = PartWanted()
        self.wanted.left.connect(self.left)
        self.applies = AppliesLine()
        self._lay_out()

    def _lay_out(self) -> None:
        label = Label(_("&Note"), "mute")
        label.setBuddy(self.note)
        typed = QHBoxLayout()
        typed.setSpacing(px(6))
        for widget in (self.number, self.unit):
            typed.addWidget(widget)
        typed.addWidget(self.keys, 1)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(label)
        row.addWidget(self.note, 1)
        self._word_label = Label(_("Team's &word"), "mute")
        self._word_label.setBuddy(self.word)
        row.addWidget(self._word_label)
        row.addWidget(self.word)
        row.addWidget(self.alternative)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.code)
        head.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.instances)
        column.addLayout(typed)
        column.addWidget(self.follows)
        column.addLayout(row)
        column.addWidget(self.wanted)
        column.addWidget(self.applies)

    def show_part(self, snapshot: Snapshot, part: str, instance: str, *, readonly: bool) -> None:
        """Show a part, and of one that is answered for several the one in hand."""
        known, scale = snapshot.part(part), snapshot.scale(part)
        rating, kind = snapshot.rating(part, instance), snapshot.book.kind_of(known)
        self.code.setText(known.label or known.id)
        self.text.setText(known.text or known.name or known.question)
        self._show_instances(snapshot, part, instance, readonly=readonly)
        waiting = bool(snapshot.sort_of(part)) and not snapshot.answered_for(part)
        self._show_answers(snapshot, part, rating, usable=not (readonly or waiting))
        self.follows.setText(_("Its result follows from the parts under it.") if scale is None else "")
        self.follows.setVisible(scale is None)
        self.note.show_text(rating.note)
        self.note.setReadOnly(readonly)
        needed = rating.answer in CHOSEN_BLANKS[:1]
        self.note.setPlaceholderText(_("Why does it not apply here?") if needed else _("What was heard, read or seen?"))
        self._show_word(snapshot, part, readonly=readonly)
        self.alternative.setVisible(kind.judged.alternative is not None)
        self.alternative.setChecked(snapshot.rating(part).alternative)
        self.alternative.setEnabled(not readonly)
        result = snapshot.results[part]
        self.wanted.show_target(snapshot.target(part), offered_targets(result), readonly=readonly)
        said, whole = snapshot.applies(part), known.parent is None
        self.applies.setVisible(scale is None and not whole)
        self.applies.show_place(
            part, outside=said.not_applicable, reason=said.reason, usable=not readonly and said.in_scope
        )

    def _show_instances(self, snapshot: Snapshot, part: str, instance: str, *, readonly: bool) -> None:
        of, scale = snapshot.sort_of(part), snapshot.scale(part)
        self.instances.setVisible(bool(of))
        told = [
            ToldInstance(each.id, each.name, answer_text(scale, snapshot.rating(part, each.id).answer))
            for each in snapshot.answered_for(part)
        ]
        if of:
            heading = _("Answered for {of}:").format(of=of)
            self.instances.show_instances(heading, told, instance, readonly=readonly)

    def commit(self) -> None:
        """Write what is being typed."""
        if not self.number.isHidden():
            self.number.commit()
        self.note.commit()
        self.wanted.commit()
        self.applies.commit()
        self.instances.commit()

    def begin_number(self, figure: str) -> None:
        """Put the cursor into the field for numbers, with the figure that was typed."""
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()
        self.number.insert(figure)

    def _show_answers(self, snapshot: Snapshot, part: str, rating: PartRating, *, usable: bool) -> None:
        scale = snapshot.scale(part)
        offers = [] if scale is None else answer_offers(scale)
        self.keys.show_offers(
            offers, lambda offer: scale is not None and is_given(scale, rating.answer, offer), usable=usable
        )
        self.keys.setVisible(scale is not None)
        allowed = None if scale is None else scale.number_range
        for widget in (self.number, self.unit):
            widget.setVisible(allowed is not None)
        if allowed is not None:
            blank = rating.answer in CHOSEN_BLANKS
            self.number.show_text("" if rating.answer is None or blank else rating.answer)
            self.number.setReadOnly(not usable)
            span = _("{low} to {high}").format(low=allowed.low, high=allowed.high)
            self.number.setPlaceholderText(span)
            self.unit.setText(allowed.unit or span)

    def _show_word(self, snapshot: Snapshot, part: str, *, readonly: bool) -> None:
        kind = snapshot.book.kind_of(snapshot.part(part))
        for widget in (self._word_label, self.word):
            widget.setVisible(kind.team_may_say)
        if not kind.team_may_say:
            return
        result = snapshot.results[part]
        rule = part_results.point_text(result.by_rule) or "–"
        none = _("By the rule ({rule})").format(rule=rule)
        self.word.offer([("", none), *((each, spelt(each)) for each in offered_targets(result))])
        self.word.show_value(snapshot.rating(part).says)
        self.word.setEnabled(not readonly)

    @Slot(str)
    def _on_number(self, text: str) -> None:
        self.numbered.emit(text)

    @Slot(str)
    def _on_note(self, text: str) -> None:
        self.noted.emit(text)

    @Slot(object)
    def _on_word(self, says: str) -> None:
        self.said.emit(says)

    @Slot(bool)
    def _on_alternative(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.accepted.emit(on)
