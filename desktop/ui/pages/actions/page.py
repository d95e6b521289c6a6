"""Improvement actions: who does what until when, and what of it the next level waits for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.refs import Ref
from desktop.model.planning.aims import place_of
from desktop.model.records import PLAN, SCORES
from desktop.ui.collation import in_order
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.pages.actions.chips import Chips
from desktop.ui.pages.actions.detail import DETAIL_WIDTH, Detail
from desktop.ui.pages.actions.places import place_known, title_for
from desktop.ui.pages.actions.proposals import proposals
from desktop.ui.pages.actions.rows import ActionRow, Filter, columns, rows, today
from desktop.ui.session import Session
from desktop.ui.sizes import size
from desktop.ui.tables import RowsModel, Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.text import Label


class ActionsPage(Page):
    """The action items, with filters that count and the chosen one beside them."""

    concerns: ClassVar[frozenset[str]] = SCORES | PLAN

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Improvement actions"))
        self._shown = ""
        self._filling = False
        self.from_blockers = self.add_button(
            _("From &blockers"),
            tip=_("Propose an action for everything that blocks a next level"),
        )
        self.new = self.add_button(_("&New action"), primary=True, tip=_("Add an action (Ctrl+Shift+A)"))
        self.chips = Chips()
        self.search = SearchField(_("Search actions"))
        size(self.search, least_width=90)
        size(self.search, most_width=220)
        self.table = Table(RowsModel(columns()), _("Improvement actions"))
        self.detail = Detail()
        self.nothing = Label("", "mute", wrap=True)
        self._lay_out()
        self._connect()
        self.landing = self.table

    def _lay_out(self) -> None:
        self._above = QWidget()
        above = QHBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.chips, 1)
        above.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        list_card = Card()
        list_card.tighten()
        list_card.body.addWidget(self.nothing)
        list_card.body.addWidget(self.table, 1)
        self._below = FoldingColumns()
        self._below.add(list_card, _("List"), 400, 640, 2)
        self._below.add(self.detail, _("The action in full"), DETAIL_WIDTH, DETAIL_WIDTH, 1)
        self.empty = Card(
            _("No actions yet"),
            _(
                "Write down what is to be improved, who sees to it and by when. Once the team has rated, “From "
                "blockers” proposes an action for everything that blocks the next level."
            ),
        )
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.first = QPushButton(_("Write the first action"))
        self.empty.body.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._above)
        self.body.addWidget(self._below, 1)
        self.body.addWidget(self.empty)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(self._on_new)
        self.first.clicked.connect(self._on_new)
        self.from_blockers.clicked.connect(self.propose)
        self.chips.chosen.connect(self._on_filter)
        self.search.textChanged.connect(self._on_search)
        self.search.left.connect(self._enter_table)
        self.detail.left.connect(self._enter_table)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.detail.edited.connect(self._on_edited)
        self.detail.remove.clicked.connect(self.remove_current)
        self.detail.ratings.clicked.connect(self._on_ratings)
        measures = self.detail.measures
        measures.adding.connect(self._on_add_measure)
        measures.changing.connect(self._on_change_measure)
        measures.removing.connect(self._on_remove_measure)
        measures.reading.connect(self._on_reading)
        measures.unreading.connect(self._on_unread)
        self.table.offer_deeds(self._action_deeds)

    def refresh(self) -> None:
        """Show the actions as they are now."""
        assessment = self.assessment
        self._models: list[ModelInUse] = assessment.models.all()
        results = assessment.results.all()
        every = rows(assessment.actions.all(), self._models, results, today())
        self._say_counts(every)
        nexts = {result.level.next for result in results if result.level.next is not None}
        counts = {item: sum(row.passes(item) for row in every) for item in Filter}
        self.chips.say(counts, min(nexts) if len(nexts) == 1 else None, levels=bool(nexts))
        self._filling = True
        self.table.source.set_rows(every)
        self._filter()
        self._filling = False
        for part in (self._above, self._below):
            part.setVisible(bool(every))
        for part in (self.empty, self._rest):
            part.setVisible(not every)
        writable = not assessment.readonly
        for part in (self.new, self.first, self.from_blockers, self.detail.fields):
            part.setEnabled(writable)
        self._select(self._shown)

    def reveal(self, target: str) -> None:
        """Bring an action into view by its id, or the first one of a place; ``model/id`` names the place's model."""
        self.show_now()
        model, target = Ref.read(target)
        found = next((row for row in self._rows() if row.action.id == target), None)
        if found is None:
            models = self.assessment.models.all()
            packs = {in_use.id: in_use.pack for in_use in models if model in ("", in_use.id)}
            there = [row for row in self._rows() if place_of(packs.get(row.action.model), row.action.aim) == target]
            found = next((row for row in there if row.action.status.is_open), next(iter(there), None))
        if found is not None:
            self._show_all_if_hidden(found)
            self._select(found.action.id)
            self.table.setFocus()

    def new_action(self, area: str = "", goal: str = "", model: str = "") -> str:
        """Add an action and put the cursor into its title. Returns its id, which is empty when the edit was refused.

        Args:
            area: id of the area, stream or track that it is about, if any.
            goal: id of the goal, cell or statement.
            model: id of the model; without it, the first that has them.
        """
        self.show_now()
        self.detail.commit()
        title, found = _("New action"), place_known(self.assessment.models.all(), goal or area, model)
        if found is not None:
            in_use, _place = found
            model, title = in_use.id, title_for(in_use.pack, goal)
        action = self.session.run(
            lambda: self.assessment.actions.add(
                title, model=model if found else "", aim=(goal or area) if found else ""
            ),
            self,
        )
        if action is None:
            return ""
        self._shown = action
        self.refresh()
        self.detail.start_title()
        return action

    @Slot()
    def propose(self) -> None:
        """Add an action for all that was found wanting, blocks a next level and has none yet."""
        self.detail.commit()
        assessment = self.assessment
        results = assessment.results.all()
        found = proposals(assessment.models.all(), results, assessment.actions.all())
        if not found:
            self.session.tell(
                _(
                    "Nothing to propose: everything known to block a next level has its action already. Rate "
                    "more first."
                ),
                "warn",
            )
            return
        ids = self.session.run(lambda: assessment.actions.add_proposed(found), self)
        if not ids:
            return
        self._shown = ids[0]
        self.refresh()
        self.table.setFocus()
        self.session.tell_of_step(
            ngettext(
                "{count} action proposed for what blocks the next level.",
                "{count} actions proposed for what blocks the next level.",
                len(ids),
            ).format(count=len(ids))
        )

    @Slot()
    def remove_current(self) -> None:
        """Take the chosen action away."""
        action = self.detail.action
        if action is None:
            return
        following = self._neighbour(action.id)
        if self.session.run(lambda: self.assessment.actions.remove(action.id), self) is None:
            return
        self._shown = following
        self.refresh()
        self.table.setFocus()
        self.session.tell_of_step(_("Action {number} was removed.").format(number=action.number))

    def _rows(self) -> tuple[ActionRow, ...]:
        shown: tuple[ActionRow, ...] = self.table.source.rows
        return shown

    def _say_counts(self, every: list[ActionRow]) -> None:
        still = sum(row.passes(Filter.OPEN) for row in every)
        late = sum(row.passes(Filter.OVERDUE) for row in every)
        parts = []
        if every:
            parts.append(ngettext("{count} action", "{count} actions", len(every)).format(count=len(every)))
            parts.append(_("{count} open").format(count=still))
        if late:
            parts.append(_("{count} overdue").format(count=late))
        self.subtitle.setText(" · ".join(parts))

    def _filter(self) -> None:
        """Keep what the filter and the search say, and the action that is being worked on."""
        chosen, words, working = self.chips.value(), self.search.text().casefold().split(), self._shown

        def keeps(row: ActionRow) -> bool:
            return row.action.id == working or (row.passes(chosen) and row.says(words))

        self.table.proxy.set_test(keeps)
        count = self.table.proxy.rowCount()
        self.nothing.setVisible(count == 0)
        self.nothing.setText(_("No action matches this filter. Choose “All” or clear the search.") if not count else "")

    def _show_all_if_hidden(self, row: ActionRow) -> None:
        if not (row.passes(self.chips.value()) and row.says(self.search.text().casefold().split())):
            self.chips.choose(Filter.ALL)
            self.search.clear()
            self._filter()

    def _select(self, action: str) -> None:
        found = self.table.select(lambda row: row.action.id == action)
        if not found and self.table.proxy.rowCount():
            self.table.selectRow(0)
        self._show_detail()

    def _show_detail(self) -> None:
        row: ActionRow | None = self.table.current_row()
        self._shown = row.action.id if row else ""
        owners = in_order({other.action.owner for other in self._rows() if other.action.owner})
        self.detail.show_action(row.action if row else None, self._models, owners)
        found = self.assessment.measures.of(self._shown) if row else []
        self.detail.show_measures(found, editable=not self.assessment.readonly)

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

    @Slot()
    def _on_new(self) -> None:
        self.new_action()

    @Slot(object)
    def _on_filter(self, _chosen: Filter) -> None:
        self._refilter()

    @Slot(str)
    def _on_search(self, _text: str) -> None:
        self._refilter()

    def _refilter(self) -> None:
        self.detail.commit()
        before, self._shown = self._shown, ""
        self._filling = True
        self._filter()
        self._filling = False
        self._select(before)

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

    @Slot(object, object)
    def _on_edited(self, action: str, cells: dict[str, object]) -> None:
        self.session.run(lambda: self.assessment.actions.change(action, **cells), self)
        self.refresh()

    @Slot()
    def _on_ratings(self) -> None:
        action = self.detail.action
        if action is not None:
            self.session.go("ratings", str(Ref(action.model if len(self._models) > 1 else "", action.aim)))

    @Slot(object)
    def _on_add_measure(self, cells: dict[str, object]) -> None:
        action = self._shown
        name = str(cells.pop("name"))
        measure = self.session.run(lambda: self.assessment.measures.add(action, name, **cells), self)
        if measure is not None:
            self._show_detail()
            self.detail.start_measure(measure)

    @Slot(object, object)
    def _on_change_measure(self, measure: str, cells: dict[str, object]) -> None:
        self.session.run(lambda: self.assessment.measures.change(measure, **cells), self)
        self._show_detail()

    @Slot(object)
    def _on_remove_measure(self, measure: str) -> None:
        name = self.assessment.measures.get(measure).measure.name
        if self.session.run(lambda: self.assessment.measures.remove(measure), self) is None:
            return
        self._show_detail()
        self.session.tell_of_step(_("“{measure}” was removed, with its readings.").format(measure=name))

    @Slot(object, object, object, object)
    def _on_reading(self, measure: str, day: dt.date, value: str, note: str) -> None:
        measures = self.assessment.measures
        if self.session.run(lambda: measures.add_reading(measure, day, value, note=note), self) is not None:
            self._show_detail()
            self.detail.measures.taken()

    @Slot(object)
    def _on_unread(self, reading: str) -> None:
        self.session.run(lambda: self.assessment.measures.remove_reading(reading), self)
        self._show_detail()
