"""What a model's sources advise about levels and targets."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Guidance
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label


class Advice(QWidget):
    """The recommended target, what speaks against certain levels, and the notes."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._column.addWidget(Label(_("What the sources advise"), "heading", wrap=True))
        self._labels: list[Label] = []
        self._shown: Guidance | None = None

    def show_guidance(self, guidance: Guidance | None) -> None:
        """Show advice; without any it goes away."""
        self.setVisible(guidance is not None)
        if guidance is None or guidance == self._shown:
            return
        self._shown = guidance
        for old in self._labels:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        told = [_("Recommended target: level {level}").format(level=guidance.target)] if guidance.target else []
        self._labels = [Label(text, "strong", wrap=True) for text in told]
        told = [
            _("Level {level}: {text}").format(level=caution.level, text=caution.text) for caution in guidance.warnings
        ]
        self._labels += [Label(text, wrap=True) for text in told]
        self._labels += [Label(note, "mute", wrap=True) for note in guidance.notes]
        for label in self._labels:
            self._column.addWidget(label)
