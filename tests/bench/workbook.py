"""Writing both workbooks of results, against writing the same cells with openpyxl's write-only mode alone."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row


def programs(data: Data) -> tuple[Program, Program]:
    command = ["-m", __spec__.name, str(data.folder)]
    return Program([*command, "ours"]), Program([*command, "baseline"])


ROW = Row(
    title="results workbook and team detail of that large assessment",
    against="writing the same cells with openpyxl's write-only mode alone",
    target=1.5,
    pairs=7,
    needs="large",
    programs=programs,
)


def ours(data: Data) -> float:
    from desktop.exchange.deliverable import gather
    from desktop.exchange.workbook import detail_book, results_book
    from desktop.model.assessment.opened import Assessment

    with Assessment.open(data.large, author="bench", readonly=True) as assessment:
        assessment.results.all()
        started = time.perf_counter()
        gathered = gather(assessment)
        results_book.write(gathered, data.results)
        detail_book.write(gathered, _detail(data))
        return time.perf_counter() - started


def baseline(data: Data) -> float:
    from openpyxl import Workbook, load_workbook

    if not data.results.exists():
        ours(data)
    contents = [
        [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in load_workbook(path).worksheets]
        for path in (data.results, _detail(data))
    ]
    target = data.results.with_name("bare.xlsx")
    started = time.perf_counter()
    for content in contents:
        workbook = Workbook(write_only=True)
        for title, rows in content:
            sheet = workbook.create_sheet(title)
            for row in rows:
                sheet.append(row)
        workbook.save(target)
    return time.perf_counter() - started


def _detail(data: Data) -> Path:
    return data.results.with_name("detail.xlsx")


if __name__ == "__main__":
    tell({"ours": ours, "baseline": baseline}[sys.argv[2]](Data(Path(sys.argv[1]))))
