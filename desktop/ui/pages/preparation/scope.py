"""What is asked and appraised: the models in use and what of them is in scope."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, counted, ngettext
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.refs import Ref
from desktop.ui.adding import add_model, chosen_pack_file
from desktop.ui.page import Page
from desktop.ui.pages.preparation.model_scope import ModelScope
from desktop.ui.places import SHELF
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label, unmarked
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.model_words import words_of

if TYPE_CHECKING:
    from desktop.ui.pages.preparation.adoption_panel import AdoptionPanel
    from desktop.ui.pages.preparation.past_intake import PastIntake

_FILE, _ALL = "/file", "/all"
"""Stand in the menu for a file of the user's, and for the page of all models; no model is called so."""


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
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(scrolled(content, _("Models in use")), 1)
        self.past: PastIntake | None = None
        self.adoption: AdoptionPanel | None = None
        frame.addWidget(self._listed, 1)

    def refresh(self) -> None:
        """Show the scope as it is now."""
        models = self._page.assessment.models
        in_use = models.all()
        if [card.version for card in self.cards] != [one.model.digest for one in in_use]:
            for card in self.cards:
                self._cards.removeWidget(card)
                card.hide()
                card.deleteLater()
            self.cards = [ModelScope(self._page, one) for one in in_use]
            for number, card in enumerate(self.cards):
                card.edited.connect(self._on_edited)
                card.past_wanted.connect(self._on_past_wanted)
                card.newer_wanted.connect(self.begin_adoption)
                self._cards.insertWidget(number, card)
        for card in self.cards:
            card.refresh()
        count = sum(len(section.questions) for one in in_use for section in models.asked(one.id))
        self.total.setText(self._summary(len(in_use), count))
        self.add.setEnabled(not self._page.assessment.readonly)
        if self.past is not None and not self.past.isHidden():
            self.past.refresh()
        if self.adoption is not None:
            self.adoption.refresh()

    def reveal(self, target: str) -> bool:
        """Put the cursor on an area, stream or track; ``model/id`` names its model."""
        model, place = Ref.read(target)
        return any(card.areas.reveal(place) for card in self.cards if model in ("", card.model))

    def landing(self) -> QWidget:
        """The areas of the first model, or what adds one."""
        if self.past is not None and not self.past.isHidden():
            return self.past.landing
        if self.adoption is not None and self.adoption.is_open:
            return self.adoption.table
        return self.cards[0].areas if self.cards else self.add

    @Slot()
    def fill_menu(self) -> None:
        """Offer the models that are not in use, shipped and own, one in a file, and the page of them all."""
        from desktop.model.maturity.shelf import shipped, summary  # noqa: PLC0415 - reads every pack; only when asked for
        from desktop.model.own_models.kept_models import own_models  # noqa: PLC0415 - likewise

        self.menu.clear()
        used = {one.id for one in self._page.assessment.models.all()}
        kept = self._page.session.run(own_models) or ()
        for pack in (*shipped(), *(summary(model.pack()) for model in kept if model.usable)):
            if pack.id not in used:
                action = self.menu.addAction(unmarked(f"{pack.name} · {counted(words_of(pack).counted, pack.areas)}"))
                action.setData(pack.id)
                action.setToolTip(plain_tip(pack.summary))
        if self.menu.isEmpty():
            self.menu.addAction(_("All models are in use")).setEnabled(False)
        self.menu.addSeparator()
        filed = self.menu.addAction(_("A model from a file…"))
        filed.setData(_FILE)
        filed.setToolTip(plain_tip(_("From the file of a model pack that you have written")))
        listed = self.menu.addAction(_("See all models"))
        listed.setData(_ALL)
        listed.setToolTip(plain_tip(_("Import a model, check it, try it out, or change one of your own")))

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
        from desktop.model.own_models.kept_models import any_pack  # noqa: PLC0415 - reads the pack; only when asked for

        model = action.data()
        if model == _FILE:
            self._add_from_file()
        elif model == _ALL:
            self._page.session.go(SHELF.key)
        elif model:
            self._add(lambda: any_pack(str(model)))

    def _add_from_file(self) -> None:
        from desktop.model.vetting.vetted_packs import usable_pack  # noqa: PLC0415 - only when asked for

        path = chosen_pack_file(self._page.session, _("Choose the file of a model"))
        if path is not None:
            self._add(lambda: usable_pack(path))

    def _add(self, pack_of: Callable[[], Pack]) -> None:
        add_model(self._page, pack_of, self.begin_adoption)
        self.refresh()

    @Slot(object)
    def _on_past_wanted(self, path: Path) -> None:
        from desktop.ui.pages.preparation.past_intake import PastIntake  # noqa: PLC0415 - brings the readers along

        card = self.sender()
        if self.past is None:
            self.past = PastIntake(self._page)
            self.past.left.connect(self._on_past_left)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.addWidget(self.past, 1)
        assert isinstance(card, ModelScope)
        self._listed.hide()
        self.past.show()
        self.past.read(path, self._page.assessment.models.get(card.model))

    @Slot()
    def _on_past_left(self) -> None:
        assert self.past is not None
        self.past.hide()
        self._listed.show()
        self.refresh()
        card = next((card for card in self.cards if card.model == self.past.model), None)
        (card.past if card is not None else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_from(self, path: Path) -> None:
        """Look at the version of a model in a file."""
        from desktop.model.vetting.vetted_packs import usable_pack  # noqa: PLC0415 - only when asked for

        pack = self._page.session.run(lambda: usable_pack(path), self._page)
        if pack is not None:
            self.begin_adoption(pack)

    @Slot(object)
    def begin_adoption(self, pack: Pack) -> None:
        """Look at a newer version of a model before it is adopted."""
        from desktop.ui.pages.preparation.adoption_panel import AdoptionPanel  # noqa: PLC0415 - only when asked for

        if self.adoption is None:
            self.adoption = AdoptionPanel(self._page)
            self.adoption.left.connect(self._on_adoption_left)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.addWidget(self.adoption, 1)
            self.adoption.hide()
        if self.adoption.begin(pack):
            self._listed.hide()
            self.adoption.show()
            self.adoption.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_adoption_left(self) -> None:
        assert self.adoption is not None
        self.adoption.hide()
        self._listed.show()
        self.refresh()
        card = next((card for card in self.cards if card.model == self.adoption.model), None)
        (card.versions if card is not None else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_edited(self) -> None:
        self.refresh()
