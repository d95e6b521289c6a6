"""Workbooks as they were when somebody last looked, told as text: value, look, width, height, print set-up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.exchange.workbook.reading import told

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["results_of_one", "detail_of_one", "results_of_every", "detail_of_every"])
def test_each_cell_is_as_it_was_when_somebody_last_looked(name: str, request: pytest.FixtureRequest) -> None:
    """After a wanted change: UPDATE_GOLDEN=1 pytest, then look at the difference and at the workbook."""
    found, kept = told(request.getfixturevalue(name)), GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(found, encoding="utf-8", newline="\n")
    assert found.splitlines() == kept.read_text("utf-8").splitlines()
