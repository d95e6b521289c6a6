"""A model as respondents see it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.questionnaire import scales
from desktop.ui.pages.model.html import paragraph
from desktop.ui.pages.model.question_sheet import question_sheet
from desktop.ui.pages.model.reading import Reading
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Label


class RespondentsView(QWidget):
    """The questionnaire, on whichever scale it can be asked.

    Signals:
        left: the list is to have the keys again.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pack: Pack | None = None
        self.scale = Choice(_("Answer scale"))
        self.reading = Reading(_("What respondents see"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        self._named = Label(_("Answer s&cale"))
        self._named.setBuddy(self.scale)
        row = QHBoxLayout()
        row.addWidget(self._named)
        row.addWidget(self.scale, 1)
        column.addLayout(row)
        column.addWidget(self.reading, 1)
        self.scale.chosen.connect(self._on_scale)
        self.reading.left.connect(self.left)

    def show_pack(self, pack: Pack | None) -> None:
        """Show a model; None for one that has faults."""
        self._pack = pack
        offered = () if pack is None else scales(pack)
        for widget in (self._named, self.scale):
            widget.setVisible(len(offered) > 1)
        self.scale.offer([(scale.id, scale.name) for scale in offered])
        if pack is None:
            self.reading.read(paragraph(nothing_yet(), "mute"))
        else:
            self.reading.read(question_sheet(pack, str(self.scale.value())))

    @Slot(object)
    def _on_scale(self, _scale: object) -> None:
        self.show_pack(self._pack)


def nothing_yet() -> str:
    """What is said in place of a model that has faults."""
    return _("There is nothing to see while the model has faults. They stand under “Text and faults”.")
