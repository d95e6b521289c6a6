"""Find or do anything: one line that knows commands, pages, the model, participants and actions."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui import theme
from desktop.ui.commands import Commands
from desktop.ui.session import Session

MOST = 60


class Found(Struct, frozen=True):
    """Something that can be found.

    Attributes:
        words: what people read.
        kind: what sort of thing it is.
        sought: what typed words are looked for in, in lower case.
        open: takes the user there.
    """

    words: str
    kind: str
    sought: str
    open: Callable[[], None]


class Finder(QDialog):
    """The line and what it finds; Enter goes there, Escape leaves."""

    def __init__(self, parent: QWidget, session: Session, commands: Commands) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("finder")
        self.setAccessibleName(_("Find or do anything"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._things = [*_commands(commands), *(_of_assessment(session) if session.is_open else [])]
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Type a command, a page, an area, a practice, a question, an action"))
        self.line.setAccessibleName(_("What to find"))
        self.line.textChanged.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("What was found"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self._shown: list[Found] = []
        self._on_typed("")

    def open_over(self, window: QWidget) -> None:
        """Show it over the upper middle of a window."""
        width = min(theme.px(640), window.width() - 40)
        self.setFixedSize(width, theme.px(420))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + theme.px(70))
        self.show()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and Enter in the line move in the list and choose."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = self.list.currentRow() + step
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.list.currentRow())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        words, phrase = text.casefold().split(), text.casefold().strip()
        hits = [thing for thing in self._things if all(word in thing.sought for word in words)]
        hits.sort(key=lambda thing: (not thing.sought.startswith(phrase), phrase not in thing.sought))
        self._shown = hits[:MOST]
        self.list.clear()
        for thing in self._shown:
            item = QListWidgetItem(f"{thing.kind}   {thing.words}")
            item.setToolTip(thing.words)
            self.list.addItem(item)
        if self._shown:
            self.list.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self._open(self.list.row(item))

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            found = self._shown[row]
            self.close()
            found.open()


def _commands(commands: Commands) -> list[Found]:
    found = []
    for key, action in commands.actions.items():
        if action.isEnabled() and key != "find":
            words = action.text().replace("&", "")
            keys = action.shortcut().toString()
            kind = _("Page") if key.startswith("go:") else _("Do")
            own, _colon, _step = words.partition(":")  # who looks for what a step speaks of does not mean to undo it
            found.append(Found(f"{words}   {keys}", kind, own.casefold(), action.trigger))
    return found


def _of_assessment(session: Session) -> list[Found]:
    found: list[Found] = []
    assessment = session.assessment
    for in_use in assessment.models.all():
        for area in in_use.pack.areas:
            found.append(_place(session, _("Rate"), f"{area.id}  {area.name}", "ratings", area.id))
            found.append(_place(session, _("Read"), f"{area.id}  {area.name}", "model", area.id))
            found += [_place(session, _("Goal"), f"{g.id}  {g.text}", "ratings", g.id) for g in area.goals]
            found += [_place(session, _("Practice"), f"{p.id}  {p.text}", "ratings", p.id) for p in area.practices]
            found += [
                _place(session, _("Question"), f"{q.id}  {q.text}", "questionnaires", q.id) for q in area.questions
            ]
    for participant in assessment.preparation.participants():
        words = f"P-{participant.number:02d}  {participant.role}  {participant.group}"
        found.append(_place(session, _("Participant"), words, "questionnaires", participant.id))
    for action in assessment.actions.all():
        found.append(_place(session, _("Action"), f"A-{action.number}  {action.title}", "actions", action.id))
    return found


def _place(session: Session, kind: str, words: str, page: str, target: str) -> Found:
    def go() -> None:
        session.go(page, target)

    return Found(words, kind, words.casefold(), go)
