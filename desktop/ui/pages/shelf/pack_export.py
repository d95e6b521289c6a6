"""A model as a file for elsewhere: a workbook to edit it in, or its text."""

from __future__ import annotations

from pathlib import Path

from desktop.exchange.model_books.writing import model_book
from desktop.model.files.whole_files import write_file
from desktop.model.maturity.parts_pack import as_written
from desktop.ui.pages.shelf.lines import ShelfLine


def write_pack(line: ShelfLine, target: Path) -> bool:
    """Write a model; the ending says as what. The dialog has asked before something is replaced.

    Raises:
        RefusalError: what the system causes, and ``model.cell_long``.
    """
    assert line.pack is not None
    if target.suffix.lower() == ".xlsx":
        write_file(target, model_book(as_written(line.pack)))
    else:
        write_file(target, line.text().encode())
    return True
