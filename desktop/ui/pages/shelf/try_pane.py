"""Trying a model out: answers typed in, or those of its examples, and at once what follows and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.evaluation.evaluate import Evaluation
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import part_title
from desktop.model.maturity.rulebook import RatingScale
from desktop.model.scoring.trials import Trial, all_results, trial_of
from desktop.ui.deeds import Deed
from desktop.ui.pages.ratings.chips import hold_width
from desktop.ui.pages.ratings.lines import Lines
from desktop.ui.pages.ratings.parts.offers import AnswerOffer, answer_offers, is_given, taken
from desktop.ui.pages.ratings.scrolled_card import ScrolledCard
from desktop.ui.pages.shelf.respondents_view import nothing_yet
from desktop.ui.pages.shelf.try_table import TryLine, TryTable, stands_in_words, try_lines, word_offers, worded
from desktop.ui.session import Session
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Elided, Label, unmarked
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import part_results, part_rules
from desktop.wording.pack_examples import example_text, told


class TryPane(QWidget):
    """Nothing of it is kept; another model, or a changed text, begins anew.

    Signals:
        left: the list of models is to have the keys again.
    """

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pack: Pack | None = None
        self._trial: Trial | None = None
        self._evaluation: Evaluation | None = None
        self._part = ""
        self.nothing = Label(nothing_yet(), "mute", wrap=True)
        self.example = Choice(_("Example"))
        self.clear = QPushButton(_("&Open all"))
        self.clear.setToolTip(plain_tip(_("Take all answers back")))
        self.copy = QPushButton(_("&Copy as example"))
        self.copy.setToolTip(plain_tip(_("Copy answers and result, to paste them below “examples:” in the text")))
        self.table = TryTable()
        self.title = Elided("", "strong")
        self.number = LineField(_("Answer"), _("Number"))
        size(self.number, most_width=110)
        self.buttons: list[QPushButton] = []
        self._offers: list[AnswerOffer] = []
        self._scale: RatingScale | None = None
        self.text = Label("", wrap=True)
        self.heading = Label("", "heading", wrap=True)
        self.reasons = Lines(_("Reasons"))
        self.rule = Label("", "small", wrap=True)
        self._lay_out()
        self.example.chosen.connect(self._on_example)
        self.clear.clicked.connect(self._on_clear)
        self.copy.clicked.connect(self._on_copy)
        self.table.offer_deeds(self.deeds_of_table)
        self.table.answered.connect(self._on_key)
        self.table.typed.connect(self._on_typed)
        self.table.moved.connect(self._on_moved)
        self.number.committed.connect(self._on_number)
        self.number.returnPressed.connect(self._on_entered)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(px(8))
        above.addWidget(self.example, 1)
        above.addWidget(self.clear)
        above.addWidget(self.copy)
        keys = QWidget()
        self._flow = Flow(keys)
        strip = QFrame()
        strip.setProperty("kind", "card")
        inside = QVBoxLayout(strip)
        inside.setContentsMargins(14, 8, 14, 8)
        inside.setSpacing(px(6))
        inside.addWidget(self.title)
        answers = QHBoxLayout()
        answers.addWidget(self.number)
        answers.addWidget(keys, 1)
        inside.addLayout(answers)
        work = QWidget()
        rows = QVBoxLayout(work)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        rows.addWidget(self.table, 1)
        rows.addWidget(strip)
        why = ScrolledCard()
        why.hold(_("Reasons"), self.text, self.heading, self.reasons, self.rule, spacing=px(6))
        self.columns = FoldingColumns()
        self.columns.add(work, _("Parts"), 330, 480, 2)
        self.columns.add(why, _("Reasons"), 180, 240, 1)
        self._tried = QWidget()
        column = QVBoxLayout(self._tried)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above)
        column.addWidget(self.columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addWidget(self.nothing)
        whole.addWidget(self._tried, 1)

    def show_pack(self, pack: Pack | None) -> None:
        """Try a model; None for one that has faults. The same one goes on where it was."""
        self.nothing.setVisible(pack is None)
        self._tried.setVisible(pack is not None)
        if pack is self._pack:
            return
        self._pack, self._trial, self._part = pack, None, ""
        if pack is not None:
            ways: list[tuple[int | None, str]] = [(None, _("Nothing answered"))]
            ways += [(place, _("Example: {name}").format(name=each.name)) for place, each in enumerate(pack.examples)]
            self.example.offer(ways)
            self.example.show_value(None)
            self._begin(worded(trial_of(pack)))

    def deeds_of_table(self) -> Sequence[Deed]:
        """Esc leads back to the list."""
        return (Deed(("Esc",), _("Back to the list"), self.left.emit, listed=False),)

    def _begin(self, trial: Trial) -> None:
        self._trial = trial
        lines = self._lines()
        known = {line.id for line in lines}
        if self._part not in known:
            self._part = next((line.id for line in lines if line.answered), lines[0].id)
        self._show(lines)

    def _lines(self) -> list[TryLine]:
        assert self._trial is not None
        self._evaluation = self._trial.evaluation(self._evaluation)
        self._results, self._missed = all_results(self._evaluation), self._trial.missed()
        return try_lines(self._trial, self._results, self._missed)

    def _show(self, lines: list[TryLine]) -> None:
        assert self._trial is not None
        self.table.show_lines(lines, self._part)
        self.copy.setEnabled(self._trial.example is None and self._trial.is_changed)
        self._show_part()

    def _show_part(self) -> None:
        """The part under the cursor: how it is answered, and why it stands so."""
        trial = self._trial
        assert trial is not None
        part = trial.book.part_by_id[self._part]
        result, kind = self._results[part.id], trial.book.kind_of(part)
        self._scale = trial.book.scale_of(part)
        self.title.setText(part_title(part))
        self.text.setText(part.text)
        self.text.setVisible(bool(part.text))
        judged = self._scale is None and kind.team_may_say
        offers = word_offers(trial.book, result) if judged else []
        offers = offers if self._scale is None else answer_offers(self._scale)
        numbers = None if self._scale is None else self._scale.number_range
        self.table.offer(offers, number=numbers is not None)
        self._offer(offers)
        answer = trial.word(part.id) if judged else trial.answer(part.id)
        for button, offer in zip(self.buttons, self._offers, strict=True):
            given = answer == offer.answer if self._scale is None else is_given(self._scale, answer, offer)
            button.setChecked(given)
        self.number.setVisible(numbers is not None)
        if numbers is not None:
            words = {offer.answer for offer in offers}
            self.number.show_text("" if answer is None or answer in words else answer)
            self.number.setPlaceholderText(_("{low} to {high}").format(low=numbers.low, high=numbers.high))
        self.heading.setText(_("Why {stands}?").format(stands=stands_in_words(self._scale, result)))
        reasons = [told(miss) for miss in self._missed if miss.part == part.id]
        reasons += part_results.why(result, trial.book)
        between = part_results.between(result.result)
        if between and self._scale is None:
            reasons.append(_("It can still become {between}.").format(between=between))
        self.reasons.show_lines([(1, reason) for reason in reasons] or [(1, _("Nothing has been said yet."))])
        self.rule.setText(_("Rule: {rule}").format(rule=" ".join(part_rules.rule_lines(kind))))

    def _offer(self, offers: list[AnswerOffer]) -> None:
        if offers == self._offers:
            return
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._offers, self.buttons = offers, []
        for offer in offers:
            button = QPushButton(unmarked(_on_chip(offer)))
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setAccessibleName(offer.words)
            button.setToolTip(plain_tip(offer.meaning))
            hold_width(button)
            button.clicked.connect(self._on_button)
            self.buttons.append(button)
            self._flow.addWidget(button)

    def _answer(self, answer: str | None) -> None:
        assert self._trial is not None
        self._trial = self._trial.with_answer(self._part, answer)
        self._show(self._lines())

    def _move_on(self) -> None:
        """To the next part that is answered itself, or from one that the team judges to the next of those."""
        rows: list[TryLine] = list(self.table.source.rows)
        here = next(place for place, line in enumerate(rows) if line.id == self._part)
        later = (line.id for line in rows[here + 1 :] if (line.judged if rows[here].judged else line.answered))
        following = next(later, None)
        if following is not None:
            self.table.select(lambda line: line.id == following)

    def _take(self, offer: AnswerOffer) -> None:
        assert self._trial is not None
        if self._scale is not None:
            self._answer(taken(self._scale, self._trial.answer(self._part), offer))
            return
        self._trial = self._trial.with_word(self._part, offer.answer)
        self._show(self._lines())

    @Slot(object)
    def _on_key(self, offer: AnswerOffer) -> None:
        several = self._scale is not None and self._scale.several and offer.choice
        self._take(offer)
        if not several:
            self._move_on()

    @Slot()
    def _on_button(self) -> None:
        for button, offer in zip(self.buttons, self._offers, strict=True):
            if button is self.sender():
                self._take(offer)
                return

    @Slot(str)
    def _on_typed(self, figure: str) -> None:
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()
        self.number.insert(figure)

    @Slot(str)
    def _on_number(self, text: str) -> None:
        self._answer(text.strip().replace(",", ".") or None)

    @Slot()
    def _on_entered(self) -> None:
        self.number.commit()
        self.table.setFocus()
        self._move_on()

    @Slot()
    def _on_moved(self) -> None:
        line = self.table.current_row()
        if line is not None and line.id != self._part:
            self.number.commit()
            self._part = line.id
            self._show_part()

    @Slot(object)
    def _on_example(self, place: int | None) -> None:
        assert self._pack is not None
        trial = worded(trial_of(self._pack))
        self._begin(trial if place is None else Trial(trial.book, self._pack.examples[place]))

    @Slot()
    def _on_clear(self) -> None:
        self.example.show_value(None)
        self._on_example(None)

    @Slot()
    def _on_copy(self) -> None:
        assert self._trial is not None
        QGuiApplication.clipboard().setText(example_text(self._trial.as_example(_("What it shows"))))
        self._session.tell(_("The example is on the clipboard. Paste it below “examples:” in the text."))


def _on_chip(offer: AnswerOffer) -> str:
    """An answer with its key, unless it is a number that is its own."""
    if not offer.key or offer.words.partition(" ")[0] == offer.key:
        return offer.words
    return _("{key} {word}").format(key=offer.key, word=offer.words)
