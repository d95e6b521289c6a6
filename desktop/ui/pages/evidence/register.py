"""The register: every item of evidence, what it speaks of and what is attached to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.filed_talks import is_talk
from desktop.model.maturity.refs import Ref
from desktop.model.records import Adequacy, Directness
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.deeds import Deed
from desktop.ui.pages.evidence.attached_files import AttachedFiles
from desktop.ui.pages.evidence.item_chips import ItemChips
from desktop.ui.pages.evidence.item_detail import DETAIL_WIDTH, ItemDetail
from desktop.ui.pages.evidence.register_rows import Filter, ItemRow, columns, item_rows, renewed_row, row_key
from desktop.ui.pages.interviews.part_names import PartNames
from desktop.ui.places import DRAW, PICK
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.text import Label
from desktop.wording import names

if TYPE_CHECKING:
    from desktop.ui.page import Page

T = TypeVar("T")

LIST, ITEM = range(2)

_JUDGED: dict[str, Adequacy | Directness] = {
    "A": Adequacy.ADEQUATE,
    "N": Adequacy.INADEQUATE,
    "D": Directness.DIRECT,
    "S": Directness.SUPPORTING,
}
"""What the team says of items, by its key."""


class Register(QWidget):
    """The items in a table, and the one under the cursor beside it.

    Attributes:
        landing: what has the focus when the view comes to the front.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._shown = ""
        self._filling = False
        self._names: PartNames | None = None
        self._counts: Counter[Filter] = Counter()
        self.table = Table(RowsModel(columns()), _("Items of evidence"), fit_rows=False)
        self.landing: QWidget = self.table
        self.chips, self.search = ItemChips(), SearchField(_("Search the evidence"))
        self.nothing = Label("", "mute", wrap=True)
        self.detail = ItemDetail()
        self.files = AttachedFiles(page)
        self.first = QPushButton(_("File the first item"))
        self.empty = Card(
            _("No evidence yet"),
            _(
                "What the team reads or sees stands here with what it speaks of: documents, presentations, "
                "demonstrations, observations. File one, or drop files on this page; each counts as a source for the "
                "practices that it is tagged with."
            ),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._above = QWidget()
        above = QHBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.chips, 1)
        above.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        listed = Card()
        listed.tighten()
        listed.body.addWidget(self.nothing)
        listed.body.addWidget(self.table, 1)
        self._panes = FoldingColumns()
        self._panes.add(listed, _("List"), 400, 640, 2)
        self._panes.add(self.detail, _("The item in full"), DETAIL_WIDTH, DETAIL_WIDTH, 1)
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.empty.body.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        self._rest = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.files.working)
        column.addWidget(self._above)
        column.addWidget(self._panes, 1)
        column.addWidget(self.empty)
        column.addWidget(self._rest, 1)

    def _connect(self) -> None:
        self.first.clicked.connect(self.add_item)
        self.chips.chosen.connect(self._filter)
        self.search.textChanged.connect(self._filter)
        self.search.left.connect(self._enter_table)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.offer_deeds(self._deeds)
        detail = self.detail
        detail.edited.connect(self._on_edited)
        detail.tagged.connect(self._on_tagged)
        detail.left.connect(self._enter_table)
        detail.remove.clicked.connect(self.remove_items)
        detail.ratings.clicked.connect(self.see_ratings)
        detail.attached.attach.clicked.connect(self.attach)
        detail.attached.open.clicked.connect(self.open_attached)
        detail.attached.save.clicked.connect(self.save_attached)
        detail.attached.detach.clicked.connect(self.detach)
        self.files.filed.connect(self._on_filed)

    def refresh(self) -> None:
        """Show the assessment as it is now."""
        assessment = self._page.assessment
        every = item_rows(assessment, self._page.session.today())
        self._names = PartNames(assessment)
        self._counts = Counter(each for row in every for each in row.filters)
        self.chips.say(self._counts)
        self._filling = True
        self.table.fill(every, row_key)
        self._filling = False
        self._filter()
        for part in (self._above, self._panes):
            part.setVisible(bool(every))
        for part in (self.empty, self._rest):
            part.setVisible(not every)
        self.first.setEnabled(not assessment.readonly)
        self.landing = self.table if every else self.first
        self.detail.let_write(writable=not assessment.readonly)
        self._select(self._shown)

    def holds(self, target: str) -> bool:
        """Whether there is an item of this id."""
        return any(item.id == target for item in self._page.assessment.evidence.all())

    def reveal(self, target: str) -> None:
        """Bring an item into view by its id."""
        self.chips.choose(Filter.ALL)
        self.search.clear()
        self._filter()
        self._select(target)

    def summary(self) -> str:
        """What stands beside the page's title."""
        rows = self._rows()
        attached = sum(bool(row.item.content) for row in rows)
        parts = [ngettext("{count} item", "{count} items", len(rows)).format(count=len(rows))] if rows else []
        if attached:
            parts.append(_("{count} attached").format(count=attached))
        return " · ".join(parts)

    @Slot()
    def add_item(self) -> None:
        """File an item and put the cursor into its title."""
        self.detail.commit()
        it, today = self._page.assessment.evidence, self._page.session.today()
        added = self._run(lambda: it.add(EvidenceKind.DOCUMENT, _("New document"), dated=today))
        if added is not None:
            self._show_anew(added)
            self._panes.bring(ITEM)
            self.detail.start_title()

    @Slot()
    def remove_items(self) -> None:
        """Take the selected items away."""
        rows: list[ItemRow] = self.table.selected_rows()
        if not rows:
            return
        self.detail.forget()
        if self._run(lambda: self._page.assessment.evidence.remove(*(row.item.id for row in rows))) is None:
            return
        self._shown = ""
        self.refresh()
        self._say()
        self.table.setFocus()
        text = ngettext("{count} item was removed.", "{count} items were removed.", len(rows))
        self._page.session.tell_of_step(text.format(count=len(rows)))

    @Slot()
    def move_talks(self) -> None:
        """Make sessions with notes of those selected items that are talks."""
        talks = [row.item for row in self.table.selected_rows() if is_talk(row.item)]
        self.detail.commit()
        if self._run(lambda: self._page.assessment.filed_talks.move(talks)) is None:
            return
        self._show_anew("")
        self.table.setFocus()
        text = ngettext(
            "{count} item is a session with a note now.", "{count} items are sessions with notes now.", len(talks)
        )
        self._page.session.tell_of_step(text.format(count=len(talks)))

    @Slot()
    def see_ratings(self) -> None:
        """See what the item speaks of where that is rated."""
        row = self._row()
        if row is not None and row.parts:
            self._page.session.go("ratings", str(row.parts[0]))

    @Slot()
    def attach(self) -> None:
        """Ask for a file and attach it to the item."""
        row = self._row()
        if row is not None:
            self.files.attach(row.item)

    @Slot()
    def open_attached(self) -> None:
        """Look at what is attached."""
        row = self._row()
        if row is not None and row.item.content:
            self.files.open(row.item)

    @Slot()
    def save_attached(self) -> None:
        """Save what is attached."""
        row = self._row()
        if row is not None and row.item.content:
            self.files.save(row.item)

    @Slot()
    def detach(self) -> None:
        """Take off what is attached."""
        row = self._row()
        if row is None or not row.item.content:
            return
        if self._run(lambda: self._page.assessment.attachments.detach(row.item.id)) is not None:
            self._show_anew(row.item.id)
            self._page.session.tell_of_step(_("“{file}” was taken off.").format(file=row.item.file_name))

    def _run(self, edit: Callable[[], T]) -> T | None:
        return self._page.session.run(edit, self._page)

    def _rows(self) -> tuple[ItemRow, ...]:
        rows: tuple[ItemRow, ...] = self.table.source.rows
        return rows

    def _row(self) -> ItemRow | None:
        row: ItemRow | None = self.table.current_row()
        return row

    def _show_anew(self, item: str) -> None:
        self._shown = item
        self.refresh()
        self._say()

    def _say(self) -> None:
        self._page.subtitle.setText(self.summary())

    def _select(self, item: str) -> bool:
        self._filling = True
        found = self.table.select(lambda row: row.item.id == item)
        if not found and self.table.proxy.rowCount() and self._row() is None:
            self.table.selectRow(0)
        self._filling = False
        self._show_item()
        return found

    def _show_item(self) -> None:
        row = self._row()
        self._shown = row.item.id if row is not None else ""
        assert self._names is not None
        owners = sorted({each.item.owner for each in self._rows() if each.item.owner}, key=str.casefold)
        held = row is not None and self._page.assessment.attachments.has(row.item)
        self.detail.show_item(row, self._names, owners, held=held)

    def _deeds(self) -> Sequence[Deed]:
        row = self._row()
        if row is None:
            return ()
        looking = (
            *((Deed(("R",), _("See ratings"), self.see_ratings),) if row.parts else ()),
            *((Deed(("O",), _("Open the attached file"), self.open_attached),) if row.item.content else ()),
            *((Deed(("V",), _("Save the attached file elsewhere"), self.save_attached),) if row.item.content else ()),
        )
        if self._page.assessment.readonly:
            return looking
        moving = any(is_talk(each.item) for each in self.table.selected_rows())
        judging = [
            Deed((key,), _("Judge it: {value}").format(value=names.name(value)), partial(self._judge, value))
            for key, value in _JUDGED.items()
        ]
        return (
            Deed(("Enter", "F2"), _("Change the item"), self._start_title),
            Deed(("T",), _("Tag it"), self._start_tag),
            Deed(("F",), _("Attach a file"), self.attach),
            *looking,
            *judging,
            Deed(("B",), _("Make one observation of the selected items"), self._draw),
            Deed(("+",), _("Add them to an observation"), self._add_to_observation),
            *((Deed(("I",), _("Move to Interviews, as a session with a note"), self.move_talks),) if moving else ()),
            Deed(("Delete", "Backspace"), _("Remove the selected items"), self.remove_items),
        )

    def _draw(self) -> None:
        self._to_observations(DRAW)

    def _add_to_observation(self) -> None:
        self._to_observations(PICK)

    def _to_observations(self, way: str) -> None:
        rows: list[ItemRow] = self.table.selected_rows()
        self.detail.commit()
        self._page.session.go("findings", way + " ".join(row.item.id for row in rows))

    def _judge(self, value: Adequacy | Directness) -> None:
        cells: dict[str, object] = {"adequacy" if isinstance(value, Adequacy) else "directness": value}
        rows: list[ItemRow] = self.table.selected_rows()
        items = [row.item.id for row in rows]
        if self._run(lambda: self._page.assessment.evidence.change_several(items, **cells)) is not None:
            self._renew(items)

    def _renew(self, items: Sequence[str]) -> None:
        """Show some items anew after an edit of their own; the others, of which there may be thousands, stay."""
        wanted, day = set(items), self._page.session.today()
        for number, row in enumerate(self._rows()):
            if row.item.id in wanted:
                renewed = renewed_row(self._page.assessment, row.item.id, day)
                self.table.source.set_row(number, renewed)
                self._counts.subtract(row.filters)
                self._counts.update(renewed.filters)
        self.chips.say(self._counts)
        self._say()
        self._show_item()

    def _start_title(self) -> None:
        self._panes.bring(ITEM)
        self.detail.start_title()

    def _start_tag(self) -> None:
        self._panes.bring(ITEM)
        self.detail.start_tag()

    @Slot()
    def _filter(self) -> None:
        """Keep what the filter and the words say, and the item that is being worked on."""
        chosen, words, working = self.chips.value(), self.search.text().casefold().split(), self._shown

        def keeps(row: ItemRow) -> bool:
            return row.item.id == working or (row.passes(chosen) and row.says(words))

        self.table.proxy.set_test(keeps)
        found = self.table.proxy.rowCount()
        self.nothing.setVisible(not found)
        self.nothing.setText("" if found else _("No item matches this filter. Choose “All” or clear the search."))

    @Slot()
    def _enter_table(self) -> None:
        self._panes.bring(LIST)
        self.table.setFocus()

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._filling:
            self._show_item()

    @Slot(object, object)
    def _on_edited(self, item: str, cells: dict[str, object]) -> None:
        self._run(lambda: self._page.assessment.evidence.change(item, **cells))
        self._renew([item])

    @Slot(object, object)
    def _on_tagged(self, item: str, tags: Sequence[Ref]) -> None:
        self._run(lambda: self._page.assessment.evidence.tag(item, tags))
        self._renew([item])

    @Slot(object)
    def _on_filed(self, items: Sequence[str]) -> None:
        self._show_anew(items[-1])
