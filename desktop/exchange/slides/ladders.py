"""The levels of a model as boxes from the lowest to the highest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from desktop import characters
from desktop.exchange.slides.measuring import LEAST, lines_in
from desktop.exchange.slides.slide import Ladder, Room, Step
from desktop.exchange.slides.standings import LADDER, step_words

if TYPE_CHECKING:
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide
    from pptx.text.text import TextFrame

__all__ = ["LADDER", "draw_ladder"]

_GAP, _MARGIN = 8.0, 8.0
_BELOW = 18.0
"""Space below the boxes."""

_LINES = 3
"""Of a name at most; how the level stands takes one more."""


def draw_ladder(page: Slide, content: Ladder, room: Room) -> None:
    """Draw a box for each level, full where it is reached; the next one has a thick border."""
    count = len(content.steps)
    wide = (room.width - _GAP * (count - 1)) / count
    group = page.shapes.add_group_shape()
    about = group._element.xpath("p:nvGrpSpPr/p:cNvPr")[0]  # noqa: SLF001 - alt texts have no words in python-pptx
    about.set("descr", characters.text(content.alt))
    for number, step in enumerate(content.steps):
        place = (room.left + number * (wide + _GAP), room.top, wide, LADDER - _BELOW)
        box = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Pt(each) for each in place))
        _dress(box, step)
        _write(box.text_frame, step, wide)


def _dress(box: Shape, step: Step) -> None:
    box.shadow.inherit = False
    box.fill.solid()
    box.fill.fore_color.theme_color = (
        MSO_THEME_COLOR.ACCENT_1
        if step.held
        else MSO_THEME_COLOR.BACKGROUND_1
        if step.next
        else MSO_THEME_COLOR.BACKGROUND_2
    )
    if step.next:
        box.line.color.theme_color = MSO_THEME_COLOR.ACCENT_1
        box.line.width = Pt(3)
    else:
        box.line.fill.background()


def _write(frame: TextFrame, step: Step, wide: float) -> None:
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Pt(_MARGIN)
    frame.margin_top = frame.margin_bottom = Pt(2)
    name = characters.one_line(f"{step.number} {step.name}")
    while len(name) > 2 and lines_in(name, wide - 2 * _MARGIN, LEAST, bold=True) > _LINES - bool(step_words(step)):
        name = name[:-2].rstrip() + "…"
    for number, (words, bold) in enumerate(((name, True), (step_words(step), False))):
        if not words:
            continue
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()  # type: ignore[no-untyped-call]  # python-pptx's
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = words
        run.font.size, run.font.bold = Pt(LEAST), bold
        run.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1 if step.held else MSO_THEME_COLOR.TEXT_1
