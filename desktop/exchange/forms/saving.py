"""Saving a form without temporary files: what openpyxl leaves in the system's folder when it is ended could be read."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class _InMemory(ExcelWriter):
    """Puts each sheet into the archive as it stands in memory."""

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - as openpyxl has it
        """Write one sheet, which has no charts, pictures or pivot tables."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - what the method that is replaced does
        part = BytesIO()
        writer = WorksheetWriter(ws, part)
        writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001 - likewise; the stubs leave it out
        self._archive.writestr(ws.path[1:], part.getvalue())  # type: ignore[attr-defined]  # likewise
        self.manifest.append(ws)


def save_form(workbook: Workbook, path: Path) -> None:
    """Write a form, over whatever is there."""
    workbook.properties.modified = dt.datetime.now(tz=dt.UTC).replace(tzinfo=None)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        _InMemory(workbook, archive).save()
