"""Help: the pages of ``docs/help``, shown beside the window and read from this computer alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import resources
from desktop.language import _, pgettext
from desktop.ui.deeds import Deed
from desktop.ui.places import PLACES, SHELF
from desktop.ui.screen import keep_to_screen
from desktop.ui.theme import px
from desktop.ui.wearing import wear
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.reading_text import ReadingText

STORY, KEYBOARD = "story", "keyboard"


class HelpText(ReadingText):
    """A page of help. Its links lead to other pages of help and nowhere else.

    Signals:
        wanted: the name of the page that a link leads to.
        back: the page before is wanted.
    """

    wanted = Signal(str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__(_("Help"))
        self.document().setDocumentMargin(px(14))
        self.anchorClicked.connect(self._on_link)

    def read(self, text: str) -> None:
        """Show a page, written in Markdown, from its beginning."""
        self.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._space_out()
        self.moveCursor(self.textCursor().MoveOperation.Start)

    def _space_out(self) -> None:
        """Leave room between paragraphs, and in the cells of tables."""
        cursor = self.textCursor()
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            table = cast("QTextTable | None", cursor.currentTable())
            shape = block.blockFormat()
            if table is None:
                shape.setTopMargin(px(12) if shape.headingLevel() else px(3))
                shape.setBottomMargin(px(6))
                cursor.setBlockFormat(shape)
            else:
                frame = table.format()
                frame.setCellPadding(px(5))
                frame.setBorder(0)
                frame.setTopMargin(px(8))
                frame.setBottomMargin(px(8))
                table.setFormat(frame)
            block = block.next()

    def deeds(self) -> Sequence[Deed]:
        """Back to the page before."""
        return (Deed(("Alt+Left", "Backspace"), _("The previous page"), self.back.emit, listed=False),)

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        name = url.path().removesuffix(".md")
        if url.isRelative() and name in topics():
            self.wanted.emit(name)


class HelpWindow(QDialog):
    """Stays open beside the window while one works; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self.setModal(False)
        self.resize(px(620), px(640))
        self._way: list[str] = []
        self.back = QPushButton(pgettext("to do", "&Back"))
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.go_back)
        self.topics = Choice(_("Page of the help"))
        self.topics.offer(list(topics().items()))
        self.topics.chosen.connect(self.show_topic)
        self.text = HelpText()
        self.text.wanted.connect(self.show_topic)
        self.text.back.connect(self.go_back)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.topics, 1)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.text, 1)

    @property
    def topic(self) -> str:
        """Name of the page shown; empty before the first."""
        return self._way[-1] if self._way else ""

    @Slot(object)
    @Slot(str)
    def show_topic(self, name: str) -> None:
        """Show a page by its name: a page of the window, ``story`` or ``keyboard``."""
        if name != self.topic:
            self._way.append(name)
        self._show()

    @Slot()
    def go_back(self) -> None:
        """The page shown before."""
        if len(self._way) > 1:
            self._way.pop()
            self._show()

    def open_beside(self, name: str) -> None:
        """Come to the front with a page."""
        wear(self)
        self.show_topic(name)
        if not self.isVisible():
            keep_to_screen(self)
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Give the keyboard back to the window beside it; not every system does so by itself."""
        in_front, beside = self.isActiveWindow(), self.parentWidget()
        super().done(result)
        if in_front and beside is not None:
            beside.activateWindow()

    def _show(self) -> None:
        self.topics.show_value(self.topic)
        self.back.setEnabled(len(self._way) > 1)
        path = resources.help_page(self.topic)
        if path.is_file():
            self.text.read(path.read_text(encoding="utf-8"))
        else:
            self.text.read(_("This page of the help is missing from the program. Install it again."))


def topics() -> dict[str, str]:
    """The pages of help by name, with what people call them, in the order of the rail."""
    return {
        STORY: _("The story of an assessment"),
        **{place.key: _(place.title) for place in (*PLACES, SHELF)},
        KEYBOARD: _("Keyboard"),
    }
