"""Names of restore points."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.model.store.point_names import folder_of, is_restore_point


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("a.restore-points/2026-03-31 12.00.00 named.maturity", True),
        ("a.restore-points/2026-03-31 12.00.00 day 2.maturity", True),
        ("a.restore-points/notes.maturity", False),
        ("elsewhere/2026-03-31 12.00.00 named.maturity", False),
    ],
)
def test_what_is_one(path: str, is_one: bool) -> None:
    assert is_restore_point(Path(path)) is is_one


def test_the_folder_is_called_as_the_file(tmp_path: Path) -> None:
    assert folder_of(tmp_path / "a.maturity") == tmp_path / "a.restore-points"
