"""How often each choice was given, as bars with their names and counts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Scale
from desktop.model.scoring.results import AnswerStatistics
from desktop.ui.pages.questionnaires.statistics_columns import colour, spelled
from desktop.ui.painting import small_font
from desktop.ui.theme import current, px

BLANK = -1


class ChoiceBars(QWidget):
    """One line a choice, blanks and the unanswered last."""

    LINE = 22
    NAMES = 112
    COUNTS = 30

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[str, int, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_statistics(self, statistics: AnswerStatistics, scale: Scale) -> None:
        """Show these answers."""
        counts = statistics.counts
        self._lines = [
            (choice.name, counts[choice.id], colour(number, len(scale.answers)))
            for number, choice in enumerate(scale.answers)
        ]
        self._lines += [(choice.name, counts[choice.id], BLANK) for choice in scale.blanks]
        self._lines.append((_("Unanswered"), statistics.unanswered, BLANK))
        self.setAccessibleName(spelled(statistics, scale))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As tall as its lines."""
        return QSize(px(self.NAMES + self.COUNTS + 60), px(self.LINE) * len(self._lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name, bar, count."""
        tokens = current()
        painter = QPainter(self)
        painter.setFont(small_font(self.font()))
        line, left = px(self.LINE), px(self.NAMES)
        room = self.width() - left - px(self.COUNTS)
        most = max([1, *(count for _name, count, _level in self._lines)])
        for number, (name, count, level) in enumerate(self._lines):
            top = number * line
            painter.setPen(QColor(tokens.mute if level == BLANK else tokens.text))
            text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, left - px(8))
            painter.drawText(QRectF(0, top, left, line), int(Qt.AlignmentFlag.AlignVCenter), text)
            side = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(QRectF(left + room, top, px(self.COUNTS), line), side, str(count))
            painter.fillRect(QRectF(left, top + line / 2 - px(5), room, px(10)), QColor(tokens.rail))
            ground = tokens.mute if level == BLANK else tokens.levels[level]
            painter.fillRect(QRectF(left, top + line / 2 - px(5), room * count / most, px(10)), QColor(ground))
