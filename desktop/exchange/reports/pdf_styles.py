"""How the words of PDF files look: as those of our template for Word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from desktop.exchange.reports.blocks import Align, Look
from desktop.exchange.reports.pdf_letters import BOLD, PLAIN
from desktop.exchange.reports.type_sizes import BETWEEN_CHAPTERS, TypeSizes
from desktop.exchange.tokens import tokens

COLOURS = tokens("light")
_LINE = 1.21
"""Of a line of our font, as a share of its type."""
_ALIGNED: Mapping[Align, Literal[0, 1, 2]] = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}


class PdfStyles:
    """The styles of one kind of document."""

    def __init__(self, sizes: TypeSizes) -> None:
        self.sizes = sizes
        one, two, three = sizes.headings
        accent, mute = COLOURS.accent, COLOURS.mute
        body = self._style("body", sizes.body, after=sizes.after, line=sizes.line)
        self.looks: Mapping[Look, ParagraphStyle] = {
            Look.BODY: body,
            Look.LEAD: self._style("lead", sizes.body + 2, accent, bold=True, after=sizes.after + 2, line=1.2),
            Look.QUIET: self._style("quiet", sizes.body - 0.5, mute, after=sizes.after, line=sizes.line),
            Look.LABEL: self._style("label", sizes.body, bold=True, before=sizes.after, after=2, line=1.15),
        }
        self.title = self._style("title", sizes.title, bold=True, after=6, line=1.05)
        self.subtitle = self._style("subtitle", sizes.title * 0.45, accent, after=10, line=1.15)
        self.headings = (
            self._style("heading 1", one, accent, bold=True, before=BETWEEN_CHAPTERS, after=8, line=1.1),
            self._style("heading 2", two, bold=True, before=14, after=4, line=1.1),
            self._style("heading 3", three, accent, bold=True, before=10, after=3, line=1.1),
        )
        self.item = self._style("item", sizes.body, after=3, line=sizes.line)
        self.item.leftIndent, self.item.bulletIndent = 17, 3
        self.item.bulletFontName, self.item.bulletFontSize = PLAIN, sizes.body
        self.item.bulletColor = HexColor(accent)
        self.above = self._style("caption above", sizes.cell, mute, before=6, after=4, line=1.15)
        self.below = self._style("caption below", sizes.cell, mute, before=2, after=10, line=1.15)
        self.contents = (
            self._style("contents 1", sizes.body, bold=True, before=8, after=2, line=1.1),
            self._style("contents 2", sizes.body, after=2, line=1.1),
            self._style("contents 3", sizes.body, after=2, line=1.1),
        )
        self.contents[1].leftIndent, self.contents[2].leftIndent = 14, 28
        self.cells = {align: self._cell(align) for align in _ALIGNED}
        self.strong_cells = {align: self._cell(align, bold=True) for align in _ALIGNED}
        self.heads = {align: self._cell(align, bold=True, colour=mute) for align in _ALIGNED}

    def _cell(self, align: Align, *, bold: bool = False, colour: str = COLOURS.text) -> ParagraphStyle:
        style = self._style(f"cell {align} {bold} {colour}", self.sizes.cell, colour, bold=bold, line=1.15)
        style.alignment = _ALIGNED[align]
        return style

    @staticmethod
    def _style(
        name: str,
        size: float,
        colour: str = COLOURS.text,
        *,
        bold: bool = False,
        before: float = 0,
        after: float = 0,
        line: float = 1.2,
    ) -> ParagraphStyle:
        return ParagraphStyle(
            name,
            fontName=BOLD if bold else PLAIN,
            fontSize=size,
            leading=size * line * _LINE,
            textColor=HexColor(colour),
            spaceBefore=before,
            spaceAfter=after,
            allowWidows=0,
            allowOrphans=0,
            splitLongWords=1,
            embeddedHyphenation=0,
        )
