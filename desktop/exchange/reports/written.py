"""Documents as the bytes of files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.exchange.reports.blocks import Contents, Document

if TYPE_CHECKING:
    from desktop.exchange.reports.word import Made

FORMATS = ("docx", "pdf")


def as_word(document: Document, template: Path | None = None) -> Made:
    """A document as a Word file, with what is to be told of the template it was made with.

    Args:
        document: what to write.
        template: somebody's own; None for the program's.

    Raises:
        RefusalError: as `desktop.exchange.reports.templates.opened`.
    """
    from desktop.exchange.reports import pdf, word  # noqa: PLC0415 - they load python-docx and reportlab

    listed = template is None and any(isinstance(block, Contents) for block in document.blocks)
    return word.write(document, template, pdf.write(document).pages if listed else {})


def as_pdf(document: Document) -> bytes:
    """A document as a PDF file."""
    from desktop.exchange.reports import pdf  # noqa: PLC0415 - it loads reportlab

    return pdf.write(document).content
