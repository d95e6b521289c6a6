"""The evidence of a practice: filing a piece, those that are filed, taking one away."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.language import _
from desktop.model.assessment.session_reading import HeardNote
from desktop.model.maturity.refs import Ref
from desktop.model.records import Adequacy, Evidence
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.pages.ratings.heard import MOST_SHOWN, HeardNotes
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.choice import StillBox
from desktop.ui.widgets.scroll_area import ScrollArea, scrolled
from desktop.ui.widgets.text import Label, unmarked
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names

KINDS = tuple(kind for kind in EvidenceKind if kind is not EvidenceKind.QUESTIONNAIRE)
"""What can be filed; the questionnaire counts by itself."""


_LEAST, _MOST = 130, 300
"""The height of the panel without its frame where room is short, and where it is not, in pixels at 100 %."""


class Reach(Struct, frozen=True):
    """The practices that a new piece speaks of, with the words to choose them by."""

    words: str
    practices: tuple[str, ...]


class PieceLine(QWidget):
    """A piece with a button that takes it away.

    Signals:
        removed: the id of the piece.
        showing: likewise, to see it in the register.
    """

    removed = Signal(object)
    showing = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._piece = ""
        self._said = ""
        self.words = QPushButton()
        self.words.setProperty("kind", "link")
        self.words.clicked.connect(self._on_words)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(_("Remove"))
        self.button.setProperty("kind", "chip")
        self.button.setToolTip(plain_tip(_("It no longer supports this practice; others keep it.")))
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)

        size(self, height=26)

    def show_piece(self, piece: Evidence, *, readonly: bool) -> None:
        """Show a piece."""
        self._piece = piece.id
        parts = [piece.session, names.name(piece.kind)]
        if piece.adequacy is Adequacy.INADEQUATE:
            parts.append(_("not adequate, so no source"))
        self._said = " · ".join(parts)
        self._fit()
        self.words.setToolTip(plain_tip(f"{piece.session}\n{piece.note}".strip()))
        self.button.setAccessibleName(_("Remove {session}").format(session=piece.session))
        self.button.setEnabled(not readonly)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for; the tip and a screen reader say all."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.button.sizeHint().width() - px(8)
        self.words.setAccessibleName(self._said)
        self.words.setText(
            unmarked(self.words.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room - px(20)))
        )

    @Slot()
    def _on_clicked(self) -> None:
        self.removed.emit(self._piece)

    @Slot()
    def _on_words(self) -> None:
        self.showing.emit(self._piece)


class _Pane(ScrollArea):
    """Scrolls as a whole, so that nothing in it does."""

    def sizeHint(self) -> QSize:
        """As tall as what it holds, up to a limit."""
        return QSize(super().sizeHint().width(), min(self._tall(), px(_MOST)))

    def minimumSizeHint(self) -> QSize:
        """Something of it is seen."""
        return QSize(super().minimumSizeHint().width(), min(self._tall(), px(_LEAST)))

    def _tall(self) -> int:
        content = self.widget()
        return content.sizeHint().height() if content is not None else 0


class EvidencePanel(QFrame):
    """The evidence of one practice.

    Signals:
        added: (kind, session, ids of practices).
        removed: the id of a piece that no longer speaks of the practice.
        opening: the id of a note whose session is to be seen.
        drawing: the id of a note that an observation is to be made of.
        seeking: the part of which all sources are to be seen.
        showing: the id of a piece that is to be seen in the register.
    """

    showing = Signal(object)
    opening = Signal(object)
    drawing = Signal(object)
    seeking = Signal(object)
    added = Signal(object, object, object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._lines: list[PieceLine] = []
        self._reaches: tuple[Reach, ...] = ()
        self.none = Label(_("Nothing filed yet besides the questionnaire."), "mute", wrap=True)
        self.kind = StillBox()
        self.kind.setAccessibleName(_("Kind of evidence"))
        self.kind.addItems([names.name(kind) for kind in KINDS])
        self.kind.setCurrentIndex(KINDS.index(EvidenceKind.INTERVIEW))
        self.session = QLineEdit()
        self.session.setAccessibleName(_("Session or document"))
        self.session.setPlaceholderText(_("Session or document"))
        self.session.returnPressed.connect(self._on_add)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.session.setCompleter(completer)
        self.reach = StillBox()
        self.reach.setAccessibleName(_("Applies to"))
        self.add = QPushButton(_("A&dd"))
        self.add.clicked.connect(self._on_add)
        label = Label(_("Ev&idence"), "heading")
        label.setBuddy(self.session)
        last = QHBoxLayout()
        last.setSpacing(6)
        last.addWidget(self.reach, 1)
        last.addWidget(self.add)
        for box in (self.kind, self.reach):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        content = QWidget()
        content.setObjectName("scrolled")
        self._pieces = QVBoxLayout()
        self._pieces.setSpacing(4)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for part in (label, self.kind, self.session):
            column.addWidget(part)
        column.addLayout(last)
        self.heard = HeardNotes()
        self.heard.opening.connect(self.opening)
        self.heard.drawing.connect(self.drawing)
        self.heard.seeking.connect(self.seeking)
        column.addWidget(self.none)
        column.addLayout(self._pieces)
        column.addWidget(self.heard)
        column.addStretch(1)
        self._pane = _Pane()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(14, 10, 6, 10)
        frame.addWidget(scrolled(content, _("Evidence of the practice"), self._pane))

    def show_pieces(
        self,
        pieces: Sequence[Evidence],
        heard: Sequence[HeardNote],
        sessions: list[str],
        reaches: Sequence[Reach],
        *,
        of: Ref,
        readonly: bool,
    ) -> None:
        """Show a part's pieces, the notes on it, and what a new piece may speak of."""
        seen = pieces[:MOST_SHOWN]
        while len(self._lines) < len(seen):
            line = PieceLine()
            line.removed.connect(self.removed)
            line.showing.connect(self.showing)
            self._pieces.addWidget(line)
            self.setTabOrder(self._lines[-1].button if self._lines else self.add, line.words)
            self.setTabOrder(line.words, line.button)
            self._lines.append(line)
        for line, piece in zip(self._lines, seen, strict=False):
            line.show_piece(piece, readonly=readonly)
            line.show()
        for line in self._lines[len(seen) :]:
            line.hide()
        self.heard.show_notes(heard, of, further=len(pieces) - len(seen))
        self.none.setVisible(not pieces and not heard)
        self._pane.updateGeometry()
        if self._known.stringList() != sessions:
            self._known.setStringList(sessions)
        if self._reaches != tuple(reaches):
            self._reaches = tuple(reaches)
            self.reach.clear()
            self.reach.addItems([reach.words for reach in reaches])
        for widget in (self.kind, self.session, self.reach, self.add):
            widget.setEnabled(not readonly)

    def forget(self) -> None:
        """Empty the field after a piece was filed."""
        self.session.clear()
        self.reach.setCurrentIndex(0)

    @Slot()
    def _on_add(self) -> None:
        number = self.reach.currentIndex()
        if number >= 0:
            kind = KINDS[self.kind.currentIndex()]
            self.added.emit(kind, self.session.text(), self._reaches[number].practices)
