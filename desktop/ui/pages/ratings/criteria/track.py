"""A track: what it can demonstrate, what stops it and why, over its checklist."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from desktop.language import _
from desktop.model.maturity.pack import Track
from desktop.ui.pages.ratings.criteria import words
from desktop.ui.pages.ratings.criteria.checklist import Checklist
from desktop.ui.pages.ratings.criteria.rows import statement_entries
from desktop.ui.pages.ratings.criteria.snapshot import Snapshot
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Elided, Label, Tag, unmarked
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import outcome


class TrackCard(QFrame):
    """One track.

    Args:
        track: the track.
        shown: how many of the statements that stop the next level are offered.

    Signals:
        wanted: the id of a statement that was clicked.
    """

    wanted = Signal(object)

    def __init__(self, track: Track, shown: int) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.track = track.id
        size(self, least_width=168 if shown == 1 else 215)
        self.name = Label(track.name, "heading", wrap=True)
        self.name.setToolTip(plain_tip(track.summary))
        self.level = Tag("", "accent")
        self.lags = Tag(_("lowest"), "warn")
        self.stopped = Elided("", "small")
        self.stops = [QPushButton() for _number in range(shown)]
        self.more = Label("", "small")
        self.caps = Elided("", "small")
        self.target = Elided("", "small")
        self.caution = Elided("", "small")
        self.list = Checklist(track.name)
        first = Flow()
        for tag in (self.level, self.lags):
            first.addWidget(tag)
        second = QHBoxLayout()
        second.setSpacing(px(4))
        second.addWidget(self.stopped)
        for button in self.stops:
            button.setProperty("kind", "link")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setStyleSheet(f"font-size: {px(12)}px; padding: 0 2px;")
            button.clicked.connect(self._on_clicked)
            second.addWidget(button)
        second.addWidget(self.more)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 4, 8)
        column.setSpacing(px(3))
        self.name.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.name)
        for part in (first, second):
            part.setContentsMargins(8, 0, 8, 0)
            column.addLayout(part)
        for label in (self.caps, self.target, self.caution):
            label.setContentsMargins(8, 0, 8, 0)
            column.addWidget(label)
        column.addWidget(self.list, 1)

    def show_track(self, snapshot: Snapshot, statement: str) -> None:
        """Show the track with the cursor on a statement, where it is one of this track."""
        result = snapshot.tracks[self.track]
        self.level.setText(_("Level {level}").format(level=result.level) if result.excluded is None else "–")
        self.level.setToolTip(
            plain_tip(
                _("The level that it can demonstrate")
                if result.determined
                else _("The level that it can demonstrate; the next one is not determined")
            )
        )
        outside = result.excluded is not None
        self.lags.say(outcome.stands(result) if outside else _("lowest"), "plain" if outside else "warn")
        self.lags.setVisible(outside or self.track in snapshot.result.weakest)
        stopping = snapshot.stopping(self.track)
        self.stopped.setText(words.stopped(result))
        for number, button in enumerate(self.stops):
            button.setVisible(number < len(stopping))
            if number < len(stopping):
                button.setText(unmarked(stopping[number]))
                said = snapshot.pack.statement_by_id[stopping[number]][1].text
                button.setToolTip(plain_tip(said))
                button.setAccessibleName(_("{id}: {text}").format(id=stopping[number], text=said))
        more = len(stopping) - len(self.stops)
        self.more.setText(_("+ {count}").format(count=more))
        self.more.setToolTip(plain_tip(", ".join(stopping)))
        self.more.setVisible(more > 0)
        self.caps.setText(words.caps(result, snapshot.pack))
        self.caps.say_more(words.all_caps(result, snapshot.pack))
        self.caps.setVisible(bool(result.caps))
        self.target.setText(words.wanted(result))
        self.target.setVisible(result.target is not None)
        caution = words.caution(result, snapshot.pack)
        self.caution.setText(_("The sources warn: {text}").format(text=caution))
        self.caution.setVisible(bool(caution))
        self.list.show_rows(statement_entries(snapshot, self.track), statement, snapshot.first_of(self.track))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.wanted.emit(button.text())
