"""The areas of a model by level, each in or out of scope, with the reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop.language import _
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.pack import Area
from desktop.model.records import AreaRating
from desktop.ui.theme import current, px

NAME, QUESTIONS, REASON = range(3)
ROW = 30
_ID = Qt.ItemDataRole.UserRole


class AreasTree(QTreeWidget):
    """Check boxes for areas and, above them, for whole levels.

    Signals:
        scoped: ``(ids of areas, whether they are in scope)``.
        reasoned: ``(id of the area, reason)``.
    """

    scoped = Signal(object, bool)
    reasoned = Signal(str, str)

    def __init__(self, in_use: ModelInUse) -> None:
        super().__init__()
        self._pack = in_use.pack
        self._filling = True
        self._ratings: dict[str, AreaRating] = {}
        self._limit = 0
        self.setAccessibleName(_("Areas of {model} in scope").format(model=in_use.pack.name))
        self.setColumnCount(3)
        self.setHeaderLabels([_("Key process area"), _("Questions"), _("Reason, when out of scope")])
        self.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(REASON, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.header().resizeSection(QUESTIONS, px(110))
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._levels = [self._level(level.number) for level in self._pack.levels if self._pack.areas_at(level.number)]
        self.expandAll()
        self.itemChanged.connect(self._on_changed)
        self.itemDoubleClicked.connect(self._on_double_clicked)
        self.itemActivated.connect(self._on_activated)
        self._filling = False

    def show_scope(self, ratings: dict[str, AreaRating], limit: int, *, editable: bool) -> None:
        """Show what is in scope.

        Args:
            ratings: by area id, those that were ever spoken of.
            limit: the questionnaire asks up to this level.
            editable: whether it can be changed.
        """
        self._filling = True
        self._ratings, self._limit = ratings, limit
        for top, items in self._levels:
            for item in items:
                self._show_area(item, editable=editable)
            states = {item.checkState(NAME) for item in items}
            top.setCheckState(NAME, states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked)
        self._filling = False

    def fit(self) -> None:
        """As tall as its rows, so that the page scrolls and not the tree in it."""
        rows = sum(1 + len(items) for _top, items in self._levels)
        self.setFixedHeight(self.sizeHintForRow(0) * rows + self.header().sizeHint().height() + 6)

    def reveal(self, area_id: str) -> bool:
        """Put the cursor on an area."""
        for _top, items in self._levels:
            for item in items:
                if item.data(NAME, _ID) == area_id:
                    self.setCurrentItem(item)
                    return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme, except where a colour was set."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._filling:
            self.show_scope(self._ratings, self._limit, editable=self._is_editable())

    def _is_editable(self) -> bool:
        return any(item.flags() & Qt.ItemFlag.ItemIsUserCheckable for _top, items in self._levels for item in items)

    def _level(self, number: int) -> tuple[QTreeWidgetItem, list[QTreeWidgetItem]]:
        level = self._pack.level(number)
        top = QTreeWidgetItem([_("Level {number} · {name}").format(number=number, name=level.name)])
        font = top.font(NAME)
        font.setBold(True)
        top.setFont(NAME, font)
        top.setSizeHint(NAME, QSize(0, px(ROW)))
        self.addTopLevelItem(top)
        items = []
        for area in self._pack.areas_at(number):
            item = QTreeWidgetItem([_("{name} ({id})").format(name=area.name, id=area.id)])
            item.setData(NAME, _ID, area.id)
            item.setSizeHint(NAME, QSize(0, px(ROW)))
            item.setToolTip(NAME, area.purpose)
            top.addChild(item)
            items.append(item)
        return top, items

    def _show_area(self, item: QTreeWidgetItem, *, editable: bool) -> None:
        area = self._area(item)
        rating = self._ratings.get(area.id)
        inside = rating is None or rating.in_scope
        item.setCheckState(NAME, Qt.CheckState.Checked if inside else Qt.CheckState.Unchecked)
        asked = inside and area.level <= self._limit
        item.setText(QUESTIONS, str(len(area.questions)) if asked else _("none"))
        item.setText(REASON, rating.reason if rating and not inside else "")
        ink = self.palette().color(QPalette.ColorRole.Text) if inside else QColor(current().mute)
        item.setForeground(NAME, ink)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if editable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            if not inside:
                flags |= Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags)

    def _area(self, item: QTreeWidgetItem) -> Area:
        return self._pack.area_by_id[str(item.data(NAME, _ID))]

    @Slot(QTreeWidgetItem, int)
    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling:
            return
        if column == REASON and item.parent() is not None:
            self.reasoned.emit(self._area(item).id, item.text(REASON).strip())
        elif column == NAME:
            inside = item.checkState(NAME) is Qt.CheckState.Checked
            items = next((below for top, below in self._levels if top is item), [item])
            self.scoped.emit([self._area(one).id for one in items], inside)

    @Slot(QTreeWidgetItem, int)
    def _on_double_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == REASON:
            self._on_activated(item, column)

    @Slot(QTreeWidgetItem, int)
    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(item, REASON)
