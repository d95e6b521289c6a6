"""Search what was said: notes, comments, evidence, observations and findings by their words, as one types."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem, QWidget

from desktop.language import _
from desktop.ui.delegates import Index, TellingDelegate
from desktop.ui.find_box import FindBox
from desktop.ui.painting import fitting, paint_ground, small_font, strong_font
from desktop.ui.said_lines import SaidLine, said_lines
from desktop.ui.session import Session
from desktop.ui.theme import current, px

MOST = 8
"""So many of each sort are shown; one more word finds the others."""
WIDTH = 760
"""In pixels at 100 %."""

_LINE = Qt.ItemDataRole.UserRole


class SaidPanel(FindBox):
    """The line and what holds its words; it reads the assessment between the keys when it is first opened."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, _("Search what was said"))
        self._session = session
        self.line.setPlaceholderText(_("Type words of notes, comments, evidence, observations or findings"))
        self.line.setAccessibleName(_("Words that were said"))
        self.list.setAccessibleName(_("What was found"))
        self.list.setItemDelegate(SaidDelegate(self.list))
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._on_reading)
        self.show_found("")
        if not session.assessment.search.ready:
            self._reading.start()

    @Slot(str)
    def show_found(self, text: str) -> None:
        """List what holds every word, the newest of each sort first."""
        search, self._shown = self._session.assessment.search, list[SaidLine]()
        if text.strip():
            self._shown = said_lines(self._session.assessment, search.find(text, MOST))
        self.list.clear()
        for line in self._shown:
            item = QListWidgetItem(line.spoken)
            item.setData(_LINE, line)
            if line.shown is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.say_nothing("" if self._shown else self._nothing(text))
        self.choose_first()

    def open_row(self, row: int) -> None:
        """Go to what says it."""
        if 0 <= row < len(self._shown) and (shown := self._shown[row].shown) is not None:
            self.close()
            self._session.go(shown.page, shown.target)

    def _nothing(self, text: str) -> str:
        if not self._session.assessment.search.ready:
            return _("Reading what was said…")
        if not text.strip():
            return _(
                "Every word that you type has to be there, or one that begins so. Accents and capitals do not matter."
            )
        return _("Nothing that was said holds “{text}”. Try fewer words, or fewer letters.").format(text=text.strip())

    @Slot()
    def _on_reading(self) -> None:
        if not self._session.is_open:
            self._reading.stop()
        elif self._session.assessment.search.read_on():
            self._reading.stop()
            self.show_found(self.line.text())


class SaidDelegate(TellingDelegate):
    """Paints a heading, or what was said with its hits marked above where it was said."""

    PAD = 6

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for both."""
        line: SaidLine = index.data(_LINE)
        small = option.fontMetrics.height() * 7 // 8
        if line.shown is None:
            return QSize(px(200), small + 3 * self.PAD)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else px(WIDTH)
        laid = self._laid(line, option.font, width - 4 * self.PAD)
        return QSize(px(200), round(laid.boundingRect().height()) + small + 2 * self.PAD)

    def cut(self, option: QStyleOptionViewItem, index: Index) -> str:
        """A line tells all of its text by itself; where it was said may be longer than there is room."""
        line: SaidLine = index.data(_LINE)
        inner = option.rect.adjusted(2 * self.PAD, 0, -2 * self.PAD, 0)
        return "" if fitting(line.where, small_font(option.font), inner) == line.where else line.where

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it from its line alone."""
        line: SaidLine = index.data(_LINE)
        painter.save()
        inner = option.rect.adjusted(2 * self.PAD, self.PAD, -2 * self.PAD, -self.PAD)
        if line.shown is None:
            painter.setFont(strong_font(small_font(option.font)))
            painter.setPen(QColor(current().mute))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), line.text)
        else:
            paint_ground(painter, option)
            laid = self._laid(line, option.font, inner.width())
            painter.setPen(QColor(current().text))
            laid.draw(painter, inner.topLeft().toPointF())
            top = inner.top() + round(laid.boundingRect().height())
            small = small_font(option.font)
            painter.setFont(small)
            painter.setPen(QColor(current().mute))
            beneath = QRect(QPoint(inner.left(), top), inner.bottomRight())
            painter.drawText(beneath, int(Qt.AlignmentFlag.AlignVCenter), fitting(line.where, small, beneath))
        painter.restore()

    def _laid(self, line: SaidLine, font: QFont, width: int) -> QTextLayout:
        """What was said, broken into lines, its hits marked."""
        marked = QTextCharFormat()
        marked.setFontWeight(QFont.Weight.DemiBold)
        marked.setBackground(QColor(current().accent_soft))
        marked.setForeground(QColor(current().accent))
        formats, start = [], 0
        for piece, hit in line.pieces:
            length = len(piece.encode("utf-16-le")) // 2  # as Qt counts letters
            if hit:
                found = QTextLayout.FormatRange()
                found.start, found.length, found.format = start, length, marked
                formats.append(found)
            start += length
        laid = QTextLayout(line.text, font)
        laid.setFormats(formats)
        laid.beginLayout()
        height = 0.0
        while (one := laid.createLine()).isValid():
            one.setLineWidth(width)
            one.setPosition(QPoint(0, round(height)).toPointF())
            height += one.height()
        laid.endLayout()
        return laid
