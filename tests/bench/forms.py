"""Importing filled forms, against a fast reader of workbooks that only reads the same cells."""

from __future__ import annotations

import shutil
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
    title="import {forms} filled forms of {questions} questions",
    against="reading the same cells with python-calamine alone",
    target=3.0,
    pairs=5,
    needs="forms",
    programs=programs,
)


def ours(data: Data) -> float:
    from desktop.exchange.forms.intake import read_forms, take_forms
    from desktop.model.assessment.forms import Taken
    from desktop.model.assessment.opened import Assessment

    copy = data.folder / "taking.maturity"
    shutil.copyfile(data.waiting, copy)
    try:
        with Assessment.open(copy, author="bench") as assessment:
            assessment.get_ready_to_write()  # as the window does once its first page is painted
            started = time.perf_counter()
            lines = take_forms(assessment, read_forms([data.forms]))
            seconds = time.perf_counter() - started
    finally:
        copy.unlink()
    assert [line for line in lines if isinstance(line.result, Taken)] == lines
    assert len(lines) == data.counts["forms"]
    return seconds


def baseline(data: Data) -> float:
    from python_calamine import CalamineWorkbook

    started = time.perf_counter()
    for path in sorted(data.forms.glob("*.xlsx")):
        workbook = CalamineWorkbook.from_path(path)
        _instructions, *sheets = workbook.sheet_names
        for sheet in sheets:
            workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return time.perf_counter() - started


if __name__ == "__main__":
    tell({"ours": ours, "baseline": baseline}[sys.argv[2]](Data(Path(sys.argv[1]))))
