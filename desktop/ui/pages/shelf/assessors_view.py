"""A model as assessors see it: its outline, what each part says, and the words in which it is judged."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.questionnaire import whole_numbers
from desktop.ui.pages.model import prose
from desktop.ui.pages.model.entries import Part
from desktop.ui.pages.model.html import heading, paragraph
from desktop.ui.pages.model.outline import outline
from desktop.ui.pages.model.reading import Reading
from desktop.ui.pages.model.tree import Outline
from desktop.ui.pages.model.where import locate
from desktop.ui.pages.shelf.respondents_view import nothing_yet
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.wording.model_words import words_of


class AssessorsView(QWidget):
    """Outline and text, as on the page of the model, without anything that belongs to one assessment.

    Signals:
        left: the list is to have the keys again.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pack: Pack | None = None
        self._numbers: dict[str, int] = {}
        self.tree = Outline(_("Outline of the model"))
        self.reading = Reading(_("What assessors see"))
        self.columns = FoldingColumns()
        self.columns.add(self.tree, _("Outline"), 220, 260, 1)
        self.columns.add(self.reading, _("What it says"), 250, 420, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.columns)
        self.tree.currentItemChanged.connect(self._on_entry)
        self.tree.opened.connect(self.reading.setFocus)
        self.reading.left.connect(self.tree.setFocus)
        self.reading.wanted.connect(self._follow)

    def show_pack(self, pack: Pack | None) -> None:
        """Show a model; None for one that has faults."""
        if pack is not self._pack or pack is None:
            self._pack = pack
            self._numbers = {} if pack is None else whole_numbers(pack)
            self.tree.show_entries([] if pack is None else outline(pack, None, None, self._numbers))
        self._on_entry()

    @Slot()
    def _on_entry(self) -> None:
        entry = self.tree.entry()
        if self._pack is None or entry is None:
            self.reading.read(paragraph(nothing_yet(), "mute"))
            return
        told = prose.page_of(self._pack, entry.part, entry.id, numbers=self._numbers)
        self.reading.read(told + _judged(self._pack) if entry.part is Part.MODEL else told)

    @Slot(str)
    def _follow(self, target: str) -> None:
        part = None if self._pack is None or "/" in target else locate(self._pack, target)
        if part is not None:
            self.tree.go_to(part, target)


def _judged(pack: Pack) -> str:
    """In which words the team judges; of a model with rules of its own, its scales tell."""
    told = "".join(map(paragraph, words_of(pack).judged(pack)))
    return heading(_("How the team judges")) + told if told else ""
