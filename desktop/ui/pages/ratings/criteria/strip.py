"""Below the checklists: the judgement of one statement, what was found, and what is wanted of its track."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from desktop.language import _
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.ui.pages.ratings.applies import AppliesLine
from desktop.ui.pages.ratings.chips import hold_width
from desktop.ui.pages.ratings.criteria.snapshot import Snapshot
from desktop.ui.pages.ratings.criteria.words import KEYS, value_name
from desktop.ui.pages.ratings.wanted import LevelWanted
from desktop.ui.theme import px
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Elided, Label


class StatementStrip(QFrame):
    """The words about one statement and its track.

    Signals:
        rated: (value or None) a button was pressed.
        noted: (str) what was found.
        left: Enter or Esc; the cursor should go back to the statements.
    """

    rated = Signal(object)
    noted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.code = Label("", "strong")
        self.text = Elided("")
        self.track = Elided("", "strong")
        keys = Flow()
        keys.addWidget(self.code)
        self.buttons: list[QPushButton] = []
        for key, value in KEYS.items():
            word = value_name(value)
            button = QPushButton(_("{key} {word}").format(key=key, word=word))
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setAccessibleName(word)
            hold_width(button)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._on_button)
            self.buttons.append(button)
            keys.addWidget(button)
        self.note = LineField(_("Note on the statement"), _("What was heard, read or seen?"))
        self.note.committed.connect(self._on_note)
        self.note.returnPressed.connect(self.left)
        label = Label(_("&Note"), "mute")
        label.setBuddy(self.note)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(label)
        row.addWidget(self.note, 1)
        self.applies = AppliesLine(apart=True)
        self.wanted = LevelWanted(self.track, self.applies.button)
        self.wanted.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addLayout(keys)
        column.addLayout(row)
        column.addWidget(self.wanted)
        column.addWidget(self.applies)

    def show_statement(self, snapshot: Snapshot, statement: str, *, readonly: bool) -> None:
        """Show a statement."""
        rating, track = snapshot.rating(statement), snapshot.track_of(statement)
        self.code.setText(statement)
        self.text.setText(snapshot.pack.text_by_id[statement])
        for button, value in zip(self.buttons, KEYS.values(), strict=True):
            button.setChecked(value is rating.value)
            button.setEnabled(not readonly)
        self.note.show_text(rating.note)
        self.note.setReadOnly(readonly)
        needed = rating.value is Fulfilment.NOT_APPLICABLE
        self.note.setPlaceholderText(_("Why does it not apply here?") if needed else _("What was heard, read or seen?"))
        self.track.setText(track.name)
        levels = [level.number for level in snapshot.pack.levels]
        said = snapshot.applies(track.id)
        self.applies.show_place(
            track.id,
            outside=said.not_applicable,
            reason=said.reason,
            usable=not readonly and track.id not in snapshot.outside,
        )
        self.wanted.show_target(snapshot.target(track.id), levels, readonly=readonly)

    def commit(self) -> None:
        """Write what is being typed."""
        self.note.commit()
        self.wanted.commit()
        self.applies.commit()

    @Slot()
    def _on_button(self) -> None:
        for button, value in zip(self.buttons, KEYS.values(), strict=True):
            if button is self.sender():
                self.rated.emit(value)

    @Slot(str)
    def _on_note(self, text: str) -> None:
        self.noted.emit(text)
