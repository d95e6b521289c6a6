from __future__ import annotations

from pathlib import Path

import pytest

from desktop.exchange.deliverable import Deliverable, gather
from tests.builders import full_size_pack, tiny_pack
from tests.exchange.filled import DAY, filled
from tests.own_rules import with_own_rules


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """A model of real size with its lower levels rated."""
    return _gathered(tmp_path_factory.mktemp("large") / "a.maturity")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """Four areas in three categories."""
    with filled(tmp_path_factory.mktemp("small") / "a.maturity", [tiny_pack()], respondents=30) as assessment:
        return gather(assessment, day=DAY)


@pytest.fixture(scope="session")
def every(every: Deliverable, tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """A model of each scheme, and one with rules of its own."""
    return with_own_rules(every, tmp_path_factory.mktemp("own"))


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bitmaps of few dots are drawn sooner; how fine they are has a test of its own."""
    monkeypatch.setattr("desktop.exchange.figures.picture_files.FINENESS", 0.5)


def _gathered(path: Path) -> Deliverable:
    with filled(path, [full_size_pack()], upto=3) as assessment:
        return gather(assessment, day=DAY)
