"""A model's text, and beside it everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.ui.deeds import Deed
from desktop.ui.pages.shelf.lines import ShelfLine
from desktop.ui.pages.shelf.pack_text import PackText
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip

Wrong = tuple[int, str]


class CheckPane(QWidget):
    """Choosing a fault leads to its line.

    Attributes:
        line: the model that is shown.

    Signals:
        committed: (text) the author changed it.
        left: the list of models is to have the keys again.
    """

    committed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line: ShelfLine | None = None
        self.text = PackText()
        self.standing = Label("", "strong", wrap=True)
        self.duplicate = QPushButton(_("&Duplicate"))
        self.duplicate.setToolTip(plain_tip(_("Make one of your own from it, to change it")))
        columns: list[Column[Wrong]] = [
            Column(_("Line"), lambda wrong: str(wrong[0] or "–"), sort=lambda wrong: wrong[0], width=66, right=True),
            Column(_("What is wrong"), lambda wrong: wrong[1], tip=lambda wrong: wrong[1]),
        ]
        rows: RowsModel[Wrong] = RowsModel(columns)
        self.faults = Table(rows, _("Faults"), sortable=False)
        self.faults.offer_deeds(self.deeds_of_faults)
        self.faults.activated.connect(self._on_fault)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.standing)
        column.addWidget(self.duplicate, 0, Qt.AlignmentFlag.AlignLeft)
        room = QWidget()  # stays while there are no faults, so that what is above it keeps its place
        filled = QVBoxLayout(room)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addWidget(self.faults)
        column.addWidget(room, 1)
        self.columns = FoldingColumns()
        self.columns.add(self.text, _("Text"), 270, 460, 3)
        self.columns.add(beside, _("Faults"), 200, 280, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addWidget(self.columns)
        self.text.committed.connect(self.committed)
        self.text.left.connect(self.left)

    def show_line(self, line: ShelfLine) -> None:
        """Show a model; another one from the beginning of its text."""
        other = self.line is None or line.path != self.line.path
        self.line = line
        if other or not self.text.is_typing:
            self.text.show_text(line.text(), editable=line.changeable)
        wrong = line.wrong
        self.text.mark({number for number, _told in wrong})
        self.faults.fill(wrong, lambda each: each)
        self.faults.setVisible(bool(wrong))
        self.duplicate.setVisible(line.own is None)
        self.standing.setText(_told(line))

    def commit(self) -> None:
        """Write what is typed."""
        self.text.commit()

    def deeds_of_faults(self) -> Sequence[Deed]:
        """Esc leads back to the list."""
        return (Deed(("Esc",), _("Back to the list"), self.left.emit, listed=False),)

    @Slot(QModelIndex)
    def _on_fault(self, _index: QModelIndex) -> None:
        wrong = self.faults.current_row()
        if wrong is not None:
            self.text.go_to(wrong[0])


def _told(line: ShelfLine) -> str:
    """How it stands, in a sentence or two."""
    if line.own is None:
        return _("This model comes with the program. Duplicate it to have one that you can change.")
    if line.wrong:
        return _("A draft: it can be used once nothing is left in this list. Enter leads to the line.")
    examples = len(line.own.checked.examples)
    sound = _("Sound: an assessment can use it.")
    if not examples:
        return sound
    held = ngettext("{count} example holds.", "{count} examples hold.", examples).format(count=examples)
    return f"{sound} {held}"
