"""A deck as a PowerPoint file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING

from desktop import characters
from desktop.exchange.deliverable import Deliverable
from desktop.exchange.slides.house import COVER, PLAIN, WORDS, House, placeholders
from desktop.exchange.slides.measuring import (
    AFTER,
    COVER_SIZES,
    INDENT,
    LEAST,
    LINE,
    fitted_line,
    shortened,
    title_size,
)
from desktop.exchange.slides.slide import ChartSlide, Cover, Grid, Item, Ladder, Room, Slide, Words
from desktop.exchange.slides.story import story
from desktop.exchange.slides.timeless import timeless
from desktop.language import _

if TYPE_CHECKING:
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.placeholder import SlidePlaceholder
    from pptx.slide import Slide as DeckSlide
    from pptx.text.text import TextFrame, _Paragraph

PROGRAM = "Maturity Workbench"
_COVER_LINE = 22
_PROPERTY = 255
"""Letters that the format allows a property."""

_CAPTION = LEAST * LINE + 6
"""What a line below a chart takes, in points."""


def as_deck(deliverable: Deliverable, house: House | None = None) -> bytes:
    """The slides as a file; equal content gives equal bytes.

    Args:
        deliverable: what may be shown.
        house: an empty deck with somebody's template; the program's without one.
    """
    used = house or House.opened()
    slides = story(deliverable, used.stage)
    for slide in slides:
        _write(used, slide)
    told = used.deck.core_properties
    made = dt.datetime.combine(deliverable.day, dt.time(), tzinfo=dt.UTC)
    told.title = slides[0].title[:_PROPERTY]
    told.subject = characters.one_line(deliverable.subject.organisation)[:_PROPERTY]
    told.author, told.last_modified_by = PROGRAM, PROGRAM
    told.comments, told.keywords, told.category, told.content_status = "", "", "", ""
    told.created, told.modified, told.revision = made, made, 1
    with BytesIO() as stream:
        used.deck.save(stream)
        return timeless(stream.getvalue())


def _write(house: House, slide: Slide) -> None:
    content = slide.content
    use = COVER if isinstance(content, Cover) else WORDS if isinstance(content, Words) else PLAIN
    page = house.deck.slides.add_slide(house.layout(use))
    _title(house, page, slide)
    match content:
        case Cover():
            _cover(house, page, content)
        case Words():
            _fill(_body(house, page).text_frame, content)
        case Ladder():
            _ladder(house, page, content)
        case ChartSlide():
            _chart(house, page, content)
        case Grid():
            _grid(house, page, content)
    _tidy(page)
    _number(page)
    page.notes_slide.notes_text_frame.text = "\n".join(map(characters.text, slide.notes))


def _title(house: House, page: DeckSlide, slide: Slide) -> None:
    from pptx.util import Pt  # noqa: PLC0415 - takes a while to load

    room, holder = house.stage.title, page.shapes.title
    if holder is None:
        holder = _box(page, room, _("Title"))
    frame = holder.text_frame
    frame.text, frame.word_wrap = slide.title, True
    cover = isinstance(slide.content, Cover)
    size = title_size(slide.title, house.stage.cover, COVER_SIZES) if cover else title_size(slide.title, room)
    for run in frame.paragraphs[0].runs:
        run.font.size = Pt(size)
        if page.shapes.title is None:
            run.font.bold = True


def _cover(house: House, page: DeckSlide, content: Cover) -> None:
    room = house.stage.cover.width
    lines = [shortened(characters.one_line(line), room, _COVER_LINE, 2) for line in content.lines]
    holder = next((each for each in page.placeholders if int(each.placeholder_format.type) in (2, 4, 7)), None)
    if holder is not None:
        holder.text_frame.text = "\n".join(lines)


def _body(house: House, page: DeckSlide) -> Shape | SlidePlaceholder:
    """The placeholder for words, or a box in its place."""
    for each in page.placeholders:
        if int(each.placeholder_format.type) in (2, 7):
            found: SlidePlaceholder = each
            return found
    return _box(page, house.stage.body, _("Text"))


def _box(page: DeckSlide, room: Room, name: str) -> Shape:
    from pptx.util import Pt  # noqa: PLC0415 - takes a while to load

    box = page.shapes.add_textbox(Pt(room.left), Pt(room.top), Pt(room.width), Pt(room.height))
    box.name = name
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    return box


def _fill(frame: TextFrame, content: Words) -> None:
    from pptx.util import Pt  # noqa: PLC0415 - takes a while to load

    frame.word_wrap = True
    for number, (parts, plain) in enumerate(_paragraphs(content.items)):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()  # type: ignore[no-untyped-call]  # python-pptx's
        paragraph.line_spacing, paragraph.space_before = 1.0, Pt(0)
        paragraph.space_after = Pt(0 if plain else AFTER * content.size)
        bullets(paragraph, shown=not plain)
        for text, bold in parts:
            run = paragraph.add_run()
            run.text = characters.one_line(text)
            run.font.size = Pt(content.size)
            if bold:
                run.font.bold = True


def _paragraphs(items: Sequence[Item]) -> Iterator[tuple[list[tuple[str, bool]], bool]]:
    """The runs of each paragraph with whether they are bold, and whether it is a heading without a bullet."""
    about = ""
    for item in items:
        if item.about and item.about != about:
            yield [(item.about, True)], True
        about = item.about
        yield [*([(f"{item.begins} ", True)] if item.begins else []), (item.text, False)], False


def bullets(paragraph: _Paragraph, *, shown: bool) -> None:
    """Leave a paragraph its bullet, in a box of ours, too, or take it away."""
    from pptx.oxml import parse_xml  # noqa: PLC0415 - takes a while to load
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415

    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - bullets have no words in python-pptx
    indent = round(INDENT * _EMU) if shown else 0
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    told = (
        ('<a:buClr {}><a:schemeClr val="accent1"/></a:buClr>', '<a:buChar {} char="•"/>')
        if shown
        else ("<a:buNone {}/>",)
    )
    for each in told:
        properties.append(parse_xml(each.format(nsdecls("a"))))


_EMU = 12700
"""Of a point."""


def _chart(house: House, page: DeckSlide, content: ChartSlide) -> None:
    from desktop.exchange.slides.native_charts import add_chart, chart_height  # noqa: PLC0415 - loads python-pptx

    room = house.stage.body
    high = min(room.height - _CAPTION, chart_height(content))
    add_chart(page, content, Room(room.left, room.top, room.width, high))
    below = Room(room.left, room.top + high + 6, room.width, _CAPTION - 6)
    _quiet(page, below, content.caption)


def _quiet(page: DeckSlide, room: Room, text: str) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR  # noqa: PLC0415 - takes a while to load
    from pptx.util import Pt  # noqa: PLC0415

    box = _box(page, room, _("How to read it"))
    run = box.text_frame.paragraphs[0].add_run()
    run.text = characters.one_line(fitted_line(text, room.width))
    run.font.size = Pt(LEAST)
    run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2


def _ladder(house: House, page: DeckSlide, content: Ladder) -> None:
    from desktop.exchange.slides.ladders import LADDER, draw_ladder  # noqa: PLC0415 - loads python-pptx

    room = house.stage.body
    draw_ladder(page, content, room)
    below = _box(page, Room(room.left, room.top + LADDER, room.width, room.height - LADDER), _("Text"))
    _fill(below.text_frame, content.words)


def _grid(house: House, page: DeckSlide, content: Grid) -> None:
    from desktop.exchange.slides.grids import draw_grid  # noqa: PLC0415 - loads python-pptx

    draw_grid(page, content, house.stage.body)


def _tidy(page: DeckSlide) -> None:
    """Placeholders that nothing was put into would ask for it."""
    for each in list(page.placeholders):
        if each.has_text_frame and not each.text_frame.text.strip():
            each._element.getparent().remove(each._element)  # noqa: SLF001 - python-pptx has no word for it


def _number(page: DeckSlide) -> None:
    """The slide's number where its layout has it, on covers too where the layout says so."""
    for each in placeholders(page.slide_layout):
        if int(each.placeholder_format.type) == _NUMBER:
            copy = deepcopy(each._element)  # noqa: SLF001
            page.shapes._spTree.append(copy)  # noqa: SLF001
            return


_NUMBER = 13
