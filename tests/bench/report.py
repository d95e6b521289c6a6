"""Writing the report as a Word file, against python-docx writing the same paragraphs, tables and pictures."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path
from typing import Any

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row


def programs(data: Data) -> tuple[Program, Program]:
    command = ["-m", __spec__.name, str(data.folder)]
    return Program([*command, "ours"]), Program([*command, "baseline"])


ROW = Row(
    title="report of that large assessment",
    against="python-docx writing the same paragraphs, tables and pictures",
    target=1.5,
    pairs=5,
    needs="large",
    programs=programs,
)


def ours(data: Data) -> float:
    document = _document(data)
    from desktop.exchange.reports import word

    started = time.perf_counter()
    word.write(document, None, {})
    return time.perf_counter() - started


def baseline(data: Data) -> float:
    import docx
    from docx.shared import Mm

    from desktop.exchange.reports import blocks

    document = _document(data)
    started = time.perf_counter()
    made: Any = docx.Document()
    for block in document.blocks:
        match block:
            case blocks.Heading():
                made.add_heading(block.text, block.level)
            case blocks.Paragraph():
                made.add_paragraph(block.text)
            case blocks.Items():
                for begins, text in block.items:
                    made.add_paragraph(f"{begins} {text}", "List Bullet")
            case blocks.Picture():
                made.add_picture(io.BytesIO(block.content), Mm(block.width))
            case blocks.Grid():
                table = made.add_table(0, len(block.columns))
                for row in block.rows:
                    for cell, content in zip(table.add_row().cells, row, strict=True):
                        cell.text = content.text
    made.save(io.BytesIO())
    return time.perf_counter() - started


def _document(data: Data) -> Any:
    """What is to be written, made before the clock runs."""
    from desktop.exchange.deliverable import gather
    from desktop.exchange.reports.report import report
    from desktop.model.assessment.opened import Assessment

    with Assessment.open(data.large, author="bench", readonly=True) as assessment:
        return report(gather(assessment))


if __name__ == "__main__":
    tell({"ours": ours, "baseline": baseline}[sys.argv[2]](Data(Path(sys.argv[1]))))
