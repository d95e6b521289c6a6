"""A finding as it is discussed, in large letters: what was agreed, said, directed, decided, and is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from desktop.language import N_, _
from desktop.model.assessment.discussions import Discussed
from desktop.model.records import Action, Finding, PointSort, Stance
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.interviews.note_rows import TONE_COLOURS
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Label, Tag
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names as words


class Capture(StrEnum):
    """What is typed in the line."""

    SAID = "said"
    DIRECTION = "direction"
    DECISION = "decision"
    ACTION = "action"


_CAPTURED = {
    Capture.SAID: ("W", N_("What is said"), N_("In their words, without a name")),
    Capture.DIRECTION: ("S", N_("Solution direction"), N_("Where a solution may lie")),
    Capture.DECISION: ("C", N_("Decision"), N_("What was decided")),
    Capture.ACTION: ("T", N_("Action"), N_("What is to be done; who; by when")),
}
"""The key, what it is called, and what stands in the line while it is empty."""


class ShownFinding(Struct, frozen=True):
    """A finding with what came of it, as far as it may be shown to a room.

    Attributes:
        text: its text, or why it is not shown.
        area: what it is about, in words.
        place: which of how many of its area it is.
        stance: of those in this discussion.
        lines: what came of it, each with the word for what it is.
    """

    finding: Finding
    text: str
    area: str
    place: tuple[int, int]
    stance: Stance | None
    lines: tuple[tuple[str, str], ...]


class CaptureLine(Keyed, QLineEdit):
    """Enter keeps what is typed, Esc goes back to the finding.

    Signals:
        entered: it is to be kept.
        left: the finding is to have the keys.
    """

    entered = Signal()
    left = Signal()

    def deeds(self) -> Sequence[Deed]:
        """Keep, and leave."""
        return (
            Deed(("Enter",), _("Keep it"), self.entered.emit, listed=False),
            Deed(("Esc",), _("Back to the finding"), self.left.emit, listed=False),
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a text."""
        QLineEdit.contextMenuEvent(self, event)


class DiscussedFinding(Keyed, Card):
    """The finding has the keys; a letter each leads into the line.

    Signals:
        settled: the stance of those in the room.
        captured: ``(what it is, text)``.
        turned: to the finding so many further on.
        paged: to the area so many further on.
        timed: the time starts or stops.
        attending: it is to be said who is here.
    """

    settled = Signal(object)
    captured = Signal(object, str)
    turned = Signal(int)
    paged = Signal(int)
    timed = Signal()
    attending = Signal()

    def __init__(self) -> None:
        super().__init__(_("Finding"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Finding"))
        self.writable = True
        self._stance: Stance | None = None
        self.tone, self.stance = Tag(), Tag()
        self.text = Label("", "projected", wrap=True)
        self.agrees, self.differs = QPushButton(_("Agreed")), QPushButton(_("Differs"))
        for button, tip in ((self.agrees, _("Those in the room agree (A)")), (self.differs, _("They differ (D)"))):
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setToolTip(plain_tip(tip))
        self.capture = Capture.SAID
        self.chips: dict[Capture, QPushButton] = {}
        self.line = CaptureLine()
        self.keep = QPushButton(_("&Keep"))
        self._lines: list[Label] = []
        self._came = QVBoxLayout()
        self._came.setSpacing(4)
        self._lay_out()
        self.agrees.clicked.connect(self._on_agrees)
        self.differs.clicked.connect(self._on_differs)
        self.line.entered.connect(self._on_kept)
        self.line.left.connect(self.take_focus)
        self.keep.clicked.connect(self._on_kept)
        self.choose(Capture.SAID)

    def show_finding(self, shown: ShownFinding, *, editable: bool) -> None:
        """Show a finding with what came of it."""
        self.writable, self._stance = editable, shown.stance
        place, count = shown.place
        self.say(_("{area}: finding {place} of {count}").format(area=shown.area, place=place, count=count))
        spoken = _("Finding {place} of {count}: {text}")
        self.setAccessibleName(spoken.format(place=place, count=count, text=shown.text))
        self.tone.say(words.name(shown.finding.tone), TONE_COLOURS.get(shown.finding.tone, "plain"))
        self.text.setText(shown.text)
        agreed = {Stance.AGREES: (_("Agreed"), "good"), Stance.DISAGREES: (_("They differ"), "warn")}
        told, tone = agreed.get(shown.stance, ("", "plain")) if shown.stance is not None else ("", "plain")
        self.stance.say(told, tone)
        self.stance.setVisible(bool(told))
        self.agrees.setChecked(shown.stance is Stance.AGREES)
        self.differs.setChecked(shown.stance is Stance.DISAGREES)
        while len(self._lines) < len(shown.lines):
            label = Label("", "legible", wrap=True)
            self._came.addWidget(label)
            self._lines.append(label)
        for label, (sort, text) in zip(self._lines, shown.lines, strict=False):
            label.setText(_("{sort}: {text}").format(sort=sort, text=text))
            label.show()
        for label in self._lines[len(shown.lines) :]:
            label.hide()
        for part in (self.agrees, self.differs, self.line, self.keep, *self.chips.values()):
            part.setEnabled(editable)

    def choose(self, capture: Capture) -> None:
        """What is typed in the line is this."""
        self.capture = capture
        _key, name, hint = _CAPTURED[capture]
        self.line.setAccessibleName(_(name))
        self.line.setPlaceholderText(_(hint))
        self.line.setToolTip(plain_tip(_(hint)))
        for each, chip in self.chips.items():
            chip.setChecked(each is capture)

    def deeds(self) -> Sequence[Deed]:
        """Agree, write down, go on."""
        going = (
            Deed(("Right", "Page Down"), _("The next area"), partial(self.paged.emit, 1)),
            Deed(("Left", "Page Up"), _("The area before"), partial(self.paged.emit, -1)),
            Deed(("Down",), _("The next finding"), partial(self.turned.emit, 1)),
            Deed(("Up",), _("The finding before"), partial(self.turned.emit, -1)),
            Deed(("Space",), _("Start or stop the time"), self.timed.emit),
        )
        if not self.writable:
            return going
        writing = (
            Deed((key,), _(name), partial(self._write, capture)) for capture, (key, name, _hint) in _CAPTURED.items()
        )
        return (
            Deed(("A",), _("Those in the room agree"), partial(self._settle, Stance.AGREES)),
            Deed(("D",), _("They differ; write what they say"), partial(self._settle, Stance.DISAGREES)),
            *writing,
            Deed(("P",), _("Say who is here"), self.attending.emit),
            *going,
        )

    @Slot()
    def take_focus(self) -> None:
        """The finding has the keys."""
        self.setFocus()

    def _write(self, capture: Capture) -> None:
        self.choose(capture)
        self.line.setFocus()

    @Slot()
    def _on_agrees(self) -> None:
        self._settle(Stance.AGREES)

    @Slot()
    def _on_differs(self) -> None:
        self._settle(Stance.DISAGREES)

    def _settle(self, stance: Stance) -> None:
        """Settle it, or take that back; who differ are asked what they say."""
        taking_back = self._stance is stance
        self.settled.emit(None if taking_back else stance)
        if stance is Stance.DISAGREES and not taking_back:
            self._write(Capture.SAID)

    @Slot()
    def _on_kept(self) -> None:
        text = self.line.text().strip()
        if text:
            self.captured.emit(self.capture, text)

    @Slot()
    def _on_chip(self) -> None:
        self._write(next(capture for capture, chip in self.chips.items() if chip is self.sender()))

    def _lay_out(self) -> None:
        deciding, writing, chips = Flow(spacing=8), QHBoxLayout(), Flow(spacing=8)
        for part in (self.agrees, self.differs):
            deciding.addWidget(part)
        for capture, (_key, name, _hint) in _CAPTURED.items():
            chip = QPushButton(_(name))
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(self._on_chip)
            self.chips[capture] = chip
            chips.addWidget(chip)
        writing.setSpacing(8)
        writing.addWidget(self.line, 1)
        writing.addWidget(self.keep)
        for tag in (self.tone, self.stance):
            self.head.addWidget(tag)
        self.body.addWidget(self.text)
        self.body.addLayout(deciding)
        self.body.addLayout(self._came)
        self.body.addLayout(chips)
        self.body.addLayout(writing)


def came_of(found: Discussed, hidden: str, named: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """What came of a finding, each with the word for what it is.

    Args:
        found: all of it.
        hidden: stands in place of what may tell who said it.
        named: the texts that may.
    """
    sorts = {PointSort.DIRECTION: _("Solution direction"), PointSort.DECISION: _("Decision")}
    said = [(_("Said"), hidden if note.text in named else note.text) for note in found.notes]
    points = [(sorts[point.sort], hidden if point.text in named else point.text) for point in found.points]
    return (*said, *points, *((_("Action"), _told(action)) for action in found.actions))


def _told(action: Action) -> str:
    """An action with who sees to it and by when, as far as that is known."""
    further = ", ".join(part for part in (action.owner, words.day(action.due)) if part)
    return _("{action} – {further}").format(action=action.title, further=further) if further else action.title
