"""What is asked and appraised: the models in use and what of them is in scope."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.refs import Ref
from desktop.ui.page import Page, scrolled
from desktop.ui.pages.preparation.model_scope import ModelScope
from desktop.ui.widgets.text import Label, unmarked
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import packs

_OWN = "/own"
"""Stands in the menu for a file of the user's; no model is called so."""


class Scope(QWidget):
    """One card a model, and what it comes to for a participant."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.cards: list[ModelScope] = []
        self.total = Label(style="strong", wrap=True)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.menu.triggered.connect(self._on_chosen)
        self.add = QPushButton(_("Add &model"))
        self.add.setMenu(self.menu)
        head = QHBoxLayout()
        head.addWidget(self.total, 1)
        head.addStretch()  # what the text leaves on a wide screen
        head.addWidget(self.add)
        content = QWidget()
        content.setObjectName("scrolled")
        self._cards = QVBoxLayout(content)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(14)
        self._cards.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.setSpacing(10)
        frame.addLayout(head)
        frame.addWidget(scrolled(content, _("Models in use")), 1)

    def refresh(self) -> None:
        """Show the scope as it is now."""
        models = self._page.assessment.models
        in_use = models.all()
        if [card.model for card in self.cards] != [one.id for one in in_use]:
            for card in self.cards:
                self._cards.removeWidget(card)
                card.hide()
                card.deleteLater()
            self.cards = [ModelScope(self._page, one) for one in in_use]
            for number, card in enumerate(self.cards):
                card.edited.connect(self._on_edited)
                self._cards.insertWidget(number, card)
        for card in self.cards:
            card.refresh()
        count = sum(len(section.questions) for one in in_use for section in models.asked(one.id))
        self.total.setText(self._summary(len(in_use), count))
        self.add.setEnabled(not self._page.assessment.readonly)

    def reveal(self, target: str) -> bool:
        """Put the cursor on an area, stream or track; ``model/id`` names its model."""
        model, place = Ref.read(target)
        return any(card.areas.reveal(place) for card in self.cards if model in ("", card.model))

    @Slot()
    def fill_menu(self) -> None:
        """Offer the shipped models that are not in use, and one of the user's own."""
        from desktop.model.maturity.shelf import shipped  # noqa: PLC0415 - reads every pack; only when asked for

        self.menu.clear()
        used = {one.id for one in self._page.assessment.models.all()}
        for pack in shipped():
            if pack.id not in used:
                action = self.menu.addAction(unmarked(f"{pack.name} · {packs.places(pack.scheme, pack.areas)}"))
                action.setData(pack.id)
                action.setToolTip(plain_tip(pack.summary))
        if self.menu.isEmpty():
            self.menu.addAction(_("All shipped models are in use")).setEnabled(False)
        self.menu.addSeparator()
        own = self.menu.addAction(_("A model of your own…"))
        own.setData(_OWN)
        own.setToolTip(plain_tip(_("From the file of a model pack that you have written")))

    def _summary(self, models: int, questions: int) -> str:
        if not models:
            return _("No model is in use yet. Add one to have something to assess.")
        if not questions:
            return _(
                "A participant gets no questions: bring something into scope, or raise the level of the questionnaire."
            )
        text = ngettext("A participant gets {count} question.", "A participant gets {count} questions.", questions)
        return text.format(count=questions)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        from desktop.model.maturity.shelf import find  # noqa: PLC0415 - reads the pack; only when asked for

        model = action.data()
        if model == _OWN:
            self._add_own()
        elif model:
            self._add(find(str(model)))

    def _add_own(self) -> None:
        from desktop.model.vetting.vetted_packs import usable_pack  # noqa: PLC0415 - only when asked for

        session = self._page.session
        path = session.dialogs.open_file(_("Choose the file of a model pack"), _("Model packs (*.yaml *.yml)"))
        pack = None if path is None else session.run(lambda: usable_pack(path), self._page)
        if pack is not None:
            self._add(pack)

    def _add(self, pack: Pack) -> None:
        from desktop.model.maturity.shelf import summary  # noqa: PLC0415 - only when asked for

        if self._page.session.run(lambda: self._page.assessment.models.add(pack), self._page):
            self._page.session.tell_of_step(
                _(
                    "“{model}” is in use now: {counts}. Nothing else changes; what was said about it earlier "
                    "counts again."
                ).format(model=pack.name, counts=packs.counts(summary(pack)))
            )
        self.refresh()

    @Slot()
    def _on_edited(self) -> None:
        self.refresh()
