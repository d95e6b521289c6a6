"""A comparison as files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from openpyxl import load_workbook

from desktop.exchange.comparison import compare
from desktop.exchange.comparison_files import write_comparison
from desktop.model.assessment.follow_up import FollowUpChoice
from tests.builders_schemes import tiny_streams
from tests.exchange.filled import filled


def test_a_workbook_with_the_levels_and_what_changed_and_a_radar(tmp_path: Path) -> None:
    day = dt.date(2026, 9, 1)
    with filled(tmp_path / "a.maturity", [tiny_streams()], respondents=5) as assessment:
        assessment.rounds.begin("Autumn", last="Spring", day=day, choice=FollowUpChoice(ratings=True))
        assessment.streams.rate_stream("tiny-streams", "DSK", 4)
        with assessment.looking_back(assessment.rounds.all()[0].id) as then:
            found = compare(then, assessment, day=day)
    files = write_comparison(found, "Spring", "Autumn", tmp_path / "out")
    assert [path.suffix for path in files] == [".xlsx", ".png"]
    assert files[1].read_bytes().startswith(b"\x89PNG")
    book = load_workbook(files[0])
    cells = {str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None}
    assert {"Levels over rounds", "Tiny streams"} <= {*book.sheetnames}
    assert {"Spring", "Autumn", "Level 3", "Level 4", "Better"} <= cells
    assert any("1 better, 0 worse" in text for text in cells)
    assert not any("canary" in text.lower() for text in cells)
