"""The versions of a model in use that could take its place."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.language import _, pgettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.pack import Pack
from desktop.ui.adding import chosen_pack_file
from desktop.ui.page import Page
from desktop.ui.widgets.text import unmarked
from desktop.ui.widgets.tips import plain_tip

_FILE = -1
"""Stands in the menu for a file."""


class NewerVersions(QPushButton):
    """Offers other versions that came with the program or are among one's own models, and one in a file.

    Signals:
        chosen: (pack) it is to be looked at.
    """

    chosen = Signal(object)

    def __init__(self, page: Page, in_use: ModelInUse) -> None:
        super().__init__(pgettext("another version of a model", "Update"))
        self._page = page
        self._in_use = in_use
        self._packs: list[Pack] = []
        self.offer = QMenu(self)
        self.offer.aboutToShow.connect(self.fill)
        self.offer.triggered.connect(self._on_chosen)
        self.setMenu(self.offer)
        self.setToolTip(
            plain_tip(_("Adopt another version of this model. You see first what is carried over; undo takes it back"))
        )

    @Slot()
    def fill(self) -> None:
        """Offer what there is now."""
        from desktop.model.maturity.freezing import digest  # noqa: PLC0415 - only when asked for
        from desktop.model.maturity.shelf import find, shipped_ids  # noqa: PLC0415 - reads packs; only when asked for
        from desktop.model.own_models.kept_models import own_models  # noqa: PLC0415 - likewise

        self.offer.clear()
        kept = self._page.session.run(own_models) or ()
        known = [find(self._in_use.id)] if self._in_use.id in shipped_ids() else []
        known += [model.pack() for model in kept if model.usable and model.checked.id == self._in_use.id]
        self._packs = [pack for pack in known if digest(pack) != self._in_use.model.digest]
        for number, pack in enumerate(self._packs):
            text = _("Version {version} of “{model}”…").format(version=pack.version, model=pack.name)
            self.offer.addAction(unmarked(text)).setData(number)
        self.offer.addAction(_("A version from a file…")).setData(_FILE)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        from desktop.model.vetting.vetted_packs import usable_pack  # noqa: PLC0415 - only when asked for

        number = int(action.data())
        if number != _FILE:
            self.chosen.emit(self._packs[number])
            return
        path = chosen_pack_file(self._page.session, _("Choose the file of the newer version"))
        pack = None if path is None else self._page.session.run(lambda: usable_pack(path), self._page)
        if pack is not None:
            self.chosen.emit(pack)
