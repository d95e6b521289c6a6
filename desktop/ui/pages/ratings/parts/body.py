"""Models with rules of their own: the tree of parts, the part in hand below it, the reasons beside both."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.records import ONCE
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.pages.ratings.body import WantingBody
from desktop.ui.pages.ratings.parts.offers import AnswerOffer, answer_offers, taken
from desktop.ui.pages.ratings.parts.snapshot import Snapshot, read
from desktop.ui.pages.ratings.parts.strip import PartStrip
from desktop.ui.pages.ratings.parts.tree import PartTree
from desktop.ui.pages.ratings.parts.why import PartWhy
from desktop.ui.session import Session
from desktop.ui.widgets.folding_panes import FoldingColumns, FoldingStorey
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import outcome


class PartsBody(WantingBody):
    """Number keys answer a part and move on; what follows for every part above shows at once."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(session, page)
        self._parts: dict[str, str] = {}
        self._instances: dict[str, str] = {}
        self._snapshot: Snapshot | None = None
        self.standing = Label("", "strong", wrap=True)
        self.tree = PartTree()
        self.strip = PartStrip()
        self.why = PartWhy()
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self.tree)
        work = FoldingStorey(spacing=8)
        work.add(card, _("Parts"), 0, 1)
        work.add(self.strip, _("Answer and target"), 0, 0)
        self.columns = FoldingColumns()
        self.columns.add(work, _("Parts"), 400, 700, 3)
        self.columns.add(self.why, _("Reasons and history"), 250, 260, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.standing)
        rows.addWidget(self.columns, 1)
        self.landing = self.tree
        self._connect()

    def order(self) -> None:
        """The tree, what is below it, then what is beside it."""
        strip, evidence = self.strip, self.why.evidence
        chain: list[QWidget] = [self.tree, strip.instances.field, strip.number, strip.note, strip.word]
        chain += [strip.alternative, strip.wanted.value, strip.wanted.importances, strip.wanted.why, strip.wanted.who]
        chain += [strip.applies.button, strip.applies.reason]
        chain += [evidence.kind, evidence.session, evidence.reach, evidence.add]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def show_model(self, model: str) -> None:
        """Show a model's parts as they are now."""
        self._model = model
        self._snapshot = read(self.assessment, model)
        if self._parts.get(model) not in self._snapshot.results:
            self._parts[model] = self._snapshot.first_open()
        self._show(self._snapshot)

    def knows(self, pack: Pack, target: str) -> bool:
        """Parts."""
        return isinstance(pack, PartsPack) and target in pack.place_by_id

    def reveal(self, model: str, target: str) -> None:
        """Go to a part."""
        self._parts[model] = target
        self.show_model(model)
        self.go_back()

    def commit(self) -> None:
        """Write what is being typed."""
        if self._snapshot is not None:
            self.strip.commit()

    def _connect(self) -> None:
        self.tree.answered.connect(self._on_key)
        self.tree.typed.connect(self.strip.begin_number)
        self.tree.moved.connect(self._go)
        self.tree.explain.connect(self._on_explain)
        self.tree.sideways.connect(self._on_sideways)
        self.tree.asked.connect(self._on_asked)
        self.strip.answered.connect(self._on_button)
        self.strip.numbered.connect(self._on_number)
        self.strip.noted.connect(self._on_note)
        self.strip.said.connect(self._on_said)
        self.strip.accepted.connect(self._on_accepted)
        self.strip.left.connect(self._on_left)
        self.strip.instances.chosen.connect(self._on_instance)
        self.strip.instances.added.connect(self._on_added)
        self.strip.instances.called.connect(self._on_called)
        self.strip.instances.dropped.connect(self._on_dropped)
        self.follow(self.strip.wanted, self.strip.applies)
        self.why.evidence.added.connect(self._on_evidence)
        self.why.evidence.removed.connect(self._on_evidence_removed)
        self.why.evidence.opening.connect(self.open_note)
        self.why.evidence.showing.connect(self.open_item)
        self.why.evidence.drawing.connect(self.draw_note)
        self.why.evidence.seeking.connect(self.seek_sources)

    @property
    def _part(self) -> str:
        return self._parts[self._model]

    def _instance(self, snapshot: Snapshot) -> str:
        """What the part in hand is answered for at the moment; `ONCE` where it is answered as such."""
        ids = [each.id for each in snapshot.answered_for(self._part)]
        if not ids:
            return ONCE
        known = self._instances.get(self._model, "")
        return known if known in ids else ids[0]

    @property
    def in_hand(self) -> str:
        """The part with the cursor."""
        return self._part

    def refresh(self) -> None:
        """Show what is shown as it is now."""
        self._snapshot = read(self.assessment, self._model)
        self._show(self._snapshot)

    def _show(self, snapshot: Snapshot) -> None:
        self.headed.emit(snapshot.pack.name, "")
        told = (outcome.standing(snapshot.result, snapshot.pack), outcome.left_out(snapshot.result, snapshot.pack))
        self.standing.setText(" · ".join(text for text in told if text))
        self.standing.setToolTip(plain_tip(outcome.why(snapshot.result.level, snapshot.pack)))
        scale, instance = snapshot.scale(self._part), self._instance(snapshot)
        usable = not self.assessment.readonly and not (snapshot.sort_of(self._part) and instance == ONCE)
        offers = [] if scale is None or not usable else answer_offers(scale)
        number = usable and scale is not None and scale.number_range is not None
        self.tree.show_parts(snapshot, self._part, offers, number=number)
        self.strip.show_part(snapshot, self._part, instance, readonly=self.assessment.readonly)
        self.why.show_part(self.assessment, snapshot, self._part, instance)
        self.tell_settled()

    def _answer(self, answer: str | None) -> bool:
        assert self._snapshot is not None
        model, part, instance = self._model, self._part, self._instance(self._snapshot)
        return self.run(lambda: self.assessment.parts.answer(model, part, answer, instance)) is not None

    def _move_on(self) -> None:
        """To the next instance of the part, and after the last to the next part."""
        assert self._snapshot is not None
        ids = [each.id for each in self._snapshot.answered_for(self._part)]
        here = self._instance(self._snapshot)
        if here in ids[:-1]:
            self._instances[self._model] = ids[ids.index(here) + 1]
            return
        following = self._snapshot.following(self._part)
        if following != self._part and ids:
            self._instances[self._model] = ids[0]
        self._parts[self._model] = following

    @Slot(object)
    def _go(self, part: str) -> None:
        if part != self._part and self._snapshot is not None:
            self.commit()
            self._parts[self._model] = part
            self._show(self._snapshot)

    @Slot(object)
    def _on_key(self, offer: AnswerOffer) -> None:
        if self._snapshot is None:
            return
        self.commit()
        scale = self._snapshot.scale(self._part)
        assert scale is not None
        now = self._snapshot.rating(self._part, self._instance(self._snapshot)).answer
        if self._answer(taken(scale, now, offer)) and not (scale.several and offer.choice):
            self._move_on()
        self.refresh()

    @Slot(object)
    def _on_button(self, offer: AnswerOffer) -> None:
        if self._snapshot is None:
            return
        scale = self._snapshot.scale(self._part)
        assert scale is not None
        now = self._snapshot.rating(self._part, self._instance(self._snapshot)).answer
        self._answer(taken(scale, now, offer))
        self.refresh()

    @Slot(object)
    def _on_number(self, text: str) -> None:
        if self._snapshot is None:
            return
        self._answer(text.strip().replace(",", ".") or None)
        self.refresh()

    @Slot(object)
    def _on_note(self, note: str) -> None:
        if self._snapshot is None:
            return
        model, part, instance = self._model, self._part, self._instance(self._snapshot)
        self.run(lambda: self.assessment.parts.note(model, part, note, instance))
        self.refresh()

    @Slot(object)
    def _on_said(self, says: str) -> None:
        model, part = self._model, self._part
        self.run(lambda: self.assessment.parts.say(model, part, says))
        self.refresh()

    @Slot(object)
    def _on_accepted(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        model, part = self._model, self._part
        self.run(lambda: self.assessment.parts.accept(model, part, accepted=on))
        self.refresh()

    @Slot(object)
    def _on_instance(self, instance: str) -> None:
        self.commit()
        self._instances[self._model] = instance
        self.refresh()

    @Slot(object)
    def _on_added(self, name: str) -> None:
        if self._snapshot is None:
            return
        model, of = self._model, self._snapshot.sort_of(self._part)
        made = self.run(lambda: self.assessment.parts.add_instance(model, of, name))
        if made is not None:
            self._instances[model] = made
        self.refresh()

    @Slot(object)
    def _on_called(self, instance: str) -> None:
        self.call_instance(instance)
        self.refresh()

    @Slot(object)
    def _on_dropped(self, instance: str) -> None:
        self.drop_instance(instance)
        self.refresh()
        self.go_back()

    @Slot(object, object, object)
    def _on_evidence(self, kind: EvidenceKind, session: str, parts: tuple[str, ...]) -> None:
        file, model = self.assessment.evidence.file, self._model
        if self.run(lambda: file(kind, session, model=model, practices=parts)):
            self.why.evidence.forget()
        self.refresh()

    @Slot(object)
    def _on_evidence_removed(self, piece: str) -> None:
        model, part = self._model, self._part
        self.run(lambda: self.assessment.evidence.withdraw(piece, model, part))
        self.refresh()

    @Slot()
    def _on_left(self) -> None:
        """Enter in the field for numbers goes on to the next part; elsewhere back to the tree."""
        if self.sender() is self.strip and self.strip.number.hasFocus() and self._snapshot is not None:
            self.strip.number.commit()
            self._move_on()
            self.refresh()
        self.go_back()

    @Slot()
    def _on_explain(self) -> None:
        self.strip.note.setFocus()

    @property
    def home(self) -> QWidget:
        """Where one judges."""
        return self.tree

    @Slot(object)
    def _on_sideways(self, step: int) -> None:
        if self._snapshot is None:
            return
        ids = [each.id for each in self._snapshot.answered_for(self._part)]
        here = self._instance(self._snapshot)
        if here in ids and 0 <= ids.index(here) + step < len(ids):
            self._on_instance(ids[ids.index(here) + step])

    @Slot(object)
    def _on_asked(self, what: str) -> None:
        if self._snapshot is None:
            return
        match what:
            case "open":
                self._go(self._snapshot.first_open())
            case "target":
                self.strip.wanted.value.setFocus()
            case _:
                self.strip.wanted.importances.setFocus()
