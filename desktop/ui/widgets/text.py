"""Labels in the few styles the window has."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.tips import plain_tip

READING = 820
"""No line of a text is longer, in pixels at 100 %, so that the eye finds the next."""
MOST_HELD = 240
"""The longest word that a text is kept wide enough for, in pixels at 100 %."""


class Label(QLabel):
    """Text in one of the window's styles.

    Args:
        text: what it says; always shown as plain text.
        style: ``body``, ``title`` (of a page), ``heading`` (of a card), ``mute``, ``small``, ``strong``; for a
            projector ``projected`` and, less large, ``legible``.
        wrap: whether it breaks into lines.
    """

    def __init__(self, text: str = "", style: str = "body", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", style)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
            size(self, most_width=READING)
            self._hold()

    def setText(self, text: str) -> None:
        """Say something else."""
        if text != self.text():
            super().setText(text)
            self._hold()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._hold()

    def heightForWidth(self, width: int) -> int:
        """What its lines need: they are no longer than it may be, however wide the room is."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def sizeHint(self) -> QSize:
        """As tall as its lines are at the width it has; Qt would guess a width."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(self.width())) if self.wordWrap() else hint

    def minimumSizeHint(self) -> QSize:
        """No line of it is given up."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self.heightForWidth(self.width())) if self.wordWrap() else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It breaks anew."""
        super().resizeEvent(event)
        if self.wordWrap() and event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _hold(self) -> None:
        """No word of a text that breaks into lines is cut."""
        if self.wordWrap():
            longest = max(map(self.fontMetrics().horizontalAdvance, self.text().split()), default=0)
            margins = self.contentsMargins()
            self.setMinimumWidth(min(longest, px(MOST_HELD)) + margins.left() + margins.right() + 1)


class Elided(Label):
    """One line of text that gives way: where room is short it ends in an ellipsis, and a tooltip tells the whole."""

    FEWEST = 4
    """It is never narrower than so many letters."""

    def __init__(self, text: str = "", style: str = "body") -> None:
        super().__init__("", style)
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self._show_tip()

    def say_more(self, tip: str) -> None:
        """What the tooltip says besides."""
        self._tip = tip
        self._show_tip()

    @property
    def is_cut(self) -> bool:
        """Whether it ends in an ellipsis."""
        return self.fontMetrics().horizontalAdvance(self._line) > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        hint = super().sizeHint()
        least = self.fontMetrics().averageCharWidth() * self.FEWEST + self.width() - self.contentsRect().width()
        return QSize(min(least, hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of it is seen."""
        super().resizeEvent(event)
        self._show_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        self.drawFrame(painter)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room.width())
        flags = int(self.alignment()) | int(Qt.TextFlag.TextSingleLine)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, flags, shown)
        painter.end()

    @property
    def _line(self) -> str:
        return " ".join(self.text().split("\n"))

    def _show_tip(self) -> None:
        whole = [self.text()] if self.is_cut else []
        self.setToolTip(plain_tip("\n".join(part for part in (*whole, self._tip) if part)))


class Tag(QLabel):
    """A word on a soft ground. The tone adds to the word and never replaces it.

    Args:
        text: the word.
        tone: ``good``, ``warn``, ``bad``, ``accent`` or ``plain``.
    """

    def __init__(self, text: str = "", tone: str = "plain") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_tone(tone)

    def say(self, text: str, tone: str) -> None:
        """Show another word in another tone."""
        self.setText(text)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


def unmarked(text: str) -> str:
    """A text for a button, a box or a menu, where one ``&`` would mark the letter behind it and vanish."""
    return text.replace("&", "&&")


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a property it selects by has changed; to what was never seen Qt applies it."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
