"""The levels as a staircase: what is held, what is under way, what is not rated."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.ui import theme
from desktop.ui.sizes import size
from desktop.ui.widgets.chart import Chart

HEIGHT, LOWEST = 150, 24
"""Of the whole and of its first stair."""


class Stair(Struct, frozen=True):
    """One level.

    Attributes:
        number: the level.
        name: its name.
        held: whether the organisation holds it.
        begun: whether something of it is rated.
        note: words above it, e.g. "5 of 7 areas".
    """

    number: int
    name: str
    held: bool
    begun: bool
    note: str


class Staircase(Chart):
    """Rising bars with words; the words carry the meaning, the ground repeats it."""

    def __init__(self, accessible_name: str, height: int = HEIGHT) -> None:
        super().__init__(accessible_name)
        self._name = accessible_name
        self._stairs: tuple[Stair, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        size(self, height=height)

    def show_stairs(self, stairs: Sequence[Stair]) -> None:
        """Show other levels."""
        self._stairs = tuple(stairs)
        told = ", ".join(f"{stair.number} {stair.name}: {stair.note}" for stair in stairs)
        self.setAccessibleName(f"{self._name}: {told}")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(theme.px(540), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if not self._stairs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.current()
        small = self.font()
        small.setPixelSize(theme.px(12))
        strong = self.font()
        strong.setPixelSize(theme.px(12))
        strong.setWeight(QFont.Weight.DemiBold)
        gap, room, lowest = theme.px(14), theme.px(20), theme.px(LOWEST)
        width = (self.width() - gap * (len(self._stairs) - 1)) / len(self._stairs)
        rise = (self.height() - room - lowest) / max(len(self._stairs) - 1, 1)
        for place, stair in enumerate(self._stairs):
            height = lowest + rise * place
            bar = QRectF(place * (width + gap), self.height() - height, width, height)
            ground = tokens.levels[4] if stair.held else tokens.levels[1] if stair.begun else tokens.line
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(bar, 4, 4)
            painter.setFont(strong)
            painter.setPen(QColor(_ink_on(ground)))
            label = QRectF(bar.left() + 8, bar.bottom() - theme.px(24), width - 12, theme.px(24))
            metrics = painter.fontMetrics()
            text = metrics.elidedText(f"{stair.number}  {stair.name}", Qt.TextElideMode.ElideRight, int(label.width()))
            painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
            painter.setFont(small)
            painter.setPen(QColor(tokens.mute))
            above = QRectF(bar.left(), bar.top() - room, width, room - 3)
            painter.drawText(above, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), stair.note)
        painter.end()


def _ink_on(ground: str) -> str:
    """Black or white, whichever reads better on a ground (relative luminance, WCAG 2)."""
    parts = [int(ground[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#ffffff" if luminance < 0.18 else "#14181f"
