"""Tables of a deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.util import Emu, Pt

from desktop import characters
from desktop.exchange.slides.planned import MARGIN, row_height
from desktop.exchange.slides.slide import Grid, Room

if TYPE_CHECKING:
    from pptx.slide import Slide
    from pptx.table import _Cell


def draw_grid(page: Slide, content: Grid, room: Room) -> None:
    """Draw a table with its headings, in the style of the template."""
    lines = (content.headings, *content.rows)
    heights = [row_height(line, room.width, content.shares) for line in lines]
    frame = page.shapes.add_table(
        len(lines), len(content.headings), Pt(room.left), Pt(room.top), Pt(room.width), Pt(sum(heights))
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", characters.text(content.alt))  # noqa: SLF001 - alt texts have no words
    table = frame.table
    for place, share in enumerate(content.shares):
        table.columns[place].width = Emu(round(Pt(room.width) * share))
    for number, (line, height) in enumerate(zip(lines, heights, strict=True)):
        table.rows[number].height = Pt(height)
        for place, text in enumerate(line):
            _cell(table.cell(number, place), text, content.size)


def _cell(cell: _Cell, text: str, size: int) -> None:
    cell.margin_left = cell.margin_right = Pt(MARGIN)
    cell.margin_top = cell.margin_bottom = Pt(MARGIN / 2)
    cell.text = characters.one_line(text)
    for run in cell.text_frame.paragraphs[0].runs:
        run.font.size = Pt(size)
