"""What the ratings of each scheme have in common, so that the page can hold any of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.language import _
from desktop.model.assessment.blind_things import blind_places, place_of
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.refs import Ref
from desktop.ui.keys_overlay import LISTED
from desktop.ui.pages.ratings.applies import AppliesLine
from desktop.ui.pages.ratings.settle_dialog import SettleDialog
from desktop.ui.pages.ratings.wanted import TargetRow
from desktop.ui.places import DRAW
from desktop.ui.session import Session
from desktop.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment

R = TypeVar("R")


class Body(QWidget):
    """The ratings of one model at a time, in the form of its scheme.

    Attributes:
        buttons: what it puts into the heading of the page.
        landing: what has the focus when it is shown for the first time.

    Signals:
        headed: (title, what stands beside it) the page's heading should say.
    """

    headed = Signal(object, object)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__()
        self.session = session
        self.buttons: list[QPushButton] = []
        self.landing: QWidget = self
        self._page = page

    @property
    def assessment(self) -> Assessment:
        """The open assessment."""
        return self.session.assessment

    def run(self, operation: Callable[[], R]) -> R | None:
        """Carry out an edit; the page around it need not refresh itself."""
        return self.session.run(operation, self._page)

    def done(self, operation: Callable[[], object]) -> bool:
        """Carry out an edit; False when it was refused."""
        return self.run(lambda: (operation(),)) is not None

    def shortcut(self, keys: str, slot: Callable[[], None], text: str = "") -> None:
        """Let keys do something wherever the cursor is in the body; `text` says what, where it is to be listed."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
        shortcut.setProperty(LISTED, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to what is judged; from there it is left to the window, which closes what it told."""
        if event.key() == Qt.Key.Key_Escape and not self.home.hasFocus():
            self.go_back()
        else:
            super().keyPressEvent(event)

    @property
    def home(self) -> QWidget:
        """What is judged: where Esc leads from all that stands beside it."""
        raise NotImplementedError

    @Slot()
    def go_back(self) -> None:
        """Put the cursor where one judges."""
        self.home.setFocus()

    @Slot(object)
    def open_note(self, note: str) -> None:
        """Go to the session in which a note was taken."""
        self.session.go("interviews", note)

    @Slot(object)
    def open_item(self, piece: str) -> None:
        """Go to an item of evidence in the register."""
        self.session.go("evidence", piece)

    @Slot(object)
    def seek_sources(self, part: Ref) -> None:
        """Go to all that speaks of a part."""
        self.session.go("evidence", str(part))

    @Slot(object)
    def draw_note(self, note: str) -> None:
        """Make an observation of a note, among the findings."""
        self.session.go("findings", f"{DRAW}{note}")

    def call_instance(self, instance: str) -> None:
        """Ask for another name for a site, service or whatever is answered for."""
        known = self.assessment.parts.instance(instance)
        name = self.session.dialogs.text(_("Rename"), _("Name"), known.name)
        if name is not None and name != known.name:
            self.run(lambda: self.assessment.parts.rename_instance(instance, name))

    def drop_instance(self, instance: str) -> None:
        """Take it away; what was answered for it counts no more."""
        known = self.assessment.parts.instance(instance)
        if self.run(lambda: self.assessment.parts.remove_instance(instance)) is not None:
            told = _("“{name}” was removed. What was answered for it counts no more; undo brings it back.")
            self.session.tell_of_step(told.format(name=known.name))

    def order(self) -> None:
        """Set the order in which Tab goes; called once all of it, its buttons included, is part of the page."""

    def show_model(self, model: str) -> None:
        """Show a model of the scheme as it is now; the cursor stays where it was in it."""
        raise NotImplementedError

    def knows(self, pack: Pack, target: str) -> bool:
        """Whether a model has something with this id that the body can show."""
        raise NotImplementedError

    def reveal(self, model: str, target: str) -> None:
        """Go to something by an id that the body `knows`."""
        raise NotImplementedError

    def commit(self) -> None:
        """Write what is being typed."""
        raise NotImplementedError


class WantingBody(Body):
    """A body whose places have a target of their own, set in a `TargetRow`, and apply or do not."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(session, page)
        self._model = ""
        self.settle = QPushButton(_("&Settle…"))
        self.settle.setToolTip(plain_tip(_("What is still missing, who agrees, and when the rating is settled")))
        self.settle.clicked.connect(self.begin_settling)
        self.buttons.append(self.settle)

    def follow(self, wanted: TargetRow, applies: AppliesLine) -> None:
        """Write what is set in the rows."""
        applies.declared.connect(self._on_declared)
        wanted.changed.connect(self._on_target)
        applies.left.connect(self.go_back)

    @property
    def in_hand(self) -> str:
        """Id of the place under the cursor; empty while none is shown."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what is shown as it is now."""
        raise NotImplementedError

    @Slot()
    def begin_settling(self) -> None:
        """Settle the rating of the place under the cursor, or open it again."""
        place = self._to_settle()
        if not place:
            return
        self.commit()
        dialog = SettleDialog(self._page, self.session, Ref(self._model, place))
        dialog.exec()
        dialog.deleteLater()
        self.refresh()
        if dialog.wanted:
            self.reveal(self._model, dialog.wanted)

    def tell_settled(self) -> None:
        """Let the button say how it stands with the place under the cursor."""
        place = self._to_settle()
        said = self.assessment.ratings.areas(self._model).get(place)
        self.settle.setText(_("&Settled…") if said is not None and said.settled else _("&Settle…"))
        self.settle.setEnabled(bool(place))

    def _to_settle(self) -> str:
        """Id of the stream, track or part to which what is under the cursor belongs; empty for the whole."""
        pack = self.assessment.models.get(self._model).pack
        return self.in_hand if self.in_hand in blind_places(pack) else place_of(pack, self.in_hand)

    def _want(self, **cells: object) -> None:
        """Set cells of the target of the place under the cursor."""
        if place := self.in_hand:
            self.run(lambda: self.assessment.targets.set(self._model, place, **cells))
            self.refresh()

    def _declare(self, reason: str, *, outside: bool) -> None:
        """Declare that the place under the cursor does not apply, or that it does."""
        if place := self.in_hand:
            ratings = self.assessment.ratings
            self.run(lambda: ratings.set_not_applicable(self._model, place, not_applicable=outside, reason=reason))
            self.refresh()

    @Slot(object, object)
    def _on_declared(self, outside: bool, reason: str) -> None:  # noqa: FBT001 - Qt's signal
        self._declare(reason, outside=outside)

    @Slot(object)
    def _on_target(self, cells: dict[str, object]) -> None:
        self._want(**cells)
