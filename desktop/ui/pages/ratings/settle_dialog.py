"""Settling the rating of a stream, a track or a part: what is missing, who agrees, and why it is final all the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.records import AreaRating, Stance
from desktop.ui.deeds import let_enter_press
from desktop.ui.pages.ratings.settle_panel import SettlePanel
from desktop.ui.screen import keep_to_screen
from desktop.ui.session import Session
from desktop.ui.theme import px


class SettleDialog(QDialog):
    """The panel that settles, over the ratings of a model whose page has no room for it.

    Attributes:
        wanted: id of a part at which something is missing, which is to be shown once the dialog has closed.
    """

    def __init__(self, page: QWidget, session: Session, place: Ref) -> None:
        super().__init__(page)
        let_enter_press()
        self._page, self._session, self._place = page, session, place
        self.wanted = ""
        self.setWindowTitle(_("Settle a rating"))
        self.panel = SettlePanel()
        self.panel.back.setText(_("Back to the ratings"))
        self.panel.in_spite.setMinimumWidth(px(240))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(16), px(18), px(14))
        column.addWidget(self.panel)
        panel = self.panel
        panel.stance.connect(self._on_stance)
        panel.dissent.connect(self._on_dissent)
        panel.agreed.connect(self._on_agreed)
        panel.settled.connect(self._on_settled)
        panel.wanted.connect(self._on_wanted)
        panel.seeking.connect(self._on_seeking)
        panel.left.connect(self.reject)
        self.resize(px(620), px(420))
        keep_to_screen(self)
        self.refresh()
        panel.take_focus()

    def refresh(self) -> None:
        """Show how far the team is."""
        model, place = self._place
        assessment = self._session.assessment
        it, pack = assessment.ratings, assessment.models.get(model).pack
        self.panel.show_settling(
            (pack.place_by_id[place].name, None),
            it.settling(model, place),
            (
                [member for member in assessment.preparation.members() if member.role.rates],
                it.stances(model, place),
                it.dissent(model, place),
            ),
            final=it.areas(model).get(place, AreaRating(model=model, place=place)),
            readonly=assessment.readonly,
        )
        self.panel.show_coverage("")

    def _run(self, operation: Callable[[], object]) -> None:
        self._session.run(operation, self._page)
        self.refresh()

    @Slot(object, object)
    def _on_stance(self, member: str, stance: Stance | None) -> None:
        self._run(lambda: self._session.assessment.ratings.set_stance(*self._place, member, stance))

    @Slot(object, object)
    def _on_dissent(self, member: str, reason: str) -> None:
        self._run(lambda: self._session.assessment.ratings.set_dissent(*self._place, member, reason))

    @Slot()
    def _on_agreed(self) -> None:
        self._run(lambda: self._session.assessment.ratings.agree_all(*self._place))
        self.panel.take_focus()

    @Slot(str)
    def _on_settled(self, in_spite: str) -> None:
        it = self._session.assessment.ratings
        said = it.areas(self._place.model).get(self._place.part)
        if said is not None and said.settled:
            self._run(lambda: it.reopen(*self._place))
        else:
            self._run(lambda: it.settle(*self._place, in_spite))
        self.panel.take_focus()

    @Slot(object)
    def _on_wanted(self, part: str) -> None:
        self.wanted = part
        self.accept()

    @Slot()
    def _on_seeking(self) -> None:
        self.reject()
        self._session.go("evidence", str(self._place))
