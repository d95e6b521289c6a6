"""Models of criteria: the tracks side by side, the judgement below them, the reasons beside both."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Pack, Track
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.ui.pages.ratings.body import WantingBody
from desktop.ui.pages.ratings.criteria.rows import following, statement_entries
from desktop.ui.pages.ratings.criteria.snapshot import Snapshot, read
from desktop.ui.pages.ratings.criteria.strip import StatementStrip
from desktop.ui.pages.ratings.criteria.track import TrackCard
from desktop.ui.pages.ratings.criteria.why import TrackWhy
from desktop.ui.pages.ratings.guidance import Advice
from desktop.ui.pages.ratings.scrolled_card import ScrolledCard
from desktop.ui.session import Session
from desktop.ui.widgets.folding_panes import FoldingColumns, FoldingStorey
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import outcome

_STOPS = {1: 6, 2: 2}
"""By the number of tracks: how many of the statements that stop each have room to be named."""


class CriteriaBody(WantingBody):
    """Number keys judge statements and move on; what each track can demonstrate follows at once."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(session, page)
        self._statements: dict[str, str] = {}
        self._snapshot: Snapshot | None = None
        self._tracks: tuple[Track, ...] = ()
        self.standing = Label("", "strong", wrap=True)
        self.cards: list[TrackCard] = []
        self.tracks = QSplitter(Qt.Orientation.Horizontal)
        self.strip = StatementStrip()
        self.why = TrackWhy()
        self.advice = Advice()
        self.advised = ScrolledCard()
        self.advised.hold(_("What the sources advise"), self.advice)
        beside = FoldingStorey(spacing=14)
        beside.add(self.why, _("Reasons and history"), 160, 2)
        beside.add(self.advised, _("Advice"), 120, 1)
        self.tracks.setChildrenCollapsible(False)
        self.tracks.setHandleWidth(14)
        work = FoldingStorey(spacing=8)
        work.add(self.tracks, _("Checklists"), 200, 1)
        work.add(self.strip, _("Judgement and target"), 0, 0)
        self.columns = FoldingColumns()
        self.columns.add(work, _("Statements"), 400, 762, 3)
        self.columns.add(beside, _("Reasons and advice"), 250, 260, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.standing)
        rows.addWidget(self.columns, 1)
        self._connect()

    def show_model(self, model: str) -> None:
        """Show a model's tracks as they are now."""
        self._model = model
        self._snapshot = read(self.assessment, model)
        if self._statements.get(model) not in self._snapshot.statements:
            self._statements[model] = self._snapshot.first_open()
        if self._tracks != self._snapshot.pack.tracks:
            self._offer(self._snapshot.pack)
        self._show(self._snapshot)

    def knows(self, pack: Pack, target: str) -> bool:
        """Tracks and statements."""
        return target in pack.track_by_id or target in pack.statement_by_id

    def reveal(self, model: str, target: str) -> None:
        """Go to a statement, or in a track to what stops it."""
        snapshot = read(self.assessment, model)
        self._statements[model] = snapshot.first_of(target) if target in snapshot.tracks else target
        self.show_model(model)
        self.go_back()

    def commit(self) -> None:
        """Write what is being typed."""
        self.strip.commit()

    def _connect(self) -> None:
        self.strip.rated.connect(self._on_button)
        self.strip.noted.connect(self._on_note)
        self.strip.left.connect(self.go_back)
        self.follow(self.strip.wanted, self.strip.applies)
        self.why.wanted.connect(self._on_statement)
        self.why.heard.opening.connect(self.open_note)
        self.why.heard.drawing.connect(self.draw_note)
        self.why.heard.seeking.connect(self.seek_sources)

    def _offer(self, pack: Pack) -> None:
        for old in self.cards:
            old.list.blockSignals(True)  # the focus wanders through them as they go
        for old in self.cards:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._tracks = pack.tracks
        self.cards = [TrackCard(track, _STOPS.get(len(pack.tracks), 1)) for track in pack.tracks]
        for card in self.cards:
            self.tracks.addWidget(card)
            self.tracks.setStretchFactor(self.tracks.count() - 1, 1)
            card.wanted.connect(self._on_statement)
            card.list.rated.connect(self._on_key)
            card.list.moved.connect(self._on_moved)
            card.list.explain.connect(self._on_explain)
            card.list.sideways.connect(self._on_sideways)
            card.list.asked.connect(self._on_asked)
        self.tracks.setSizes([1000] * len(self.cards))
        wanted = self.strip.wanted
        chain: list[QWidget] = [*(card.list for card in self.cards), *self.strip.buttons, self.strip.note]
        chain += [self.strip.applies.button, wanted.levels, wanted.importances, wanted.why, wanted.who]
        chain += [self.strip.applies.reason]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    @property
    def _statement(self) -> str:
        return self._statements[self._model]

    def _card(self) -> TrackCard:
        """The card of the track with the cursor."""
        assert self._snapshot is not None
        track = self._snapshot.track_of(self._statement).id
        return next(card for card in self.cards if card.track == track)

    @property
    def in_hand(self) -> str:
        """The track with the cursor."""
        return "" if self._snapshot is None else self._snapshot.track_of(self._statement).id

    def refresh(self) -> None:
        """Show what is shown as it is now."""
        self._snapshot = read(self.assessment, self._model)
        self._show(self._snapshot)

    def _show(self, snapshot: Snapshot) -> None:
        self.headed.emit(snapshot.pack.name, outcome.headline(snapshot.result.level, snapshot.pack))
        told = (outcome.standing(snapshot.result, snapshot.pack), outcome.left_out(snapshot.result, snapshot.pack))
        self.standing.setText(" · ".join(text for text in told if text))
        self.standing.setToolTip(plain_tip(outcome.why(snapshot.result.level, snapshot.pack)))
        for card in self.cards:
            card.show_track(snapshot, self._statement)
            here = card.track == snapshot.track_of(self._statement).id
            card.setVisible(here or card.track not in snapshot.outside)
        self.landing = self._card().list
        self.strip.show_statement(snapshot, self._statement, readonly=self.assessment.readonly)
        self.why.show_statement(self.assessment, snapshot, self._statement)
        self.advice.show_guidance(snapshot.pack.guidance)
        self.advised.setVisible(snapshot.pack.guidance is not None)
        self.tell_settled()

    def _go(self, statement: str) -> None:
        if statement != self._statement and self._snapshot is not None:
            self.commit()
            self._statements[self._model] = statement
            self._show(self._snapshot)

    def _rate(self, value: Fulfilment | None) -> bool:
        model, statement = self._model, self._statement
        return self.done(lambda: self.assessment.statements.rate(model, statement, value))

    @Slot(object)
    def _on_key(self, value: Fulfilment | None) -> None:
        if self._snapshot is None:
            return
        self.commit()
        if self._rate(value):
            track = self._snapshot.track_of(self._statement).id
            self._statements[self._model] = following(statement_entries(self._snapshot, track), self._statement)
        self.refresh()

    @Slot(object)
    def _on_button(self, value: Fulfilment | None) -> None:
        self._rate(value)
        self.refresh()

    @Slot(object)
    def _on_note(self, note: str) -> None:
        model, statement = self._model, self._statement
        self.run(lambda: self.assessment.statements.note(model, statement, note))
        self.refresh()

    @Slot(object)
    def _on_moved(self, statement: str) -> None:
        self._go(statement)

    @Slot(object)
    def _on_statement(self, statement: str) -> None:
        self._go(statement)
        self.go_back()

    @Slot()
    def _on_explain(self) -> None:
        self.strip.note.setFocus()

    @property
    def home(self) -> QWidget:
        """Where one judges."""
        return self._card().list

    @Slot(object)
    def _on_sideways(self, step: int) -> None:
        """To the neighbouring track, where the cursor was there or else at the same level."""
        if self._snapshot is None:
            return
        cards = [card for card in self.cards if not card.isHidden()]
        number = cards.index(self._card()) + step
        if not 0 <= number < len(cards):
            return
        card, level = cards[number], self._snapshot.statements[self._statement].level
        here = card.list.here()
        same = (entry for entry in card.list.rows.rows if entry.level == level)
        entry = here or next(same, card.list.rows.rows[0])
        self._on_statement(entry.id)

    @Slot(object)
    def _on_asked(self, what: str) -> None:
        if self._snapshot is None:
            return
        match what:
            case "stop":
                self._on_stop()
            case "target":
                level = self._snapshot.statements[self._statement].level
                track = self._snapshot.track_of(self._statement).id
                again = self._snapshot.target(track).level == level
                self._want(level=None if again else level)
            case _:
                self.strip.wanted.importances.setFocus()

    def _on_stop(self) -> None:
        """To the statement that stops the track, from one of them to the next."""
        assert self._snapshot is not None
        stopping = self._snapshot.stopping(self._card().track)
        if not stopping:
            return
        place = stopping.index(self._statement) + 1 if self._statement in stopping else 0
        self._on_statement(stopping[place % len(stopping)])
