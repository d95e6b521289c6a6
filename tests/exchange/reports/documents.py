"""A small document with one of each block, and what stands in the files that are made of it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from PIL import Image

from desktop.exchange.reports.blocks import (
    Contents,
    Cover,
    Document,
    Grid,
    GridCell,
    GridColumn,
    Heading,
    Items,
    Look,
    PageBreak,
    Paragraph,
    Picture,
)


def picture(width: float = 120.0, height: float = 60.0, caption: str = "How it stands") -> Picture:
    """A grey picture of that size in millimetres."""
    stream = io.BytesIO()
    Image.new("RGB", (24, 12), "grey").save(stream, "png")
    return Picture(stream.getvalue(), width, height, caption, "Change 40 %, Release 60 %")


def grid(rows: int = 3, text: str = "Area {}") -> Grid:
    """A table of so many rows."""
    return Grid(
        "Areas",
        (GridColumn("Area", 3, strong=True), GridColumn("Rating", 1), GridColumn("Level", 1, "center")),
        tuple(
            (GridCell(text.format(number)), GridCell("Unsatisfied", "bad"), GridCell(str(number)))
            for number in range(1, rows + 1)
        ),
    )


BLOCKS = (
    Cover("Assessment", "Northwind", ("By & for <us>",), ("Confidential",)),
    Contents("Contents"),
    Heading("Summary", 1, "summary", new_page=True),
    Paragraph("What counts most.", Look.LEAD),
    Paragraph("Two lines\nof text.", begins="Rating."),
    Heading("Details", 2, "details"),
    Items((("Strong.", "An item"), ("", "Another"))),
    Items((("", "First"),), numbered=True),
    Items((("", "First anew"),), numbered=True),
    picture(),
    grid(),
    PageBreak(),
    Paragraph("What is meant.", Look.QUIET),
    Paragraph("Beneath", Look.LABEL),
)


def document(*blocks: object, **others: object) -> Document:
    """A document of these blocks, or of one of each."""
    facts: dict[str, object] = {
        "title": "Report of Northwind",
        "subject": "Northwind",
        "footer": "Northwind · Report",
        "day": date(2026, 3, 31),
        "blocks": blocks or BLOCKS,
        "placeholders": (("organisation", "Northwind"), ("subtitle", "")),
    }
    return Document(**{**facts, **others})  # type: ignore[arg-type]


def opened(content: bytes) -> WordFile:
    """A Word file."""
    return docx.Document(io.BytesIO(content))


def words(content: bytes) -> list[str]:
    """What its paragraphs and tables say, in order."""
    found = []
    for element in opened(content).element.body:
        if element.tag.endswith("}p"):
            found.append(_said(element))
        elif element.tag.endswith("}tbl"):
            rows = [row for row in element if row.tag.endswith("}tr")]
            found += [" | ".join(_said(cell) for cell in row if cell.tag.endswith("}tc")) for row in rows]
    return [text for text in found if text]


def _said(element: BaseOxmlElement) -> str:
    return "".join(each.text or "" for each in element.iter(qn("w:t")))


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a Word file by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
