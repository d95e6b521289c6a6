"""Models of streams: the matrix, the cell read in full, and the reasons side by side."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Pack
from desktop.ui.pages.ratings.body import WantingBody
from desktop.ui.pages.ratings.streams import words
from desktop.ui.pages.ratings.streams.cell import CellCard
from desktop.ui.pages.ratings.streams.matrix import Matrix
from desktop.ui.pages.ratings.streams.rows import row_entries
from desktop.ui.pages.ratings.streams.snapshot import Place, Snapshot, find, read
from desktop.ui.pages.ratings.streams.strip import StreamStrip
from desktop.ui.pages.ratings.streams.why import StreamWhy
from desktop.ui.session import Session
from desktop.ui.widgets.folding_panes import FoldingColumns, FoldingStorey
from desktop.ui.widgets.text import Label
from desktop.wording import outcome


class StreamsBody(WantingBody):
    """One walks over all cells, reads each in full, chooses levels, ticks practices and says what is wanted."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(session, page)
        self._places: dict[str, Place] = {}
        self._snapshot: Snapshot | None = None
        self.standing = Label("", wrap=True)
        self.matrix = Matrix()
        self.strip = StreamStrip()
        self.cell = CellCard()
        self.why = StreamWhy()
        work = QFrame()
        work.setProperty("kind", "card")
        column = QVBoxLayout(work)
        column.setContentsMargins(10, 6, 10, 10)
        judged = FoldingStorey(spacing=6)
        judged.add(self.matrix, _("Matrix"), 150, 1)
        judged.add(self.strip, _("Reason and target"), 0, 0)
        column.addWidget(judged)
        beside = FoldingStorey(spacing=14)
        beside.add(self.cell, _("The cell"), 160, 3)
        beside.add(self.why, _("Reasons and history"), 140, 2)
        self.columns = FoldingColumns()
        self.columns.add(work, _("Streams"), 525, 692, 2)
        self.columns.add(beside, _("The cell in full"), 230, 330, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.standing)
        rows.addWidget(self.columns, 1)
        self.landing = self.matrix
        self._connect()

    def order(self) -> None:
        """Tab goes from the matrix over the cell to the words about the stream."""
        wanted = self.strip.wanted
        chain: list[QWidget] = [self.matrix, self.cell.place, self.cell.target, self.cell.ticks]
        chain += [self.strip.reason, self.strip.applies.button]
        chain += [wanted.levels, wanted.importances, wanted.why, wanted.who, self.strip.applies.reason]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def show_model(self, model: str) -> None:
        """Show a model's streams as they are now."""
        self._model = model
        self._snapshot = read(self.assessment, model)
        known = self._places.get(model)
        if known is None or known.stream not in self._snapshot.streams:
            self._places[model] = self._snapshot.first_open()
        self._show(self._snapshot)

    def knows(self, pack: Pack, target: str) -> bool:
        """Streams, cells, their practices, outcomes and metrics, and questions."""
        return find(pack, target) is not None

    def reveal(self, model: str, target: str) -> None:
        """Go to a stream or a cell."""
        snapshot = read(self.assessment, model)
        found = find(snapshot.pack, target)
        if found is None:
            return
        self._places[model] = found if isinstance(found, Place) else snapshot.home(snapshot.pack.stream_by_id[found])
        self.show_model(model)
        if target in snapshot.pack.item_by_id:
            self.cell.ticks.take_focus(target)
        else:
            self.matrix.setFocus()

    def commit(self) -> None:
        """Write what is being typed."""
        self.strip.commit()

    def _connect(self) -> None:
        self.matrix.moved.connect(self._on_moved)
        self.matrix.placed.connect(self._on_placed)
        self.matrix.wanted.connect(self._on_wanted)
        self.matrix.ticked.connect(self._on_all_ticked)
        self.matrix.asked.connect(self._on_asked)
        self.cell.placed.connect(self._on_place_button)
        self.cell.wanted.connect(self._on_target_button)
        self.cell.ticks.ticked.connect(self._on_ticked)
        self.cell.ticks.left.connect(self.go_back)
        self.strip.reasoned.connect(self._on_reason)
        self.strip.left.connect(self.go_back)
        self.why.heard.opening.connect(self.open_note)
        self.why.heard.drawing.connect(self.draw_note)
        self.why.heard.seeking.connect(self.seek_sources)
        self.follow(self.strip.wanted, self.strip.applies)

    @property
    def _place(self) -> Place:
        return self._places[self._model]

    @property
    def in_hand(self) -> str:
        """The stream with the cursor."""
        return self._place.stream

    def refresh(self) -> None:
        """Show what is shown as it is now."""
        self._snapshot = read(self.assessment, self._model)
        self._show(self._snapshot)

    def _show(self, snapshot: Snapshot) -> None:
        place, readonly = self._place, self.assessment.readonly
        self.headed.emit(snapshot.pack.name, outcome.headline(snapshot.result.level, snapshot.pack))
        told = [
            outcome.standing(snapshot.result, snapshot.pack),
            words.gaps(snapshot.result),
            outcome.left_out(snapshot.result, snapshot.pack),
        ]
        self.standing.setText(" · ".join(text for text in told if text))
        self.matrix.show_rows(snapshot.pack.levels, row_entries(snapshot, place.stream), place)
        self._show_place(snapshot, readonly=readonly)

    def _show_place(self, snapshot: Snapshot, *, readonly: bool) -> None:
        self.cell.show_cell(snapshot, self._place, readonly=readonly)
        self.strip.show_stream(snapshot, self._place.stream, readonly=readonly)
        self.why.show_stream(self.assessment, snapshot, self._place.stream)
        self.tell_settled()

    @Slot(object)
    def _on_moved(self, place: Place) -> None:
        if self._snapshot is None or place == self._place:
            return
        if place.stream != self._place.stream:
            self.commit()
        self._places[self._model] = place
        self._show_place(self._snapshot, readonly=self.assessment.readonly)
        self.matrix.verticalHeader().viewport().update()

    @Slot(object)
    def _on_placed(self, place: Place) -> None:
        if self._snapshot is None:
            return
        self.commit()
        model, again = self._model, self._snapshot.rating(place.stream).level == place.level
        level = None if again else place.level
        self.run(lambda: self.assessment.streams.rate_stream(model, place.stream, level))
        self._places[model] = place
        self.refresh()

    @Slot(object)
    def _on_wanted(self, place: Place) -> None:
        if self._snapshot is None:
            return
        self.commit()
        again = self._snapshot.target(place.stream).level == place.level
        self._want(level=None if again else place.level)

    @Slot(object)
    def _on_all_ticked(self, place: Place) -> None:
        if self._snapshot is None:
            return
        model, items = self._model, [item.id for item in self._snapshot.cell(place).practices]
        done = not self._snapshot.ticks.issuperset(items)
        self.run(lambda: self.assessment.streams.tick(model, items, done=done))
        self.refresh()

    @Slot(object)
    def _on_asked(self, part: str) -> None:
        match part:
            case "practices":
                self.cell.ticks.take_focus()
            case "reason":
                self.strip.reason.setFocus()
            case _:
                self.strip.wanted.importances.setFocus()

    @Slot()
    def _on_place_button(self) -> None:
        self._on_placed(self._place)

    @Slot()
    def _on_target_button(self) -> None:
        self._on_wanted(self._place)

    @Slot(object, object)
    def _on_ticked(self, item: str, done: bool) -> None:  # noqa: FBT001 - Qt's signal
        model = self._model
        self.run(lambda: self.assessment.streams.tick(model, item, done=done))
        self.refresh()

    @property
    def home(self) -> QWidget:
        """Where one judges."""
        return self.matrix

    @Slot(object)
    def _on_reason(self, text: str) -> None:
        model, stream = self._model, self._place.stream
        self.run(lambda: self.assessment.streams.set_reason(model, stream, text))
        self.refresh()
