"""Where a model that comes in has an identity that is taken: what becomes of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.own_models.kept_models import free_id, owner_of
from desktop.model.own_models.text_changes import with_heads
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Label

_BESIDE, _REPLACE = "beside", "replace"


class ClashChoice(QWidget):
    """Shown only where there is a choice to make; at first both models are kept."""

    def __init__(self) -> None:
        super().__init__()
        self._free, self._owner = "", Path()
        self._told = Label("", wrap=True)
        self.choice = Choice(_("What becomes of the model"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._told)
        column.addWidget(self.choice)
        self.hide()

    def show_id(self, id_: str) -> None:
        """Ask about an identity, if it is taken; an empty one is not."""
        self._free = free_id(id_) if id_ else id_
        self.setVisible(self._free != id_)
        if self._free == id_:
            return
        owner = owner_of(id_)
        self._told.setText(_("There is a model with the identity “{model}” already.").format(model=id_))
        ways = [(_BESIDE, _("Keep both: this one as “{model}”").format(model=self._free))]
        if owner is not None:
            self._owner = owner.path
            told = _("Replace yours: {name} {version}").format(name=owner.checked.name, version=owner.checked.version)
            ways.append((_REPLACE, told.strip()))
        self.choice.offer(ways)

    def decided(self, text: str) -> tuple[str, Path | None]:
        """The text as it is to be kept, and the file that it takes the place of.

        Raises:
            RefusalError: ``model.text_unreadable``.
        """
        if self.isHidden():
            return text, None
        if self.choice.value() == _REPLACE:
            return text, self._owner
        return with_heads(text, id=self._free), None
