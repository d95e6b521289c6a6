"""Documents as Word files."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from msgspec import Struct

from desktop import characters
from desktop.exchange.reports import word_parts as parts
from desktop.exchange.reports.blocks import (
    Block,
    Contents,
    Cover,
    Document,
    Grid,
    Heading,
    Items,
    Look,
    PageBreak,
    Paragraph,
    Picture,
)
from desktop.exchange.reports.faults import FaultKind, TemplateFault
from desktop.exchange.reports.placeholders import CONTENT, Filled
from desktop.exchange.reports.templates import opened
from desktop.exchange.reports.word_styles import LOOKS, OF_CELLS, OF_HEADING_CELLS, Styles
from desktop.language import _

PROGRAM = "Maturity Workbench"
_DAY = (1980, 1, 1, 0, 0, 0)
_EMUS = 36_000
"""Of a millimetre."""
_FULL_PAGE = 0.85
"""How much of a page's height a picture may take, so that its caption stays with it."""


class Made(Struct, frozen=True):
    """A Word file, and what is to be told of the template it was made with."""

    content: bytes
    faults: tuple[TemplateFault, ...]


def write(document: Document, template: Path | None, pages: Mapping[str, int]) -> Made:
    """Write a document. Equal documents give equal bytes.

    Args:
        document: what to write.
        template: somebody's own, or None for the program's.
        pages: on which page each heading stands, by its anchor, as far as that is known.

    Raises:
        RefusalError: as `desktop.exchange.reports.templates.opened`.
    """
    writer = _Writer(document, template, {} if template else pages)
    for block in document.blocks:
        writer.add(block)
    return Made(writer.saved(), tuple(writer.faults))


class _Writer:
    """Puts blocks one after the other into the template's place for them."""

    def __init__(self, document: Document, template: Path | None, pages: Mapping[str, int]) -> None:
        self._document = document
        self._own = template is None
        self._pages = pages
        self._word = opened(template, dense=document.dense)
        self._styles = Styles(self._word)
        values = {"title": document.title, "footer": document.footer, CONTENT: "", **dict(document.placeholders)}
        filled = Filled(self._word, values)
        self.faults = [*self._styles.faults, *filled.faults]
        self._covered = bool(filled.in_body & {"title", "subtitle"})
        self._anchor = self._place(filled)
        section = self._section()
        self._width = _room(section.page_width, section.left_margin, section.right_margin, 160.0)
        self._height = _room(section.page_height, section.top_margin, section.bottom_margin, 250.0)
        self._section_found = section
        self._counts = {"figure": 0, "table": 0}
        self._bookmark = 100
        self._fitted = 0

    def add(self, block: Block) -> None:
        """Write a block."""
        match block:
            case Cover():
                self._cover(block)
            case Contents():
                self._contents(block)
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case Items():
                self._items(block)
            case Grid():
                self._grid(block)
            case Picture():
                self._picture(block)
            case PageBreak():
                self._new("").add_run().add_break(WD_BREAK.PAGE)

    def saved(self) -> bytes:
        """The file."""
        if self._fitted:
            self.faults.append(TemplateFault(FaultKind.FITTED, str(self._fitted)))
        if self._anchor.tag == qn("w:p"):
            self._anchor.getparent().remove(self._anchor)
        self._tell_properties()
        with io.BytesIO() as stream:
            self._word.save(stream)
            return _timeless(stream)

    def _place(self, filled: Filled) -> BaseOxmlElement:
        """What the content goes before: the paragraph that names it, or the end."""
        body: Any = self._word.element.body
        if filled.place is not None:
            return filled.place
        last: BaseOxmlElement = body.sectPr
        if self._own:
            for paragraph in body.findall(qn("w:p")):
                body.remove(paragraph)
        elif any(each.text for each in body.iter(qn("w:t"))):
            self.faults.append(TemplateFault(FaultKind.NO_CONTENT_PLACE))
        return last

    def _section(self) -> Section:
        """The section in which the content lies."""
        ends = [self._anchor, *self._anchor.itersiblings()]
        later = sum(each.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None for each in ends)
        return self._word.sections[-1 - later]

    def _new(self, style: str) -> WordParagraph:
        """A paragraph in its place; `style` is the name of one."""
        element = parts.element(parts.paragraph(self._styles.id(style or "Normal"), ""))
        self._anchor.addprevious(element)
        return WordParagraph(element, self._word._body)  # noqa: SLF001 - no other way to its parent

    def _cover(self, cover: Cover) -> None:
        if self._covered:
            return
        if self._own:
            self._section_found.different_first_page_header_footer = True
        title = self._new("Title")
        title.paragraph_format.space_before = Pt(170)
        title.add_run(characters.one_line(cover.title))
        self._new("Subtitle").add_run(characters.one_line(cover.subtitle))
        self._lines(cover.about, "Normal", 24)
        self._lines(cover.foot, "Quiet", 200)

    def _lines(self, lines: tuple[str, ...], style: str, above: float) -> None:
        for number, line in enumerate(lines):
            paragraph = self._new(style)
            paragraph.paragraph_format.space_before = Pt(0 if number else above)
            paragraph.add_run(characters.text(line))

    def _contents(self, block: Contents) -> None:
        title = self._new("TOC Heading")
        title.paragraph_format.page_break_before = True
        title.add_run(block.title)
        listed = [each for each in self._document.blocks if isinstance(each, Heading) and each.level <= block.depth]
        styles = [self._styles.id(f"toc {level}") for level in range(1, block.depth + 1)]
        for element in parts.contents(listed, block.depth, styles, self._pages):
            self._anchor.addprevious(element)

    def _heading(self, block: Heading) -> None:
        level = min(block.level, 3)
        paragraph = self._new("Normal" if self._styles.headless else f"Heading {level}")
        if block.new_page:
            paragraph.paragraph_format.page_break_before = True
        run = paragraph.add_run(characters.one_line(block.text))
        if self._styles.headless:
            run.bold = True
            paragraph.paragraph_format.keep_with_next = True
            paragraph._p.get_or_add_pPr().append(parts.element(f'<w:outlineLvl w:val="{level - 1}"/>'))  # noqa: SLF001
        self._bookmark += 1
        begin, end = parts.bookmarks(self._bookmark, block.anchor)
        run._r.addprevious(begin)  # noqa: SLF001 - bookmarks have no words in python-docx
        run._r.addnext(end)  # noqa: SLF001

    def _paragraph(self, block: Paragraph) -> None:
        paragraph = self._new(LOOKS[block.look])
        if block.together or block.look is Look.LABEL:
            paragraph.paragraph_format.keep_with_next = True
        bold = (block.look is Look.LABEL and not self._styles.has("Label")) or None
        if block.begins:
            paragraph.add_run(f"{characters.text(block.begins)} ").bold = True
        paragraph.add_run(characters.text(block.text)).bold = bold

    def _items(self, block: Items) -> None:
        style = "List Number" if block.numbered else "List Bullet"
        number = self._restarted(style) if block.numbered else None
        marked = self._styles.has(style)
        for place, (begins, text) in enumerate(block.items, start=1):
            paragraph = self._new(style)
            if number is not None:
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = number
            if not marked:
                paragraph.add_run(f"{place}. " if block.numbered else "• ")
            if begins:
                paragraph.add_run(f"{characters.text(begins)} ").bold = True
            paragraph.add_run(characters.text(text))

    def _restarted(self, style: str) -> int | None:
        """The id of a numbering that begins anew; None where the template's style counts in its own way."""
        found = self._word.styles.element.xpath(f"w:style[@w:styleId='{self._styles.id(style)}']/w:pPr/w:numPr/w:numId")
        if not found or not self._styles.has(style):
            return None
        numbering = self._word.part.numbering_part.element
        known = numbering.xpath(f"w:num[@w:numId='{found[0].val}']/w:abstractNumId")
        if not known:
            return None
        new = numbering.add_num(known[0].val)
        new.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(new.numId)

    def _grid(self, block: Grid) -> None:
        if block.caption:
            caption = self._caption("table", block.caption)
            caption.paragraph_format.keep_with_next = True
            caption.paragraph_format.space_before = Pt(6)
            caption.paragraph_format.space_after = Pt(4)
        styles = (self._styles.id(OF_CELLS), self._styles.id(OF_HEADING_CELLS), self._styles.table)
        self._anchor.addprevious(parts.table(block, self._width, styles))
        gap = self._new("")
        gap.paragraph_format.space_after = Pt(0)
        gap.paragraph_format.line_spacing = Pt(5 if self._document.dense else 9)

    def _caption(self, kind: str, text: str) -> WordParagraph:
        self._counts[kind] += 1
        begins = _("Table {number}") if kind == "table" else _("Figure {number}")
        before, after = begins.split("{number}")
        paragraph = self._new("caption")
        number = parts.field(f"SEQ {kind.title()} \\* ARABIC", str(self._counts[kind]), bold=True)
        for xml in (parts.run(before, bold=True), number, parts.run(f"{after} ", bold=True), parts.run(text)):
            paragraph._p.append(parts.element(xml))  # noqa: SLF001 - fields have no words in python-docx
        return paragraph

    def _picture(self, block: Picture) -> None:
        paragraph = self._new("")
        paragraph.paragraph_format.keep_with_next = bool(block.caption)
        paragraph.paragraph_format.space_after = Pt(0 if block.caption else 6)
        paragraph.paragraph_format.line_spacing = 1.0
        share = min(1.0, self._width / block.width, _FULL_PAGE * self._height / block.height)
        if share < 1.0:
            self._fitted += 1
        run = paragraph.add_run()
        shape = run.add_picture(io.BytesIO(block.content), Mm(block.width * share), Mm(block.height * share))
        number = self._counts["figure"] + 1
        for side in "TBLR":
            shape._inline.set(f"dist{side}", "0")  # noqa: SLF001 - what it stands apart from words has none either
        about: Any = shape._inline.docPr  # noqa: SLF001 - alt texts have no words in python-docx
        about.name = _("Figure {number}").format(number=number)
        about.set("descr", characters.text(block.alt))
        about.set("title", characters.one_line(block.caption))
        if block.caption:
            self._caption("figure", block.caption)

    def _tell_properties(self) -> None:
        told = self._word.core_properties
        made = dt.datetime.combine(self._document.day, dt.time(), tzinfo=dt.UTC)
        told.title, told.subject = (
            characters.one_line(self._document.title),
            characters.one_line(self._document.subject),
        )
        told.author, told.last_modified_by = PROGRAM, PROGRAM
        told.language, told.comments, told.keywords, told.category = self._document.language, "", "", ""
        told.created, told.modified, told.revision = made, made, 1
        for each in self._word.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
            each.set(qn("w:val"), self._document.language)


def _room(whole: Length | None, before: Length | None, after: Length | None, usual: float) -> float:
    """What a page holds between its margins, in millimetres."""
    if whole is None:
        return usual
    room = (whole - (before or 0) - (after or 0)) / _EMUS
    return room if room > 0 else usual


def _timeless(stream: io.BytesIO) -> bytes:
    """The archive with no time of its making in it."""
    with zipfile.ZipFile(stream) as made, io.BytesIO() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in made.infolist():
                packed = zipfile.ZIP_STORED if entry.filename.endswith(".png") else zipfile.ZIP_DEFLATED
                archive.writestr(zipfile.ZipInfo(entry.filename, _DAY), made.read(entry), packed)
        return target.getvalue()
