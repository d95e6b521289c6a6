"""Find or do anything: one line that knows commands, pages, the model, participants and actions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Pack, Track
from desktop.model.maturity.parts import cell_id
from desktop.ui import theme
from desktop.ui.commands import Commands
from desktop.ui.session import Session
from desktop.ui.widgets.tips import plain_tip

MOST = 60

Named = tuple[str, str, str, str]
"""Something of a model: its kind, its words, the page that shows it and its id."""


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
        self.line.setPlaceholderText(_("Type a command, a page, an area, a stream, a practice, a statement, an action"))
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
            item.setToolTip(plain_tip(thing.words))
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
    models = assessment.models.all()
    for in_use in models:
        found += _of_model(session, in_use.pack, several=len(models) > 1)
    for participant in assessment.preparation.participants():
        words = f"P-{participant.number:02d}  {participant.role}  {participant.group}"
        found.append(_place(session, _("Participant"), words, "questionnaires", participant.id))
    for action in assessment.actions.all():
        found.append(_place(session, _("Action"), f"A-{action.number}  {action.title}", "actions", action.id))
    for one in assessment.measures.all():
        found.append(_place(session, _("Measure"), one.measure.name, "actions", one.measure.action))
    return found


def _of_model(session: Session, pack: Pack, *, several: bool) -> Iterator[Found]:
    """Everything that a model names. Where there are several models, their name is sought, too."""
    for kind, words, page, target in (*_places(pack), *_staged(pack), *_streams(pack), *_criteria(pack)):
        if several:
            yield _place(session, kind, f"{words} · {pack.name}", page, f"{pack.id}/{target}")
        else:
            yield _place(session, kind, words, page, target)


def _places(pack: Pack) -> Iterator[Named]:
    yield _("Read"), pack.name, "model", pack.id
    for known in pack.place_by_id.values():
        words = known.name if isinstance(known, Track) else f"{known.id}  {known.name}"
        yield _("Rate"), words, "ratings", known.id
        yield _("Read"), words, "model", known.id


def _staged(pack: Pack) -> Iterator[Named]:
    for _area, goal in pack.goal_by_id.values():
        yield _("Goal"), f"{goal.id}  {goal.text}", "ratings", goal.id
    for _area, practice in pack.practice_by_id.values():
        yield _("Practice"), f"{practice.id}  {practice.text}", "ratings", practice.id
    for _area, question in pack.question_by_id.values():
        yield _("Question"), f"{question.id}  {question.text}", "questionnaires", question.id


def _streams(pack: Pack) -> Iterator[Named]:
    for stream in pack.streams:
        yield _("Question"), f"{stream.question.id}  {stream.question.text}", "questionnaires", stream.question.id
        for cell in stream.cells:
            part = cell_id(stream.id, cell.level)
            yield _("Level"), f"{part}  {stream.name}: {cell.text}", "ratings", part
    for _stream, cell, item in pack.item_by_id.values():
        done = item in cell.practices
        kind, page = (_("Practice"), "ratings") if done else (_("Outcome"), "model")
        yield kind, f"{item.id}  {item.text}", page, item.id
    for _stream, _cell, metric in pack.metric_by_id.values():
        yield _("Metric"), f"{metric.id}  {metric.name}", "model", metric.id


def _criteria(pack: Pack) -> Iterator[Named]:
    for _track, statement in pack.statement_by_id.values():
        yield _("Statement"), f"{statement.id}  {statement.text}", "ratings", statement.id
    for cap in pack.caps:
        yield _("Cap"), f"{cap.id}  {cap.reason}", "model", cap.id


def _place(session: Session, kind: str, words: str, page: str, target: str) -> Found:
    def go() -> None:
        session.go(page, target)

    return Found(words, kind, words.casefold(), go)
