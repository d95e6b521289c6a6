"""The pane one reads in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.language import _
from desktop.ui.deeds import Deed
from desktop.ui.pages.model import html as markup
from desktop.ui.theme import current
from desktop.ui.widgets.reading_text import ReadingText


class Reading(ReadingText):
    """Shows text with links. `wanted` carries the id behind one that is followed; `left` when Esc goes back."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, accessible_name: str) -> None:
        super().__init__(accessible_name)
        self.document().setDocumentMargin(10)
        self.document().setIndentWidth(18)
        self._html = self._style = ""
        self.anchorClicked.connect(self._on_link)

    def read(self, html: str, words: Iterable[str] = ()) -> None:
        """Show a text from its beginning, with the words of a search marked; the same text stays where it is."""
        place = self.verticalScrollBar().value() if html == self._html else 0
        style = markup.style()
        if (html, style) != (self._html, self._style):
            self._html, self._style = html, style
            self.document().setDefaultStyleSheet(style)
            self.setHtml(f"<body>{html}</body>")
        self.setExtraSelections([mark for word in words for mark in self._marks(word)])
        self.verticalScrollBar().setValue(place)

    def deeds(self) -> Sequence[Deed]:
        """Esc goes back to where one came from."""
        return (Deed(("Esc",), _("Back to the outline"), self.left.emit, listed=False),)

    def _marks(self, word: str) -> list[QTextEdit.ExtraSelection]:
        marks = []
        cursor = self.document().find(word, QTextCursor(self.document()))
        while not cursor.isNull():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(QColor(current().warn_soft))
            mark.format.setForeground(QColor(current().text))
            marks.append(mark)
            cursor = self.document().find(word, cursor)
        return marks

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        self.wanted.emit(url.path())
