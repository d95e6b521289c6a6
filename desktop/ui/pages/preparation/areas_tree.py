"""The areas of a model by level, or its streams or tracks, each in or out of scope, with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop.language import _
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.pack import Area, Pack, Place, Track
from desktop.model.maturity.part_places import PartPlace
from desktop.model.records import AreaRating
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.delegates import TellingDelegate
from desktop.ui.theme import current, px
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.model_words import words_of

NAME, QUESTIONS, REASON = range(3)
ROW = 30
_ID = Qt.ItemDataRole.UserRole


class AreasTree(Keyed, QTreeWidget):
    """Check boxes for areas, streams or tracks and, above them, for whole levels or for all.

    Signals:
        scoped: ``(ids of places, whether they are in scope)``.
        reasoned: ``(id of the place, reason)``.
    """

    scoped = Signal(object, bool)
    reasoned = Signal(str, str)

    def __init__(self, in_use: ModelInUse) -> None:
        super().__init__()
        self._pack = in_use.pack
        self._filling = True
        self._ratings: dict[str, AreaRating] = {}
        self._questions: Mapping[str, int] = {}
        self.setAccessibleName(
            _("{places} of {model} in scope").format(places=_(words_of(in_use.pack).places), model=in_use.pack.name)
        )
        self.setItemDelegate(TellingDelegate(self))
        self.setColumnCount(3)
        self.setHeaderLabels([_(words_of(in_use.pack).place), _("Questions"), _("Reason, when out of scope")])
        self.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(REASON, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.header().resizeSection(QUESTIONS, px(110))
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._groups = [self._group(title, places) for title, places in _grouped(self._pack)]
        self.expandAll()
        self.itemChanged.connect(self._on_changed)
        self.itemDoubleClicked.connect(self._on_double_clicked)
        self._filling = False

    def deeds(self) -> Sequence[Deed]:
        """Space puts in scope or out of it; Enter writes why something is out of scope."""
        item = self._here()
        if item is None or not self._is_editable():
            return ()
        inside = item.checkState(NAME) is Qt.CheckState.Checked
        text = _("Take it out of scope") if inside else _("Bring it into scope")
        tick = Deed(("Space",), text, self._turn)
        if not item.flags() & Qt.ItemFlag.ItemIsEditable:
            return (tick, Deed(("Enter",), "", self._turn))
        return (tick, Deed(("Enter", "F2"), _("Write the reason"), self._edit_reason))

    def show_scope(self, ratings: dict[str, AreaRating], questions: Mapping[str, int], *, editable: bool) -> None:
        """Show what is in scope.

        Args:
            ratings: by id of the place, those that were ever spoken of.
            questions: how many are asked about each place.
            editable: whether it can be changed.
        """
        self._filling = True
        self._ratings, self._questions = ratings, questions
        for top, items in self._groups:
            for item in items:
                self._show_area(item, editable=editable)
            states = {item.checkState(NAME) for item in items}
            top.setCheckState(NAME, states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked)
        self._filling = False

    def fit(self) -> None:
        """As tall as its rows, so that the page scrolls and not the tree in it."""
        rows = sum(1 + len(items) for _top, items in self._groups)
        self.setFixedHeight(self.sizeHintForRow(0) * rows + self.header().sizeHint().height() + 6)

    def reveal(self, area_id: str) -> bool:
        """Put the cursor on an area, stream or track."""
        for _top, items in self._groups:
            for item in items:
                if item.data(NAME, _ID) == area_id:
                    self.setCurrentItem(item)
                    return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme, except where a colour was set."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._filling:
            self.show_scope(self._ratings, self._questions, editable=self._is_editable())

    def _is_editable(self) -> bool:
        return any(item.flags() & Qt.ItemFlag.ItemIsUserCheckable for _top, items in self._groups for item in items)

    def _group(self, title: str, places: Sequence[Place]) -> tuple[QTreeWidgetItem, list[QTreeWidgetItem]]:
        top = QTreeWidgetItem([title])
        font = top.font(NAME)
        font.setBold(True)
        top.setFont(NAME, font)
        top.setSizeHint(NAME, QSize(0, px(ROW)))
        self.addTopLevelItem(top)
        items = []
        for place in places:
            coded = not isinstance(place, Track)
            item = QTreeWidgetItem([_("{name} ({id})").format(name=place.name, id=place.id) if coded else place.name])
            item.setData(NAME, _ID, place.id)
            item.setSizeHint(NAME, QSize(0, px(ROW)))
            item.setToolTip(NAME, plain_tip(place.purpose if isinstance(place, Area) else place.summary))
            top.addChild(item)
            items.append(item)
        return top, items

    def _show_area(self, item: QTreeWidgetItem, *, editable: bool) -> None:
        place = str(item.data(NAME, _ID))
        rating = self._ratings.get(place)
        inside = rating is None or rating.in_scope
        item.setCheckState(NAME, Qt.CheckState.Checked if inside else Qt.CheckState.Unchecked)
        asked = self._questions.get(place, 0) if inside else 0
        item.setText(QUESTIONS, str(asked) if asked else _("none"))
        item.setText(REASON, rating.reason if rating and not inside else "")
        ink = self.palette().color(QPalette.ColorRole.Text) if inside else QColor(current().mute)
        item.setForeground(NAME, ink)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if editable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            if not inside:
                flags |= Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags)

    def _here(self) -> QTreeWidgetItem | None:
        return self.itemFromIndex(self.currentIndex()) if self.currentIndex().isValid() else None

    def _turn(self) -> None:
        item = self._here()
        if item is not None:
            inside = item.checkState(NAME) is Qt.CheckState.Checked
            item.setCheckState(NAME, Qt.CheckState.Unchecked if inside else Qt.CheckState.Checked)

    def _edit_reason(self) -> None:
        item = self._here()
        if item is not None:
            self.editItem(item, REASON)

    @Slot(QTreeWidgetItem, int)
    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling:
            return
        if column == REASON and item.parent() is not None:
            self.reasoned.emit(str(item.data(NAME, _ID)), item.text(REASON).strip())
        elif column == NAME:
            inside = item.checkState(NAME) is Qt.CheckState.Checked
            items = next((below for top, below in self._groups if top is item), [item])
            self.scoped.emit([str(one.data(NAME, _ID)) for one in items], inside)

    @Slot(QTreeWidgetItem, int)
    def _on_double_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == REASON and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(item, REASON)


def _grouped(pack: Pack) -> list[tuple[str, Sequence[Place]]]:
    """Areas by the level that asks for them; streams and tracks all together."""
    if pack.areas:
        return [
            (_("Level {number} · {name}").format(number=level.number, name=level.name), pack.areas_at(level.number))
            for level in pack.levels
            if pack.areas_at(level.number)
        ]
    places = pack.place_by_id.values()
    kept = tuple(place for place in places if not (isinstance(place, PartPlace) and not place.parent))
    return [(_(words_of(pack).places), kept)]
