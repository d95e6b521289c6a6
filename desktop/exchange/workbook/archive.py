"""Workbooks as files that are equal when their content is: no clock, no machine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_APP

PROGRAM = "Maturity Workbench"
_NO_ROWS, _NO_CELLS = "<sheetData></sheetData>", '<dimension ref="A1:A1" />'
"""What openpyxl writes for a sheet without cells."""

_APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{PROGRAM}</Application></Properties>"
)
"""Openpyxl claims to be Microsoft Excel."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


class Rows(Struct, frozen=True):
    """The rows of a sheet, as they stand in its file.

    Attributes:
        reference: the cells they take, e.g. ``A1:Q26``.
    """

    xml: str
    reference: str


class _SteadyZip(ZipFile):
    """Its entries bear no time, and sheets get their rows. Only what openpyxl calls is changed."""

    rows: Mapping[str, Rows] = {}
    """By name of the sheet's file."""

    def writestr(  # type: ignore[override]  # narrower than the original on purpose
        self, name: str, data: str | bytes
    ) -> None:
        if name == ARC_APP:
            data = _APPLICATION
        entry = ZipInfo(name, _EPOCH)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        super().writestr(entry, data)

    def write(  # type: ignore[override]  # narrower than the original on purpose
        self, filename: str, arcname: str
    ) -> None:
        content = Path(filename).read_text("utf-8")
        if arcname in self.rows:
            content = _with_rows(content, self.rows[arcname])
        self.writestr(arcname, content)


def save(workbook: Workbook, rows: Mapping[str, Rows], stream: IO[bytes], *, title: str, day: dt.date) -> None:
    """Write a workbook whose properties tell the program, what it is, and the day.

    Args:
        workbook: with everything but the rows of the sheets below.
        rows: of these sheets, by title.
        stream: where to.
        title: what it is.
        day: stands as the day it was made.
    """
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = PROGRAM
    properties.title = title
    properties.created = properties.modified = dt.datetime.combine(day, dt.time(), tzinfo=None)
    with _SteadyZip(stream, "w", ZIP_DEFLATED) as archive:
        archive.rows = {
            sheet_file(number): rows[sheet.title]
            for number, sheet in enumerate(workbook.worksheets, start=1)
            if sheet.title in rows
        }
        ExcelWriter(workbook, archive).write_data()


def sheet_file(number: int) -> str:
    """The name of a sheet's file inside a workbook; the first sheet has number 1."""
    return f"xl/worksheets/sheet{number}.xml"


def _with_rows(content: str, rows: Rows) -> str:
    assert _NO_ROWS in content
    assert _NO_CELLS in content
    content = content.replace(_NO_CELLS, f'<dimension ref="{rows.reference}" />', 1)
    return content.replace(_NO_ROWS, f"<sheetData>{rows.xml}</sheetData>", 1)
