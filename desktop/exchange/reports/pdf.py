"""Documents as PDF, with the outline, the table of contents and the pages that it really has."""

from __future__ import annotations

import calendar
import datetime as dt
import io
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus.tableofcontents import TableOfContents

from desktop import characters
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
from desktop.exchange.reports.pdf_letters import PLAIN, load, marked, plain
from desktop.exchange.reports.pdf_pieces import Drawn, Words
from desktop.exchange.reports.pdf_styles import COLOURS, PdfStyles
from desktop.exchange.reports.pdf_tables import table
from desktop.exchange.reports.type_sizes import sizes
from desktop.language import _

PROGRAM = "Maturity Workbench"
_WIDTH, _HEIGHT = 210 * mm, 297 * mm
_SMALL = 0.45
"""What takes no more of a page than that stays in one piece."""
_BEGINNING = 95.0
"""In points: what of a longer piece stands with what leads to it."""
_FULL_PAGE = 0.85


class Printed(Struct, frozen=True):
    """A PDF file, with the page on which each heading stands, by its anchor."""

    content: bytes
    pages: Mapping[str, int]


def write(document: Document) -> Printed:
    """Write a document. Equal documents give equal bytes."""
    load()
    stream = io.BytesIO()
    book = _Book(stream, document)
    story = _Story(document).flowables()
    book.multiBuild([*story, _Counted()], maxPasses=6)
    return Printed(stream.getvalue(), dict(book.pages))


class _Counted(Flowable):
    """Nothing; has a document built until its number of pages is known."""

    def __init__(self) -> None:
        super().__init__()
        self.width = self.height = 0
        self._told, self._before = -1, -2

    def isIndexing(self) -> int:  # noqa: N802 - reportlab's name
        return 1

    def isSatisfied(self) -> bool:  # noqa: N802
        return self._told == self._before

    def beforeBuild(self) -> None:  # noqa: N802
        self._before = self._told

    def afterBuild(self) -> None:  # noqa: N802
        pass

    def notify(self, kind: str, stuff: object) -> None:
        pass

    def draw(self) -> None:
        self._told = self.canv.getPageNumber()


class _Book(BaseDocTemplate):
    """The pages; knows after a first pass how many there are."""

    def __init__(self, stream: io.BytesIO, document: Document) -> None:
        side, top, bottom = (each * mm for each in sizes(dense=document.dense).margins)
        super().__init__(
            stream,
            pagesize=(_WIDTH, _HEIGHT),
            title=characters.one_line(document.title),
            author=PROGRAM,
            subject=characters.one_line(document.subject),
            creator=PROGRAM,
            producer=PROGRAM,
            lang=document.language,
            invariant=1,
        )
        self.pages: dict[str, int] = {}
        self._document = document
        self._all = self._counted = 0
        self._deep = -1
        self._side = side
        room = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
        frame = Frame(side, bottom, _WIDTH - 2 * side, _HEIGHT - top - bottom, id="page", **room)
        begins = isinstance(document.blocks[0], Cover) if document.blocks else False
        cover = PageTemplate("cover", [frame], onPage=self._set_up)
        page = PageTemplate("page", [frame], onPage=self._set_up, onPageEnd=self._foot)
        self.addPageTemplates([cover, page] if begins else [page])

    @property
    def counting(self) -> bool:
        """Whether this is the first pass, after which one knows how many pages there are."""
        return not self._all

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Begin a pass."""
        self._all, self._counted, self._deep = self._counted, 0, -1

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """Note where a heading stands."""
        heading = getattr(flowable, "heading", None)
        if isinstance(heading, Heading):
            self.pages[heading.anchor] = self.page
            self.canv.bookmarkPage(heading.anchor)
            words = characters.one_line(heading.text)
            self._deep = min(heading.level - 1, self._deep + 1)  # an outline may skip no level
            self.canv.addOutlineEntry(words, heading.anchor, self._deep, self._deep > 0)
            if heading.level <= flowable.depth:  # type: ignore[attr-defined]  # set beside the heading
                self.notify("TOCEntry", _entry(heading, self.page))

    def _set_up(self, canvas: Canvas, _book: BaseDocTemplate) -> None:
        _date(canvas, self._document.day)
        self._counted += 1

    def _foot(self, canvas: Canvas, _book: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont(PLAIN, 8)
        canvas.setFillColor(HexColor(COLOURS.mute))
        pages = f"{self.page} / {self._all or self.page}"
        room = _WIDTH - 2 * self._side - canvas.stringWidth(pages, PLAIN, 8) - 12
        footer = plain(self._document.footer)
        while footer and canvas.stringWidth(footer, PLAIN, 8) > room:
            footer = footer[:-2].rstrip() + "…"
        canvas.drawString(self._side, 28, footer)
        canvas.drawRightString(_WIDTH - self._side, 28, pages)
        canvas.restoreState()


def _entry(heading: Heading, page: int) -> tuple[int, str, int, str]:
    """Of a table of contents."""
    return heading.level - 1, marked(characters.one_line(heading.text)), page, heading.anchor


def _date(canvas: Canvas, day: dt.date) -> None:
    """Let the file tell the day of the document and no time."""
    inner: Any = canvas
    stamp = inner._doc._timeStamp  # noqa: SLF001 - reportlab takes a day from the environment alone
    stamp.lt = day.timetuple()
    stamp.YMDhms, stamp.t = tuple(stamp.lt)[:6], float(calendar.timegm(stamp.lt))


class _Story:
    """The blocks as what reportlab lays out."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles = PdfStyles(sizes(dense=document.dense))
        side, top, bottom = self._styles.sizes.margins
        self._width, self._height = _WIDTH - 2 * side * mm, _HEIGHT - (top + bottom) * mm
        self._counts = {"figure": 0, "table": 0}
        self._depth = max((each.depth for each in document.blocks if isinstance(each, Contents)), default=0)
        self._kept: list[Flowable] = []
        self._all: list[Flowable] = []

    def flowables(self) -> list[Flowable]:
        """All of them; what leads to something stands with its beginning."""
        for block in self._document.blocks:
            self._add(block)
        self._all += self._kept
        return self._all

    def _add(self, block: Block) -> None:
        match block:
            case Cover():
                self._cover(block)
            case Contents():
                self._contents(block)
            case Heading():
                self._heading(block)
            case Paragraph():
                begins = f"<b>{marked(block.begins)}</b> " if block.begins else ""
                words = Words(begins + marked(block.text), self._styles.looks[block.look])
                self._keep(words) if block.together or block.look is Look.LABEL else self._put(words)
            case Items():
                self._items(block)
            case Grid():
                self._grid(block)
            case Picture():
                self._picture(block)
            case PageBreak():
                self._begin_page()

    def _keep(self, *flowables: Flowable) -> None:
        self._kept += flowables

    def _put(self, *flowables: Flowable) -> None:
        """Add something with what leads to it, on a new page where only that would fit."""
        whole = [*self._kept, *flowables]
        self._kept = []
        led = len(whole) - len(flowables)
        height = self._tall(whole)
        if height <= _SMALL * self._height:
            self._all += [KeepTogether(whole)] if len(whole) > 1 else whole
            return
        if led:
            self._all.append(CondPageBreak(min(self._height, self._tall(whole[:led]) + _BEGINNING)))
        self._all += whole

    def _tall(self, flowables: list[Flowable]) -> float:
        return sum(
            each.wrap(self._width, 10 * _HEIGHT)[1] + each.getSpaceBefore() + each.getSpaceAfter() for each in flowables
        )

    def _begin_page(self) -> None:
        self._all += self._kept
        self._kept = []
        if self._all and not isinstance(self._all[-1], NewPage):
            self._all.append(NewPage())

    def _cover(self, cover: Cover) -> None:
        styles = self._styles
        self._all += [
            Spacer(0, 170),
            Words(marked(characters.one_line(cover.title)), styles.title),
            Words(marked(characters.one_line(cover.subtitle)), styles.subtitle),
            Spacer(0, 24),
            *(Words(marked(line), styles.looks[Look.BODY]) for line in cover.about),
            Spacer(0, 200),
            *(Words(marked(line), styles.looks[Look.QUIET]) for line in cover.foot),
            NextPageTemplate("page"),
            NewPage(),
        ]

    def _contents(self, block: Contents) -> None:
        self._begin_page()
        made = TableOfContents(
            levelStyles=list(self._styles.contents[: block.depth]), dotsMinLevel=0, rightColumnWidth=30
        )
        made.addEntries([_entry(each, 0) for each in self._headings(block.depth)])  # a first pass knows how long it is
        self._all += [Words(marked(block.title), self._styles.headings[0]), made]

    def _headings(self, depth: int) -> Iterator[Heading]:
        """Those that stand in a table of contents."""
        for block in self._document.blocks:
            if isinstance(block, Heading) and block.level <= depth:
                yield block

    def _heading(self, block: Heading) -> None:
        if block.new_page:
            self._begin_page()
        level = min(block.level, 3)
        words: Any = Words(marked(characters.one_line(block.text)), self._styles.headings[level - 1])
        words.heading, words.depth = block, self._depth
        self._keep(words)

    def _items(self, block: Items) -> None:
        for number, (begins, text) in enumerate(block.items, start=1):
            strong = f"<b>{marked(begins)}</b> " if begins else ""
            mark = f"{number}." if block.numbered else "•"
            self._put(Words(strong + marked(text), self._styles.item, bulletText=mark))

    def _grid(self, block: Grid) -> None:
        if block.caption:
            self._keep(self._caption("table", block.caption))
        self._put(table(block, self._width, self._height, self._styles), Spacer(0, 5 if self._document.dense else 9))

    def _caption(self, kind: str, text: str) -> Words:
        self._counts[kind] += 1
        begins = _("Table {number}") if kind == "table" else _("Figure {number}")
        style = self._styles.above if kind == "table" else self._styles.below
        return Words(f"<b>{marked(begins.format(number=self._counts[kind]))}</b> {marked(text)}", style)

    def _picture(self, block: Picture) -> None:
        share = min(1.0, self._width / (block.width * mm), _FULL_PAGE * self._height / (block.height * mm))
        image = Drawn(io.BytesIO(block.content), block.width * mm * share, block.height * mm * share, hAlign="LEFT")
        if block.caption:
            self._put_whole(image, self._caption("figure", block.caption))
        else:
            self._put_whole(image, Spacer(0, 6))

    def _put_whole(self, *flowables: Flowable) -> None:
        """Add what cannot be torn."""
        whole, self._kept = [*self._kept, *flowables], []
        self._all.append(KeepTogether(whole))
