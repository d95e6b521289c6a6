"""The ratings page: the models in use, and under them the ratings in the form of the chosen one's scheme."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.language import _
from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.refs import Ref
from desktop.model.records import SCORES
from desktop.ui.keys_overlay import LISTED
from desktop.ui.page import Page
from desktop.ui.pages.ratings.blind.body import BlindBody
from desktop.ui.pages.ratings.body import Body
from desktop.ui.pages.ratings.chips import KEYED, ModelChips
from desktop.ui.pages.ratings.criteria.body import CriteriaBody
from desktop.ui.pages.ratings.parts.body import PartsBody
from desktop.ui.pages.ratings.staged.body import StagedBody
from desktop.ui.pages.ratings.streams.body import StreamsBody
from desktop.ui.session import Session
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.seen_stack import SeenStack

_BODIES = ByScheme[type[Body]](staged=StagedBody, streams=StreamsBody, criteria=CriteriaBody, parts=PartsBody)


class RatingsPage(Page):
    """Where the team rates: number keys judge, the level follows at once, and every rating says why.

    Attributes:
        bodies: the kinds of body that are needed, made when they first are.
    """

    concerns: ClassVar[frozenset[str]] = SCORES | {
        "area_stance",
        "member",
        "blind_round",
        "blind_hand_in",
        "blind_rating",
        "observation",
        "observation_tag",
    }

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Ratings"))
        self._model = ""
        self.bodies: dict[type[Body], Body] = {}
        self.chips = ModelChips()
        self.chips.chosen.connect(self._on_model)
        self.stack = SeenStack()
        self.blind = self.add_button(
            _("Blind ratings"), tip=_("Each member rates alone; then see where you differ, and settle it (Ctrl+B)")
        )
        self.blind.setCheckable(True)
        self.blind.toggled.connect(self._on_blind)
        self.empty = Card(
            _("No maturity model in use"),
            _("Ratings belong to a maturity model. Add one under Preparation."),
        )
        self.prepare = QPushButton(_("Go to &preparation"))
        self.prepare.clicked.connect(self._on_prepare)
        self.empty.body.addWidget(self.prepare, 0, Qt.AlignmentFlag.AlignLeft)
        self.empty.body.addStretch(1)
        for widget, stretch in ((self.chips, 0), (self.stack, 1), (self.empty, 1)):
            self.body.addWidget(widget, stretch)
        self.empty.hide()
        switch = QShortcut(QKeySequence("Ctrl+B"), self)
        switch.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        switch.setProperty(LISTED, _("Blind ratings, or those of the team"))
        switch.activated.connect(self.blind.toggle)
        self._keys = [QShortcut(QKeySequence(f"Alt+{number}"), self) for number in range(1, KEYED + 1)]
        for shortcut in self._keys:
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_key)

    def refresh(self) -> None:
        """Show the ratings as they are now."""
        models = self.assessment.models.all()
        self.stack.setVisible(bool(models))
        self.empty.setVisible(not models)
        if self._model not in {model.id for model in models}:
            self._model = models[0].id if models else ""
        self.chips.show_models([(model.id, model.pack.name) for model in models], self._model)
        self.blind.setVisible(bool(models))
        if models:
            self._show_body(self._body(self.assessment.models.get(self._model).pack))
            return
        for body in self.bodies.values():
            _offer(body, shown=False)
        self._on_headed(_("Ratings"), "")
        self.landing = self.prepare

    def reveal(self, target: str) -> None:
        """Go to something by its id, in whichever model has it.

        Args:
            target: id of an area, goal or practice; of a stream, a cell (``CTP-3``) or what belongs to one; of a track
                or a statement; or of a model. Where models share an id, the model on show comes first, and
                ``model/id`` names the model.
        """
        wanted, rest = Ref.read(target)
        if not self._reveal(wanted, rest) and self.blind.isChecked():
            self.blind.setChecked(False)
            self._reveal(wanted, rest)

    def _reveal(self, wanted: str, rest: str) -> bool:
        """Go to it in the ratings of the team, or in the blind ones while these are shown; False where it is not."""
        models = [model for model in self.assessment.models.all() if wanted in ("", model.id)]
        for model in sorted(models, key=lambda each: each.id != self._model):
            body = self._body(model.pack)
            if rest == model.id:
                self._on_model(model.id)
                return True
            if body.knows(model.pack, rest):
                self._commit()
                self._model = model.id
                self.refresh()
                body.reveal(model.id, rest)
                self.landing = body.landing
                return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what is being typed before the page goes to the back."""
        self._commit()
        super().hideEvent(event)

    def _body(self, pack: Pack) -> Body:
        kind = BlindBody if self.blind.isChecked() else _BODIES.of(pack)
        if kind not in self.bodies:
            body = kind(self.session, self)
            body.headed.connect(self._on_headed)
            for button in body.buttons:
                self.head.add_button(button)
            _offer(body, shown=False)
            self.stack.addWidget(body)
            body.order()
            self.bodies[kind] = body
        return self.bodies[kind]

    def _show_body(self, shown: Body) -> None:
        for body in self.bodies.values():
            _offer(body, shown=body is shown)
        self.stack.setCurrentWidget(shown)
        shown.show_model(self._model)
        self.landing = shown.landing

    def _commit(self) -> None:
        for body in self.bodies.values():
            if self.session.is_open:
                body.commit()

    @Slot(object, object)
    def _on_headed(self, title: str, beside: str) -> None:
        self.title.setText(title)
        self.subtitle.setText(beside)

    @Slot(object)
    def _on_model(self, model: str) -> None:
        """Show another model; who was at work in one goes on in the other."""
        self._commit()
        focused = QApplication.focusWidget()
        working = focused is not None and self.stack.isAncestorOf(focused)
        self._model = model
        self.refresh()
        if working:
            self.landing.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _on_blind(self, _on: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Show what members rate alone, or what the team rates."""
        self._commit()
        self.refresh()
        self.landing.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_key(self) -> None:
        shortcut = self.sender()
        assert isinstance(shortcut, QShortcut)
        model = self.chips.model(self._keys.index(shortcut) + 1)
        if model:
            self._on_model(model)

    @Slot()
    def _on_prepare(self) -> None:
        self.session.go("preparation", "scope")


def _offer(body: Body, *, shown: bool) -> None:
    for button in body.buttons:
        button.setVisible(shown)
