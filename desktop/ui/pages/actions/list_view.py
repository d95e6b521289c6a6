"""The list of actions: filters that count, and the action chosen in full beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.refs import Ref
from desktop.model.planning.aims import place_of
from desktop.ui.collation import in_order
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.pages.actions.bulk_card import BulkCard
from desktop.ui.pages.actions.chips import Chips
from desktop.ui.pages.actions.detail import DETAIL_WIDTH, Detail
from desktop.ui.pages.actions.detail_edits import DetailEdits
from desktop.ui.pages.actions.in_full import read_in_full
from desktop.ui.pages.actions.narrowing import Narrowing
from desktop.ui.pages.actions.rows import ActionRow, Filter, columns, rows, today
from desktop.ui.sizes import size
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.seen_stack import SeenStack
from desktop.ui.widgets.text import Label


class ListView(QWidget):
    """The actions one by one."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.shown = ""
        self._filling = False
        self._models: list[ModelInUse] = []
        self.chips = Chips()
        self.search = SearchField(_("Search actions"))
        size(self.search, least_width=90)
        size(self.search, most_width=220)
        self.table = Table(RowsModel(columns()), _("Improvement actions"))
        self.more = QPushButton(_("Status, owner, tag"))
        self.more.setCheckable(True)
        self.more.setProperty("kind", "chip")
        self.narrowing = Narrowing()
        self.narrowing.hide()
        self._tags: dict[str, tuple[str, ...]] = {}
        self.detail, self.bulk = Detail(), BulkCard()
        self.beside = SeenStack()
        self.nothing = Label("", "mute", wrap=True)
        self._edits = DetailEdits(self.detail, page)
        self._lay_out()
        self._connect()

    @property
    def landing(self) -> QWidget:
        """What has the keys first."""
        return self.table

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.chips, 1)
        above.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        above.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        for card in (self.detail, self.bulk):
            self.beside.addWidget(card)
        list_card = Card()
        list_card.tighten()
        list_card.body.addWidget(self.narrowing)
        list_card.body.addWidget(self.nothing)
        list_card.body.addWidget(self.table, 1)
        below = FoldingColumns()
        below.add(list_card, _("Actions"), 400, 600, 2)
        below.add(self.beside, _("The action in full"), DETAIL_WIDTH, DETAIL_WIDTH, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(10)
        column.addLayout(above)
        column.addWidget(below, 1)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._on_filter)
        self.search.textChanged.connect(self._on_search)
        self.narrowing.changed.connect(self._on_narrowed)
        self.more.toggled.connect(self._on_more)
        self.bulk.applied.connect(self._on_applied)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.search.left.connect(self._enter_table)
        self.detail.left.connect(self._enter_table)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.detail.remove.clicked.connect(self.remove_current)
        self.detail.ratings.clicked.connect(self._on_ratings)
        self.table.offer_deeds(self._action_deeds)

    def refresh(self) -> None:
        """Show the actions as they are now."""
        assessment = self._page.assessment
        self._models = assessment.models.all()
        results = assessment.results.all()
        every = rows(assessment.actions.all(), self._models, results, today())
        nexts = {result.level.next for result in results if result.level.next is not None}
        counts = {item: sum(row.passes(item) for row in every) for item in Filter}
        self.chips.say(counts, min(nexts) if len(nexts) == 1 else None, levels=bool(nexts))
        self._tags = assessment.action_links.tags()
        self.narrowing.offer(
            {row.action.owner for row in every if row.action.owner},
            {tag for tags in self._tags.values() for tag in tags},
        )
        self._filling = True
        self.table.source.set_rows(every)
        self._filter()
        self._filling = False
        self.select(self.shown)

    def commit(self) -> None:
        """Write what is being typed."""
        self.detail.commit()

    def reveal(self, target: str) -> bool:
        """Bring an action into view by its id, or the first one of a place; ``model/id`` names the place's model."""
        model, target = Ref.read(target)
        found = next((row for row in self._rows() if row.action.id == target), None)
        if found is None:
            packs = {in_use.id: in_use.pack for in_use in self._models if model in ("", in_use.id)}
            there = [row for row in self._rows() if place_of(packs.get(row.action.model), row.action.aim) == target]
            found = next((row for row in there if row.action.status.is_open), next(iter(there), None))
        if found is None:
            return False
        self._show_all_if_hidden(found)
        self.select(found.action.id)
        return True

    @Slot()
    def remove_current(self) -> None:
        """Take the chosen action away."""
        action = self.detail.action
        if action is None:
            return
        following = self._neighbour(action.id)
        assessment = self._page.assessment
        if self._page.session.run(lambda: assessment.actions.remove(action.id), self._page) is None:
            return
        self.shown = following
        self._page.refresh()
        self.table.setFocus()
        self._page.session.tell_of_step(_("Action {number} was removed.").format(number=action.number))

    def _rows(self) -> tuple[ActionRow, ...]:
        shown: tuple[ActionRow, ...] = self.table.source.rows
        return shown

    def summary(self) -> str:
        """How many there are, and how many of them are open and overdue."""
        every = self._rows()
        still = sum(row.passes(Filter.OPEN) for row in every)
        late = sum(row.passes(Filter.OVERDUE) for row in every)
        parts = []
        if every:
            parts.append(ngettext("{count} action", "{count} actions", len(every)).format(count=len(every)))
            parts.append(_("{count} open").format(count=still))
        if late:
            parts.append(_("{count} overdue").format(count=late))
        return " · ".join(parts)

    def _filter(self) -> None:
        """Keep what the filter and the search say, and the action that is being worked on."""
        chosen, words, working = self.chips.value(), self._words(), self.shown

        def keeps(row: ActionRow) -> bool:
            return row.action.id == working or self._keeps(row, chosen, words)

        self.table.proxy.set_test(keeps)
        count = self.table.proxy.rowCount()
        self.nothing.setVisible(count == 0)
        self.nothing.setText(_("No action matches this filter. Choose “All” or clear the search.") if not count else "")

    def _keeps(self, row: ActionRow, chosen: Filter, words: Sequence[str]) -> bool:
        said = row.says(words) or all(word.lstrip("#") in self._tags.get(row.action.id, ()) for word in words)
        return row.passes(chosen) and self.narrowing.passes(row, self._tags) and said

    def _words(self) -> list[str]:
        return self.search.text().casefold().split()

    def _show_all_if_hidden(self, row: ActionRow) -> None:
        if not self._keeps(row, self.chips.value(), self._words()):
            self.chips.choose(Filter.ALL)
            self.narrowing.clear()
            self.search.clear()
            self._filter()

    def select(self, action: str) -> None:
        """Put the cursor on an action; on the first where it is not in view."""
        found = self.table.select(lambda row: row.action.id == action)
        if not found and self.table.proxy.rowCount():
            self.table.selectRow(0)
        self._show_detail()

    def _show_detail(self) -> None:
        row: ActionRow | None = self.table.current_row()
        self.shown = row.action.id if row else ""
        assessment = self._page.assessment
        owners = in_order({other.action.owner for other in self._rows() if other.action.owner})
        found = read_in_full(assessment, row.action, assessment.priorities.open()) if row else None
        self.detail.show_action(found, owners, editable=not assessment.readonly)
        self._show_bulk()

    def _show_bulk(self) -> None:
        """Where several actions are chosen, offer to change them together."""
        rows: list[ActionRow] = self.table.selected_rows()
        several, assessment = len(rows) > 1, self._page.assessment
        if several:
            self.detail.commit()
            milestones = assessment.milestones.all()
            self.bulk.show_actions([row.action for row in rows], milestones, editable=not assessment.readonly)
        self.beside.setCurrentWidget(self.bulk if several else self.detail)

    def _neighbour(self, action: str) -> str:
        """The row that takes the place of one that goes."""
        proxy, source = self.table.proxy, self.table.source
        ids = [
            source.row(proxy.mapToSource(proxy.index(number, 0)).row()).action.id for number in range(proxy.rowCount())
        ]
        if action not in ids:
            return ""
        place = ids.index(action)
        others = ids[place + 1 :] + ids[:place][::-1]
        return others[0] if others else ""

    @Slot(object)
    def _on_filter(self, _chosen: Filter) -> None:
        self._refilter()

    @Slot()
    def _on_narrowed(self) -> None:
        self._refilter()

    @Slot(bool)
    def _on_more(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.narrowing.setVisible(shown)
        if shown:
            self.narrowing.status.setFocus()
        else:
            self.narrowing.clear()
            self._refilter()

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if not self._filling and self._page.session.is_open:
            self._show_bulk()

    @Slot(object, object, object)
    def _on_applied(self, actions: Sequence[str], cells: dict[str, object], tags: dict[str, bool]) -> None:
        it = self._page.assessment.actions
        done = self._page.session.run(lambda: it.change_several(actions, tags=tags, **cells), self._page)
        if done is None:
            return
        self.bulk.applied_all()
        self._page.refresh()
        self._choose_again(actions)
        self._page.session.tell_of_step(
            ngettext("{count} action was changed.", "{count} actions were changed.", len(actions)).format(
                count=len(actions)
            )
        )

    def _choose_again(self, actions: Sequence[str]) -> None:
        """Select rows that an edit has laid out anew."""
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for number, row in enumerate(self._rows()):
            index = self.table.index_of(number)
            if row.action.id in actions and index.isValid():
                self.table.selectionModel().select(index, flags)

    @Slot(str)
    def _on_search(self, _text: str) -> None:
        self._refilter()

    def _refilter(self) -> None:
        self.detail.commit()
        before, self.shown = self.shown, ""
        self._filling = True
        self._filter()
        self._filling = False
        self.select(before)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._filling:
            self._show_detail()

    @Slot()
    def _on_open(self) -> None:
        if self.detail.action is not None:
            self.detail.start_title()

    def _action_deeds(self) -> Sequence[Deed]:
        if self.table.current_row() is None:
            return ()
        return (
            Deed(("Enter",), _("Edit the title"), self._on_open),
            Deed(("Delete", "Backspace"), _("Remove the action"), self.remove_current),
        )

    @Slot()
    def _enter_table(self) -> None:
        self.table.setFocus()

    @Slot()
    def _on_ratings(self) -> None:
        action = self.detail.action
        if action is not None:
            self._page.session.go("ratings", str(Ref(action.model if len(self._models) > 1 else "", action.aim)))
