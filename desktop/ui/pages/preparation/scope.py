"""What is asked and appraised: the models in use and what of them is in scope."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.maturity.refs import Ref
from desktop.ui.page import Page, scrolled
from desktop.ui.pages.preparation.model_scope import ModelScope
from desktop.ui.widgets.text import Label, unmarked
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import packs


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
        """Offer the shipped models that are not in use."""
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

    def _summary(self, models: int, questions: int) -> str:
        if not models:
            return _("No model is in use yet. Add one to have something to assess.")
        if not questions:
            return _("A participant gets no questions: put something in scope or raise the level of the questionnaire.")
        text = ngettext("A participant gets {count} question.", "A participant gets {count} questions.", questions)
        return text.format(count=questions)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        from desktop.model.maturity.shelf import find, summary  # noqa: PLC0415 - reads the pack; only when asked for

        model = action.data()
        if model:
            pack = find(str(model))
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
