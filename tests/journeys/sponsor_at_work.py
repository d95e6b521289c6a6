"""The sponsor at work on a tracker in LibreOffice, through its Python bridge: run by the system's own Python.

Usage: python3 sponsor_at_work.py SOFFICE PROFILE TRACKER EDITS.json
  EDITS.json  {"edits": [[number of the action, mark of the column, text or number], ...],
               "new": {mark: value, ...}, "reading": [label, day, value]}

It unlocks the sheets, puts a row above the table and a column of its own into it, sorts the actions by status
downwards, hides one as a filter does, writes, and saves the file as an Excel workbook.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import subprocess
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found,unused-ignore]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found,unused-ignore]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found,unused-ignore]
from com.sun.star.lang import DisposedException  # type: ignore[import-not-found,unused-ignore]
from com.sun.star.table import TableSortField  # type: ignore[import-not-found,unused-ignore]

SECONDS = 60
EPOCH = dt.date(1899, 12, 30)


def value(name, said):
    found = PropertyValue()
    found.Name, found.Value = name, said
    return found


def connected(pipe):
    """The office's context once it listens."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    ends = time.monotonic() + SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > ends:
                raise
            time.sleep(0.1)


class Sheet:
    """A sheet with its columns by their marks."""

    def __init__(self, sheet):
        self.sheet = sheet
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        self.rows, self.columns = cursor.RangeAddress.EndRow + 1, cursor.RangeAddress.EndColumn + 1
        self.marks, self.marked = {}, 0
        for row in range(10):
            for column in range(self.columns):
                text = sheet.getCellByPosition(column, row).String
                if text.startswith("mw:"):
                    self.marks[text], self.marked = column, row

    def text(self, row, mark):
        return self.sheet.getCellByPosition(self.marks[mark], row).String

    def put(self, row, mark, said):
        cell = self.sheet.getCellByPosition(self.marks[mark], row)
        if isinstance(said, str) and len(said) == 10 and said[4] == said[7] == "-":
            cell.Value = (dt.date.fromisoformat(said) - EPOCH).days
        elif isinstance(said, str):
            cell.String = said
        else:
            cell.Value = said

    def row_where(self, mark, text):
        return next(row for row in range(self.marked + 2, self.rows) if self.text(row, mark) == text)


def work(document, edits):
    sheets = document.Sheets
    for number in range(sheets.Count):
        sheets.getByIndex(number).unprotect("")
    actions = sheets.getByIndex(0)
    actions.Rows.insertByIndex(0, 1)
    actions.getCellByPosition(0, 0).String = "For the board on Thursday"
    sheet = Sheet(actions)
    actions.Columns.insertByIndex(sheet.marks["mw:owner"], 1)
    sheet = Sheet(actions)
    own = sheet.marks["mw:owner"] - 1
    actions.getCellByPosition(own, sheet.marked + 1).String = "Cost centre"
    actions.getCellByPosition(own, sheet.marked + 2).Value = 4711
    known = [row for row in range(sheet.marked + 2, sheet.rows) if sheet.text(row, "mw:number").isdecimal()]
    area = actions.getCellRangeByPosition(0, known[0], sheet.columns - 1, known[-1])
    field = TableSortField()
    field.Field, field.IsAscending = sheet.marks["mw:status"], False
    area.sort((value("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))),))
    actions.Rows.getByIndex(known[0]).IsVisible = False
    for number, mark, said in edits["edits"]:
        sheet.put(sheet.row_where("mw:number", str(number)), mark, said)
    empty = next(row for row in range(known[-1] + 1, sheet.rows) if not sheet.text(row, "mw:title"))
    for mark, said in edits["new"].items():
        sheet.put(empty, mark, said)
    readings = Sheet(sheets.getByIndex(2))
    row = next(row for row in range(readings.marked + 2, readings.rows + 1) if not readings.text(row, "mw:measure"))
    for mark, said in zip(("mw:measure", "mw:day", "mw:value"), edits["reading"], strict=True):
        readings.put(row, mark, said)


def main():
    soffice, profile, tracker, edits = (
        sys.argv[1],
        Path(sys.argv[2]),
        Path(sys.argv[3]),
        json.loads(Path(sys.argv[4]).read_text()),
    )
    pipe = f"tracker{profile.stat().st_ino}"
    office = subprocess.Popen(
        [
            soffice,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nolockcheck",
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    try:
        context = connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(tracker.as_uri(), "_blank", 0, (value("Hidden", True),))
        work(document, edits)
        document.storeToURL(tracker.as_uri(), (value("FilterName", "Calc MS Excel 2007 XML"), value("Overwrite", True)))
        document.close(True)
        with contextlib.suppress(DisposedException):
            desktop.terminate()
        office.wait(SECONDS)
    finally:
        office.kill()


if __name__ == "__main__":
    main()
