"""Choosing how the window is dressed: light or dark, and how large."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.ui import theme
from desktop.ui.settings import SCALES, Settings


class Dressing(QObject):
    """Keeps the choice and dresses the application.

    Signals:
        changed: everything looks different now; with whether sizes changed, else only colours did.
    """

    changed = Signal(bool)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings

    @Slot()
    def do_light(self) -> None:
        """Light theme."""
        self._wear("light")

    @Slot()
    def do_dark(self) -> None:
        """Dark theme."""
        self._wear("dark")

    @Slot()
    def do_system(self) -> None:
        """The system's theme."""
        self._wear("system")

    @Slot()
    def do_larger(self) -> None:
        """Scale up."""
        self._scale(SCALES.index(self._settings.scale) + 1)

    @Slot()
    def do_smaller(self) -> None:
        """Scale down."""
        self._scale(SCALES.index(self._settings.scale) - 1)

    @Slot()
    def do_actual(self) -> None:
        """Scale back to 100 %."""
        self._scale(SCALES.index(100))

    @Slot()
    def dress(self) -> None:
        """Put on what is chosen; called also when the system turns light or dark."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        before = theme.scale()
        theme.choose(app, self._settings.theme, self._settings.scale)
        self.changed.emit(theme.scale() != before)

    def _wear(self, choice: str) -> None:
        self._settings.theme = choice
        self.dress()

    def _scale(self, place: int) -> None:
        self._settings.scale = SCALES[min(max(place, 0), len(SCALES) - 1)]
        self.dress()
