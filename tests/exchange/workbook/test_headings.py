"""Headings are read at a glance: none breaks within a word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop.exchange.deliverable import gather
from desktop.exchange.heights import FONT_SIZE, wrapped_lines
from desktop.exchange.planned_days import planned_days
from desktop.exchange.schedules.schedule_files import write_schedule
from desktop.exchange.tables.table import Column
from desktop.exchange.workbook import write_team_detail, write_workbook
from desktop.exchange.workbook.page import INDENT, Page
from tests.moulds import Moulds


def test_no_heading_breaks_within_a_word(moulds: Moulds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Column[Any]] = []
    write = Page.headings

    def remember(page: Page, columns: Sequence[Column[Any]]) -> int:
        written.extend(columns)
        return write(page, columns)

    monkeypatch.setattr(Page, "headings", remember)
    with moulds.sample(tmp_path / "sample.maturity", "Ada") as assessment:
        deliverable = gather(assessment)
        write_workbook(deliverable, tmp_path / "results.xlsx")
        write_team_detail(deliverable, tmp_path / "detail.xlsx")
        write_schedule(planned_days(assessment), tmp_path)
    assert len(written) > 100
    broken = {
        (column.heading, column.width)
        for column in written
        if not column.hidden
        and not column.turned
        and any(wrapped_lines(word, column.width - INDENT, FONT_SIZE, bold=True) > 1 for word in column.heading.split())
    }
    assert not broken
