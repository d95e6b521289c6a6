"""Parts of a Word document that python-docx has no words for: fields, bookmarks, tables, the table of contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop import characters
from desktop.exchange.reports.blocks import Grid, GridCell, GridColumn, Heading
from desktop.exchange.tokens import tokens
from desktop.wording.tones import WordTone

TWIPS = 1440 / 25.4
"""Of a millimetre."""

_FEW_ROWS, _FEW_LETTERS = 12, 2500
"""A table of so many rows and letters at most is not torn."""

_COLOURS = tokens("light")
_GROUNDS: Mapping[WordTone, str] = {
    "good": _COLOURS.good_soft,
    "warn": _COLOURS.warn_soft,
    "bad": _COLOURS.bad_soft,
    "accent": _COLOURS.accent_soft,
}


def element(xml: str) -> BaseOxmlElement:
    """An element of the main vocabulary, whose prefix is ``w``."""
    head, mark, rest = xml.partition(">")
    closed = head.endswith("/")
    return parse_xml(f"{head.removesuffix('/')} {nsdecls('w')}{'/' if closed else ''}{mark}{rest}")


def run(text: str, *, bold: bool = False) -> str:
    """Words as XML; line breaks stay."""
    looks = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    lines = characters.text(text).split("\n")
    told = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in lines)
    return f"<w:r>{looks}{told}</w:r>"


def field(code: str, shown: str, *, bold: bool = False) -> str:
    """A field that Word works out, with what it shows until then."""
    return f"<w:fldSimple w:instr={quoteattr(f' {code} ')}>{run(shown, bold=bold)}</w:fldSimple>"


def paragraph(style: str, inner: str, properties: str = "") -> str:
    """A paragraph as XML; `style` is the id of its style."""
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/>{properties}</w:pPr>{inner}</w:p>"


def bookmarks(number: int, name: str) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """What stands around the words that a bookmark names."""
    return (
        element(f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>'),
        element(f'<w:bookmarkEnd w:id="{number}"/>'),
    )


def table(grid: Grid, width: float, styles: tuple[str, str, str | None]) -> BaseOxmlElement:
    """A table whose headings are repeated on each page and whose rows are not torn; a short one stays on one page.

    Args:
        grid: the table.
        width: in millimetres.
        styles: ids of those of a cell, of a heading, and of the table, which may have none of its own.
    """
    cell, heading, own = styles
    widths = widths_of(grid.columns, width)
    told = [
        f"<w:tblStyle w:val={quoteattr(own)}/>" if own else "",
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>',
        "" if own else _plain_borders(),
        '<w:tblLayout w:type="fixed"/>',
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"/>',
    ]
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    head = "".join(
        _cell(GridCell(column.heading), column, each, heading)
        for column, each in zip(grid.columns, widths, strict=True)
    )
    body = "".join(_rows(grid, widths, cell))
    return element(
        f"<w:tbl><w:tblPr>{''.join(told)}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{body}</w:tbl>"
    )


def widths_of(columns: Sequence[GridColumn], width: float) -> list[int]:
    """Of each column in twips, by its share."""
    all_ = sum(column.share for column in columns)
    return [round(width * TWIPS * column.share / all_) for column in columns]


def _rows(grid: Grid, widths: Sequence[int], style: str) -> Iterator[str]:
    short = len(grid.rows) <= _FEW_ROWS and sum(len(cell.text) for row in grid.rows for cell in row) <= _FEW_LETTERS
    for number, row in enumerate(grid.rows, start=1):
        kept = short and number < len(grid.rows)
        cells = "".join(
            _cell(cell, column, width, style, kept=kept)
            for cell, column, width in zip(row, grid.columns, widths, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(cell: GridCell, column: GridColumn, width: int, style: str, *, kept: bool = True) -> str:
    """A cell; one that is kept stays on the page of the next row."""
    ground = _GROUNDS.get(cell.tone) if cell.tone else None
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground[1:].upper()}"/>' if ground else ""
    told = ("<w:keepNext/>" if kept else "") + (f'<w:jc w:val="{column.align}"/>' if column.align != "left" else "")
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f"{paragraph(style, run(cell.text, bold=column.strong) if cell.text else '', told)}</w:tc>"
    )


def _plain_borders() -> str:
    colour = _COLOURS.edge[1:].upper()
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="{colour}"/>' for side in ("top", "bottom", "insideH"))
    return f"<w:tblBorders>{sides}</w:tblBorders>"


def contents(
    headings: Iterable[Heading], depth: int, styles: Sequence[str], pages: Mapping[str, int]
) -> list[BaseOxmlElement]:
    """The paragraphs of a table of contents that Word can make anew.

    Args:
        headings: those it lists.
        depth: down to which level.
        styles: ids of those of its lines, level by level.
        pages: on which page each stands, by its anchor; what is not known is left for Word to fill in.
    """
    lines = [paragraph(styles[heading.level - 1], _entry(heading, pages.get(heading.anchor))) for heading in headings]
    stale = "" if pages else ' w:dirty="true"'
    begin = (
        f'<w:r><w:fldChar w:fldCharType="begin"{stale}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    if not lines:
        return []
    lines[0] = lines[0].replace("</w:pPr>", f"</w:pPr>{begin}", 1)
    return [element(line) for line in (*lines, end)]


def _entry(heading: Heading, page: int | None) -> str:
    number = "" if page is None else str(page)
    return (
        f'<w:hyperlink w:anchor={quoteattr(heading.anchor)} w:history="1">{run(heading.text)}<w:r><w:tab/></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {heading.anchor} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(number)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>'
    )
