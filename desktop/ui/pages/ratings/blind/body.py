"""Blind ratings of one model: the areas, what is rated in the one in hand, and what comes next."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.blind_things import Key, place_of
from desktop.model.assessment.rated_apart import ApartRow, RatedApart
from desktop.model.assessment.team_words import has_reason
from desktop.model.maturity.pack import Pack
from desktop.model.records import ONCE
from desktop.ui.pages.ratings.blind.places import PlaceTable
from desktop.ui.pages.ratings.blind.round_bar import RoundBar
from desktop.ui.pages.ratings.blind.snapshot import Snapshot, read
from desktop.ui.pages.ratings.blind.strip import BlindStrip
from desktop.ui.pages.ratings.blind.things import AloneTable, OpenedTable, OwnRow, SeenRow, ThingTable, own_rows
from desktop.ui.pages.ratings.body import Body
from desktop.ui.pages.ratings.parts.offers import AnswerOffer, taken
from desktop.ui.session import Session
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Label
from desktop.wording.blind_ratings import agreement_sentences


class BlindBody(Body):
    """Each member rates alone; once an area is opened, all see who said what, and the team settles where they differ.

    It holds the words of the member at the keyboard, and before an area is opened those of nobody else.
    """

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(session, page)
        self._model = ""
        self._place = ""
        self._keys: dict[str, Key | None] = {}
        self._snapshot: Snapshot | None = None
        self._pending: tuple[Key, str] | None = None
        self.places = PlaceTable()
        self.together = Label("", "small", wrap=True)
        self.bar = RoundBar()
        self.alone = AloneTable()
        self.opened = OpenedTable(())
        self.strip = BlindStrip()
        left, work = Card(), QFrame()
        left.body.addWidget(self.places, 1)
        left.body.addWidget(self.together)
        work.setProperty("kind", "card")
        self._rows = QVBoxLayout(work)
        self._rows.setContentsMargins(12, 10, 12, 12)
        self._rows.setSpacing(8)
        for widget, stretch in ((self.bar, 0), (self.alone, 1), (self.opened, 1), (self.strip, 0)):
            self._rows.addWidget(widget, stretch)
        self._rows.addStretch(0)
        self.columns = FoldingColumns()
        self.columns.add(left, _("What is rated blind"), 220, 260, 1)
        self.columns.add(work, _("Ratings"), 420, 640, 4)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.columns, 1)
        self.landing = self.places
        self._connect()

    def _connect(self) -> None:
        self.session.unseating.connect(self._on_unseating)
        self.session.seated.connect(self._on_seated)
        self.places.moved.connect(self._on_place)
        self.places.entered.connect(self.go_back)
        self.bar.seat.connect(self.session.seat_wanted)
        self.bar.begun.connect(self._on_begun)
        self.bar.handed.connect(self._on_handed)
        self.bar.opened.connect(self._on_opened)
        self.bar.taken.connect(self._on_taken)
        self._listen(self.alone)
        self._listen(self.opened)
        self.strip.answered.connect(self._on_button)
        self.strip.numbered.connect(self._on_number)
        self.strip.noted.connect(self._on_note)
        self.strip.left.connect(self.go_back)
        self.shortcut("Ctrl+PgUp", self._on_previous, _("The previous area"))
        self.shortcut("Ctrl+PgDown", self._on_next, _("The next area"))

    def _listen(self, table: ThingTable) -> None:
        table.moved.connect(self._on_thing)
        table.answered.connect(self._on_key)
        table.typed.connect(self.strip.begin_number)
        table.explain.connect(self._on_explain)

    def order(self) -> None:
        """The areas, what is rated, the words about it, what comes next."""
        bar, strip = self.bar, self.strip
        chain: list[QWidget] = [self.places, self.alone, self.opened, strip.number, strip.note]
        chain += [bar.who, bar.begin, bar.all, bar.hand, bar.take, bar.reason, bar.open]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def show_model(self, model: str) -> None:
        """Show a model's areas, the one in hand first where it has such."""
        if model != self._model:
            self._model, self._place = model, ""
        self._refresh()

    def knows(self, pack: Pack, target: str) -> bool:
        """What can be rated blind, and the areas it is in."""
        return target in self.assessment.blind.places(pack.id) or bool(place_of(pack, target))

    def reveal(self, model: str, target: str) -> None:
        """Go to an area, or to something that is rated in one."""
        pack = self.assessment.models.get(model).pack
        known = target in self.assessment.blind.places(model)
        self._model, self._place = model, target if known else place_of(pack, target)
        if not known:
            self._keys[self._place] = (target, ONCE)
        self._refresh()
        self.go_back()

    def commit(self) -> None:
        """Write what is being typed."""
        self.strip.commit()

    @property
    def home(self) -> QWidget:
        """The list with what is rated; the areas where nothing is."""
        return next((each for each in (self.alone, self.opened) if not each.isHidden()), self.places)

    def _refresh(self) -> None:
        snapshot = read(self.assessment, self._model, self._place, self.session.member)
        self._snapshot, self._place = snapshot, snapshot.place
        self.headed.emit(_("Blind ratings"), snapshot.pack.name)
        self.places.show_places(snapshot.entries, snapshot.place)
        self.together.setVisible(snapshot.pooled is not None)
        if snapshot.pooled is not None:
            told = " ".join(agreement_sentences(snapshot.pooled))
            self.together.setText(_("All that is opened: {agreement}").format(agreement=told))
        self.bar.setVisible(bool(snapshot.place))
        if snapshot.place:
            self.bar.show_round(snapshot)
        self._show_things(snapshot)

    def _show_things(self, snapshot: Snapshot) -> None:
        key, apart = self._keys.get(self._place), snapshot.apart
        if apart is not None and self.opened.members != apart.members:
            self._remake_opened(apart)
        own = own_rows(snapshot.things, snapshot.own, snapshot.codes) if snapshot.rates else []
        self.alone.show_rows(own, key, fixed=snapshot.readonly or snapshot.handed)
        seen = [] if apart is None else [SeenRow(row, snapshot.codes[row.thing.key]) for row in apart.differing_first]
        self.opened.show_rows(seen, key, fixed=snapshot.readonly)
        self.alone.setVisible(snapshot.rates)
        self.opened.setVisible(apart is not None)
        self.landing = self.home
        self._show_thing()

    def _remake_opened(self, apart: RatedApart) -> None:
        """A column for each who rated."""
        before, focused = self.opened, self.opened.hasFocus()
        self.opened = OpenedTable(apart.members)
        self._listen(self.opened)
        self._rows.replaceWidget(before, self.opened)
        before.hide()
        before.deleteLater()
        self.order()
        if focused:
            self.opened.setFocus()

    @property
    def _row(self) -> OwnRow | SeenRow | None:
        table = self.home
        found: OwnRow | SeenRow | None = table.current_row() if isinstance(table, ThingTable) else None
        return found

    def _show_thing(self) -> None:
        row, snapshot = self._row, self._snapshot
        self.strip.setVisible(row is not None)
        if snapshot is None:
            return
        if isinstance(row, OwnRow):
            self.strip.show_own(row, fixed=snapshot.readonly or snapshot.handed)
        elif row is not None and snapshot.apart is not None:
            pending = self._pending[1] if self._pending and self._pending[0] == row.thing.key else None
            self.strip.show_seen(row, snapshot.apart, pending, fixed=snapshot.readonly)

    def _rate(self, value: str | None) -> bool:
        """One's own rating, or the team's word; True when it is kept."""
        row, snapshot = self._row, self._snapshot
        if row is None or snapshot is None or snapshot.readonly:
            return False
        if isinstance(row, SeenRow):
            return self._decide(row.apart, value)
        (part, instance), blind, model, member = row.thing.key, self.assessment.blind, self._model, snapshot.member
        return self.done(lambda: blind.rate(model, part, value, member, instance))

    def _decide(self, apart: ApartRow, value: str | None) -> bool:
        """Take a word as the team's; where they differ it waits for the reason."""
        if value is None or self._snapshot is None:
            return False
        if apart.differs and has_reason(self._snapshot.pack, apart.thing) and not apart.team.reason.strip():
            self._pending = (apart.thing.key, value)
            self._show_thing()
            self.strip.note.setFocus()
            return False
        return self._pick(apart, value, apart.team.reason)

    def _pick(self, apart: ApartRow, value: str, reason: str) -> bool:
        (part, instance), blind, model = apart.thing.key, self.assessment.blind, self._model
        self._pending = None
        if not self.done(lambda: blind.pick(model, part, value, reason, instance)):
            return False
        self._keys[self._place] = None  # to where they differ most of what is left
        return True

    @Slot(object)
    def _on_key(self, offer: AnswerOffer) -> None:
        row, table = self._row, self.home
        if row is None or not isinstance(table, ThingTable):
            return
        self.commit()
        following, several = table.following(), row.thing.scale is not None and row.thing.scale.several
        if self._rate(_taken(row, offer)) and isinstance(row, OwnRow) and not several:
            self._keys[self._place] = following
        self._refresh()

    @Slot(object)
    def _on_button(self, offer: AnswerOffer) -> None:
        row = self._row
        if row is not None:
            self._rate(_taken(row, offer))
            self._refresh()

    @Slot(object)
    def _on_number(self, text: str) -> None:
        self._rate(text.strip().replace(",", ".") or None)
        self._refresh()

    @Slot(object)
    def _on_note(self, text: str) -> None:
        row, snapshot = self._row, self._snapshot
        if row is None or snapshot is None:
            return
        (part, instance), blind, model, member = row.thing.key, self.assessment.blind, self._model, snapshot.member
        if isinstance(row, OwnRow):
            self.run(lambda: blind.note(model, part, text, member, instance))
        elif self._pending is not None and self._pending[0] == row.thing.key:
            if text.strip():
                self._pick(row.apart, self._pending[1], text)
        elif row.apart.team.value is not None:
            self._pick(row.apart, row.apart.team.value, text)
        self._refresh()

    @Slot(object)
    def _on_thing(self, key: Key) -> None:
        self.commit()
        self._pending = None
        self._keys[self._place] = key
        self._show_thing()

    @Slot(object)
    def _on_place(self, place: str) -> None:
        self.commit()
        self._pending = None
        self._place = place
        self._refresh()

    @Slot()
    def _on_unseating(self) -> None:
        if self._snapshot is not None and self.session.is_open:
            self.commit()

    @Slot()
    def _on_seated(self) -> None:
        """Somebody else sits here: nothing of what was shown before stays, not even while the page is behind others."""
        self._pending = None
        self._keys.clear()
        if self._model and self.session.is_open:
            self._refresh()

    @Slot(bool)
    def _on_begun(self, every: bool) -> None:  # noqa: FBT001 - Qt's signal
        model, blind, member = self._model, self.assessment.blind, self.session.member
        places = blind.unrated(model) if every else (self._place,)
        self.run(lambda: blind.begin(model, places, member))
        self._refresh()
        self.go_back()

    @Slot(bool)
    def _on_handed(self, handed: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.commit()
        model, place, blind, member = self._model, self._place, self.assessment.blind, self.session.member
        if self.done(lambda: blind.hand_in(model, place, member, handed=handed)) and handed:
            self.session.tell_of_step(_("Handed in. Once all have, it can be opened."))
        self._refresh()
        self.go_back()

    @Slot(str)
    def _on_opened(self, reason: str) -> None:
        model, place, blind, member = self._model, self._place, self.assessment.blind, self.session.member
        if self.done(lambda: blind.open(model, place, member, reason)):
            self._keys[place] = None
        self._refresh()
        self.go_back()

    @Slot()
    def _on_taken(self) -> None:
        model, place, blind = self._model, self._place, self.assessment.blind
        self.run(lambda: blind.take_common(model, place))
        self._refresh()
        self.go_back()

    @Slot()
    def _on_explain(self) -> None:
        self.strip.note.setFocus()

    @Slot()
    def _on_previous(self) -> None:
        self.places.step(-1)

    @Slot()
    def _on_next(self) -> None:
        self.places.step(1)


def _taken(row: OwnRow | SeenRow, offer: AnswerOffer) -> str | None:
    """The rating once an offer is taken: where several can be ticked, one is added or taken away again."""
    if row.thing.scale is None:
        return offer.answer
    if isinstance(row, SeenRow):
        return taken(row.thing.scale, row.apart.team.value, offer)
    return taken(row.thing.scale, row.value, offer)
