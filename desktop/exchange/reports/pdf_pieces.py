"""Pieces of PDF files that cost as little as they can in the several passes that a document is built in."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Image, Paragraph


class Words(Paragraph):
    """A paragraph that breaks its lines once for each width."""

    _broken: tuple[float, tuple[float, float]] | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """How wide and high it is where there is so much room."""
        if self._broken is None or self._broken[0] != width or not hasattr(self, "blPara"):  # torn where it stood
            self._broken = width, super().wrap(width, height)
        return self._broken[1]


class Drawn(Image):
    """A picture that is left out of the first pass, which nobody sees."""

    def draw(self) -> None:
        """Put it on its page."""
        canvas: Any = self.canv
        if not canvas._doctemplate.counting:  # noqa: SLF001 - reportlab names it so
            super().draw()
