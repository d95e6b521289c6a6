"""The tree of parts with their results, in which number keys answer the part under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.ui.deeds import Deed
from desktop.ui.pages.ratings.parts.answer_table import AnswerTable
from desktop.ui.pages.ratings.parts.offers import AnswerOffer
from desktop.ui.pages.ratings.parts.snapshot import Snapshot
from desktop.ui.table_rows import Column, RowsModel
from desktop.wording.part_results import PartLine
from desktop.wording.tones import standing_tone

_IN = "    "


class PartTree(AnswerTable):
    """Every part, indented below the one it stands under.

    Signals:
        moved: (id) the cursor came to a part.
        explain: Enter was pressed; the cursor should go to the note.
        sideways: (-1 or 1) the instance before or after.
        asked: (str) ``open``, ``target`` or ``importance``.
    """

    moved = Signal(object)
    explain = Signal()
    sideways = Signal(object)
    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        columns: list[Column[PartLine]] = [
            Column(_("Part"), _title, tip=_tip),
            Column(_("Result"), lambda line: line.stands, tone=part_tone, width=150),
            Column(_("Target"), lambda line: line.target or "–", width=80, gives_way=1),
        ]
        self.rows: RowsModel[PartLine] = RowsModel(columns)
        super().__init__(self.rows, _("Parts"), sortable=False)
        self.rows.setParent(self)
        if parent is not None:
            self.setParent(parent)
        self.setAccessibleDescription(_("Number keys answer, 0 opens again. O: what is open. T: target."))
        self._several = False
        self._quiet = False
        self.selectionModel().currentRowChanged.connect(self._on_row)

    def show_parts(self, snapshot: Snapshot, part: str, offers: list[AnswerOffer], *, number: bool) -> None:
        """Show a model's parts with the cursor on one of them; nothing is announced.

        Args:
            snapshot: the model.
            part: where the cursor goes.
            offers: what number keys stand for there.
            number: whether the part is answered by typing a number.
        """
        self._quiet = True
        self.offer(offers, number=number)
        self._several = bool(snapshot.sort_of(part))
        self.fill(snapshot.lines, lambda line: line.id)
        self.select(lambda line: line.id == part)
        self._quiet = False

    def deeds(self) -> Sequence[Deed]:
        """Answer by number keys; Enter goes on to the note, O to what is open, the sides to other instances."""
        sides = (
            (
                Deed(("Left",), _("The previous one"), partial(self.sideways.emit, -1), listed=False),
                Deed(("Right",), _("The next one"), partial(self.sideways.emit, 1), listed=False),
            )
            if self._several
            else ()
        )
        return (
            Deed(("Enter",), _("Write a note"), self.explain.emit),
            *self.answers(),
            *sides,
            Deed(("O",), _("The next part that is open"), partial(self.asked.emit, "open")),
            Deed(("T",), _("Set the target"), partial(self.asked.emit, "target")),
            Deed(("I",), _("Set the importance"), partial(self.asked.emit, "importance")),
            *super().deeds(),
        )

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        line = self.current_row()
        if line is not None and not self._quiet:
            self.moved.emit(line.id)


def part_tone(line: PartLine) -> str:
    """The tone of a result."""
    return standing_tone(line.gap, said=not line.closed and bool(line.grade or line.value is not None))


def _title(line: PartLine) -> str:
    return f"{_IN * line.depth}{line.title}"


def _tip(line: PartLine) -> str | None:
    told = [line.title, line.kind]
    if line.between:
        told.append(_("It can still become {between}.").format(between=line.between))
    return "\n".join(told)
