"""What copies said in different ways: a list, both sides of the one with the cursor, and a key that settles it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.open_conflicts import ConflictWords, SideWords, conflict_words

MOST_SIDES = 9
LISTED = 2
"""So many sides of each stand in the list; that there are more is told."""

SHOWN = 90
"""So many letters of a side stand in the list; all of them beside it."""


class ConflictSideView(QWidget):
    """One side: its words, who said them, and the button that lets it hold. `taken` carries its place."""

    taken = Signal(int)

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        self.text = Label("", "body", wrap=True)
        self.who = Label("", "small", wrap=True)
        self.take = QPushButton(_("Settle for this"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self.who)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.take.clicked.connect(self._on_take)

    def show_side(self, side: SideWords, number: int) -> None:
        """Show a side; its number is the key that settles for it."""
        self.text.setText(side.text)
        self.who.setText(_said_by(side))
        self.take.setText(_("Settle for this ({key})").format(key=number))
        self.take.setAccessibleDescription(side.text)
        self.take.setToolTip(plain_tip(_("From now on this holds, in all copies once they are merged.")))

    @Slot()
    def _on_take(self) -> None:
        self.taken.emit(self._place)


class ConflictList(QWidget):
    """The open conflicts, with both sides beside the list.

    Args:
        page: the page that it is a view of.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        columns = (
            Column[ConflictWords](
                _("About"), lambda row: row.about, beneath=lambda row: row.what, tip=lambda row: row.about
            ),
            *(_side_column(place) for place in range(LISTED)),
        )
        self.table = Table(RowsModel(columns), _("Conflicts"), sortable=False)
        self.table.offer_deeds(self._deeds)
        self.nothing = Label("", "mute", wrap=True)
        listed = Card()
        listed.tighten()
        listed.body.addWidget(self.nothing)
        listed.body.addWidget(self.table, 1)
        self.chosen = Card(_("Both sides"))
        self._sides = [ConflictSideView(place) for place in range(MOST_SIDES)]
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for side in self._sides:
            side.taken.connect(self.settle)
            column.addWidget(side)
        column.addStretch(1)
        area = scrolled(inner, _("Both sides"))
        self.chosen.body.addWidget(area, 1)
        panes = FoldingColumns()
        panes.add(listed, _("Conflicts"), 400, 620, 2)
        panes.add(self.chosen, _("Both sides"), 320, 380, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addWidget(panes)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def refresh(self) -> None:
        """Show what is open now."""
        assessment = self._page.assessment
        rows = conflict_words(assessment.conflicts.all(), assessment)
        self._fill(rows)

    def _fill(self, rows: Sequence[ConflictWords]) -> None:
        before = self.table.current_row()
        self.table.source.set_rows(rows)
        self.nothing.setVisible(not rows)
        self.nothing.setText(
            _("There is nothing to settle. Where merged copies say different things of one value, both stand here.")
        )
        if rows and not self.table.select(lambda row: before is not None and row.key == before.key):
            self.table.selectRow(0)
        self._show()

    def landing(self) -> QWidget:
        """The list."""
        return self.table

    def summary(self) -> str:
        """How many there are."""
        count = len(self.table.source.rows)
        return ngettext("{count} conflict", "{count} conflicts", count).format(count=count)

    @Slot()
    @Slot(int)
    def settle(self, number: int) -> None:
        """Let a side of the conflict with the cursor hold."""
        row: ConflictWords | None = self.table.current_row()
        if row is None or number >= len(row.sides) or self._page.assessment.readonly:
            return
        place, value = self.table.currentIndex().row(), row.sides[number].value
        done = self._page.session.run(
            lambda: self._page.assessment.conflicts.settle(row.open.conflict, value), self._page
        )
        if done is not None:
            self._drop(row)
        else:
            self._page.refresh()
        if self.table.source.rows:
            self.table.selectRow(min(place, len(self.table.source.rows) - 1))
        if done is not None:
            self._page.session.tell_of_step(_("Settled: {what}").format(what=row.sides[number].text))

    def _drop(self, settled: ConflictWords) -> None:
        """Take away what is settled; the others need not be read anew where nothing else became of it."""
        left = [row for row in self.table.source.rows if row.key != settled.key]
        if self._page.assessment.conflicts.count() != len(left):
            self._page.refresh()
            return
        self._fill(left)
        self._page.subtitle.setText(self.summary())

    def _deeds(self) -> Sequence[Deed]:
        row: ConflictWords | None = self.table.current_row()
        if row is None or self._page.assessment.readonly:
            return ()
        return tuple(
            Deed((str(number + 1),), _("Settle for what {who} said").format(who=side.who), partial(self.settle, number))
            for number, side in enumerate(row.sides[:MOST_SIDES])
        )

    def _show(self) -> None:
        row: ConflictWords | None = self.table.current_row()
        sides = () if row is None else row.sides
        self.chosen.say(
            _("All sides") if len(sides) > LISTED else _("Both sides"),
            "" if row is None else f"{row.about}, {row.what}",
        )
        for number, view in enumerate(self._sides):
            view.setVisible(number < len(sides))
            view.take.setEnabled(not self._page.assessment.readonly)
            if number < len(sides):
                view.show_side(sides[number], number + 1)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show()


def _side_column(place: int) -> Column[ConflictWords]:
    """One side of each conflict, under the key that settles for it."""

    def side(row: ConflictWords) -> SideWords | None:
        return row.sides[place] if place < len(row.sides) else None

    def text(row: ConflictWords) -> str:
        found = side(row)
        line = " ".join(found.text.split()) if found else ""
        return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"

    def who(row: ConflictWords) -> str:
        found, more = side(row), len(row.sides) - LISTED
        if found is None or more <= 0 or place < LISTED - 1:
            return _said_by(found) if found else ""
        text = ngettext("{said}; {count} more said otherwise", "{said}; {count} more said otherwise", more)
        return text.format(said=_said_by(found), count=more)

    def whole(row: ConflictWords) -> str:
        found = side(row)
        return found.text if found else ""

    key = str(place + 1)
    meaning = _("What one side said; the key {key} settles for it").format(key=key)
    return Column(key, text, beneath=who, tip=whole, width=220, meaning=meaning)


def _said_by(side: SideWords) -> str:
    return _("{who} – holds meanwhile").format(who=side.who) if side.stands else side.who
